"""Databases of a test's own: empty ones of the configured kind, and one full of rows."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from alembic import command
from app.core import database, migrations
from app.core.config import settings


def _forget() -> None:
    if database.engine.cache_info().currsize:
        database.engine().dispose()
    for made in (settings, database.engine, database._writing_factory, database._reading_factory):
        made.cache_clear()


@contextmanager
def _pointing_at(address: str) -> Iterator[None]:
    before = os.environ.get("DATABASE_URL")
    _forget()
    os.environ["DATABASE_URL"] = address
    try:
        yield
    finally:
        _forget()
        del os.environ["DATABASE_URL"]
        if before is not None:
            os.environ["DATABASE_URL"] = before
        _forget()


@contextmanager
def empty_database(folder: Path) -> Iterator[None]:
    """Point the app at an empty database, on the configured server if there is one."""
    url = settings().database
    if url.get_backend_name() == "sqlite":
        with _pointing_at(f"sqlite:///{folder / 'empty.db'}"):
            yield
        return
    name = f"studio_{secrets.token_hex(6)}"
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} CHARACTER SET utf8mb4"))
        try:
            with _pointing_at(url.set(database=name).render_as_string(hide_password=False)):
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
