"""The outbox: what must leave when its transaction commits, at least once."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey, Timestamps, affected, in_transaction
from app.core.tasks import Message, enqueue

CLAIM_SECONDS = 60
BACKOFF_SECONDS = (5, 30, 120, 600, 3600)


class OutboxRow(Timestamps, Base):
    """One thing to be sent by the named task; `message_id` stays the same however often it is tried."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "status", "due_at"), Index(None, "updated_at"), Base.__table_args__)

    id: Mapped[PrimaryKey]
    task: Mapped[str] = mapped_column(String(80))
    queue: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    message_id: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(16), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Moment, default=db_now())


def post(
    session: Session, task: str, queue: str, payload: dict[str, Any], delay_seconds: float = 0
) -> OutboxRow:
    """Put something in the outbox and ring for it when the transaction commits; the dispatcher rings later
    for what shall wait.
    """
    message_id, due_at = uuid.uuid4().hex, db_now(delay_seconds)
    row = OutboxRow(task=task, queue=queue, payload=payload, message_id=message_id, due_at=due_at)
    session.add(row)
    session.flush()
    if not delay_seconds:
        enqueue(session, task, row.id, queue)
    return row


def claim(row_id: int) -> OutboxRow | None:
    """Take a due row for a minute; None when it is sent already or somebody else has it."""

    def take(session: Session) -> OutboxRow | None:
        taken = affected(
            session,
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.status == "waiting", OutboxRow.due_at <= db_now())
            .values(due_at=db_now(CLAIM_SECONDS), attempts=OutboxRow.attempts + 1),
        )
        return session.get(OutboxRow, row_id) if taken else None

    return in_transaction(take)


def finish(row_id: int, status: str = "sent") -> None:
    """Note that a row has left, or was rightly dropped."""
    in_transaction(
        lambda session: session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(status=status))
    )


def postpone(row: OutboxRow) -> None:
    """Try a row again later, ever more slowly."""
    pause = BACKOFF_SECONDS[min(row.attempts, len(BACKOFF_SECONDS)) - 1]
    in_transaction(
        lambda session: affected(
            session, update(OutboxRow).where(OutboxRow.id == row.id).values(due_at=db_now(pause))
        )
    )


def due(session: Session, limit: int = 100) -> list[Message]:
    """List what should be rung for now."""
    rows = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.status == "waiting", OutboxRow.due_at <= db_now())
        .order_by(OutboxRow.due_at)
        .limit(limit)
    )
    return [Message(row.task, row.id, row.queue) for row in rows]
