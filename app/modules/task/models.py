"""Tasks, what they wait for, the provider calls they made, and providers that asked us to wait."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Double, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey, Timestamps
from app.modules.task.state import TaskStatus


class Task(Timestamps, Base):
    """One piece of queued work.

    `fence` grows with each claim, so that a worker which lost its lease can't change anything any more.
    `needs_left` counts the tasks that must be done before this one is due.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        Index(None, "status", "due_at"),
        Index(None, "status", "lease_until"),
        Index(None, "job_id", "status", "rung_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    scene_id: Mapped[int | None]
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
    rung_at: Mapped[datetime | None] = mapped_column(Moment)
    provider_job_id: Mapped[str | None] = mapped_column(String(255))
    artifact_id: Mapped[int | None] = mapped_column(ForeignKey("artifacts.id"), index=True)
    error_code: Mapped[str | None] = mapped_column(String(80))
    error_message: Mapped[str | None] = mapped_column(Text)
    cached: Mapped[bool] = mapped_column(default=False)
    progress: Mapped[float] = mapped_column(Float, default=0.0)
    run_seconds: Mapped[float | None] = mapped_column(Float)


class TaskNeed(Base):
    """One task waits for another."""

    __tablename__ = "task_needs"

    needed_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    task_id: Mapped[int] = mapped_column(
        ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class ProviderCall(Base):
    """A call that may cost money, written before it is made and completed after it.

    It outlives its task, its job and its project, so that a budget can't be emptied by deleting them.
    `answer_key` is where the answer is kept until the task is done: a call is never paid for twice.
    """

    __tablename__ = "provider_calls"
    __table_args__ = (
        Index(None, "user_id", "started_at"),
        Index(None, "request_digest", "user_id"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("projects.id", ondelete="SET NULL"), index=True)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id", ondelete="SET NULL"), index=True)
    fence: Mapped[int]
    stage: Mapped[str] = mapped_column(String(24))
    provider: Mapped[str] = mapped_column(String(40))
    model: Mapped[str] = mapped_column(String(80))
    request_digest: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(16), default="unknown")
    units: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    reserved_usd: Mapped[float | None] = mapped_column(Double)
    cost_usd: Mapped[float | None] = mapped_column(Double)
    provider_id: Mapped[str | None] = mapped_column(String(255))
    answer_key: Mapped[str | None] = mapped_column(String(255))
    started_at: Mapped[datetime] = mapped_column(Moment, default=db_now(), index=True)
    ended_at: Mapped[datetime | None] = mapped_column(Moment, index=True)


class SpendingDay(Base):
    """A user's day: its row is locked while a call is reserved, so that two never share the last dollar."""

    __tablename__ = "spending_days"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)


class ProviderBlock(Base):
    """A provider that asked everybody to wait."""

    __tablename__ = "provider_blocks"

    provider: Mapped[str] = mapped_column(String(40), primary_key=True)
    until: Mapped[datetime] = mapped_column(Moment)


class Worker(Base):
    """A worker process, as it last showed itself."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(String(200), primary_key=True)
    queues: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    seen_at: Mapped[datetime] = mapped_column(Moment, default=db_now(), index=True)
