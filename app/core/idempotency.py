"""Idempotency keys: a request that is sent again gets the answer of the first one."""

import json
from hashlib import sha256
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Index, String, UniqueConstraint, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, LongText, Moment, PrimaryKey, Timestamps, count_affected, in_transaction
from app.core.errors import AppError, Conflict, Invalid

CLAIM_SECONDS = 60
RETENTION_SECONDS = 24 * 3600


class IdempotencyKey(Timestamps, Base):
    """A key that a client sent for one route, and the answer to the first request with it.

    `fence` grows with each claim, so that a request whose claim was taken over creates nothing.
    """

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        UniqueConstraint("user_id", "route", "key"),
        Index(None, "created_at"),
        Base.__table_args__,
    )

    id: Mapped[PrimaryKey]
    user_id: Mapped[int]
    route: Mapped[str] = mapped_column(String(120))
    key: Mapped[str] = mapped_column(String(255))
    body_digest: Mapped[str] = mapped_column(String(64))
    claimed_until: Mapped[Any] = mapped_column(Moment)
    fence: Mapped[int] = mapped_column(default=1, server_default="1")
    status: Mapped[int | None]
    body: Mapped[str | None] = mapped_column(LongText)
    location: Mapped[str | None] = mapped_column(String(255))


class KeyMismatch(Invalid):
    code, title = "idempotency.mismatch", "Idempotency key used for another request"
    detail = "This Idempotency-Key was used before with another body; use a new key."


class KeyInFlight(Conflict):
    code, title = "idempotency.in_flight", "Request still running"
    detail = "The first request with this Idempotency-Key is still running; try again in a moment."
    retryable = True


class Replayed(AppError):
    """Raised to return the stored answer without running the endpoint; it is no failure."""

    def __init__(self, status: int, body: Any, location: str | None) -> None:
        super().__init__("This request was answered before.")
        self.answer_status, self.body, self.location = status, body, location


class Idempotency:
    """The use of an idempotency key by one request; without a key its methods do nothing.

    The constructor claims the key. It raises Replayed when the request was answered before, KeyInFlight while
    the first request runs, and KeyMismatch when the first request had another body.
    """

    def __init__(self, user_id: int, route: str, key: str | None, body: bytes) -> None:
        self.user_id, self.route, self.key = user_id, route, key
        self.digest = sha256(body).hexdigest()
        self._fence = self._claim() if key else 0

    def store_answer(
        self, session: Session, answer: BaseModel, status: int = 201, location: str | None = None
    ) -> BaseModel:
        """Store the answer in the transaction that creates the resource, and return the answer.

        Raises KeyInFlight when the claim has expired and another request has taken it over.
        """
        if self.key:
            stored = self._where_claimed(update(IdempotencyKey)).values(
                status=status, body=answer.model_dump_json(), location=location
            )
            if not count_affected(session, stored):
                raise KeyInFlight
        return answer

    def replace_answer(self, body: bytes, status: int) -> None:
        """Replace the stored answer by the JSON that the client has waited for; a repetition gets it too."""
        if self.key:
            is_own = IdempotencyKey.fence == self._fence
            replaced = self._where_key(update(IdempotencyKey)).where(is_own)
            in_transaction(
                lambda session: session.execute(replaced.values(status=status, body=body.decode()))
            )

    def release(self) -> None:
        """Release the key of a request that failed, so that it may be sent again."""
        if self.key:
            in_transaction(lambda session: session.execute(self._where_claimed(delete(IdempotencyKey))))

    def _where_claimed(self, statement: Any) -> Any:
        is_claimed = (IdempotencyKey.fence == self._fence) & IdempotencyKey.status.is_(None)
        return self._where_key(statement).where(is_claimed)

    def _where_key(self, statement: Any) -> Any:
        return statement.where(
            IdempotencyKey.user_id == self.user_id,
            IdempotencyKey.route == self.route,
            IdempotencyKey.key == self.key,
        )

    def _claim(self) -> int:
        """Claim the key and return the claim's fence."""
        try:
            return in_transaction(self._insert)
        except IntegrityError:
            return in_transaction(self._take_over)

    def _insert(self, session: Session) -> int:
        session.execute(
            self._where_key(delete(IdempotencyKey)).where(
                IdempotencyKey.created_at < db_now(-RETENTION_SECONDS)
            )
        )
        session.add(
            IdempotencyKey(
                user_id=self.user_id,
                route=self.route,
                key=self.key,
                body_digest=self.digest,
                claimed_until=db_now(CLAIM_SECONDS),
            )
        )
        return 1

    def _take_over(self, session: Session) -> int:
        row: IdempotencyKey | None = session.scalar(self._where_key(select(IdempotencyKey)).with_for_update())
        if row is None:
            raise KeyInFlight
        if row.body_digest != self.digest:
            raise KeyMismatch
        if row.status is not None:
            raise Replayed(row.status, json.loads(row.body or "null"), row.location)
        fence = row.fence + 1
        taken = count_affected(
            session,
            self._where_key(update(IdempotencyKey))
            .where(IdempotencyKey.status.is_(None), IdempotencyKey.claimed_until < db_now())
            .values(claimed_until=db_now(CLAIM_SECONDS), fence=fence),
        )
        if not taken:
            raise KeyInFlight
        return fence
