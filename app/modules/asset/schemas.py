"""The wire shapes of assets."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from app.core.schemas import UtcTime

AssetType = Literal[
    "background",
    "character",
    "clip",
    "narration",
    "music",
    "subtitle",
    "film",
    "thumbnail",
    "reference",
]


class AssetRead(BaseModel):
    """A file of a project; its url is signed and expires."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    project_id: int
    job_id: int | None
    scene_id: int | None
    type: AssetType
    status: Literal["pending", "ready"]
    content_type: str
    size_bytes: int
    sha256: str | None
    meta: dict[str, Any]
    url: str | None
    created_at: UtcTime


class DownloadUrl(BaseModel):
    """A signed address that saves the file under its name."""

    download_url: str
    expires_in: int
    filename: str
    size_bytes: int
    sha256: str
