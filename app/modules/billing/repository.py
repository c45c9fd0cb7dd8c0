"""The queries of provider calls and their costs."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.modules.billing.models import ProviderCall, SpendingDay, StudioDay

# A call of unknown outcome is counted with the greatest cost that it may have had.
COUNTED_USD = func.coalesce(
    ProviderCall.cost_usd, case((ProviderCall.outcome == "unknown", ProviderCall.reserved_usd), else_=0.0)
)


class ProviderCallRepository:
    """Finds and stores provider calls."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_answered(self, user_id: int, request_digest: str) -> ProviderCall | None:
        return self.session.scalar(
            select(ProviderCall)
            .where(
                ProviderCall.request_digest == request_digest,
                ProviderCall.user_id == user_id,
                ProviderCall.answer_key.is_not(None),
            )
            .limit(1)
        )

    def add(self, call: ProviderCall) -> ProviderCall:
        self.session.add(call)
        self.session.flush()
        return call

    def update(self, call_id: int, values: Mapping[str, object]) -> None:
        self.session.execute(update(ProviderCall).where(ProviderCall.id == call_id).values(**values))

    def drop_answers(self, which: ColumnElement[bool]) -> list[str]:
        """Clear the answer keys of these calls, and return the keys that were set."""
        has_answer = which & ProviderCall.answer_key.is_not(None)
        keys = list(self.session.scalars(select(ProviderCall.answer_key).where(has_answer)))
        if keys:
            self.session.execute(update(ProviderCall).where(has_answer).values(answer_key=None))
        return [key for key in keys if key is not None]

    @staticmethod
    def is_of_job(job_id: int) -> ColumnElement[bool]:
        return ProviderCall.job_id == job_id

    def is_of_today(self) -> ColumnElement[bool]:
        return ProviderCall.started_at >= self.get_midnight()

    def is_of_user_today(self, user_id: int) -> ColumnElement[bool]:
        return (ProviderCall.user_id == user_id) & self.is_of_today()

    def sum_usd(self, which: ColumnElement[bool]) -> float:
        total = self.session.scalar(select(func.coalesce(func.sum(COUNTED_USD), 0.0)).where(which))
        return float(total or 0.0)

    def list_costs_of_jobs(self, job_ids: Sequence[int]) -> dict[int, float | None]:
        """Return the US dollars that each job has cost so far; None where a call's price is not known."""
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
        """Lock the row of a user's day."""
        self._lock_row(SpendingDay, user_id=user_id, day=self.get_midnight().date())

    def lock_studio_day(self) -> None:
        """Lock the row of the day of all users."""
        self._lock_row(StudioDay, day=self.get_midnight().date())

    def _lock_row(self, table: type[SpendingDay | StudioDay], **key: object) -> None:
        """Lock the row with this key, which is created on first use."""
        if self.session.get(table, key, with_for_update=True) is not None:
            return
        try:
            with self.session.begin_nested():
                self.session.add(table(**key))
        except IntegrityError:
            self.session.get(table, key, with_for_update=True)

    def get_midnight(self) -> datetime:
        """Return the beginning, in UTC, of the day of the database's clock."""
        now: datetime = self.session.scalar(select(db_now()))  # type: ignore[assignment]  # never NULL
        return now.replace(hour=0, minute=0, second=0, microsecond=0)
