"""The migrations, on the configured database server or SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from alembic import command
from app.core import migrations
from app.core.database import engine
from app.models import Base
from tests.databases import empty_database

pytestmark = pytest.mark.services

COLUMN_TYPES = {
    "sqlite": ({"DATETIME"}, "TEXT"),
    "mysql": ({"DATETIME(6)"}, "MEDIUMTEXT"),
    "mariadb": ({"DATETIME(6)"}, "MEDIUMTEXT"),
}
"""The types of all times and of stories, by dialect."""


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[None]:
    """A database without any table."""
    with empty_database(tmp_path):
        yield


def test_every_revision_goes_up_down_and_up_again(empty: None) -> None:
    scripts = ScriptDirectory.from_config(migrations.config())
    steps = [script.revision for script in reversed(list(scripts.walk_revisions()))]

    for step in steps:
        command.upgrade(migrations.config(), step)
        command.downgrade(migrations.config(), "-1")
        command.upgrade(migrations.config(), step)

    assert migrations.is_current()


def test_a_downgrade_to_the_base_leaves_no_table(empty: None) -> None:
    command.upgrade(migrations.config(), "head")

    command.downgrade(migrations.config(), "base")

    assert set(inspect(engine()).get_table_names()) <= {"alembic_version"}


def test_migrations_and_models_agree(empty: None) -> None:
    command.upgrade(migrations.config(), "head")

    with engine().connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)

    assert differences == []


def test_addresses_and_tokens_are_compared_byte_by_byte(empty: None) -> None:
    command.upgrade(migrations.config(), "head")
    insert = "INSERT INTO users (full_name, email, role, is_disabled, created_at, updated_at) VALUES "
    row = "('Ada', '{}', 'user', 0, '2026-01-01 00:00:00', '2026-01-01 00:00:00')"

    with engine().begin() as connection:
        for address in ("mike@example.org", "Mike@example.org", "m\u0131ke@example.org"):
            connection.execute(text(insert + row.format(address)))
        found = connection.scalars(text("SELECT email FROM users WHERE email = 'mike@example.org'")).all()

    assert found == ["mike@example.org"]


def test_times_keep_their_microseconds_and_stories_their_length(empty: None) -> None:
    command.upgrade(migrations.config(), "head")

    columns = {
        (table, column["name"]): column["type"].compile(engine().dialect).split(" ")[0]
        for table in inspect(engine()).get_table_names()
        for column in inspect(engine()).get_columns(table)
    }

    times = {kind for (_, name), kind in columns.items() if name.endswith("_at")}
    assert (times, columns[("projects", "story_text")]) == COLUMN_TYPES[engine().dialect.name]
