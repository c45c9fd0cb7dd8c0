"""The watch for new events: its answers, and its queries."""

import asyncio
from contextlib import ExitStack

from fastapi.testclient import TestClient

from app.modules.job.event_watch import EventWatch
from tests.pipeline.films import create_project, start_job


def start_film(api: TestClient) -> int:
    """Start a job on a new project and return its id."""
    return int(start_job(api, create_project(api))["id"])


async def find_news(watch: EventWatch, followed: list[int], seen: int) -> list[bool]:
    """Follow jobs at the same time; return of each whether it may have events after number `seen`."""
    with ExitStack() as streams:
        for job in followed:
            streams.enter_context(watch.follow(job))
        return [await watch.may_have_event_after(job, seen) for job in followed]


def test_all_streams_together_cost_one_query(ada_api: TestClient, queries: list[str]) -> None:
    jobs = [start_film(ada_api) for _ in range(3)]
    queries.clear()

    answers = asyncio.run(find_news(EventWatch(), jobs * 20, seen=0))

    assert answers == [True] * 60
    assert len(queries) == 1


def test_a_job_without_new_events_has_none(ada_api: TestClient) -> None:
    job = start_film(ada_api)

    answers = asyncio.run(find_news(EventWatch(), [job], seen=1))

    assert answers == [False]


def test_a_job_that_does_not_exist_may_have_events(ada_api: TestClient) -> None:
    answers = asyncio.run(find_news(EventWatch(), [404], seen=9))

    assert answers == [True]


def test_a_job_that_the_last_query_did_not_include_may_have_events(ada_api: TestClient) -> None:
    watch, first, second = EventWatch(), start_film(ada_api), start_film(ada_api)

    async def follow_one_after_another() -> list[bool]:
        await find_news(watch, [first], seen=1)
        return await find_news(watch, [second], seen=1)

    answers = asyncio.run(follow_one_after_another())

    assert answers == [True]
