"""A client that waits for the scenes of a segmentation, and repeats its request."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.core import tasks
from tests.outbox import Outbox
from tests.pipeline.films import create_project
from tests.processes import wait_until

WAIT = {"Idempotency-Key": "once", "Prefer": "wait=60"}


@pytest.fixture
def outbox(committed_api: TestClient) -> Outbox:
    """The messages that are published meanwhile."""
    assert isinstance(tasks.publisher, Outbox)
    return tasks.publisher


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Threads in which clients wait."""
    with ThreadPoolExecutor(1) as pool:
        yield pool


def segment(api: TestClient, project: int) -> Response:
    """Segment a project, and wait for its scenes."""
    return api.post("/projects/segment", json={"projectId": project}, headers=WAIT)


def test_a_waiting_client_gets_the_scenes_and_gets_them_again(
    committed_api: TestClient, outbox: Outbox, threads: ThreadPoolExecutor
) -> None:
    project = create_project(committed_api)
    waiting = threads.submit(partial(segment, committed_api, project))
    wait_until(lambda: outbox.messages, "the message of the segmentation")

    outbox.deliver_all()
    first, again = waiting.result(), segment(committed_api, project)

    assert [scene["scene_index"] for scene in first.json()] == [0]
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
