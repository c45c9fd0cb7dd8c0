"""The outbox: rows written with a transaction, for tasks that must run at least once after its commit."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, PrimaryKey, Timestamps, count_affected, in_transaction
from app.core.tasks import Message, enqueue

CLAIM_SECONDS = 60
BACKOFF_SECONDS = (5, 30, 120, 600, 3600)


class OutboxRow(Timestamps, Base):
    """The input of one run of a task. `message_id` stays the same in all attempts."""

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
    """Add a row, and publish a message for it when the transaction commits.

    With `delay_seconds` the dispatcher publishes the message once the row is due.
    """
    message_id, due_at = uuid.uuid4().hex, db_now(delay_seconds)
    row = OutboxRow(task=task, queue=queue, payload=payload, message_id=message_id, due_at=due_at)
    session.add(row)
    session.flush()
    if not delay_seconds:
        enqueue(session, task, row.id, queue)
    return row


def claim(row_id: int) -> OutboxRow | None:
    """Claim a due row for a minute and return it; None when it is finished or claimed by another worker."""

    def claim_row(session: Session) -> OutboxRow | None:
        claimed = count_affected(
            session,
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.status == "waiting", OutboxRow.due_at <= db_now())
            .values(due_at=db_now(CLAIM_SECONDS), attempts=OutboxRow.attempts + 1),
        )
        return session.get(OutboxRow, row_id) if claimed else None

    return in_transaction(claim_row)


def finish(row_id: int, status: str = "sent") -> None:
    """Set the final status of a row: `sent`, or why it was not sent."""
    in_transaction(
        lambda session: session.execute(update(OutboxRow).where(OutboxRow.id == row_id).values(status=status))
    )


def schedule_retry(row: OutboxRow) -> None:
    """Make a claimed row due again after a pause that grows with its attempts, from 5 seconds to an hour."""
    pause = BACKOFF_SECONDS[min(row.attempts, len(BACKOFF_SECONDS)) - 1]
    in_transaction(
        lambda session: count_affected(
            session, update(OutboxRow).where(OutboxRow.id == row.id).values(due_at=db_now(pause))
        )
    )


def list_due(session: Session, limit: int = 100) -> list[Message]:
    """Return the messages of due rows, the longest due first."""
    rows = session.scalars(
        select(OutboxRow)
        .where(OutboxRow.status == "waiting", OutboxRow.due_at <= db_now())
        .order_by(OutboxRow.due_at)
        .limit(limit)
    )
    return [Message(row.task, row.id, row.queue) for row in rows]
