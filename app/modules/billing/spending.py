"""The cost report, by day, user, project, provider and model."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, select
from sqlalchemy.orm import Session

from app.modules.billing.models import ProviderCall
from app.modules.billing.repository import COUNTED_USD

_DAY = func.date(ProviderCall.started_at)
_BY = (_DAY, ProviderCall.user_id, ProviderCall.project_id, ProviderCall.provider, ProviderCall.model)


class SpendingReport:
    """Sums up provider calls for admins."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def list_(self, filters: list[ColumnElement[bool]], page: int, limit: int) -> tuple[list[Row[Any]], int]:
        """Return a page of sums, the newest day first, and the number of all sums.

        In `cost_usd` a call of unknown outcome counts its greatest cost. `unpriced_calls` have no known price
        and add nothing to it.
        """
        grouped = self._group(filters)
        total = self.session.scalar(select(func.count()).select_from(grouped.subquery())) or 0
        ordered = grouped.order_by(_DAY.desc(), *_BY[1:]).offset((page - 1) * limit).limit(limit)
        return list(self.session.execute(ordered)), total

    @staticmethod
    def _group(filters: list[ColumnElement[bool]]) -> Select[Any]:
        def count(which: ColumnElement[bool]) -> ColumnElement[int]:
            return func.sum(case((which, 1), else_=0))

        is_unpriced = (ProviderCall.outcome == "done") & ProviderCall.cost_usd.is_(None)
        return (
            select(
                _DAY.label("day"),
                ProviderCall.user_id,
                ProviderCall.project_id,
                ProviderCall.provider,
                ProviderCall.model,
                func.count().label("calls"),
                count(ProviderCall.outcome == "failed").label("failed_calls"),
                count(ProviderCall.outcome == "unknown").label("unknown_calls"),
                count(is_unpriced).label("unpriced_calls"),
                func.coalesce(func.sum(COUNTED_USD), 0.0).label("cost_usd"),
            )
            .where(*filters)
            .group_by(*_BY)
        )


def list_spending_filters(
    user_id: int | None, project_id: int | None, provider: str | None, since: date | None, until: date | None
) -> list[ColumnElement[bool]]:
    """Return the conditions for calls of a user, project and provider, on days from `since` to `until`."""
    given = (
        (user_id, ProviderCall.user_id == user_id),
        (project_id, ProviderCall.project_id == project_id),
        (provider, ProviderCall.provider == provider),
    )
    matched = [condition for value, condition in given if value is not None]
    if since is not None:
        matched.append(ProviderCall.started_at >= datetime.combine(since, time.min))
    if until is not None:
        matched.append(ProviderCall.started_at <= datetime.combine(until, time.max))
    return matched
