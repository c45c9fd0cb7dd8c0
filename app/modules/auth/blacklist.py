"""The blacklist of closed sessions in Redis. It only saves queries: the rows in the database decide."""

import time
from collections.abc import Iterable

import structlog

from app.core.config import settings
from app.core.redis import KEY_PREFIX, RedisError, client
from app.modules.auth.tokens import Claims

PAUSE_AFTER_FAILURE_SECONDS = 1.0
log = structlog.get_logger()


class _Blacklist:
    """Looks sessions up without blocking a request for long: after a failure it skips Redis for a second."""

    def __init__(self) -> None:
        self._paused_until = 0.0

    def add(self, sids: Iterable[str]) -> None:
        """Blacklist the tokens of these sessions, best effort: their rows are revoked as well."""
        try:
            with client().pipeline(transaction=False) as pipeline:
                for sid in sids:
                    pipeline.set(_key(sid), "1", ex=settings().session_max_seconds)
                pipeline.execute()
        except RedisError as error:
            self._pause(error)

    def has(self, claims: Claims) -> bool:
        """Return whether a token's session is blacklisted; False when Redis does not answer."""
        if time.monotonic() < self._paused_until:
            return False
        try:
            return bool(client().exists(_key(claims.sid)))
        except RedisError as error:
            self._pause(error)
            return False

    def _pause(self, error: RedisError) -> None:
        self._paused_until = time.monotonic() + PAUSE_AFTER_FAILURE_SECONDS
        log.warning("blacklist.unreachable", reason=type(error).__name__)


def _key(sid: str) -> str:
    return f"{KEY_PREFIX}dead:sid:{sid}"


blacklist = _Blacklist()
