"""Claim, work, record: what happens once, what is tried again, what fails."""

from fastapi.testclient import TestClient
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.asset.models import Artifact
from app.modules.billing.models import ProviderCall
from app.modules.task.models import ProviderBlock, Task
from app.modules.task.state import StageName, TaskStatus
from app.pipeline.claim import claim_task
from app.pipeline.dispatcher import Dispatcher
from app.pipeline.outcome import Failed
from app.pipeline.record import Recorder
from app.pipeline.stages import STAGES
from app.providers.errors import ProviderBusy, ProviderRefused
from tests.outbox import Outbox
from tests.scripted import ScriptedImages, SlowVideo


def status_of(api: TestClient, job: int) -> tuple[str, str | None]:
    answer = api.get(f"/jobs/{job}").json()
    return answer["status"], answer["error_code"]


def make_all_due() -> None:
    """Let every pause be over."""
    in_transaction(lambda session: session.execute(update(Task).values(due_at=db_now(-1), published_at=None)))
    in_transaction(lambda session: session.execute(update(ProviderBlock).values(until=db_now(-1))))


def test_a_message_delivered_twice_runs_once(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    outbox.doubles = True

    outbox.deliver_all()

    assert status_of(ada_api, job) == ("completed", None)
    assert scripted_images.calls == 3


def test_a_task_is_claimed_by_one_worker_only(job: int, outbox: Outbox) -> None:
    task_id = outbox.messages[0].row_id

    first, second = claim_task(task_id), claim_task(task_id)

    assert first is not None
    assert second is None


def test_a_worker_that_lost_its_lease_changes_nothing(ada_api: TestClient, job: int, outbox: Outbox) -> None:
    old, _ = claim_task(outbox.messages[0].row_id) or (None, None)
    assert old is not None
    in_transaction(lambda session: Recorder(session, old).record_lost())
    claim_task(old.task_id)

    late = Failed("late.worker", "I am late.")
    in_transaction(lambda session: Recorder(session, old).record(STAGES[StageName.MODERATE], late))

    assert status_of(ada_api, job) == ("validating", None)


def test_a_provider_that_is_overloaded_is_asked_again(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded."), ProviderBusy("Overloaded.")])

    for _ in range(3):
        outbox.deliver_all()
        make_all_due()
        Dispatcher().tick()
    outbox.deliver_all()

    assert status_of(ada_api, job) == ("completed", None)
    assert scripted_images.calls == 5


def test_a_job_fails_when_the_last_attempt_fails(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded.")] * 50)

    for _ in range(6):
        outbox.deliver_all()
        make_all_due()
        Dispatcher().tick()

    assert status_of(ada_api, job) == ("failed", "provider.unavailable")
    assert "Scene 1" in ada_api.get(f"/jobs/{job}").json()["error_message"]


def test_a_provider_that_asks_to_wait_costs_no_attempt(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Slow down.", retry_after=30.0)])

    outbox.deliver_all()

    with reading() as session:
        drawn = list(session.scalars(select(Task).where(Task.stage == "draw")))
        assert session.scalar(select(ProviderBlock.provider)) == "scripted"
    assert {task.attempts for task in drawn} == {0}
    assert scripted_images.calls == 1


def test_a_refusal_fails_the_job_at_once_and_keeps_what_is_made(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    refusal = ProviderRefused("No pictures of lanterns.", "image.blocked")
    scripted_images.script.extend([lambda: None, refusal])

    outbox.deliver_all()

    answer = ada_api.get(f"/jobs/{job}").json()
    assert (answer["status"], answer["error_code"]) == ("failed", "image.blocked")
    assert "No pictures of lanterns" in answer["error_message"]
    with reading() as session:
        assert (session.scalar(select(func.count()).select_from(Artifact)) or 0) >= 1
        assert session.scalar(select(Task.id).where(Task.status == TaskStatus.READY)) is None


def test_a_retry_reuses_everything_that_was_made(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([lambda: None, lambda: None, ProviderRefused("Not this one.")])
    outbox.deliver_all()

    retry = ada_api.post(f"/jobs/{job}/retry").json()
    outbox.deliver_all()

    assert status_of(ada_api, retry["id"]) == ("completed", None)
    assert (retry["retry_of"], scripted_images.calls) == (job, 4)


def test_a_second_film_of_an_edited_scene_makes_that_scene_alone(
    ada_api: TestClient, project: int, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    outbox.deliver_all()
    scene = ada_api.get(f"/projects/{project}/scenes").json()[0]
    ada_api.patch(f"/projects/{project}/scenes/{scene['id']}", json={"mood": "tense"})

    second = ada_api.post("/jobs", json={"project_id": project, "config": {"resolution": "480p"}}).json()
    outbox.deliver_all()

    cached = {
        s["stage"]: (s["cached"], s["total"]) for s in ada_api.get(f"/jobs/{second['id']}").json()["stages"]
    }
    assert scripted_images.calls == 4
    assert cached["generating_images"] == (2, 3)
    assert cached["generating_audio"] == (3, 3)
    assert cached["generating_video"] == (1, 3)


def test_each_paid_call_is_written_down_with_its_outcome(
    job: int, outbox: Outbox, scripted_images: type[ScriptedImages], session: Session
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded.", retry_after=9.0)])

    outbox.deliver_all()

    assert list(session.scalars(select(ProviderCall.outcome))) == ["failed"]


def test_a_slow_vendor_is_asked_again_and_never_ordered_from_twice(
    ada_api: TestClient, project: int, outbox: Outbox, slow_video: type[SlowVideo]
) -> None:
    config = {"resolution": "480p", "transition": "cut"}
    job = ada_api.post("/jobs", json={"project_id": project, "config": config}).json()["id"]

    for _ in range(4):
        outbox.deliver_all()
        make_all_due()
        Dispatcher().tick()
    outbox.deliver_all()

    assert status_of(ada_api, job) == ("completed", None)
    assert len(slow_video.submitted) == 3


def test_cancelling_stops_a_vendor_that_is_at_work(
    ada_api: TestClient, job: int, outbox: Outbox, slow_video: type[SlowVideo]
) -> None:
    outbox.deliver_all()

    ada_api.post(f"/jobs/{job}/cancel")
    outbox.deliver_all()

    assert status_of(ada_api, job) == ("cancelled", None)
    assert sorted(slow_video.cancelled) == sorted(slow_video.submitted)
