"""A user may have a limited number of event streams open at once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import httpx2
import pytest
from fastapi.testclient import TestClient

from app.modules.job.open_streams import open_streams
from tests.http_server import serve
from tests.pipeline.films import create_project, start_job
from tests.processes import wait_until


@pytest.fixture
def browser(committed_api: TestClient, configure: Callable[..., None]) -> Iterator[httpx2.Client]:
    """Ada's client of a server that allows two streams."""
    configure(MAX_EVENT_STREAMS_PER_USER="2")
    authorization = {"Authorization": committed_api.headers["authorization"]}
    with serve() as port, httpx2.Client(base_url=f"http://127.0.0.1:{port}", headers=authorization) as client:
        yield client


def follow(running: ExitStack, browser: httpx2.Client, job: int) -> httpx2.Response:
    """Open a stream until the context ends, and return its response."""
    return running.enter_context(browser.stream("GET", f"/jobs/{job}/events"))


def test_a_stream_too_many_is_refused_until_another_one_is_closed(
    committed_api: TestClient, browser: httpx2.Client
) -> None:
    job = start_job(committed_api, create_project(committed_api))

    with ExitStack() as running:
        opened = [follow(running, browser, job["id"]).status_code for _ in range(2)]
        refused = browser.get(f"/jobs/{job['id']}/events")
    wait_until(lambda: not open_streams.count(job["user_id"]), "the end of both streams")
    with ExitStack() as running:
        reopened = follow(running, browser, job["id"]).status_code

    assert opened == [200, 200]
    assert (refused.status_code, refused.json()["code"]) == (429, "job.too_many_streams")
    assert int(refused.headers["retry-after"]) > 0
    assert reopened == 200
