"""The database schema: whether it is current, and its upgrade by Alembic."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from alembic import command
from app.core.config import ConfigurationError, settings
from app.core.database import engine

LOCK_FILE, LOCK_SECONDS = "migrate.lock", 600.0
# A statement may take thirty seconds at most.
LOCK_STEP = 10
NOT_CURRENT = (
    "The database is empty or of an older version: run `alembic upgrade head`, or use `studio up`, "
    "which upgrades it."
)
FOLDER = Path(__file__).parents[2] / "alembic"


def config() -> Config:
    """Return Alembic's configuration for the folder of migrations."""
    alembic = Config()
    alembic.set_main_option("script_location", str(FOLDER))
    return alembic


def current() -> str | None:
    """Return the revision of the database; None for an empty one."""
    with engine().connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Return the newest revision among the migrations."""
    return ScriptDirectory.from_config(config()).get_current_head()


def is_current() -> bool:
    """Return whether the database has the newest revision."""
    return current() == head()


def upgrade() -> bool:
    """Upgrade the configured database to the newest revision; return whether there was anything to do.

    The migrations run in one process at a time. Raises ConfigurationError when a newer version of the studio
    wrote the database.
    """
    found = current()
    if found == head():
        return False
    if found is not None and found not in list_known():
        raise ConfigurationError(
            f"The database ({_describe_database()}) was written by a newer version of the studio; "
            "use that version, or another database."
        )
    command.upgrade(config(), "head")
    return True


def upgrade_embedded() -> None:
    """Upgrade the embedded database, and leave any other one alone. Raises ConfigurationError."""
    if settings().has_embedded_database:
        upgrade()


def ensure_current() -> None:
    """Upgrade an embedded database, and check any other one, before a part of the studio starts on its own.

    A database that does not answer passes, because it may answer later. So does one that a newer version has
    upgraded: the older one runs on it. Raises ConfigurationError for an outdated or empty one.
    """
    upgrade_embedded()
    try:
        found = current()
    except DBAPIError:
        return
    if found is None or (found != head() and found in list_known()):
        raise ConfigurationError(NOT_CURRENT)


@contextmanager
def lock(connection: Connection) -> Iterator[None]:
    """Hold the lock for the migrations of a database: a file beside SQLite, otherwise one of the server."""
    if connection.dialect.name != "sqlite":
        with _lock_server(connection):
            yield
        return
    path = connection.engine.url.database
    with FileLock(f"{Path(path).parent / LOCK_FILE}") if path else nullcontext():
        yield


@contextmanager
def _lock_server(connection: Connection) -> Iterator[None]:
    name = f"studio.migrate.{hashlib.sha256(str(connection.engine.url.database).encode()).hexdigest()[:32]}"
    # DDL commits, and a lock of the server belongs to its connection: so it has a connection of its own.
    with connection.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as own:
        end = time.monotonic() + LOCK_SECONDS
        while not own.scalar(text("SELECT GET_LOCK(:name, :seconds)"), {"name": name, "seconds": LOCK_STEP}):
            if time.monotonic() > end:
                raise ConfigurationError("Another process has been upgrading the database for ten minutes.")
        try:
            yield
        finally:
            own.scalar(text("SELECT RELEASE_LOCK(:name)"), {"name": name})


def list_known() -> set[str]:
    """Return the revisions that this version of the studio has."""
    return {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}


def _describe_database() -> str:
    return settings().database.render_as_string(hide_password=True)
