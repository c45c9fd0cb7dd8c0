"""leave to shots what is theirs."""

import sqlalchemy as sa

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

NAMES = ("shot_type", "camera_move", "background_key", "duration_sec", "staging", "beats")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        for name in NAMES:
            op.execute(f"ALTER TABLE scenes DROP COLUMN {name}")
    else:
        # MySQL commits with each statement, and this change is one.
        op.execute(f"ALTER TABLE scenes {', '.join(f'DROP COLUMN {name}' for name in NAMES)}")


def downgrade() -> None:
    word = sa.String(length=40)
    op.add_column("scenes", sa.Column("shot_type", word, nullable=False, server_default="wide"))
    op.add_column("scenes", sa.Column("camera_move", word, nullable=False, server_default="static"))
    op.add_column("scenes", sa.Column("background_key", sa.String(length=255), nullable=True))
    op.add_column("scenes", sa.Column("duration_sec", sa.Float(), nullable=False, server_default="0"))
    op.add_column("scenes", sa.Column("staging", sa.JSON(), nullable=True))
    op.add_column("scenes", sa.Column("beats", sa.JSON(), nullable=True))
