"""The audit log: who did what, to which target, when, from which address and in which request. No secrets."""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, BigId, Moment, PrimaryKey

log = structlog.get_logger()


class AuditEvent(Base):
    """One security event. It outlives the account that it concerns, so it stores only the account's id."""

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
    """Add an event to the caller's transaction, and log it.

    The IP address and the request id are taken from the context variables of the log.
    """
    context = structlog.contextvars.get_contextvars()
    session.add(
        AuditEvent(
            action=action,
            actor_id=actor_id,
            target=target,
            ip=context.get("ip"),
            request_id=context.get("request_id"),
            detail=detail,
        )
    )
    log.info(action, actor_id=actor_id, target=target, **detail)


def user_target(user_id: int) -> str:
    """Return the target text for an event about a user: `user:<id>`."""
    return f"user:{user_id}"
