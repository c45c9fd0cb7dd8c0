"""drop the unused name of a film: a download is named by its asset."""

import sqlalchemy as sa

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute("ALTER TABLE jobs DROP COLUMN film_name")
    else:
        op.drop_column("jobs", "film_name")


def downgrade() -> None:
    op.add_column("jobs", sa.Column("film_name", sa.String(255), nullable=True))
