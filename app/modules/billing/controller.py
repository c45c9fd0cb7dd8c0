"""The route of the cost report, for admins."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BeforeValidator

from app.core.http import PageLimit, PageNumber, SessionDep
from app.core.problems import problems
from app.core.schemas import LARGEST_ID, NumberedPage
from app.modules.auth.dependencies import CurrentAdmin
from app.modules.auth.schemas import Answer
from app.modules.billing.schemas import SpendingRead
from app.modules.billing.spending import SpendingReport, list_spending_filters


def _read_day(text: str) -> date:
    # Pydantic would accept a number as a time stamp, and turn it into a day in 1970.
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("A day such as 2026-01-31 is required") from None


IsoDate = Annotated[date, BeforeValidator(_read_day)]
router = APIRouter(prefix="/admin/costs", tags=["admin"], responses=problems(401, 403))


class CostFilters:
    """The query parameters that select provider calls."""

    def __init__(
        self,
        user_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
        project_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
        provider: Annotated[str | None, Query(max_length=40)] = None,
        since: IsoDate | None = None,
        until: IsoDate | None = None,
    ) -> None:
        self.conditions = list_spending_filters(user_id, project_id, provider, since, until)


@router.get("", operation_id="list_costs", responses=problems(422))
def list_costs(
    _: CurrentAdmin,
    session: SessionDep,
    filters: Annotated[CostFilters, Depends()],
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[NumberedPage[SpendingRead]]:
    """List costs by day (UTC), user, project, provider and model, the newest day first."""
    rows, total = SpendingReport(session).list_(filters.conditions, page, limit)
    items = [SpendingRead.model_validate(row) for row in rows]
    return Answer(message="Costs", data=NumberedPage(items=items, total=total, page=page, limit=limit))
