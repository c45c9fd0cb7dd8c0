"""A job that an external worker has is not changed by the pipeline, except at its deadline."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.job.models import Job
from app.modules.task.models import Task
from app.modules.task.state import OPEN
from app.pipeline.dispatcher import Dispatcher
from tests.outbox import Outbox
from tests.pipeline.films import create_project, start_job


@pytest.fixture
def job(ada_api: TestClient, outbox: Outbox) -> int:
    """A pending job of Ada's."""
    return int(start_job(ada_api, create_project(ada_api))["id"])


def report(grace_api: TestClient, job: int, *statuses: str) -> None:
    """Move a job as an external worker does."""
    for status in statuses:
        assert grace_api.patch(f"/jobs/{job}/status", json={"status": status}).status_code == 200


def count_open_tasks() -> int:
    with reading() as session:
        return session.scalar(select(func.count(Task.id)).where(Task.status.in_(OPEN))) or 0


def test_the_dispatcher_does_not_admit_a_queued_job_of_an_external_worker(
    ada_api: TestClient, grace_api: TestClient, outbox: Outbox, job: int
) -> None:
    report(grace_api, job, "validating", "queued")

    for _ in range(3):
        Dispatcher().tick()
        outbox.deliver_all()

    assert ada_api.get(f"/jobs/{job}").json()["status"] == "queued"
    assert count_open_tasks() == 0


@pytest.mark.parametrize("statuses", [("validating",), ("validating", "queued", "processing")])
def test_a_job_of_an_external_worker_ends_at_its_deadline(
    ada_api: TestClient, grace_api: TestClient, job: int, statuses: tuple[str, ...]
) -> None:
    report(grace_api, job, *statuses)
    with reading() as session:
        deadline = session.scalar(select(Job.deadline_at).where(Job.id == job))
    in_transaction(
        lambda session: session.execute(
            update(Job).where(Job.deadline_at.is_not(None)).values(deadline_at=db_now(-1))
        )
    )

    Dispatcher().tick()

    answer = ada_api.get(f"/jobs/{job}").json()
    assert deadline is not None
    assert (answer["status"], answer["error_code"]) == ("failed", "job.deadline")
