"""count the claims of an idempotency key."""

import sqlalchemy as sa

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("idempotency_keys", sa.Column("fence", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place, as in the other revisions.
        op.execute("ALTER TABLE idempotency_keys DROP COLUMN fence")
    else:
        op.drop_column("idempotency_keys", "fence")
