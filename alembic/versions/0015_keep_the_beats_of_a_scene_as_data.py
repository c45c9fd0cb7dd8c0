"""keep the beats of a scene as data."""

import sqlalchemy as sa

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("scenes", sa.Column("beats", sa.JSON(), nullable=True))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute("ALTER TABLE scenes DROP COLUMN beats")
    else:
        op.drop_column("scenes", "beats")
