"""The request schemas of tasks outside a job."""

from typing import Literal

from pydantic import AliasChoices, Field

from app.core.schemas import Id, Request


class SegmentRequest(Request):
    project_id: Id = Field(validation_alias=AliasChoices("projectId", "project_id"))


class RenderRequest(Request):
    what: Literal["background", "characters", "all"]
