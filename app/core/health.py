"""Readiness: whether the database, its schema, Redis and the storage answer."""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel
from sqlalchemy import text

from app.core import migrations, redis
from app.core.config import ConfigurationError
from app.core.database import reading

State = Literal["ok", "failed"]


class Readiness(BaseModel):
    """Whether requests can be served, with the state of each part."""

    status: Literal["ready", "unavailable"]
    checks: dict[str, State]


def check_database() -> None:
    """Raise SQLAlchemyError when the database does not answer."""
    with reading() as session:
        session.execute(text("SELECT 1"))


def check_migrations() -> None:
    """Raise ConfigurationError when the schema of the database is not the one that this version needs."""
    if not migrations.is_current():
        raise ConfigurationError("The database's schema is not current; run `alembic upgrade head`.")


def check_redis() -> None:
    """Raise RedisError when Redis does not answer."""
    redis.client().ping()


def check_readiness(check_storage: Callable[[], None]) -> Readiness:
    """Run every check and return their results; after any failure the status is `unavailable`."""
    checks = {
        "database": check_database,
        "migrations": check_migrations,
        "redis": check_redis,
        "storage": check_storage,
    }
    states: dict[str, State] = {name: "ok" if _passes(check) else "failed" for name, check in checks.items()}
    is_ready = all(state == "ok" for state in states.values())
    return Readiness(status="ready" if is_ready else "unavailable", checks=states)


def _passes(check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception:
        return False
    return True
