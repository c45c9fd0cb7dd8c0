"""The request and response schemas of verdicts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from app.core.schemas import Request, UtcTime


class SpanRead(BaseModel):
    """A flagged part of a scene's or story's field: its start and end in characters, and its text."""

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
    """The reason for which flagged content may be used."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=1000)]
