"""The book of calls that may cost money: written before each one, settled after it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.prices import cost
from app.modules.task.models import ProviderCall, SpendingDay
from app.providers.ledger import Answer, BillableRequest


class CallBook:
    """Finds and keeps the rows of calls."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_answered(self, user_id: int, order: BillableRequest) -> ProviderCall | None:
        """Find the same call of the same user whose answer is still kept."""
        return self.session.scalar(
            select(ProviderCall)
            .where(
                ProviderCall.request_digest == order.digest,
                ProviderCall.user_id == user_id,
                ProviderCall.answer_key.is_not(None),
            )
            .limit(1)
        )

    def add(self, call: ProviderCall) -> ProviderCall:
        self.session.add(call)
        self.session.flush()
        return call

    def settle(self, call_id: int, outcome: str, **facts: Any) -> None:
        """Write down how a call ended."""
        changed = {"outcome": outcome, "ended_at": db_now(), **facts}
        self.session.execute(update(ProviderCall).where(ProviderCall.id == call_id).values(**changed))

    def forget_answers(self, which: ColumnElement[bool]) -> list[str]:
        """Let go of kept answers; gives the keys of their files."""
        kept = which & ProviderCall.answer_key.is_not(None)
        keys = list(self.session.scalars(select(ProviderCall.answer_key).where(kept)))
        if keys:
            self.session.execute(update(ProviderCall).where(kept).values(answer_key=None))
        return [key for key in keys if key is not None]

    def spent_on_job(self, job_id: int) -> float:
        """Sum up what a job has cost and may yet cost, in US dollars."""
        return self._sum(ProviderCall.job_id == job_id)

    def spent_today(self, user_id: int) -> float:
        """Sum up a user's day in US dollars."""
        return self._sum((ProviderCall.user_id == user_id) & (ProviderCall.started_at >= self.today()))

    def costs_of_jobs(self, job_ids: Sequence[int]) -> dict[int, float | None]:
        """Sum up what jobs have cost so far; None for one with a call whose price nobody knows."""
        rows = self.session.execute(
            select(
                ProviderCall.job_id,
                func.coalesce(func.sum(ProviderCall.cost_usd), 0.0),
                func.sum(
                    case(((ProviderCall.outcome == "done") & ProviderCall.cost_usd.is_(None), 1), else_=0)
                ),
            )
            .where(ProviderCall.job_id.in_(list(job_ids)))
            .group_by(ProviderCall.job_id)
        )
        return {
            job_id: None if unpriced else round(total, 6)
            for job_id, total, unpriced in rows
            if job_id is not None
        }

    def lock_day(self, user_id: int) -> None:
        """Let one call of a user be reserved at a time, where a budget for the day is set."""
        key = {"user_id": user_id, "day": self.today().date()}
        if self.session.get(SpendingDay, key, with_for_update=True) is not None:
            return
        try:
            with self.session.begin_nested():
                self.session.add(SpendingDay(**key))
        except IntegrityError:
            self.session.get(SpendingDay, key, with_for_update=True)

    def today(self) -> datetime:
        """Give the midnight in UTC at which the database's day began."""
        now: datetime = self.session.scalar(select(db_now()))  # type: ignore[assignment]  # never NULL
        return now.replace(hour=0, minute=0, second=0, microsecond=0)

    def _sum(self, which: ColumnElement[bool]) -> float:
        return float(self.session.scalar(select(func.coalesce(func.sum(WEIGHT), 0.0)).where(which)) or 0.0)


# A call whose end nobody knows counts as much as it may have cost.
WEIGHT = func.coalesce(
    ProviderCall.cost_usd, case((ProviderCall.outcome == "unknown", ProviderCall.reserved_usd), else_=0.0)
)


def price_of(order: BillableRequest, day: date) -> float | None:
    """Give the most that a call may cost in US dollars; None when the price is not known."""
    return cost(settings().prices, order.model, order.units, day)


def cost_of(order: BillableRequest, answer: Answer, day: date) -> float | None:
    """Give what a call has cost in US dollars; None when the price is not known."""
    return cost(settings().prices, order.model, answer.units, day)
