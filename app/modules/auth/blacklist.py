"""The blacklist of dead sessions and tokens in Redis: the fast path beside the database's truth."""

import structlog

from app.core.config import settings
from app.core.redis import KEY_PREFIX, RedisError, client
from app.modules.auth.tokens import Claims

log = structlog.get_logger()


def _session_key(session_id: int) -> str:
    return f"{KEY_PREFIX}dead:sid:{session_id}"


def _token_key(jti: str) -> str:
    return f"{KEY_PREFIX}dead:jti:{jti}"


def add_session(session_id: int) -> None:
    """Refuse a session's tokens from now on, best effort: its row in the database says so too."""
    _add(_session_key(session_id))


def add_token(jti: str) -> None:
    """Refuse one token from now on, best effort."""
    _add(_token_key(jti))


def _add(key: str) -> None:
    try:
        client().set(key, "1", ex=settings().session_max_seconds)
    except RedisError as error:
        log.warning("blacklist.unreachable", reason=str(error))


def has(claims: Claims) -> bool:
    """Look a token up in one round trip; False when Redis is away, and the database decides."""
    try:
        return bool(client().exists(_session_key(claims.session_id), _token_key(claims.jti)))
    except RedisError as error:
        log.warning("blacklist.unreachable", reason=str(error))
        return False
