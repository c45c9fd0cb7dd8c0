"""Stamps: when the scenes and shots of a project were changed last, which clients follow."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SceneStamp:
    """When a scene was changed last."""

    scene_id: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ShotStamp:
    """The still of a shot, and when the shot was changed last."""

    shot_id: int
    scene_id: int
    still_key: str | None
    changed_at: datetime
