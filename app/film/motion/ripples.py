"""Water that ripples and light that flickers."""

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.motion.layered_still import Flicker

Plane = NDArray[np.uint8]

# How far rows of water move to and fro, as a share of the still's width, and how often a second.
_SWAY, _SWAYS_A_SECOND = 0.0016, 0.45
_ROWS_A_WAVE = 0.035
_FLICKER_STRENGTH = 0.10


def ripple(plane: Plane, rows: tuple[int, int], time: float) -> None:
    """Move the rows of a surface of water to and fro, in place; nearer rows move further."""
    first, after = rows
    part, height = plane[first:after], plane.shape[0]
    down = np.arange(part.shape[0], dtype=np.float32)
    near = down / max(1, part.shape[0] - 1)
    wave = np.sin(2 * np.pi * (down / (height * _ROWS_A_WAVE * (0.4 + near)) + time * _SWAYS_A_SECOND))
    shift = (wave * plane.shape[1] * _SWAY * (0.25 + near)).astype(np.float32)
    across = np.arange(part.shape[1], dtype=np.float32)[None, :] + shift[:, None]
    rows_map = np.repeat(down[:, None], part.shape[1], axis=1)
    part[:] = cv2.remap(part, across, rows_map, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def flicker(luma: Plane, lights: Sequence[Flicker], time: float) -> None:
    """Brighten and darken what some lights fall on, in place."""
    height, width = luma.shape
    for number, light in enumerate(lights):
        left, right = max(0, round(light.across - light.radius)), round(light.across + light.radius)
        top, bottom = max(0, round(light.down - light.radius)), round(light.down + light.radius)
        part = luma[top : min(bottom, height), left : min(right, width)]
        if part.size:
            across = np.arange(left, left + part.shape[1], dtype=np.float32) - light.across
            down = np.arange(top, top + part.shape[0], dtype=np.float32) - light.down
            distance = np.hypot(across[None, :], down[:, None]) / light.radius
            fall_off = np.clip(1 - distance, 0, 1) * (_FLICKER_STRENGTH * _waver(time, number))
            part[:] = np.clip(part * (1 + fall_off), 16, 235).astype(np.uint8)


def _waver(time: float, number: int) -> float:
    """Return how bright a flame is, -1 to 1: three waves whose periods have no common measure."""
    waves = ((2.3, 0.5), (5.1, 0.3), (8.7, 0.2))
    return sum(share * math.sin(2 * math.pi * rate * time + number * rate) for rate, share in waves)
