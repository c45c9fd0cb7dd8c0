"""The route for admins to read what was spent on providers."""

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

# Pydantic would accept a number as a time stamp, and turn it into a day in 1970.
IsoDate = Annotated[date, BeforeValidator(lambda text: date.fromisoformat(text))]
router = APIRouter(prefix="/admin/costs", tags=["admin"], responses=problems(401, 403))


class SpendingRead(BaseModel):
    """One day's calls by user, project, provider and model. The id of a deleted user or project is null."""

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
        self.conditions = spending_filters(user_id, project_id, provider, since, until)


@router.get("", operation_id="list_costs", responses=problems(422))
def list_costs(
    _: CurrentAdmin,
    session: SessionDep,
    filters: Annotated[CostFilters, Depends()],
    page: PageNumber = 1,
    limit: PageLimit = 50,
) -> Answer[PageOf[SpendingRead]]:
    """List costs by day (UTC), user, project, provider and model, the newest day first."""
    rows, total = SpendingReport(session).list_(filters.conditions, page, limit)
    items = [SpendingRead.model_validate(row) for row in rows]
    return Answer(message="Costs", data=PageOf(items=items, total=total, page=page, limit=limit))
