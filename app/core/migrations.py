"""The database's schema: is it current, and bring it there."""

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
    """Point Alembic at the migrations."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER))
    return made


def current() -> str | None:
    """Tell which revision the database is at."""
    with engine().connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Tell which revision the app wants."""
    return ScriptDirectory.from_config(config()).get_current_head()


def is_current() -> bool:
    """Tell whether the database has the schema that the app wants."""
    return current() == head()


def upgrade_embedded() -> None:
    """Bring the embedded database to the newest schema, one process at a time; leave any other alone.

    Raises ConfigurationError for a database that a newer version of the studio has written.
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
