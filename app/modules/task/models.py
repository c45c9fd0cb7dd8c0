"""Tasks and their needs, blocked providers, and the heartbeats of workers."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import db_now
from app.core.database import Base, BigId, LongText, Moment, PrimaryKey, Timestamps
from app.modules.task.state import TaskStatus


class Task(Timestamps, Base):
    """One piece of queued work.

    `fence` grows with each claim, so that a worker that lost its lease can't record anything. `needs_left`
    counts the tasks that must be done before this one is due. `published_at` is when its message was last
    published; None when it has to be published.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        Index(None, "status", "due_at"),
        Index(None, "status", "lease_until"),
        Index(None, "job_id", "status", "published_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    scene_id: Mapped[int | None]
    character_id: Mapped[int | None] = mapped_column(BigId)
    shot_id: Mapped[int | None] = mapped_column(BigId)
    stage: Mapped[str] = mapped_column(String(24))
    queue: Mapped[str] = mapped_column(String(24))
    subject: Mapped[str] = mapped_column(String(120), unique=True)
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    status: Mapped[str] = mapped_column(String(16), default=TaskStatus.READY)
    needs_left: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    lost_count: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    lease_until: Mapped[datetime | None] = mapped_column(Moment)
    run_deadline_at: Mapped[datetime | None] = mapped_column(Moment)
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    provider_job_id: Mapped[str | None] = mapped_column(String(255))
    artifact_id: Mapped[int | None] = mapped_column(ForeignKey("artifacts.id"), index=True)
    error_code: Mapped[str | None] = mapped_column(String(80))
    error_message: Mapped[str | None] = mapped_column(LongText)
    cached: Mapped[bool] = mapped_column(default=False)
    progress: Mapped[float] = mapped_column(Float, default=0.0)
    run_seconds: Mapped[float | None] = mapped_column(Float)


class TaskNeed(Base):
    """An edge of a job's graph: the needed task must be done before the other one is due."""

    __tablename__ = "task_needs"

    needed_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    task_id: Mapped[int] = mapped_column(
        ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ProviderBlock(Base):
    """A provider that limits our requests: no task calls it until then."""

    __tablename__ = "provider_blocks"

    provider: Mapped[str] = mapped_column(String(40), primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)


class Worker(Base):
    """The heartbeat of a worker process."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    queues: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    seen_at: Mapped[datetime] = mapped_column(Moment, default=db_now(), index=True)
