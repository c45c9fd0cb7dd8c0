"""Cancelling, deadlines, queues and forgotten work."""

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
from tests.visitor import STORY

TERMINAL = {"completed", "failed", "cancelled"}


def events_of(job: int) -> list[JobEvent]:
    with reading() as session:
        return list(session.scalars(select(JobEvent).where(JobEvent.job_id == job).order_by(JobEvent.seq)))


def start(api: TestClient, **config: object) -> int:
    project = api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    wish = {"project_id": project, "config": {"resolution": "480p", **config}}
    return int(api.post("/jobs", json=wish).json()["id"])


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 4, 6, 8, 10])
def test_a_job_can_be_cancelled_at_any_step_and_stays_so(
    ada_api: TestClient, outbox: Outbox, steps: int
) -> None:
    job = start(ada_api, audio=False)
    outbox.deliver(steps)

    answer = ada_api.post(f"/jobs/{job}/cancel")
    outbox.deliver_all()

    assert answer.status_code == 200
    assert ada_api.get(f"/jobs/{job}").json()["status"] == "cancelled"
    assert ada_api.post(f"/jobs/{job}/cancel").status_code == 200
    with reading() as session:
        assert session.scalar(select(Task.id).where(Task.status.in_(OPEN))) is None
    events = events_of(job)
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert sum(event.data["status"] in TERMINAL for event in events) == 1


def test_a_cancelled_job_gives_its_project_back(ada_api: TestClient, outbox: Outbox) -> None:
    job = start(ada_api)
    outbox.deliver(5)

    ada_api.post(f"/jobs/{job}/cancel")

    project = ada_api.get("/projects").json()[0]
    assert project["status"] == "segmented"


def test_every_status_is_entered_in_order_also_without_audio(ada_api: TestClient, outbox: Outbox) -> None:
    with_audio, without = start(ada_api), start(ada_api, audio=False)

    outbox.deliver_all()

    path = [row["to_status"] for row in ada_api.get(f"/jobs/{with_audio}/history").json()]
    silent = [row["to_status"] for row in ada_api.get(f"/jobs/{without}/history").json()]
    assert path == [
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
    assert silent == [status for status in path if status != "generating_audio"]


def test_progress_never_falls_and_ends_at_a_hundred(ada_api: TestClient, outbox: Outbox) -> None:
    job = start(ada_api)

    outbox.deliver_all()

    steps = [event.data["progress"] for event in events_of(job)]
    assert steps == sorted(steps)
    assert steps[-1] == 100


def test_a_job_past_its_deadline_fails(ada_api: TestClient, outbox: Outbox) -> None:
    job = start(ada_api)
    outbox.deliver(3)
    in_transaction(lambda session: session.execute(update(Job).values(deadline_at=db_now(-1))))

    Dispatcher().tick()

    assert ada_api.get(f"/jobs/{job}").json()["error_code"] == "job.deadline"


def test_work_of_a_worker_that_vanished_is_done_by_another(ada_api: TestClient, outbox: Outbox) -> None:
    job = start(ada_api)
    claim_task(outbox.messages.popleft().row_id)
    in_transaction(lambda session: session.execute(update(Task).values(lease_until=db_now(-1))))

    Dispatcher().tick()
    outbox.deliver_all()

    assert ada_api.get(f"/jobs/{job}").json()["status"] == "completed"


def test_a_scene_whose_worker_always_vanishes_fails_the_job(ada_api: TestClient, outbox: Outbox) -> None:
    job, dispatcher = start(ada_api), Dispatcher()
    task_id = outbox.messages[0].row_id

    for _ in range(4):
        assert claim_task(task_id) is not None
        in_transaction(lambda session: session.execute(update(Task).values(lease_until=db_now(-1))))
        dispatcher.tick()

    assert ada_api.get(f"/jobs/{job}").json()["error_code"] == "worker.lost"


def test_after_a_long_pause_no_lease_is_taken_for_a_whole_lease(ada_api: TestClient, outbox: Outbox) -> None:
    start(ada_api)
    Dispatcher().tick_if_leader()
    claim_task(outbox.messages[0].row_id)
    in_transaction(lambda session: session.execute(update(Task).values(lease_until=db_now(-1))))
    in_transaction(lambda session: session.execute(update(Lease).values(until=db_now(-3600))))

    Dispatcher().tick_if_leader()

    with reading() as session:
        assert session.scalar(select(Task.status)) == TaskStatus.RUNNING


def test_lost_messages_are_published_again_at_once_when_redis_was_emptied(
    ada_api: TestClient, outbox: Outbox
) -> None:
    start(ada_api)
    redis_client().set(MARKER_KEY, "1")
    outbox.messages.clear()
    Dispatcher().tick()
    assert not outbox.messages

    redis_client().flushdb()
    Dispatcher().tick()

    assert len(outbox.messages) == 1


def test_only_so_many_jobs_of_one_user_run_and_the_others_know_their_place(
    ada_api: TestClient, outbox: Outbox
) -> None:
    jobs = [start(ada_api) for _ in range(4)]
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

    assert admission.order_queue(queued, {ada: 1}) == [13, 10, 11, 12]
    assert list(admission.choose_admitted(queued, {ada: settings().max_running_jobs_per_user})) == [13]


def test_a_new_story_while_it_is_being_filmed_is_refused(
    ada_api: TestClient, outbox: Outbox, ada: User
) -> None:
    start(ada_api)
    project = ada_api.get("/projects").json()[0]["id"]

    answer = ada_api.put(f"/projects/{project}", json={"story_text": "Another story."})

    assert (answer.status_code, answer.json()["code"]) == (409, "project.busy")
