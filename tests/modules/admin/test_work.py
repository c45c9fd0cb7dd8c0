"""The routes for admins to watch and manage jobs and queues, the metrics, and retention."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select, update

from app.core.clock import db_now
from app.core.database import engine, in_transaction, reading, unit_of_work
from app.core.traffic import measure_connections
from app.modules.asset.models import Artifact
from app.modules.job.models import Job, JobEvent
from app.modules.task.models import Task
from app.pipeline import retention
from app.pipeline.liveness import record_heartbeat
from tests.files import fetch
from tests.outbox import Outbox
from tests.visitor import STORY


@pytest.fixture
def job(ada_api: TestClient) -> int:
    """A job of Ada's that has not started."""
    project = ada_api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    request = {"project_id": project, "config": {"resolution": "480p", "audio": False}}
    return int(ada_api.post("/jobs", json=request).json()["id"])


def test_admins_list_the_jobs_of_all_users(grace_api: TestClient, ada_api: TestClient, job: int) -> None:
    whole = grace_api.get("/admin/jobs").json()
    none = grace_api.get("/admin/jobs", params={"status": "failed"}).json()
    one = grace_api.get(f"/admin/jobs/{job}").json()

    assert (whole["status_code"], whole["data"]["total"], whole["data"]["page"]) == (200, 1, 1)
    assert [item["id"] for item in whole["data"]["items"]] == [job]
    assert none["data"]["items"] == []
    assert one["data"]["id"] == job
    assert ada_api.get("/admin/jobs").status_code == 403


def test_admins_cancel_and_requeue_the_jobs_of_all_users(
    grace_api: TestClient, job: int, outbox: Outbox
) -> None:
    outbox.messages.clear()

    requeued = grace_api.post(f"/admin/jobs/{job}/requeue")
    published = len(outbox.messages)
    cancelled = grace_api.post(f"/admin/jobs/{job}/cancel")
    over = grace_api.post(f"/admin/jobs/{job}/requeue")

    assert (requeued.status_code, published) == (200, 1)
    assert cancelled.json()["data"]["status"] == "cancelled"
    assert (over.status_code, over.json()["code"]) == (409, "job.over")


def test_a_job_without_progress_is_listed_as_stuck(grace_api: TestClient, job: int, outbox: Outbox) -> None:
    outbox.deliver(3)
    assert grace_api.get("/admin/jobs", params={"stuck": True}).json()["data"]["total"] == 0

    in_transaction(lambda session: session.execute(update(Job).values(updated_at=db_now(-3600))))

    assert grace_api.get("/admin/jobs", params={"stuck": True}).json()["data"]["total"] == 1


def test_queues_show_due_tasks_and_workers(grace_api: TestClient, job: int) -> None:
    record_heartbeat("host:1", "emails,segmentation")

    queues = {queue["name"]: queue for queue in grace_api.get("/admin/queues").json()["data"]}

    assert set(queues) == {"emails", "segmentation", "images", "video", "audio", "compose"}
    assert (queues["segmentation"]["depth"], queues["segmentation"]["workers"]) == (1, 1)
    assert (queues["images"]["depth"], queues["images"]["workers"]) == (0, 0)


def test_metrics_are_for_this_machine_or_by_token(browser: TestClient, job: int) -> None:
    here = TestClient(browser.app, client=("127.0.0.1", 1))

    text = here.get("/metrics").text
    elsewhere = browser.get("/metrics")
    proxied = here.get("/metrics", headers={"X-Forwarded-For": "203.0.113.9"})

    assert 'studio_jobs{status="pending"} 1.0' in text
    assert 'studio_queue_depth{queue="segmentation"} 1.0' in text
    assert {elsewhere.status_code, proxied.status_code} == {403}


def test_requests_are_counted_by_route(browser: TestClient) -> None:
    here = TestClient(browser.app, client=("127.0.0.1", 1))
    here.get("/health")

    text = here.get("/metrics").text

    assert 'studio_http_request_seconds_count{method="GET",route="/health",status="200"}' in text


def test_uses_of_database_connections_are_counted(browser: TestClient) -> None:
    here = TestClient(browser.app, client=("127.0.0.1", 1))
    measure_connections(engine())
    before = uses(here)

    with engine().connect():
        while_in_use = uses(here)

    assert (while_in_use - before, uses(here) - before) == (0, 1)


def uses(api: TestClient) -> float:
    counts = [line for line in api.get("/metrics").text.splitlines() if "db_connection_seconds_count" in line]
    return sum(float(line.split()[1]) for line in counts)


def test_retention_removes_old_rows_and_nothing_else(ada_api: TestClient, job: int, outbox: Outbox) -> None:
    outbox.deliver_all()
    assert retention.remove_expired() == 0
    ages = {Job.completed_at: -100, Artifact.updated_at: -100}
    with unit_of_work() as session:
        for column, days in ages.items():
            session.execute(update(column.class_).values({column.key: db_now(days * 86_400)}))

    retention.remove_expired()

    with reading() as session:
        counts = [
            session.scalar(select(func.count()).select_from(t)) or 0 for t in (JobEvent, Artifact, Task)
        ]
    assert counts[0] == 0
    assert counts[1] > 0
    assert counts[2] > 0
    film = fetch(ada_api, ada_api.get(f"/jobs/{job}").json()["output_video_url"])
    assert film.status_code == 200


def test_unused_files_are_removed_after_their_retention(
    ada_api: TestClient, job: int, outbox: Outbox
) -> None:
    outbox.deliver_all()
    clip = next(a for a in ada_api.get(f"/jobs/{job}/assets").json() if a["type"] == "clip")
    with reading() as session:
        before = session.scalar(select(func.count()).select_from(Artifact)) or 0
    ada_api.delete(f"/assets/{clip['id']}")
    outbox.deliver_all()

    with reading() as session:
        after = session.scalar(select(func.count()).select_from(Artifact))
    assert after == before - 1
    assert fetch(ada_api, clip["url"]).status_code in {404, 410}
