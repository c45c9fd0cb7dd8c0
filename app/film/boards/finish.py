"""The finishes of pictures, which turn flat shapes into paint, pencil or ink on paper."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.boards.colour import mix, rgb
from app.film.boards.palette import Palette
from app.film.boards.part import Part
from app.film.boards.plates import Pixels

Field = NDArray[np.float32]
Tones = tuple[float, float]
"""The dark and the light tone, 0 to 255, between which nearly all of a picture lies."""


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


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The paper under a picture or a part of one; `unit` is a nine-hundredth of the whole's shorter side.

    `tones` are those of the whole picture.
    """

    grain: Grain
    hatching: Field
    unit: float
    tones: Tones


def lay_sheet(part: Part, tones: Tones) -> Sheet:
    """Return the paper under a part of a picture: the same as under that part of the whole."""
    whole, unit, place = prepare_grain(part.of), min(part.of) / 900, (part.rows, part.columns)
    grain = Grain(
        whole.crooked_x[place] - np.float32(part.left),
        whole.crooked_y[place] - np.float32(part.top),
        whole.pencil[place],
        whole.wash[place],
        whole.vignette[place],
    )
    return Sheet(grain, _hatching(part.of, unit)[place], unit, tones)


def bend_cover(cover: Pixels, sheet: Sheet) -> Pixels:
    """Return a cover, 0 to 255, as the paper bends the lines around it, with room for those lines."""
    bent = _wobble(cover, sheet.grain)
    reach = max(1, round(1.6 * sheet.unit))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return _blur(np.asarray(cv2.dilate(bent, kernel), np.uint8), 0.7 * sheet.unit)


def measure_tones(pixels: Pixels) -> Tones:
    """Return the tones of a picture."""
    low, high = np.percentile(_to_grey(np.ascontiguousarray(pixels[::4, ::4])), (2, 98))
    return float(low), float(high)


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


def storybook(pixels: Pixels, palette: Palette, sheet: Sheet) -> Pixels:
    """Finish as a colour wash with a broken pencil line."""
    grain = sheet.grain
    bent = _wobble(pixels, grain)
    grey = _to_grey(bent)
    line = contour(grey, sheet.unit) * grain.pencil * 0.66
    # Granulation settles more in dark washes; a little paper shines through everywhere.
    tone = (1 + grain.wash * (1.2 - grey.astype(np.float32) * (1 / 330))) * grain.vignette
    paper = 255 * 0.03
    ink = rgb(mix(palette.ink, "#1a100c", 0.35))[::-1]
    keep = (1 - line) * tone * np.float32(1 - 0.03)
    for channel in range(3):
        wash = cv2.multiply(bent[..., channel], keep, dtype=cv2.CV_32F)
        drawn = cv2.scaleAdd(line, ink[channel], wash)
        bent[..., channel] = cv2.convertScaleAbs(drawn, alpha=1.0, beta=paper)
    return bent


def pencil(pixels: Pixels, palette: Palette, sheet: Sheet) -> Pixels:
    """Finish as graphite on cream paper, with hatching in the shadows."""
    grain = sheet.grain
    grey = _wobble(_to_grey(pixels), grain)
    even = _stretch_tones(grey, sheet.tones, 0.25 if palette.lamps_lit else 0.1)
    tone = np.clip(0.22 + 0.86 * even, 0, 1)
    tone -= np.clip(0.62 - tone, 0, 1) * sheet.hatching * 0.8
    tone -= contour(grey, sheet.unit) * grain.pencil * 0.62
    tone = np.clip(tone + grain.wash * 1.1, 0.06, 1) * grain.vignette
    return _mix_inks(tone, (58, 52, 50), (218, 232, 240))


def noir(pixels: Pixels, palette: Palette, sheet: Sheet) -> Pixels:
    """Finish as brush and ink: black, white and one grey, decided by the light."""
    grain = sheet.grain
    grey = _wobble(_to_grey(pixels), grain)
    even = _stretch_tones(_blur(grey, 1.2 * sheet.unit), sheet.tones, 0.42 if palette.lamps_lit else 0.3)
    even = even + grain.wash * 0.5
    white = _step_softly(even, 0.60, 0.035)
    middle = _step_softly(even, 0.33, 0.035)
    tone = 0.07 + 0.33 * middle + 0.55 * white
    line = contour(grey, sheet.unit)
    # On broad black, an edge is scratched out in white; elsewhere, it is drawn in black.
    kernel = np.ones((round(16 * sheet.unit) | 1,) * 2, np.uint8)
    broad = cv2.morphologyEx((middle < 0.5).astype(np.uint8), cv2.MORPH_OPEN, kernel)
    tone = np.where(broad > 0, tone + line * 0.62, tone - line * 0.8)
    tone = np.clip(tone + grain.wash * 0.5, 0.04, 0.97) * grain.vignette
    return _mix_inks(tone, (22, 16, 16), (232, 240, 243))


def _wobble(pixels: Pixels, grain: Grain) -> Pixels:
    bent = cv2.remap(
        pixels, grain.crooked_x, grain.crooked_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101
    )
    return np.asarray(bent, np.uint8)


def _to_grey(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8)


def _blur(grey: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), max(0.4, sigma)), np.uint8)


def _stretch_tones(grey: NDArray[np.uint8], tones: Tones, lift: float) -> Field:
    """Stretch the tones so that a night scene still has a light and a dark."""
    low, high = tones
    even = (np.arange(256, dtype=np.float32) - low) / max(24.0, high - low)
    return np.asarray(cv2.LUT(grey, np.clip(even, 0, 1) ** np.float32(1 - lift)), np.float32)


def _step_softly(field: Field, at: float, softness: float) -> Field:
    return np.asarray(np.clip((field - at) / softness + 0.5, 0, 1), np.float32)


@lru_cache(maxsize=2)
def _hatching(size: tuple[int, int], unit: float) -> Field:
    columns, rows = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    drift = noise(size, round(40 * unit), 21) * 2.4 * unit
    strokes = np.sin((columns + rows * 0.8 + drift) * (2 * np.pi / (7.5 * max(unit, 0.3))))
    return np.asarray(np.clip(strokes * 0.8 + 0.3, 0, 1), np.float32)


def _mix_inks(tone: Field, dark: tuple[int, int, int], light: tuple[int, int, int]) -> Pixels:
    """Return a tone, 0 to 1, as BGR pixels between two inks."""
    inks = zip(dark, light, strict=True)
    channels = [cv2.convertScaleAbs(tone, alpha=high - low, beta=low) for low, high in inks]
    return np.asarray(cv2.merge(channels), np.uint8)
