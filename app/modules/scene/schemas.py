"""The wire shapes of scenes."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Request, UtcTime
from app.modules.project.schemas import ProjectRead

Prose = Annotated[str, StringConstraints(max_length=200_000)]
Line = Annotated[str, StringConstraints(max_length=2000)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Dialogue(Request):
    """One spoken line."""

    model_config = ConfigDict(from_attributes=True, extra="forbid")

    character: Name
    line: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]


class SceneUpdate(Request):
    """Any subset of what a writer may change in a scene."""

    heading: Line = ""
    description: Annotated[Prose, StringConstraints(min_length=1, strip_whitespace=True)] = ""
    narration: Prose = ""
    dialogue: list[Dialogue] = Field([], max_length=2000)
    characters: list[Name] = Field([], max_length=50)
    background_prompt: Prose = ""
    character_prompts: list[Prose] = Field([], max_length=50)
    setting: Line = ""
    time_of_day: Word = ""
    mood: Word = ""
    shot_type: Word = ""
    camera_move: Word = ""
    duration_sec: Annotated[float, Field(gt=0, le=600)] = 5.0


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
    time_of_day: str
    mood: str
    shot_type: str
    camera_move: str
    duration_sec: float
    notes: list[str]
    created_at: UtcTime
    updated_at: UtcTime


class ProjectWithScenes(ProjectRead):
    """A project with its scenes in order."""

    scenes: list[SceneRead]
