"""The request and response schemas of tasks outside a job."""

from typing import Literal

from pydantic import AliasChoices, BaseModel, Field

from app.core.schemas import Id, Request, UtcTime
from app.modules.task.state import RenderStatus


class SegmentRequest(Request):
    project_id: Id = Field(validation_alias=AliasChoices("projectId", "project_id"))


class RenderRequest(Request):
    what: Literal["background", "characters", "all"]


class RenderRead(BaseModel):
    """A still or a portrait that is drawn outside a job."""

    id: int
    status: RenderStatus
    error_code: str | None = Field(description="Why it failed, for programs; else null.")
    error_message: str | None = Field(description="Why it failed, for people; else null.")
    scene_id: int | None = Field(description="The scene of a still, or of a portrait for one scene only.")
    shot_id: int | None = Field(description="The shot of a still.")
    character_id: int | None = Field(description="The character of a portrait.")
    created_at: UtcTime
    completed_at: UtcTime | None = Field(description="When it was drawn or has failed.")
