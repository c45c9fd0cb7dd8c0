"""The request and response schemas of projects."""

from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Request, UtcTime, optional
from app.modules.project.state import ProjectStatus
from app.vocabulary import closed
from app.vocabulary.frame import AspectRatio, Style

MAX_STORY_CHARACTERS = 200_000
DEFAULT_STYLE: Style = closed.STYLE.default
StoryFormat = Literal["prose", "fountain", "fdx"]


def _check_not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("The story is blank; write at least one sentence")
    return text


Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
StoryText = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_STORY_CHARACTERS),
    AfterValidator(_check_not_blank),
]
Description = Annotated[str, StringConstraints(max_length=5000)]
StyleWord = Annotated[Literal[Style, ""], AfterValidator(lambda word: word or DEFAULT_STYLE)]
Language = Annotated[str, StringConstraints(max_length=12, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")]
Seconds = Annotated[float, Field(ge=5, le=600)]
_STORY_NAMES = AliasChoices("story_text", "script")


class ProjectCreate(Request):
    """A new project; fields that are left out have defaults."""

    title: Title
    story_text: StoryText = Field(validation_alias=_STORY_NAMES)
    description: Description | None = None
    story_format: StoryFormat = "prose"
    duration_sec: Seconds | None = None
    style: StyleWord = DEFAULT_STYLE
    aspect_ratio: AspectRatio = "16:9"
    language: Language | None = None


class ProjectUpdate(Request):
    """Any subset of a project's fields."""

    title: Title = optional()
    story_text: StoryText = optional(validation_alias=_STORY_NAMES)
    description: Description | None = optional()
    story_format: StoryFormat = optional()
    duration_sec: Seconds | None = optional()
    style: StyleWord = optional()
    aspect_ratio: AspectRatio = optional()
    language: Language = optional()


class ProjectStatusChange(Request):
    status: ProjectStatus


class ProjectRead(BaseModel):
    """A project without its scenes."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    user_id: int
    title: str
    description: str | None
    story_text: str
    story_format: StoryFormat
    duration_sec: float | None
    style: Style
    aspect_ratio: AspectRatio
    language: str
    status: ProjectStatus
    video_path: str | None
    error_code: str | None
    error_message: str | None
    created_at: UtcTime
    updated_at: UtcTime
