"""Cancellation, deadlines, the queue of jobs, and tasks of lost workers."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.redis import client as redis_client
from app.modules.auth.models import User
from app.modules.job import admission
from app.modules.job.models import Job, JobEvent
from app.modules.task.models import Task
from app.modules.task.state import OPEN, TaskStatus
from app.pipeline.claim import claim_task
from app.pipeline.dispatcher import MARKER_KEY, Dispatcher
from app.pipeline.leases import Lease
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job
from tests.visitor import STORY

TERMINAL = {"completed", "failed", "cancelled"}


def list_events(job: int) -> list[JobEvent]:
    with reading() as session:
        return list(session.scalars(select(JobEvent).where(JobEvent.job_id == job).order_by(JobEvent.seq)))


def start_film(api: TestClient, **config: object) -> int:
    """Start a job on a new project and return its id."""
    return int(start_job(api, create_project(api, STORY), **config)["id"])


def expire_leases() -> None:
    """Let the leases of all claimed tasks expire."""
    in_transaction(lambda session: session.execute(update(Task).values(lease_until=db_now(-1))))


def lose_worker(task_id: int) -> bool:
    """Claim a task and let its lease expire; return whether it could be claimed."""
    claimed = claim_task(task_id)
    expire_leases()
    return claimed is not None


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 4, 6, 8, 10])
def test_a_job_can_be_cancelled_at_any_step_and_stays_cancelled(
    ada_api: TestClient, outbox: Outbox, steps: int
) -> None:
    job = start_film(ada_api, audio=False)
    outbox.deliver(steps)

    answer = ada_api.post(f"/jobs/{job}/cancel")
    outbox.deliver_all()

    assert answer.status_code == 200
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "cancelled"
    assert ada_api.post(f"/jobs/{job}/cancel").status_code == 200
    with reading() as session:
        open_task = session.scalar(select(Task.id).where(Task.status.in_(OPEN)))
    events = list_events(job)
    assert open_task is None
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert sum(event.data["status"] in TERMINAL for event in events) == 1


def test_cancelling_a_job_releases_its_project(ada_api: TestClient, outbox: Outbox) -> None:
    job = start_film(ada_api)
    outbox.deliver(5)

    ada_api.post(f"/jobs/{job}/cancel")

    project = ada_api.get("/projects").json()[0]
    assert project["status"] == "segmented"


def test_every_status_is_entered_in_order_also_without_audio(ada_api: TestClient, outbox: Outbox) -> None:
    jobs = start_film(ada_api), start_film(ada_api, audio=False)

    outbox.deliver_all()

    with_audio, without_audio = (
        [row["to_status"] for row in ada_api.get(f"/jobs/{job}/history").json()] for job in jobs
    )
    assert with_audio == [
        "pending",
        "validating",
        "queued",
        "processing",
        "generating_images",
        "generating_video",
        "generating_audio",
        "composing",
        "completed",
    ]
    assert without_audio == [status for status in with_audio if status != "generating_audio"]


def test_progress_never_decreases_and_ends_at_a_hundred(ada_api: TestClient, outbox: Outbox) -> None:
    job = start_film(ada_api)

    outbox.deliver_all()

    steps = [event.data["progress"] for event in list_events(job)]
    assert steps == sorted(steps)
    assert steps[-1] == 100


def test_a_job_past_its_deadline_fails(ada_api: TestClient, outbox: Outbox) -> None:
    job = start_film(ada_api)
    outbox.deliver(3)
    in_transaction(lambda session: session.execute(update(Job).values(deadline_at=db_now(-1))))

    Dispatcher().tick()

    assert ada_api.get(f"/jobs/{job}").json()["error_code"] == "job.deadline"


def test_a_task_of_a_lost_worker_is_done_by_another(ada_api: TestClient, outbox: Outbox) -> None:
    job = start_film(ada_api)
    lose_worker(outbox.messages.popleft().row_id)

    Dispatcher().tick()
    outbox.deliver_all()

    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"


def test_a_job_fails_when_the_worker_of_a_task_is_lost_four_times(
    ada_api: TestClient, outbox: Outbox
) -> None:
    job, dispatcher, claims = start_film(ada_api), Dispatcher(), []
    task_id = outbox.messages[0].row_id

    for _ in range(4):
        claims.append(lose_worker(task_id))
        dispatcher.tick()

    assert claims == [True] * 4
    assert ada_api.get(f"/jobs/{job}").json()["error_code"] == "worker.lost"


def test_no_lease_is_expired_when_the_dispatcher_itself_has_paused(
    ada_api: TestClient, outbox: Outbox
) -> None:
    start_film(ada_api)
    Dispatcher().tick_if_leader()
    lose_worker(outbox.messages[0].row_id)
    in_transaction(lambda session: session.execute(update(Lease).values(until=db_now(-3600))))

    Dispatcher().tick_if_leader()

    with reading() as session:
        status = session.scalar(select(Task.status))
    assert status == TaskStatus.RUNNING


def test_lost_messages_are_published_again_at_once_when_redis_was_emptied(
    ada_api: TestClient, outbox: Outbox
) -> None:
    start_film(ada_api)
    redis_client().set(MARKER_KEY, "1")
    outbox.messages.clear()

    Dispatcher().tick()
    before = len(outbox.messages)
    redis_client().flushdb()
    Dispatcher().tick()

    assert (before, len(outbox.messages)) == (0, 1)


def test_two_jobs_of_one_user_run_and_the_others_have_a_queue_position(
    ada_api: TestClient, outbox: Outbox
) -> None:
    jobs = [start_film(ada_api) for _ in range(4)]
    outbox.deliver(len(jobs))

    states = [ada_api.get(f"/jobs/{job}").json() for job in jobs]

    assert [state["status"] for state in states[:2]] == ["processing", "processing"]
    assert [(state["status"], state["queue_position"]) for state in states[2:]] == [
        ("queued", 1),
        ("queued", 2),
    ]


def test_the_user_with_the_fewest_running_jobs_goes_first() -> None:
    ada, bob = 1, 2
    queued = [(10, ada), (11, ada), (12, ada), (13, bob)]

    ordered = admission.order_queue(queued, {ada: 1})
    admitted = list(admission.choose_admitted(queued, {ada: settings().max_running_jobs_per_user}))

    assert ordered == [13, 10, 11, 12]
    assert admitted == [13]


def test_a_story_can_not_be_changed_while_its_job_is_active(
    ada_api: TestClient, outbox: Outbox, ada: User
) -> None:
    start_film(ada_api)
    project = ada_api.get("/projects").json()[0]["id"]

    answer = ada_api.put(f"/projects/{project}", json={"story_text": "Another story."})

    assert (answer.status_code, answer.json()["code"]) == (409, "project.busy")
