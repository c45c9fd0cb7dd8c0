"""keep the looks of a scene's characters as data."""

import sqlalchemy as sa

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("scenes", sa.Column("looks", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("scenes") as scenes:
        scenes.drop_column("looks")
