"""Temporary databases for single tests, on the configured database server or in SQLite."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from alembic import command
from app.core import database, migrations
from app.core.config import settings


def _reset() -> None:
    database.reset_engine()
    settings.cache_clear()


@contextmanager
def _database_url(url: str) -> Iterator[None]:
    original = os.environ.get("DATABASE_URL")
    _reset()
    os.environ["DATABASE_URL"] = url
    try:
        yield
    finally:
        _reset()
        del os.environ["DATABASE_URL"]
        if original is not None:
            os.environ["DATABASE_URL"] = original
        _reset()


@contextmanager
def empty_database(folder: Path) -> Iterator[None]:
    """Point the app at an empty database, on the configured server if there is one."""
    url = settings().database
    if url.get_backend_name() == "sqlite":
        with _database_url(f"sqlite:///{folder / 'empty.db'}"):
            yield
        return
    name = f"studio_{secrets.token_hex(6)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} CHARACTER SET utf8mb4"))
        try:
            with _database_url(url.set(database=name).render_as_string(hide_password=False)):
                yield
        finally:
            connection.execute(text(f"DROP DATABASE {name}"))
    server.dispose()


@contextmanager
def migrated_database(folder: Path) -> Iterator[None]:
    """Point the app at a database with the newest schema and no rows."""
    with empty_database(folder):
        command.upgrade(migrations.config(), "head")
        yield
