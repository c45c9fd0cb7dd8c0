"""The request and response schemas of jobs."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)

from app.core.schemas import Id, Request, UtcTime, optional
from app.modules.character.models import VOICE_CHARACTERS
from app.modules.character.schemas import Name
from app.modules.job.state import JobStatus
from app.modules.task.coverage import Coverage
from app.modules.task.state import JobStageName
from app.vocabulary import closed
from app.vocabulary.frame import Resolution, Style
from app.vocabulary.light import Mood, TimeOfDay
from app.vocabulary.looks import Kind
from app.vocabulary.people import Age, Gender
from app.vocabulary.shots import Angle, CameraMove, ShotType

Subtitles = Literal["burned", "soft", "none"]
Transition = Literal["cut", "crossfade"]
StageStatus = Literal["waiting", "running", "done", "skipped"]


FRAME_RATES = (24, 25, 30)


def _check_frame_rate(fps: int) -> int:
    if fps not in FRAME_RATES:
        raise ValueError(f"The value must be one of {', '.join(map(str, FRAME_RATES))}")
    return fps


FrameRate = Annotated[
    int,
    AfterValidator(_check_frame_rate),
    WithJsonSchema({"type": "integer", "enum": list(FRAME_RATES)}),
]


def _check_music(value: Any, check: ValidatorFunctionWrapHandler) -> Any:
    try:
        return check(value)
    except ValidationError:
        raise ValueError("The value must be none, bed, or the id of a music asset") from None


Music = Annotated[Literal["none", "bed"] | Id, WrapValidator(_check_music)]


VoiceId = Annotated[str, StringConstraints(min_length=1, max_length=VOICE_CHARACTERS)]
MOST_VOICES = 100


def _check_voices(value: Any) -> Any:
    # An error for each of very many voices would take seconds.
    if isinstance(value, dict) and len(value) > MOST_VOICES:
        raise ValueError(f"The object must have at most {MOST_VOICES} names")
    return value


Voices = Annotated[dict[Name, VoiceId], Field(max_length=MOST_VOICES), BeforeValidator(_check_voices)]


class JobConfig(Request):
    """The settings of a film; all are optional."""

    resolution: Resolution = "720p"
    fps: FrameRate = 24
    audio: bool = True
    voice: VoiceId | None = Field(
        None,
        description="The narrator's, one of the voices in the options; by default that of the language.",
    )
    voices: Voices = Field(
        {},
        description="Voices of the options for characters, by a name or an alias. One named here beats the "
        "character's own `voice`; who has neither gets one by gender and age.",
    )
    subtitles: Subtitles = "burned"
    transition: Transition = "crossfade"
    music: Music = Field("bed", description="`none`, `bed`, or a music asset's id.")
    ambience: bool = Field(
        True, description="Whether places, weather and visible events are heard besides speech and music."
    )
    titles: bool = Field(
        True,
        description="Whether the film has cards: its title, the headings of its chapters, and the end with "
        "its credits. An empty title gives no title card.",
    )
    audio_volume: Annotated[float, Field(ge=0, le=1)] = 1.0
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0
    coverage: Coverage = Field(
        "auto",
        description="`shots` films every shot, `scene` each scene as one take of its first shot's still; "
        "`auto` is `shots` where pictures are free, and `scene` where each is paid for.",
    )


class JobCreate(Request):
    project_id: Id = Field(validation_alias=AliasChoices("project_id", "projectId"))
    config: JobConfig = JobConfig()


class JobStatusChange(Request):
    """A change of status that an external worker reports, or a cancellation by the owner."""

    status: JobStatus
    progress: Annotated[int, Field(ge=0, le=100)] | None = optional()
    error_message: Annotated[str, StringConstraints(max_length=2000)] | None = optional()


class StageRead(BaseModel):
    """The progress of one stage in tasks; the products of `cached` ones were made for an earlier film."""

    stage: JobStageName
    status: StageStatus
    done: int
    total: int
    cached: int


class FilmRead(BaseModel):
    """The finished film."""

    duration_sec: float
    width: int
    height: int
    size_bytes: int
    sha256: str


class JobRead(BaseModel):
    """A job."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    user_id: int
    status: JobStatus
    progress: int
    stages: list[StageRead]
    config: dict[str, Any]
    error_code: str | None
    error_message: str | None
    error_details: dict[str, Any] | None
    estimated_cost_usd: float | None
    actual_cost_usd: float | None
    retry_of: int | None
    queue_position: int | None
    output_video_url: str | None
    thumbnail_url: str | None
    film: FilmRead | None
    created_at: UtcTime
    updated_at: UtcTime
    started_at: UtcTime | None
    completed_at: UtcTime | None


class TransitionRead(BaseModel):
    """One change of a job's status."""

    model_config = ConfigDict(from_attributes=True)

    from_status: JobStatus | None
    to_status: JobStatus
    at: UtcTime
    actor: str
    reason: str


class ValidTransitions(BaseModel):
    """The statuses that may follow a job's present one."""

    current_status: JobStatus
    valid_transitions: list[JobStatus]


class VoiceRead(BaseModel):
    """A voice that this installation can speak with."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    language: str


class Vocabularies(BaseModel):
    """The words of the fields that take no others; an empty text means that the field is derived."""

    style: tuple[Style, ...] = closed.STYLE.words
    shot_type: tuple[ShotType, ...] = closed.SHOT_TYPE.words
    angle: tuple[Angle, ...] = closed.ANGLE.words
    camera_move: tuple[CameraMove, ...] = closed.CAMERA_MOVE.words
    time_of_day: tuple[TimeOfDay, ...] = closed.TIME_OF_DAY.words
    mood: tuple[Mood, ...] = closed.MOOD.words
    age: tuple[Age, ...] = closed.AGE.words
    gender: tuple[Gender, ...] = closed.GENDER.words
    kind: tuple[Kind, ...] = closed.KIND.words


class ExportFormats(BaseModel):
    """The formats in which a project or a job can be exported."""

    project: list[str] = []
    job: list[str] = []


class JobOptions(BaseModel):
    """The options of this installation: `config` lists the values of each setting, `defaults` its default.

    Voices speak `languages`; stories are understood in `understood_languages` only.
    """

    config: dict[str, list[Any]]
    defaults: dict[str, Any]
    styles: list[str]
    aspect_ratios: list[str]
    languages: list[str]
    understood_languages: list[str]
    voices: list[VoiceRead]
    vocabularies: Vocabularies
    exports: ExportFormats
