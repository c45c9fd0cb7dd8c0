"""The request and response schemas of assets."""

from typing import Annotated, Any, Literal, Self

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from app.core.schemas import Id, Request, UtcTime

AssetType = Literal[
    "background",
    "board",
    "character",
    "clip",
    "narration",
    "music",
    "subtitle",
    "film",
    "thumbnail",
    "reference",
]


UploadType = Literal["reference", "background", "board", "character", "music", "narration", "film", "clip"]


class UploadRequest(Request):
    """A file that is to be uploaded.

    A `background`, `character` or `narration` belongs to a scene when `scene_id` names one, or when the
    file's name does by its place in the film, counted from 1: `scene-3.wav`. It is then used in place of
    what would be drawn or spoken; a scene's `background` is the still of its first shot. A `board` is the
    still of the shot that `shot_id` names. With `character_id` a `character` is shown as that character's
    portrait on all scenes, and a `reference` becomes its reference. `film` and `clip` are for admins.
    """

    project_id: Id = Field(validation_alias=AliasChoices("project_id", "projectId"))
    type: UploadType
    filename: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    content_type: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]
    size_bytes: Id
    scene_id: Id | None = None
    shot_id: Id | None = None
    character_id: Id | None = None

    @model_validator(mode="after")
    def _need_shot(self) -> Self:
        if self.type == "board" and self.shot_id is None:
            raise ValueError("A board needs the shot_id of the shot that it shows")
        return self


class Upload(BaseModel):
    """A form to send: all fields and then the file, as `file`, by POST to the url."""

    model_config = ConfigDict(from_attributes=True)

    method: Literal["POST"] = "POST"
    url: str
    fields: dict[str, str]
    expires_in: int


class UploadStarted(BaseModel):
    """A pending asset and how to send its file; `POST /assets/{id}/complete` makes it ready."""

    asset_id: int
    upload: Upload


class AssetRead(BaseModel):
    """A file of a project; its url is signed and expires."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    job_id: int | None
    scene_id: int | None
    shot_id: int | None
    character_id: int | None
    type: AssetType
    status: Literal["pending", "ready"]
    content_type: str
    size_bytes: int
    sha256: str | None
    meta: dict[str, Any]
    url: str | None
    created_at: UtcTime


class DownloadUrl(BaseModel):
    """A signed address that saves the file under its name, for `expires_in` more seconds."""

    download_url: str
    expires_in: int
    filename: str
    size_bytes: int
    sha256: str
