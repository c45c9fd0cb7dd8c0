"""The finishes of pictures, which turn flat shapes into paint, pencil or ink on paper."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.boards.colour import mix, rgb
from app.film.boards.palette import Palette
from app.film.boards.plates import Pixels

Field = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Grain:
    """The texture of the paper, the same for every panel of a size."""

    crooked_x: Field
    crooked_y: Field
    pencil: Field
    wash: Field
    vignette: Field


def noise(size: tuple[int, int], cell: int, seed: int) -> Field:
    """Return smooth noise of unit spread; `size` is (width, height) and `cell` the grain, in pixels."""
    width, height = size
    cell = max(1, cell)
    grid = np.random.default_rng(seed).standard_normal((height // cell + 3, width // cell + 3))
    wide = cv2.resize(grid.astype(np.float32), None, fx=cell, fy=cell, interpolation=cv2.INTER_CUBIC)
    field = wide[:height, :width]
    return np.ascontiguousarray(field / max(1e-6, float(field.std())), np.float32)


@lru_cache(maxsize=2)
def prepare_grain(size: tuple[int, int]) -> Grain:
    """Return the paper for stills of one size in pixels; cached, for it takes longest to make."""
    width, height = size
    unit = min(size) / 900
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    sway = 1.5 * unit
    streak = noise(size, round(80 * unit), 4) + 0.5 * noise(size, round(24 * unit), 5)
    speck = noise(size, 2, 3) + 0.6 * noise(size, 1, 8)
    wash = streak * 0.026 + noise(size, round(9 * unit), 6) * 0.020 + speck * 0.015
    across = (columns / width * 2 - 1) ** 2 + (rows / height * 2 - 1) ** 2
    return Grain(
        columns + noise(size, round(30 * unit), 1) * sway + noise(size, round(9 * unit), 11) * sway * 0.28,
        rows + noise(size, round(30 * unit), 2) * sway + noise(size, round(9 * unit), 12) * sway * 0.28,
        np.clip(0.76 + 0.30 * speck / 1.2 + 0.22 * streak, 0, 1).astype(np.float32),
        wash.astype(np.float32),
        (1 - 0.25 * np.clip(across * 0.75 - 0.34, 0, 1.2) ** 1.25).astype(np.float32),
    )


def contour(grey: NDArray[np.uint8], unit: float) -> Field:
    """Return where shapes end: 0 on flat paint, 1 on a strong edge."""
    soft = cv2.GaussianBlur(grey, (0, 0), max(0.5, 1.0 * unit))
    across = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3)
    down = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3)
    # OpenCV's own magnitude gives other last bits from one time to the next.
    edge = np.sqrt(across * across + down * down)
    return np.asarray(np.clip((edge - 26) * (1 / 110), 0, 1), np.float32)


def storybook(pixels: Pixels, palette: Palette) -> Pixels:
    """Finish as a colour wash with a broken pencil line."""
    size = (pixels.shape[1], pixels.shape[0])
    grain, unit = prepare_grain(size), min(size) / 900
    bent = _wobble(pixels, grain)
    grey = _to_grey(bent)
    line = contour(grey, unit) * grain.pencil * 0.66
    paint = bent.astype(np.float32)
    # Granulation settles more in dark washes; a little paper shines through everywhere.
    tone = (1 + grain.wash * (1.2 - grey.astype(np.float32) * (1 / 330))) * grain.vignette
    paper = np.float32(255 * 0.03)
    ink = rgb(mix(palette.ink, "#1a100c", 0.35))[::-1]
    keep = (1 - line) * tone * np.float32(1 - 0.03)
    for channel in range(3):
        paint[..., channel] = paint[..., channel] * keep + (line * ink[channel] + paper)
    return _to_bytes(paint)


def pencil(pixels: Pixels, palette: Palette) -> Pixels:
    """Finish as graphite on cream paper, with hatching in the shadows."""
    size = (pixels.shape[1], pixels.shape[0])
    grain, unit = prepare_grain(size), min(size) / 900
    grey = _to_grey(_wobble(pixels, grain))
    even = _stretch_tones(grey, 0.25 if palette.lamps_lit else 0.1)
    tone = np.clip(0.22 + 0.86 * even, 0, 1)
    hatch = _hatching(size, unit)
    tone -= np.clip(0.62 - tone, 0, 1) * hatch * 0.8
    tone -= contour(grey, unit) * grain.pencil * 0.62
    tone = np.clip(tone + grain.wash * 1.1, 0.06, 1) * grain.vignette
    light, dark = np.array((218, 232, 240), np.float32), np.array((58, 52, 50), np.float32)
    return _to_bytes(dark + (light - dark) * tone[..., None])


def noir(pixels: Pixels, palette: Palette) -> Pixels:
    """Finish as brush and ink: black, white and one grey, decided by the light."""
    size = (pixels.shape[1], pixels.shape[0])
    grain, unit = prepare_grain(size), min(size) / 900
    grey = _to_grey(_wobble(pixels, grain))
    even = _stretch_tones(_blur(grey, 1.2 * unit), 0.42 if palette.lamps_lit else 0.3)
    even = even + grain.wash * 0.5
    white = _step_softly(even, 0.60, 0.035)
    middle = _step_softly(even, 0.33, 0.035)
    tone = 0.07 + 0.33 * middle + 0.55 * white
    line = contour(grey, unit)
    # On black, an edge is scratched out in white; on light, it is drawn in black.
    tone = np.where(middle < 0.5, tone + line * 0.62, tone - line * 0.8)
    tone = np.clip(tone + grain.wash * 0.5, 0.04, 0.97) * grain.vignette
    light, dark = np.array((232, 240, 243), np.float32), np.array((22, 16, 16), np.float32)
    return _to_bytes(dark + (light - dark) * tone[..., None].astype(np.float32))


def _wobble(pixels: Pixels, grain: Grain) -> Pixels:
    bent = cv2.remap(
        pixels, grain.crooked_x, grain.crooked_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    return np.asarray(bent, np.uint8)


def _to_grey(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)


def _blur(grey: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), max(0.4, sigma)), np.uint8)


def _stretch_tones(grey: NDArray[np.uint8], lift: float) -> Field:
    """Stretch the tones so that a night scene still has a light and a dark."""
    low, high = np.percentile(grey[::4, ::4], (2, 98))
    even = (grey.astype(np.float32) - low) / max(24.0, float(high - low))
    return np.asarray(np.clip(even, 0, 1) ** (1 - lift), np.float32)


def _step_softly(field: Field, at: float, softness: float) -> Field:
    return np.asarray(np.clip((field - at) / softness + 0.5, 0, 1), np.float32)


@lru_cache(maxsize=2)
def _hatching(size: tuple[int, int], unit: float) -> Field:
    columns, rows = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    drift = noise(size, round(40 * unit), 21) * 2.4 * unit
    strokes = np.sin((columns + rows * 0.8 + drift) * (2 * np.pi / (7.5 * max(unit, 0.3))))
    return np.asarray(np.clip(strokes * 0.8 + 0.3, 0, 1), np.float32)


def _to_bytes(paint: Field) -> Pixels:
    return np.clip(paint, 0, 255).astype(np.uint8)
