"""Nothing waits for ever: a validation and a task outside a job have a deadline too."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select, update

from app.core.clock import db_now
from app.core.database import in_transaction, reading
from app.modules.job.models import Job
from app.modules.task.models import Task
from app.pipeline.dispatcher import Dispatcher
from tests.outbox import Outbox
from tests.pipeline.films import create_project, end_pauses, start_job
from tests.vendors.fixtures import forget_settings


@pytest.fixture
def busy_vendors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Vendors of text and moderation that ask to wait at every call."""
    monkeypatch.setenv("TEXT_PROVIDER", "tests.scripted:BusyText")
    monkeypatch.setenv("MODERATION_PROVIDER", "tests.scripted:BusyModeration")
    forget_settings()
    yield
    monkeypatch.undo()
    forget_settings()


def read_deadline(job: int) -> datetime | None:
    with reading() as session:
        return session.scalar(select(Job.deadline_at).where(Job.id == job))


def test_a_job_whose_validation_does_not_end_fails_at_its_deadline(
    ada_api: TestClient, outbox: Outbox, busy_vendors: None
) -> None:
    job = start_job(ada_api, create_project(ada_api))["id"]
    outbox.deliver_all()
    is_validating = ada_api.get(f"/jobs/{job}").json()["status"] == "validating"
    in_transaction(
        lambda session: session.execute(
            update(Job).where(Job.deadline_at.is_not(None)).values(deadline_at=db_now(-1))
        )
    )

    Dispatcher().tick()

    answer = ada_api.get(f"/jobs/{job}").json()
    assert is_validating
    assert (answer["status"], answer["error_code"]) == ("failed", "job.deadline")


def test_a_queued_job_may_wait_for_a_slot_for_any_time(
    ada_api: TestClient, outbox: Outbox, configure: Callable[..., None]
) -> None:
    configure(MAX_RUNNING_JOBS_PER_USER="1")
    jobs = [start_job(ada_api, create_project(ada_api))["id"] for _ in range(2)]

    outbox.deliver(2)

    statuses = [ada_api.get(f"/jobs/{job}").json()["status"] for job in jobs]
    assert statuses == ["processing", "queued"]
    assert [read_deadline(job) is None for job in jobs] == [False, True]


def test_a_segmentation_that_does_not_end_gives_the_project_back(
    ada_api: TestClient, outbox: Outbox, busy_vendors: None
) -> None:
    project = create_project(ada_api)
    ada_api.post(f"/projects/{project}/segment")
    outbox.deliver_all()
    statuses = [ada_api.get(f"/projects/{project}").json()["status"]]
    in_transaction(lambda session: session.execute(update(Task).values(created_at=db_now(-30_000))))

    end_pauses()
    Dispatcher().publish_due()
    outbox.deliver_all()

    answer = ada_api.get(f"/projects/{project}").json()
    assert [*statuses, answer["status"]] == ["segmenting", "draft"]
    assert answer["error_code"] == "task.deadline"
