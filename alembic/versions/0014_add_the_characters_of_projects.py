"""add the characters of projects."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
    op.create_table(
        "characters",
        sa.Column("id", big_id, nullable=False),
        sa.Column("project_id", big_id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("species", sa.String(length=200), nullable=True),
        sa.Column("age", sa.String(length=40), nullable=False),
        sa.Column("gender", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=200), nullable=True),
        sa.Column("look", sa.JSON(), nullable=True),
        sa.Column("prompt", sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb"), nullable=False),
        sa.Column("is_prompt_written", sa.Boolean(), nullable=False),
        sa.Column("voice", sa.String(length=80), nullable=True),
        sa.Column("portrait_key", sa.String(length=255), nullable=True),
        sa.Column("reference_asset_id", big_id, nullable=True),
        sa.Column("is_edited", sa.Boolean(), nullable=False),
        sa.Column("is_deleted", sa.Boolean(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_characters_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_characters")),
        sqlite_autoincrement=True,
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_bin",
    )
    op.create_index(op.f("ix_characters_project_id_position"), "characters", ["project_id", "position"])


def downgrade() -> None:
    op.drop_table("characters")
