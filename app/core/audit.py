"""The audit log: who did what to whom, when, from where, under which request; never a secret."""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, BigId, Moment, PrimaryKey

log = structlog.get_logger()


class AuditEvent(Base):
    """One security event; it outlives the account that it is about, so it refers to it by number only."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "at"),
        Index(None, "actor_id", "id"),
        Index(None, "action", "id"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    at: Mapped[datetime] = mapped_column(Moment, default=db_now())
    actor_id: Mapped[int | None] = mapped_column(BigId)
    action: Mapped[str] = mapped_column(String(64))
    target: Mapped[str | None] = mapped_column(String(64))
    ip: Mapped[str | None] = mapped_column(String(64))
    request_id: Mapped[str | None] = mapped_column(String(64))
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)


def record(
    session: Session, action: str, actor_id: int | None = None, target: str | None = None, **detail: Any
) -> None:
    """Note an event with the caller's transaction, and log it; address and request id come from the log's
    context."""
    around = structlog.contextvars.get_contextvars()
    session.add(
        AuditEvent(
            action=action,
            actor_id=actor_id,
            target=target,
            ip=around.get("ip"),
            request_id=around.get("request_id"),
            detail=detail,
        )
    )
    log.info(action, actor_id=actor_id, target=target, **detail)


def user_target(user_id: int) -> str:
    """Name a user as the target of an event."""
    return f"user:{user_id}"
