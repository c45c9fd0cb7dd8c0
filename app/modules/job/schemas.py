"""The request and response schemas of jobs."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, BaseModel, ConfigDict, Field, StringConstraints

from app.core.schemas import Id, Request, UtcTime
from app.modules.job.state import JobStatus
from app.vocabulary.frame import Resolution

Subtitles = Literal["burned", "soft", "none"]
Transition = Literal["cut", "crossfade"]
StageStatus = Literal["waiting", "running", "done", "skipped"]


FRAME_RATES = (24, 25, 30)


def _check_frame_rate(fps: int) -> int:
    if fps not in FRAME_RATES:
        raise ValueError(f"fps must be one of {', '.join(map(str, FRAME_RATES))}")
    return fps


class JobConfig(Request):
    """The settings of a film; all are optional."""

    resolution: Resolution = "720p"
    fps: Annotated[int, AfterValidator(_check_frame_rate)] = 24
    audio: bool = True
    voice: Annotated[str, StringConstraints(min_length=1, max_length=80)] | None = Field(
        None, description="One of the voices in the options; by default the narrator of the language."
    )
    subtitles: Subtitles = "burned"
    transition: Transition = "crossfade"
    music: Literal["none", "bed"] | Id = Field("none", description="`none`, `bed`, or a music asset's id.")
    audio_volume: Annotated[float, Field(ge=0, le=1)] = 1.0
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 0


class JobCreate(Request):
    project_id: Id = Field(validation_alias=AliasChoices("project_id", "projectId"))
    config: JobConfig = JobConfig()


class JobStatusChange(Request):
    """A change of status that an external worker reports, or a cancellation by the owner."""

    status: JobStatus
    progress: Annotated[int, Field(ge=0, le=100)] | None = None
    error_message: Annotated[str, StringConstraints(max_length=2000)] | None = None


class StageRead(BaseModel):
    """The progress of one stage in tasks; the products of `cached` ones were made for an earlier film."""

    stage: str
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


class JobOptions(BaseModel):
    """The options of this installation: `config` lists the values of each setting, `defaults` its default."""

    config: dict[str, list[Any]]
    defaults: dict[str, Any]
    styles: list[str]
    aspect_ratios: list[str]
    languages: list[str]
    voices: list[VoiceRead]
