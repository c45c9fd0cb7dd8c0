"""The response schemas of costs."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class SpendingRead(BaseModel):
    """One day's calls of one user, project, provider and model; ids are null once their row is deleted."""

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
