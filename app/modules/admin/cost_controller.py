"""The route that tells admins what was spent."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict

from app.core.http import SessionDep
from app.core.problems import problems
from app.core.schemas import LARGEST_ID
from app.modules.admin.dependencies import PageLimit, PageNumber
from app.modules.admin.schemas import PageOf
from app.modules.auth.dependencies import CurrentAdmin
from app.modules.auth.schemas import Answer
from app.modules.task.spending import SpendingReport, spending_filters

# A number would be taken for a time stamp, and lead to a day in 1970.
Day = Annotated[date, BeforeValidator(lambda text: date.fromisoformat(text))]
router = APIRouter(prefix="/admin/costs", tags=["admin"], responses=problems(401, 403))


class SpendingRead(BaseModel):
    """One day's calls of one user, project, provider and model; ids are null once the thing is deleted."""

    model_config = ConfigDict(from_attributes=True)

    day: date
    user_id: int | None
    project_id: int | None
    provider: str
    model: str
    calls: int
    failed_calls: int
    unknown_calls: int
    unpriced_calls: int
    cost_usd: float


class Span:
    """Which calls are summed up."""

    def __init__(
        self,
        user_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
        project_id: Annotated[int | None, Query(ge=1, le=LARGEST_ID)] = None,
        provider: Annotated[str | None, Query(max_length=40)] = None,
        since: Day | None = None,
        until: Day | None = None,
    ) -> None:
        self.filters = spending_filters(user_id, project_id, provider, since, until)


@router.get("", operation_id="list_costs", responses=problems(422))
def list_costs(
    _: CurrentAdmin,
    session: SessionDep,
    span: Annotated[Span, Depends()],
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[PageOf[SpendingRead]]:
    """Sum up what was spent by day (UTC), user, project, provider and model, the newest day first."""
    rows, total = SpendingReport(session).list_(span.filters, page, limit)
    items = [SpendingRead.model_validate(row) for row in rows]
    return Answer(message="Costs", data=PageOf(items=items, total=total, page=page, limit=limit))
