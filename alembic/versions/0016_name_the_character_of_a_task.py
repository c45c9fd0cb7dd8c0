"""name the character of a task."""

import sqlalchemy as sa

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "tasks",
        sa.Column("character_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute("ALTER TABLE tasks DROP COLUMN character_id")
    else:
        op.drop_column("tasks", "character_id")
