"""Captions that are burned into the picture: typeset once, and blended onto the planes of every frame."""

import unicodedata
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from app.film.boards.canvas import CAPTION_SHARE
from app.film.camera import Plane, split_planes
from app.film.fonts import font, unsupported_characters

_FONT_SHARE = 0.048  # of the frame's shorter side: 34 pixels at 720p
_SMALLEST_PX = 10
_WIDEST_SHARE = 0.9
_FOOT_SHARE = 0.015
_STROKE_SHARE = 0.1
_SHADOW_SHARE = 0.2
# The dark band behind the letters: its room around them and its softness, in letter heights.
_BAND_PAD, _BAND_SOFTNESS, _BAND_DARKNESS = 0.3, 0.1, 0.55
_TEXT_LUMA, _BLACK_LUMA, _NEUTRAL_CHROMA = 229, 16, 128
_FACE = "sans-bold"

CAPTION_VERSION = "2"
"""Changes whenever the same cue would be burned in otherwise."""

_Mask = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Pixels to blend onto a plane at (x, y): `plane × transmittance / 255 + premultiplied`."""

    x: int
    y: int
    transmittance: Plane
    premultiplied: Plane

    def blend_onto(self, plane: Plane) -> None:
        """Blend the overlay onto a plane in place."""
        height, width = self.transmittance.shape
        below = plane[self.y : self.y + height, self.x : self.x + width]
        below[:] = cv2.add(cv2.multiply(below, self.transmittance, scale=1 / 255), self.premultiplied)


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue typeset for one frame size."""

    luma: Overlay
    chroma: Overlay


def unsupported_letters(text: str) -> str:
    """Return the letters, digits and marks of a text that the caption font has no glyph for, each once."""
    return "".join(
        sign for sign in unsupported_characters(text, _FACE) if unicodedata.category(sign)[0] in "LNM"
    )


def typeset_caption(text: str, size: tuple[int, int]) -> Caption | None:
    """Return a cue typeset for a frame of `size` pixels, or None where the font lacks some of its letters.

    The text stands on a soft dark band in the strip at the foot that figures keep free. Pictographs that the
    font lacks are left out, so that no character is drawn as an empty box.
    """
    lines = [line for line in map(_drop_unsupported, text.split("\n")) if line]
    if unsupported_letters(text) or not lines:
        return None
    fill, outline = _render_masks("\n".join(lines), size)
    height, width = fill.shape
    x = (size[0] - width) // 4 * 2
    foot = round(min(size) * _FOOT_SHARE)
    spare = max(0, round(size[1] * CAPTION_SHARE) - foot - height)
    y = (size[1] - foot - spare // 2 - height) // 2 * 2
    return _blend_masks(max(x, 0), max(y, 0), fill, outline)


def burn_caption(picture: Plane, caption: Caption) -> None:
    """Blend a caption onto a frame in place."""
    luma, blue, red = split_planes(picture)
    caption.luma.blend_onto(luma)
    caption.chroma.blend_onto(blue)
    caption.chroma.blend_onto(red)


def _drop_unsupported(line: str) -> str:
    missing = unsupported_characters(line, _FACE)
    return " ".join("".join(sign for sign in line if sign not in missing).split())


def _render_masks(text: str, size: tuple[int, int]) -> tuple[_Mask, _Mask]:
    """Return the coverage, 0 to 1, of the letters, and of what is dark behind them."""
    typeface = _fit_font(text, size)
    stroke = max(1, round(typeface.size * _STROKE_SHARE))
    pad = round(typeface.size * _BAND_PAD)
    left, top, right, bottom = _measure_text(text, typeface, stroke)
    page = tuple(round(side / 2 + 0.5) * 2 for side in (right - left + 2 * pad, bottom - top + 2 * pad))
    fill, outline = (_render_mask(text, (page[0], page[1]), typeface, stroke, edge) for edge in (0, 255))
    shadow = cv2.GaussianBlur(outline, (0, 0), typeface.size * _SHADOW_SHARE)
    edged = np.maximum(outline * 0.9, shadow * 0.6, dtype=np.float32)
    return fill, np.maximum(edged, _render_band((page[0], page[1]), pad, typeface.size))


def _render_band(page: tuple[int, int], pad: int, letter_px: float) -> _Mask:
    """Return a soft band that fades out before the edge of the page."""
    softness = letter_px * _BAND_SOFTNESS
    inset = min(pad, round(2 * softness))
    band = np.zeros((page[1], page[0]), np.float32)
    band[inset : page[1] - inset, inset : page[0] - inset] = _BAND_DARKNESS
    soft = cv2.GaussianBlur(band, (0, 0), max(0.3, softness), borderType=cv2.BORDER_CONSTANT)
    return np.asarray(soft, np.float32)


def _render_mask(
    text: str, page: tuple[int, int], typeface: ImageFont.FreeTypeFont, stroke: int, edge: int
) -> _Mask:
    # Letters and outline are drawn with the same stroke width: it decides how far lines are apart, so that
    # two passes that differ in it would not coincide.
    image = Image.new("L", page)
    middle = (page[0] / 2, page[1] / 2)
    ImageDraw.Draw(image).multiline_text(
        middle, text, 255, typeface, "mm", 2, "center", stroke_width=stroke, stroke_fill=edge
    )
    return np.asarray(image, np.float32) / 255


def _fit_font(text: str, size: tuple[int, int]) -> ImageFont.FreeTypeFont:
    pixels = max(_SMALLEST_PX, round(min(size) * _FONT_SHARE))
    left, _, right, _ = _measure_text(text, font(_FACE, pixels), 0)
    shrink = min(1.0, size[0] * _WIDEST_SHARE / max(right - left, 1))
    return font(_FACE, max(6, int(pixels * shrink)))


def _measure_text(
    text: str, typeface: ImageFont.FreeTypeFont, stroke: int
) -> tuple[float, float, float, float]:
    """Return the text's box in pixels from its middle: left, top, right, bottom."""
    page = ImageDraw.Draw(Image.new("L", (1, 1)))
    return page.multiline_textbbox((0, 0), text, typeface, "mm", 2, "center", stroke_width=stroke)


def _blend_masks(x: int, y: int, fill: _Mask, outline: _Mask) -> Caption:
    transmittance = (1 - outline) * (1 - fill)
    premultiplied = _TEXT_LUMA * fill + _BLACK_LUMA * outline * (1 - fill)
    halves = (fill.shape[1] // 2, fill.shape[0] // 2)
    halved = cv2.resize(transmittance, halves, interpolation=cv2.INTER_AREA)
    chroma_transmittance: _Mask = np.asarray(halved, np.float32)
    grey = _NEUTRAL_CHROMA * (1 - chroma_transmittance)
    return Caption(
        Overlay(x, y, _to_uint8(transmittance * 255), _to_uint8(premultiplied)),
        Overlay(x // 2, y // 2, _to_uint8(chroma_transmittance * 255), _to_uint8(grey)),
    )


def _to_uint8(values: NDArray[np.floating]) -> Plane:
    return np.asarray(np.rint(values), np.uint8)
