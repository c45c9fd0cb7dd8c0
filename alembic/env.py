"""How Alembic finds our database and our tables."""

from typing import Any

from alembic.operations import ops

from alembic import context
from app import models
from app.core.database import engine


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


def run() -> None:
    """Run the migrations over one connection; SQLite changes tables by copying them."""
    with engine().execution_options(is_writing=True).connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        context.configure(
            connection=connection,
            target_metadata=models.Base.metadata,
            render_as_batch=is_sqlite,
            compare_type=True,
            process_revision_directives=_drop_tables_whole,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
