"""name the time when a task was published."""

import sqlalchemy as sa

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime().with_variant(sa.dialects.mysql.DATETIME(fsp=6), "mysql", "mariadb")


def upgrade() -> None:
    _rename("rung_at", "published_at")


def downgrade() -> None:
    _rename("published_at", "rung_at")


def _rename(old: str, new: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute(f"ALTER TABLE tasks RENAME COLUMN {old} TO {new}")
    else:
        op.alter_column("tasks", old, new_column_name=new, existing_type=MOMENT, existing_nullable=True)
