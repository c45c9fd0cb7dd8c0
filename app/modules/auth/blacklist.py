"""The blacklist of dead sessions in Redis: the fast path beside the database's truth."""

import time
from collections.abc import Iterable

import structlog

from app.core.config import settings
from app.core.redis import KEY_PREFIX, RedisError, client
from app.modules.auth.tokens import Claims

SILENT_SECONDS = 1.0
log = structlog.get_logger()


class _Blacklist:
    """Never holds up a request for long: after a failure it is silent for a second."""

    def __init__(self) -> None:
        self._silent_until = 0.0

    def add(self, sids: Iterable[str]) -> None:
        """Refuse all tokens of these sessions from now on, best effort: their rows say so too."""
        try:
            with client().pipeline(transaction=False) as pipeline:
                for sid in sids:
                    pipeline.set(_key(sid), "1", ex=settings().session_max_seconds)
                pipeline.execute()
        except RedisError as error:
            self._fall_silent(error)

    def has(self, claims: Claims) -> bool:
        """Look a token up in one round trip; False when Redis is away, and the database decides."""
        if time.monotonic() < self._silent_until:
            return False
        try:
            return bool(client().exists(_key(claims.sid)))
        except RedisError as error:
            self._fall_silent(error)
            return False

    def _fall_silent(self, error: RedisError) -> None:
        self._silent_until = time.monotonic() + SILENT_SECONDS
        log.warning("blacklist.unreachable", reason=type(error).__name__)


def _key(sid: str) -> str:
    return f"{KEY_PREFIX}dead:sid:{sid}"


blacklist = _Blacklist()
