"""Captions burned into the picture: text set once, then laid over the planes of every frame."""

import unicodedata
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.film.camera import Plane, split
from app.film.fonts import font, unsupported_characters

_FONT_SHARE = 0.048  # of the frame's shorter side: 34 pixels at 720p
_SMALLEST_PX = 10
_WIDEST_SHARE = 0.9
_MARGIN_SHARE = 0.06
_STROKE_SHARE = 0.1
_SHADOW_SHARE = 0.2
_TEXT_LUMA, _BLACK_LUMA, _NEUTRAL_CHROMA = 229, 16, 128
_FACE = "sans-bold"

_Mask = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class _Layer:
    """How one plane changes from (x, y) on: `plane × keep / 255 + light`."""

    x: int
    y: int
    keep: Plane
    light: Plane

    def lay_over(self, plane: Plane) -> None:
        """Change a plane in place."""
        height, width = self.keep.shape
        below = plane[self.y : self.y + height, self.x : self.x + width]
        below[:] = cv2.add(cv2.multiply(below, self.keep, scale=1 / 255), self.light)


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue set for one frame size, ready to be burned."""

    luma: _Layer
    chroma: _Layer


def undrawable(text: str) -> str:
    """Give the letters, digits and marks of a text that the caption font has no glyph for, each once."""
    return "".join(
        sign for sign in unsupported_characters(text, _FACE) if unicodedata.category(sign)[0] in "LNM"
    )


def caption(text: str, size: tuple[int, int]) -> Caption | None:
    """Set a cue for a frame of `size`, low and centred; None where the font cannot draw its letters.

    Pictographs that the font lacks are left out; nothing is ever drawn as a box.
    """
    lines = [line for line in map(_legible, text.split("\n")) if line]
    if undrawable(text) or not lines:
        return None
    fill, outline = _masks("\n".join(lines), size)
    height, width = fill.shape
    x = (size[0] - width) // 4 * 2
    y = (size[1] - round(min(size) * _MARGIN_SHARE) - height) // 2 * 2
    return _blended(max(x, 0), max(y, 0), fill, outline)


def burn(picture: Plane, drawn: Caption) -> None:
    """Lay a caption over a frame, in place."""
    luma, blue, red = split(picture)
    drawn.luma.lay_over(luma)
    drawn.chroma.lay_over(blue)
    drawn.chroma.lay_over(red)


def _legible(line: str) -> str:
    missing = unsupported_characters(line, _FACE)
    return " ".join("".join(sign for sign in line if sign not in missing).split())


def _masks(text: str, size: tuple[int, int]) -> tuple[_Mask, _Mask]:
    """Draw the letters, and the letters with outline and shadow, as coverage from 0 to 1."""
    typeface = _fitting_font(text, size)
    stroke = max(1, round(typeface.size * _STROKE_SHARE))
    pad = 3 * stroke
    left, top, right, bottom = _box(text, typeface, stroke)
    page = tuple(round(side / 2 + 0.5) * 2 for side in (right - left + 2 * pad, bottom - top + 2 * pad))
    fill, outline = (_drawn(text, (page[0], page[1]), typeface, stroke, edge) for edge in (0, 255))
    shadow = cv2.GaussianBlur(outline, (0, 0), typeface.size * _SHADOW_SHARE)
    return fill, np.maximum(outline * 0.9, shadow * 0.6, dtype=np.float32)


def _drawn(
    text: str, page: tuple[int, int], typeface: ImageFont.FreeTypeFont, stroke: int, edge: int
) -> _Mask:
    # Letters and outline are drawn with the same stroke width: a stroke moves lines apart, and two passes
    # that differ in it come out as a double image.
    image = Image.new("L", page)
    middle = (page[0] / 2, page[1] / 2)
    ImageDraw.Draw(image).multiline_text(
        middle, text, 255, typeface, "mm", 2, "center", stroke_width=stroke, stroke_fill=edge
    )
    return np.asarray(image, np.float32) / 255


def _fitting_font(text: str, size: tuple[int, int]) -> ImageFont.FreeTypeFont:
    pixels = max(_SMALLEST_PX, round(min(size) * _FONT_SHARE))
    left, _, right, _ = _box(text, font(_FACE, pixels), 0)
    shrink = min(1.0, size[0] * _WIDEST_SHARE / max(right - left, 1))
    return font(_FACE, max(6, int(pixels * shrink)))


def _box(text: str, typeface: ImageFont.FreeTypeFont, stroke: int) -> tuple[float, float, float, float]:
    page = ImageDraw.Draw(Image.new("L", (1, 1)))
    return page.multiline_textbbox((0, 0), text, typeface, "mm", 2, "center", stroke_width=stroke)


def _blended(x: int, y: int, fill: _Mask, outline: _Mask) -> Caption:
    keep = (1 - outline) * (1 - fill)
    light = _TEXT_LUMA * fill + _BLACK_LUMA * outline * (1 - fill)
    halves = (fill.shape[1] // 2, fill.shape[0] // 2)
    kept_chroma: _Mask = np.asarray(cv2.resize(keep, halves, interpolation=cv2.INTER_AREA), np.float32)
    grey = _NEUTRAL_CHROMA * (1 - kept_chroma)
    return Caption(
        _Layer(x, y, _whole(keep * 255), _whole(light)),
        _Layer(x // 2, y // 2, _whole(kept_chroma * 255), _whole(grey)),
    )


def _whole(values: NDArray[np.floating]) -> Plane:
    return np.asarray(np.rint(values), np.uint8)
