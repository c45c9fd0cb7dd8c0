"""The wire shapes of scenes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Request, UtcTime, optional
from app.modules.project.schemas import ProjectRead
from app.vocabulary.light import Mood, TimeOfDay
from app.vocabulary.shots import Angle, CameraMove, ShotType

Prose = Annotated[str, StringConstraints(max_length=200_000)]
Line = Annotated[str, StringConstraints(max_length=2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Seconds = Annotated[float, Field(gt=0, le=600)]
MAX_SCENES_WITH_SHOTS = 200
"""The most scenes of a project that are read with their shots in one answer."""
_DERIVED = "An empty text means that it is derived from the scene's description."
_STAGED = "An empty text means that it is derived from the beats of the shot."


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
    duration_sec: Seconds = optional()


class SceneCreate(SceneUpdate):
    """A new scene; only its description is required, the rest is derived."""

    description: Annotated[Prose, StringConstraints(min_length=1, strip_whitespace=True)]
    scene_index: Annotated[int, Field(ge=0)] | None = None


class SceneOrder(Request):
    scene_ids: Annotated[list[int], Field(max_length=2000)]


class ShotUpdate(Request):
    """Any subset of what a writer may change in a shot."""

    action: Line = optional(description="What is seen, in a sentence.")
    characters: list[Name] = optional(max_length=50, description="Those in frame, the subject first.")
    props: list[Name] = optional(max_length=20, description="The things that matter.")
    shot_type: Literal[ShotType, ""] = optional(description=_STAGED)
    angle: Literal[Angle, ""] = optional(description=_STAGED)
    camera_move: Literal[CameraMove, ""] = optional(description=_STAGED)
    prompt: Prose = optional(description="The picture in your words, which overrule the staging; or nothing.")
    duration_sec: Seconds = optional(description="The least seconds: beyond its words the picture is held.")


class ShotSplit(Request):
    """Where a shot is split."""

    at: Annotated[int, Field(ge=0, description="An offset into the text, moved to the nearest word.")]


class ShotRead(BaseModel):
    """A shot; `text` is the part of the scene's narration that is heard while it is seen."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    scene_id: int
    shot_index: int
    number: str = Field(description="The scene's number and a letter.", examples=["3B"])
    text: str = Field(description="Joined, the texts of a scene's shots are its narration.")
    action: str = Field(description="What is seen, in a sentence.")
    characters: list[str] = Field(description="Those in frame, the subject first; names of the cast.")
    props: list[str] = Field(description="The things that matter.")
    shot_type: ShotType
    angle: Angle
    camera_move: CameraMove
    prompt: str = Field(
        description="The owner's words for the picture, which overrule the staging; or empty."
    )
    still_path: str | None = Field(description="A signed address of the still, which expires.")
    duration_sec: float = Field(description="The planned seconds on the screen.")
    is_edited: bool = Field(description="Whether a person has edited it.")
    created_at: UtcTime
    updated_at: UtcTime


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
    shots: list[ShotRead] | None = Field(
        description=f"In order; null in lists of more than {MAX_SCENES_WITH_SHOTS} scenes."
    )
    created_at: UtcTime
    updated_at: UtcTime


class ProjectWithScenes(ProjectRead):
    """A project with its scenes in order."""

    scenes: list[SceneRead]
