"""The watch for new events of followed jobs: one query for all event streams of this process."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fastapi.concurrency import run_in_threadpool

from app.core.database import reading
from app.modules.job.service import JobService

POLL_SECONDS = 0.3


class EventWatch:
    """Looks up the number of the newest event of each job that a stream follows."""

    def __init__(self) -> None:
        self._followers: Counter[int] = Counter()
        self._newest: dict[int, int] = {}
        self._polled_at, self._is_polling = 0.0, False

    @contextmanager
    def follow(self, job_id: int) -> Iterator[None]:
        """Include a job in the query until the context ends."""
        self._followers[job_id] += 1
        try:
            yield
        finally:
            self._followers[job_id] -= 1
            if not self._followers[job_id]:
                del self._followers[job_id]
                self._newest.pop(job_id, None)

    async def may_have_event_after(self, job_id: int, number: int) -> bool:
        """Return whether a job may have an event after this one; True while that is not known."""
        if time.monotonic() - self._polled_at >= POLL_SECONDS and not self._is_polling:
            self._is_polling = True
            try:
                self._newest = await run_in_threadpool(_read_newest, list(self._followers))
                self._polled_at = time.monotonic()
            finally:
                self._is_polling = False
        newest = self._newest.get(job_id)
        return newest is None or newest > number


def _read_newest(job_ids: Sequence[int]) -> dict[int, int]:
    with reading() as session:
        return JobService(session).get_newest_events(job_ids)


event_watch = EventWatch()
