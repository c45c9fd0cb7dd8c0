"""Limits on attempts, counted in Redis. While Redis is unreachable every attempt is refused."""

import math
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Self

import redis
import structlog
from limits import RateLimitItemPerSecond
from limits.errors import StorageError
from limits.storage import RedisStorage
from limits.strategies import MovingWindowRateLimiter

from app.core.errors import AppError, Unavailable
from app.core.redis import KEY_PREFIX, client, state_address

log = structlog.get_logger()


class TooManyRequests(AppError):
    status, code, title = 429, "request.throttled", "Too many requests"
    detail = "There were too many attempts; wait a while and try again."
    retryable = True

    @classmethod
    def for_seconds(cls, seconds: float) -> Self:
        """Return the error with a `Retry-After` header of at least one second."""
        return cls(headers={"Retry-After": str(max(1, math.ceil(seconds)))})


class ThrottleUnavailable(Unavailable):
    code: ClassVar[str] = "throttle.unavailable"
    detail = "Attempts cannot be counted right now; try again in a moment."


@lru_cache
def _limiter(connection: redis.Redis) -> MovingWindowRateLimiter:
    storage = RedisStorage(
        state_address(),
        connection_pool=connection.connection_pool,
        wrap_exceptions=True,
        key_prefix=f"{KEY_PREFIX}throttle",
    )
    return MovingWindowRateLimiter(storage)


@dataclass(frozen=True, slots=True)
class Throttle:
    """A limit of `limit` attempts for one key within a moving window of `seconds`."""

    name: str
    limit: int
    seconds: int

    def hit(self, key: str) -> None:
        """Count an attempt before it is made. Raises TooManyRequests or ThrottleUnavailable."""
        try:
            if _limiter(client()).hit(self._item, self.name, key):
                return
            free_at = _limiter(client()).get_window_stats(self._item, self.name, key).reset_time
        except StorageError as error:
            raise ThrottleUnavailable from error
        log.warning("request.throttled", throttle=self.name)
        raise TooManyRequests.for_seconds(free_at - time.time())

    def clear(self, key: str) -> None:
        """Reset the count of a key. Raises ThrottleUnavailable."""
        try:
            _limiter(client()).clear(self._item, self.name, key)
        except StorageError as error:
            raise ThrottleUnavailable from error

    @property
    def _item(self) -> RateLimitItemPerSecond:
        return RateLimitItemPerSecond(self.limit, self.seconds)
