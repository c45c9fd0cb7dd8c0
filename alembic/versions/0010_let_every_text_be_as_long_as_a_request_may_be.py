"""let every text be as long as a request may be."""

import sqlalchemy as sa

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# MySQL commits each change at once; changing a column that has its new type already does nothing.
COLUMNS = (
    ("scenes", "heading", False),
    ("scenes", "background_prompt", False),
    ("scenes", "setting", False),
    ("projects", "description", True),
    ("projects", "error_message", True),
    ("jobs", "error_message", True),
    ("job_transitions", "reason", False),
    ("tasks", "error_message", True),
    ("moderation_verdicts", "override_reason", True),
)
"""Tables, their columns, and whether these may be null."""


def upgrade() -> None:
    _change(sa.Text(), sa.dialects.mysql.MEDIUMTEXT())


def downgrade() -> None:
    _change(sa.dialects.mysql.MEDIUMTEXT(), sa.Text())


def _change(old: sa.types.TypeEngine[str], new: sa.types.TypeEngine[str]) -> None:
    if op.get_bind().dialect.name == "sqlite":
        return  # Its texts have no limit.
    for table, column, is_nullable in COLUMNS:
        op.alter_column(table, column, existing_type=old, type_=new, existing_nullable=is_nullable)
