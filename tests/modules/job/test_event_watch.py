"""Who follows jobs, and what their waiting costs."""

import asyncio
from contextlib import ExitStack

from fastapi.testclient import TestClient

from app.modules.job.event_watch import EventWatch
from tests.visitor import STORY


def start(api: TestClient) -> int:
    project = api.post("/projects", json={"title": "Lantern", "story_text": STORY}).json()["id"]
    return int(api.post("/jobs", json={"project_id": project}).json()["id"])


async def ask(watch: EventWatch, followed: list[int], seen: int) -> list[bool]:
    """Follow these jobs at once, and ask of each whether it has events after that one."""
    with ExitStack() as streams:
        for job in followed:
            streams.enter_context(watch.follow(job))
        return [await watch.may_have_event_after(job, seen) for job in followed]


def test_all_streams_together_cost_one_query(ada_api: TestClient, queries: list[str]) -> None:
    jobs = [start(ada_api) for _ in range(3)]
    queries.clear()

    answers = asyncio.run(ask(EventWatch(), jobs * 20, seen=0))

    assert answers == [True] * 60
    assert len(queries) == 1


def test_a_job_without_new_events_is_left_alone(ada_api: TestClient) -> None:
    job = start(ada_api)

    assert asyncio.run(ask(EventWatch(), [job], seen=1)) == [False]


def test_a_job_that_is_gone_is_looked_for(ada_api: TestClient) -> None:
    assert asyncio.run(ask(EventWatch(), [404], seen=9)) == [True]


def test_a_job_that_was_not_followed_at_the_last_look_is_looked_for(ada_api: TestClient) -> None:
    watch, first, second = EventWatch(), start(ada_api), start(ada_api)

    async def follow_one_after_another() -> list[bool]:
        await ask(watch, [first], seen=1)
        return await ask(watch, [second], seen=1)

    assert asyncio.run(follow_one_after_another()) == [True]
