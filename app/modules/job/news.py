"""Which of the followed jobs have new events: one look for all streams of this process, however many."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from fastapi.concurrency import run_in_threadpool

from app.core.database import reading
from app.modules.job.repository import JobRepository

LOOK_SECONDS = 0.3


class News:
    """Knows the number of the newest event of each job that is followed."""

    def __init__(self) -> None:
        self._followers: Counter[int] = Counter()
        self._newest: dict[int, int] = {}
        self._looked_at, self._is_looking = 0.0, False

    @contextmanager
    def followed(self, job_id: int) -> Iterator[None]:
        """Look after a job as long as somebody follows it."""
        self._followers[job_id] += 1
        try:
            yield
        finally:
            self._followers[job_id] -= 1
            if not self._followers[job_id]:
                del self._followers[job_id]
                self._newest.pop(job_id, None)

    async def may_be_after(self, job_id: int, number: int) -> bool:
        """Tell whether a job may have an event after this one: whatever is not known of yet may have any."""
        if time.monotonic() - self._looked_at >= LOOK_SECONDS and not self._is_looking:
            self._is_looking = True
            try:
                self._newest = await run_in_threadpool(_newest_events, list(self._followers))
                self._looked_at = time.monotonic()
            finally:
                self._is_looking = False
        newest = self._newest.get(job_id)
        return newest is None or newest > number


def _newest_events(job_ids: Sequence[int]) -> dict[int, int]:
    with reading() as session:
        return JobRepository(session).newest_events(job_ids)


news = News()
