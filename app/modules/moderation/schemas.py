"""The wire shapes of verdicts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from app.core.schemas import Request, UtcTime


class SpanRead(BaseModel):
    """What is objected to: where it stands in a field of the scene or the story, and its words."""

    field: str
    start: int
    end: int
    text: str


class VerdictRead(BaseModel):
    """A verdict; `job_id` is null for one made outside a job."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    scene_id: int | None
    job_id: int | None
    subject: str
    flagged: bool
    categories: list[str]
    scores: dict[str, float]
    spans: list[SpanRead]
    provider: str
    model: str
    created_at: UtcTime
    overridden_by: int | None
    overridden_at: UtcTime | None
    override_reason: str | None


class VerdictOverride(Request):
    """Why the content may be used all the same."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=1000)]
