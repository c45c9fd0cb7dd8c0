"""name the character of an asset."""

import sqlalchemy as sa

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.add_column("assets", sa.Column("character_id", big_id, nullable=True))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute("ALTER TABLE assets DROP COLUMN character_id")
    else:
        op.drop_column("assets", "character_id")
