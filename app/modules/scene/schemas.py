"""The wire shapes of scenes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Request, UtcTime, optional
from app.modules.project.schemas import ProjectRead
from app.vocabulary.light import Mood, TimeOfDay
from app.vocabulary.shots import CameraMove, ShotType

Prose = Annotated[str, StringConstraints(max_length=200_000)]
Line = Annotated[str, StringConstraints(max_length=2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_DERIVED = "An empty text means that it is derived from the scene's description."


class Dialogue(Request):
    """One spoken line."""

    model_config = ConfigDict(from_attributes=True, extra="forbid")

    character: Name
    line: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]


class SceneUpdate(Request):
    """Any subset of what a writer may change in a scene."""

    heading: Line = optional()
    description: Annotated[Prose, StringConstraints(min_length=1, strip_whitespace=True)] = optional()
    narration: Prose = optional()
    dialogue: list[Dialogue] = optional(max_length=2000)
    characters: list[Name] = optional(max_length=50)
    background_prompt: Prose = optional()
    character_prompts: list[Prose] = optional(max_length=50)
    setting: Line = optional()
    time_of_day: Literal[TimeOfDay, ""] = optional(description=_DERIVED)
    mood: Literal[Mood, ""] = optional(description=_DERIVED)
    shot_type: Literal[ShotType, ""] = optional(description=_DERIVED)
    camera_move: Literal[CameraMove, ""] = optional(description=_DERIVED)
    duration_sec: Annotated[float, Field(gt=0, le=600)] = optional()


class SceneCreate(SceneUpdate):
    """A new scene; only its description is required, the rest is derived."""

    description: Annotated[Prose, StringConstraints(min_length=1, strip_whitespace=True)]
    scene_index: Annotated[int, Field(ge=0)] | None = None


class SceneOrder(Request):
    scene_ids: Annotated[list[int], Field(max_length=2000)]


class SceneRead(BaseModel):
    """A scene; its paths are signed addresses that expire."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    scene_index: int
    heading: str
    description: str
    narration: str
    dialogue: list[Dialogue]
    characters: list[str]
    background_prompt: str
    background_path: str | None
    character_prompts: list[str]
    character_paths: list[str | None]
    setting: str
    time_of_day: TimeOfDay
    mood: Mood
    shot_type: ShotType
    camera_move: CameraMove
    duration_sec: float
    notes: list[str]
    created_at: UtcTime
    updated_at: UtcTime


class ProjectWithScenes(ProjectRead):
    """A project with its scenes in order."""

    scenes: list[SceneRead]
