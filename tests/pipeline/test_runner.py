"""The runner: claims, retries, failures, the cache, and submitted work."""

from fastapi.testclient import TestClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
from tests.pipeline.films import end_pauses
from tests.scripted import ScriptedImages, SlowVideo


def read_status(api: TestClient, job: int) -> tuple[str, str | None]:
    answer = api.get(f"/jobs/{job}").json()
    return answer["status"], answer["error_code"]


def test_a_message_delivered_twice_runs_once(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    outbox.delivers_twice = True

    outbox.deliver_all()

    assert read_status(ada_api, job) == ("completed", None)
    assert scripted_images.calls == 3


def test_a_task_is_claimed_by_one_worker_only(job: int, outbox: Outbox) -> None:
    task_id = outbox.messages[0].row_id

    first, second = claim_task(task_id), claim_task(task_id)

    assert first is not None
    assert second is None


def test_a_worker_that_lost_its_lease_changes_nothing(ada_api: TestClient, job: int, outbox: Outbox) -> None:
    claimed = claim_task(outbox.messages[0].row_id)
    assert claimed is not None
    old = claimed[0]
    in_transaction(lambda session: Recorder(session, old).record_lost())
    claim_task(old.task_id)

    late = Failed("late.worker", "The worker was late.")
    in_transaction(lambda session: Recorder(session, old).record(STAGES[StageName.MODERATE], late))

    assert read_status(ada_api, job) == ("validating", None)


def test_a_task_is_retried_while_its_provider_is_overloaded(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded."), ProviderBusy("Overloaded.")])

    for _ in range(3):
        outbox.deliver_all()
        end_pauses()
        Dispatcher().tick()
    outbox.deliver_all()

    assert read_status(ada_api, job) == ("completed", None)
    assert scripted_images.calls == 5


def test_a_job_fails_when_the_last_attempt_fails(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded.")] * 50)

    for _ in range(6):
        outbox.deliver_all()
        end_pauses()
        Dispatcher().tick()

    assert read_status(ada_api, job) == ("failed", "provider.unavailable")
    assert "Scene 1, shot 1A, draw: " in ada_api.get(f"/jobs/{job}").json()["error_message"]


def test_waiting_as_a_provider_demands_uses_no_attempt(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([ProviderBusy("Slow down.", retry_after=30.0)])

    outbox.deliver_all()

    with reading() as session:
        drawn = list(session.scalars(select(Task).where(Task.stage == "draw")))
        assert session.scalar(select(ProviderBlock.provider)) == "scripted"
    assert {task.attempts for task in drawn} == {0}
    assert scripted_images.calls == 1


def test_a_refusal_fails_the_job_at_once_and_made_artifacts_stay(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    refusal = ProviderRefused("No pictures of lanterns.", "image.blocked")
    scripted_images.script.extend([lambda: None, refusal])

    outbox.deliver_all()

    answer = ada_api.get(f"/jobs/{job}").json()
    assert (answer["status"], answer["error_code"]) == ("failed", "image.blocked")
    assert "No pictures of lanterns" in answer["error_message"]
    with reading() as session:
        artifacts = session.scalar(select(func.count()).select_from(Artifact)) or 0
        ready = session.scalar(select(Task.id).where(Task.status == TaskStatus.READY))
    assert artifacts >= 1
    assert ready is None


def test_a_retry_reuses_everything_that_was_made(
    ada_api: TestClient, job: int, outbox: Outbox, scripted_images: type[ScriptedImages]
) -> None:
    scripted_images.script.extend([lambda: None, lambda: None, ProviderRefused("Not this one.")])
    outbox.deliver_all()

    retry = ada_api.post(f"/jobs/{job}/retry").json()
    outbox.deliver_all()

    assert read_status(ada_api, retry["id"]) == ("completed", None)
    assert (retry["retry_of"], scripted_images.calls) == (job, 4)


def test_a_second_film_with_one_edited_scene_makes_only_that_scene(
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
    assert cached["generating_audio"] == (3, 4), "the mood decides how loud a scene is mixed"
    assert cached["generating_video"] == (2, 5), "of the cards that of the end is the same"


def test_each_paid_call_is_stored_with_its_outcome(
    job: int, outbox: Outbox, scripted_images: type[ScriptedImages], session: Session
) -> None:
    scripted_images.script.extend([ProviderBusy("Overloaded.", retry_after=9.0)])

    outbox.deliver_all()

    assert list(session.scalars(select(ProviderCall.outcome))) == ["failed"]


def test_a_clip_is_submitted_once_and_polled_until_it_is_complete(
    ada_api: TestClient, project: int, outbox: Outbox, slow_video: type[SlowVideo]
) -> None:
    config = {"resolution": "480p", "transition": "cut", "coverage": "scene"}
    job = ada_api.post("/jobs", json={"project_id": project, "config": config}).json()["id"]

    for _ in range(4):
        outbox.deliver_all()
        end_pauses()
        Dispatcher().tick()
    outbox.deliver_all()

    assert read_status(ada_api, job) == ("completed", None)
    assert len(slow_video.submitted) == 3


def test_cancelling_a_job_cancels_its_submitted_clips(
    ada_api: TestClient, job: int, outbox: Outbox, slow_video: type[SlowVideo]
) -> None:
    outbox.deliver_all()

    ada_api.post(f"/jobs/{job}/cancel")
    outbox.deliver_all()

    assert read_status(ada_api, job) == ("cancelled", None)
    assert sorted(slow_video.cancelled) == sorted(slow_video.submitted)
