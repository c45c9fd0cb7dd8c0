"""Redis: its addresses and the client. One database holds the broker's messages, the next one other keys."""

from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import redis

from app.core.config import settings

KEY_PREFIX = "studio:"
RedisError = redis.RedisError


def _database_number() -> int:
    parts = urlsplit(settings().redis)
    if parts.scheme == "unix":
        return int(dict(parse_qsl(parts.query)).get("db", "0"))
    return int(parts.path.strip("/") or settings().redis_db)


def broker_address() -> str:
    """Return the URL of the broker's database, in the form that Celery expects."""
    parts = urlsplit(settings().redis)
    if parts.scheme != "unix":
        return settings().redis
    return f"redis+socket://{parts.path}?virtual_host={_database_number()}"


def state_address() -> str:
    """Return the URL of the database after the broker's: for the token blacklist and the counters."""
    parts, number = urlsplit(settings().redis), _database_number() + 1
    if parts.scheme == "unix":
        return f"unix://{parts.path}?{urlencode(dict(parse_qsl(parts.query)) | {'db': number})}"
    return urlunsplit(parts._replace(path=f"/{number}"))


@lru_cache
def client() -> redis.Redis:
    """Return this process's client; commands fail within two seconds when Redis does not answer."""
    return redis.Redis.from_url(
        state_address(),
        socket_timeout=2,
        socket_connect_timeout=1,
        health_check_interval=10,
        decode_responses=True,
    )
