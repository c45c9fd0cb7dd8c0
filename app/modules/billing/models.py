"""Provider calls that may cost money, and the days whose budgets they count against."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, Double, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey


class ProviderCall(Base):
    """A call that may cost money, stored before it is made and completed after it.

    It outlives its task, its job and its project, so that a budget can't be emptied by deleting them.
    `answer_key` is the storage key of the answer until the task is done, so that no call is paid for twice.
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
    """A user's day; its row is locked while a call is reserved, so that two calls can't exceed the budget."""

    __tablename__ = "spending_days"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)


class StudioDay(Base):
    """A day of all users together; its row is locked like that of a user's day."""

    __tablename__ = "studio_days"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
