"""The live changes of a project, as a browser follows them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from app.core import tasks
from tests.http_server import serve
from tests.outbox import Outbox
from tests.pipeline.films import create_project

Event = tuple[str, dict[str, Any]]


@pytest.fixture
def browser(committed_api: TestClient) -> Iterator[httpx2.Client]:
    """Ada's client of a server."""
    authorization = {"Authorization": committed_api.headers["authorization"]}
    with serve() as port:
        client = httpx2.Client(base_url=f"http://127.0.0.1:{port}", headers=authorization, timeout=60)
        with client:
            yield client


def deliver() -> None:
    """Run the published tasks."""
    assert isinstance(tasks.publisher, Outbox)
    tasks.publisher.deliver_all()


@contextmanager
def follow(browser: httpx2.Client, project: int) -> Iterator[Iterator[Event]]:
    """Open the stream of a project and yield its events."""
    with browser.stream("GET", f"/projects/{project}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield read_events(answer)


def read_events(answer: httpx2.Response) -> Iterator[Event]:
    """Yield the events of a stream, each with its name."""
    kind = ""
    for line in answer.iter_lines():
        assert not line.startswith("id:")
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield kind, json.loads(line.removeprefix("data: "))


def test_a_stream_tells_the_status_and_then_every_change(
    browser: httpx2.Client, committed_api: TestClient
) -> None:
    project = create_project(committed_api)
    with follow(browser, project) as events:
        first = next(events)
        committed_api.post(f"/projects/{project}/segment")
        started = next(events)
        deliver()
        segmented = [next(events) for _ in range(2)]
        scene = committed_api.get(f"/projects/{project}/scenes").json()[0]
        shot = f"/projects/{project}/scenes/{scene['id']}/shots/{scene['shots'][0]['id']}"
        committed_api.post(f"{shot}/render")
        deliver()
        still = next(events)
        job = committed_api.post("/jobs", json={"project_id": project}).json()
        rest = dict(next(events) for _ in range(2))

    assert first == ("project", {"status": "draft"})
    assert started == ("project", {"status": "segmenting"})
    assert segmented == [("scenes", {}), ("project", {"status": "segmented"})]
    assert (still[0], still[1]["shot_id"]) == ("still", scene["shots"][0]["id"])
    assert still[1]["path"] == committed_api.get(shot).json()["still_path"]
    assert (rest["job"]["job_id"], rest["project"]) == (job["id"], {"status": "generating"})


def test_a_stream_ends_when_the_project_is_deleted(browser: httpx2.Client, committed_api: TestClient) -> None:
    project = create_project(committed_api)

    with follow(browser, project) as events:
        next(events)
        committed_api.delete(f"/projects/{project}")
        rest = list(events)

    assert rest == []


def test_the_project_of_another_user_is_not_found(bob_api: TestClient, ada_api: TestClient) -> None:
    project = create_project(ada_api)

    answer = bob_api.get(f"/projects/{project}/events")

    assert (answer.status_code, answer.json()["code"]) == (404, "project.not_found")
