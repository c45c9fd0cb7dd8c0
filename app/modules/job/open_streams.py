"""The limit on the event streams that a user may have open at once in one API process."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from app.core.config import settings
from app.modules.job.errors import TooManyStreams

RETRY_SECONDS = 5


class OpenStreams:
    """Counts the open event streams of each user."""

    def __init__(self) -> None:
        self._counts: Counter[int] = Counter()

    def count(self, user_id: int) -> int:
        """Return how many streams a user has open."""
        return self._counts[user_id]

    def check(self, user_id: int) -> None:
        """Raise TooManyStreams when a user may open no further stream."""
        if self.count(user_id) >= settings().max_event_streams_per_user:
            raise TooManyStreams.for_seconds(RETRY_SECONDS)

    @contextmanager
    def open(self, user_id: int) -> Iterator[None]:
        """Count a stream until the context ends."""
        self._counts[user_id] += 1
        try:
            yield
        finally:
            self._counts[user_id] -= 1
            if not self._counts[user_id]:
                del self._counts[user_id]


open_streams = OpenStreams()
