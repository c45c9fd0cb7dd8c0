"""The database schema: whether it is current, and its upgrade by Alembic."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from filelock import FileLock

from alembic import command
from app.core.config import ConfigurationError, settings
from app.core.database import engine

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


def upgrade_embedded() -> None:
    """Upgrade the embedded database to the newest revision, in one process at a time.

    Any other database is left alone. Raises ConfigurationError when a newer version of the studio wrote it.
    """
    if not settings().has_embedded_database:
        return
    with FileLock(settings().data / "migrate.lock"):
        found = current()
        known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
        if found is not None and found not in known:
            raise ConfigurationError(
                f"The database in {settings().data} was written by a newer version of the studio; "
                "use that version, or another --data folder."
            )
        if found != head():
            command.upgrade(config(), "head")
