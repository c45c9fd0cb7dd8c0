"""Shot types and camera moves."""

from typing import Literal, get_args

ShotType = Literal[
    "extreme_wide",
    "wide",
    "full",
    "medium",
    "medium_close_up",
    "close_up",
    "two_shot",
    "over_the_shoulder",
]
CameraMove = Literal[
    "static",
    "push_in",
    "pull_out",
    "pan_left",
    "pan_right",
    "tilt_up",
    "tilt_down",
]

SHOT_TYPES: tuple[ShotType, ...] = get_args(ShotType)
CAMERA_MOVES: tuple[CameraMove, ...] = get_args(CameraMove)
