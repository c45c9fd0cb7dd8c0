"""The frame of a film: its styles, aspect ratios and sizes in pixels."""

from typing import Literal, get_args

Style = Literal["storybook", "pencil", "noir"]
AspectRatio = Literal["16:9", "9:16", "1:1"]
Resolution = Literal["480p", "720p", "1080p"]

STYLES: tuple[Style, ...] = get_args(Style)
ASPECT_RATIOS: tuple[AspectRatio, ...] = get_args(AspectRatio)
RESOLUTIONS: tuple[Resolution, ...] = get_args(Resolution)

# How much larger than the frame a still is on each side, so that the camera has room to move.
OVERSCAN = 1.25

_SIZES = {"480p": (854, 480), "720p": (1280, 720), "1080p": (1920, 1080)}


def frame_size(resolution: str, aspect_ratio: str) -> tuple[int, int]:
    """Return the width and height of a film frame in pixels, both even.

    Raises KeyError for a resolution or an aspect ratio outside the vocabulary.
    """
    width, height = _SIZES[resolution]
    return {"16:9": (width, height), "9:16": (height, width), "1:1": (height, height)}[aspect_ratio]


def still_size(size: tuple[int, int]) -> tuple[int, int]:
    """Return the pixels of the still behind a frame of `size`: `OVERSCAN` times as large, rounded to even."""
    width, height = (round(side * OVERSCAN / 2) * 2 for side in size)
    return width, height
