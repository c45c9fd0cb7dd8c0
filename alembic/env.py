"""How Alembic finds our database and our tables."""

import sys
from typing import Any

from alembic.operations import ops
from alembic.runtime.migration import MigrationInfo
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from alembic import command, context
from app import models
from app.core import migrations
from app.core.config import ConfigurationError
from app.core.database import describe_error, engine


def _drop_tables_whole(_: Any, __: Any, directives: list[ops.MigrationScript]) -> None:
    """Leave a table's indexes to the dropping of the table: MySQL keeps those that a foreign key needs."""
    for script in directives:
        steps = script.downgrade_ops.ops if script.downgrade_ops else []
        dropped = {step.table_name for step in steps if isinstance(step, ops.DropTableOp)}
        steps[:] = [
            step
            for step in steps
            if not (isinstance(step, ops.ModifyTableOps) and step.table_name in dropped)
        ]


def _run_on(connection: Connection) -> None:
    """Run the migrations over a connection; SQLite changes tables by copying them."""
    applied: list[str] = []
    context.configure(
        connection=connection,
        target_metadata=models.Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        process_revision_directives=_drop_tables_whole,
        on_version_apply=lambda step, **_: applied.append(_describe(step)),
    )
    with context.begin_transaction():
        context.run_migrations()
    if is_command():
        _report(applied)


def _describe(step: MigrationInfo) -> str:
    verb = "Upgraded to" if step.is_upgrade else "Downgraded from"
    revision = step.up_revision
    return f"{verb} {revision.revision}: {revision.doc}" if revision else f"{verb} {step.up_revision_id}"


def _report(applied: list[str]) -> None:
    for line in applied:
        context.config.print_stdout(line)
    if not applied and getattr(context.config.cmd_opts, "cmd", [None])[0] is command.upgrade:
        context.config.print_stdout(f"The database is already current ({migrations.current()}).")


def is_command() -> bool:
    """Return whether `alembic` itself runs, and not a part of the studio that upgrades its database."""
    return context.config.cmd_opts is not None


def run() -> None:
    """Run the migrations in one process at a time."""
    with engine().execution_options(is_writing=True).connect() as connection, migrations.lock(connection):
        _run_on(connection)


try:
    run()
except (ConfigurationError, OSError) as error:
    if not is_command():
        raise
    sys.exit(f"alembic: {error}")
except SQLAlchemyError as error:
    if not is_command():
        raise
    sys.exit(f"alembic: The database cannot be used: {describe_error(error)}.")
