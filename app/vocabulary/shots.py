"""Shot types, camera angles and camera moves."""

from typing import Literal, get_args

# The shots that can hold a whole scene. A text model chooses among these: the list is part of the digest by
# which its answers are found again.
SceneShotType = Literal[
    "extreme_wide",
    "wide",
    "full",
    "medium",
    "medium_close_up",
    "close_up",
    "two_shot",
    "over_the_shoulder",
]
ShotType = Literal[SceneShotType, "insert", "point_of_view"]
Angle = Literal["eye", "low", "high", "overhead"]
CameraMove = Literal[
    "static",
    "push_in",
    "pull_out",
    "pan_left",
    "pan_right",
    "tilt_up",
    "tilt_down",
]

SCENE_SHOT_TYPES: tuple[SceneShotType, ...] = get_args(SceneShotType)
SHOT_TYPES: tuple[ShotType, ...] = get_args(ShotType)
ANGLES: tuple[Angle, ...] = get_args(Angle)
CAMERA_MOVES: tuple[CameraMove, ...] = get_args(CameraMove)
