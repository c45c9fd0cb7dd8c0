"""claim the inspection of an upload."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
    op.add_column("assets", sa.Column("inspection_until", moment, nullable=True))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # In place: Alembic's batch mode would copy the table, and cascade through its references.
        op.execute("ALTER TABLE assets DROP COLUMN inspection_until")
    else:
        op.drop_column("assets", "inspection_until")
