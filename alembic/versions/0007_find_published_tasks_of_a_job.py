"""find published tasks of a job: the index follows its column's name."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OLD, NEW = "ix_tasks_job_id_status_rung_at", "ix_tasks_job_id_status_published_at"


def upgrade() -> None:
    _rename(OLD, NEW)


def downgrade() -> None:
    _rename(NEW, OLD)


def _rename(old: str, new: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(new, "tasks", ["job_id", "status", "published_at"])
        op.drop_index(old, "tasks")
    else:
        op.execute(f"ALTER TABLE tasks RENAME INDEX {old} TO {new}")
