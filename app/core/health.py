"""Is it up, and does everything that it needs answer?"""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel
from sqlalchemy import text

from app.core import migrations, redis
from app.core.config import ConfigurationError
from app.core.database import reading

State = Literal["ok", "failed"]


class Readiness(BaseModel):
    """Whether requests can be served, and each part by itself."""

    status: Literal["ready", "unavailable"]
    checks: dict[str, State]


def ask_database() -> None:
    """Raise when the database does not answer."""
    with reading() as session:
        session.execute(text("SELECT 1"))


def ask_migrations() -> None:
    """Raise when the database's schema is not the app's."""
    if not migrations.is_current():
        raise ConfigurationError("The database's schema is not current; run `alembic upgrade head`.")


def ask_redis() -> None:
    """Raise when Redis does not answer."""
    redis.client().ping()


def readiness(storage_check: Callable[[], None]) -> Readiness:
    """Ask every part; one that fails makes the whole unavailable."""
    asked = {
        "database": ask_database,
        "migrations": ask_migrations,
        "redis": ask_redis,
        "storage": storage_check,
    }
    checks: dict[str, State] = {name: "ok" if _answers(ask) else "failed" for name, ask in asked.items()}
    is_ready = all(state == "ok" for state in checks.values())
    return Readiness(status="ready" if is_ready else "unavailable", checks=checks)


def _answers(ask: Callable[[], None]) -> bool:
    try:
        ask()
    except Exception:
        return False
    return True
