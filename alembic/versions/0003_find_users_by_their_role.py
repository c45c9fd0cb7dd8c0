"""find users by their role."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_users_role_id", "users", ["role", "id"])


def downgrade() -> None:
    op.drop_index("ix_users_role_id", "users")
