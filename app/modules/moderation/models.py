"""The verdicts of moderation checks, and their overrides."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.clock import db_now
from app.core.database import Base, LongText, Moment, PrimaryKey


class ModerationVerdict(Base):
    """The verdict on a story, a scene or a picture; an override applies to the same content from then on."""

    __tablename__ = "moderation_verdicts"
    __table_args__ = (
        Index(None, "project_id", "content_digest"),
        Index(None, "flagged", "id"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"))
    scene_id: Mapped[int | None] = mapped_column(ForeignKey("scenes.id", ondelete="SET NULL"), index=True)
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"), index=True)
    subject: Mapped[str] = mapped_column(String(16))
    flagged: Mapped[bool]
    categories: Mapped[list[str]] = mapped_column(JSON)
    scores: Mapped[dict[str, float]] = mapped_column(JSON)
    spans: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    provider: Mapped[str] = mapped_column(String(40))
    model: Mapped[str] = mapped_column(String(80))
    content_digest: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    overridden_by: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    overridden_at: Mapped[datetime | None] = mapped_column(Moment)
    override_reason: Mapped[str | None] = mapped_column(LongText)
