"""The rasterization of display lists into pixels."""

from collections.abc import Iterable

import cv2
import numpy as np
import resvg_py
from numpy.typing import NDArray

from app.film.boards.canvas import Box
from app.film.boards.layers import BACKDROP, FRONT, Painting, Shape, write_svg

Pixels = NDArray[np.uint8]

cv2.setNumThreads(1)

# Washes have soft edges, and the pencil line that follows is drawn at full size: flat shapes need only be
# drawn this large, which saves a third of the time.
_WASH = 0.8
_BLURRED = 0.4
_PACKING = (
    *(cv2.IMWRITE_PNG_COMPRESSION, 1),
    *(cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE),
    *(cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_UP),
)


def rasterize(shapes: Iterable[Shape], view: Box, size: tuple[int, int]) -> Pixels:
    """Draw shapes into BGRA pixels with straight alpha, shape (height, width, 4)."""
    drawn = resvg_py.svg_to_bytes(svg_string=write_svg(shapes, view, size), skip_system_fonts=True)
    pixels = cv2.imdecode(np.frombuffer(bytes(drawn), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise ValueError("The renderer gave back something that is no picture")
    return np.asarray(pixels, np.uint8)


def flatten(painting: Painting, size: tuple[int, int]) -> Pixels:
    """Draw a whole painting into BGR pixels; a soft backdrop is drawn small and blurred."""
    canvas = painting.canvas
    view = Box(0, 0, canvas.width, canvas.height)
    front = [shape for name in FRONT for shape in painting[name].shapes]
    back = [shape for name in BACKDROP for shape in painting[name].shapes]
    if not painting.blur:
        return _enlarge(rasterize([*back, *front], view, _scale(size, _WASH))[..., :3], size)
    backdrop = _paint_soft_backdrop(back, painting, size)
    return _blend_over(backdrop, rasterize(front, view, size)) if front else backdrop


def _paint_soft_backdrop(shapes: list[Shape], painting: Painting, size: tuple[int, int]) -> Pixels:
    canvas, zoom = painting.canvas, painting.zoom
    width, height = canvas.width / zoom, canvas.height / zoom
    left, top = (canvas.width - width) / 2, (canvas.height - height) * 0.46
    small = _scale(size, _BLURRED)
    sharp = rasterize(shapes, Box(left, top, left + width, top + height), small)[..., :3]
    sigma = max(0.3, painting.blur * small[1] / canvas.height)
    soft = cv2.GaussianBlur(sharp, (0, 0), sigma)
    return _enlarge(np.asarray(soft, np.uint8), size)


def _scale(size: tuple[int, int], share: float) -> tuple[int, int]:
    return max(2, round(size[0] * share)), max(2, round(size[1] * share))


def _enlarge(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def _blend_over(backdrop: Pixels, front: Pixels) -> Pixels:
    alpha = cv2.merge([front[..., 3]] * 3)
    ahead = cv2.multiply(front[..., :3], alpha, scale=1 / 255)
    behind = cv2.multiply(backdrop, cv2.bitwise_not(alpha), scale=1 / 255)
    return np.asarray(cv2.add(ahead, behind), np.uint8)


def encode_png(pixels: Pixels) -> bytes:
    """Encode BGR pixels as PNG with the packing that is quickest on grainy pictures, and no larger."""
    done, packed = cv2.imencode(".png", pixels, _PACKING)
    if not done:
        raise ValueError("The picture could not be encoded")
    return packed.tobytes()
