"""add the shots of scenes."""

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    moment = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), "mysql", "mariadb")
    long_text = sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb")
    op.create_table(
        "shots",
        sa.Column("id", big_id, nullable=False),
        sa.Column("scene_id", big_id, nullable=False),
        sa.Column("shot_index", sa.Integer(), nullable=False),
        sa.Column("text", long_text, nullable=False),
        sa.Column("action", long_text, nullable=False),
        sa.Column("characters", sa.JSON(), nullable=False),
        sa.Column("props", sa.JSON(), nullable=False),
        sa.Column("shot_type", sa.String(length=40), nullable=False),
        sa.Column("angle", sa.String(length=40), nullable=False),
        sa.Column("camera_move", sa.String(length=40), nullable=False),
        sa.Column("prompt", long_text, nullable=False),
        sa.Column("still_key", sa.String(length=255), nullable=True),
        sa.Column("duration_sec", sa.Float(), nullable=False),
        sa.Column("is_edited", sa.Boolean(), nullable=False),
        sa.Column("staging", sa.JSON(), nullable=True),
        sa.Column("beats", sa.JSON(), nullable=True),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["scene_id"], ["scenes.id"], name=op.f("fk_shots_scene_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shots")),
        sqlite_autoincrement=True,
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_bin",
    )
    op.create_index(op.f("ix_shots_scene_id_shot_index"), "shots", ["scene_id", "shot_index"])


def downgrade() -> None:
    op.drop_table("shots")
