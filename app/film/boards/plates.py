"""Plates: layers of a set as pixels, kept for the other shots of the same set."""

import hashlib
import math
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from threading import Lock

import cv2
import numpy as np
import resvg_py
from numpy.typing import NDArray

from app.film.boards.canvas import Box, Canvas
from app.film.boards.layers import Gradient, Shape, write_svg

Pixels = NDArray[np.uint8]

# The most that a process keeps: the plates of some ten sets at 1280 × 720 pixels.
MOST_BYTES = 32 * 2**20
# How many pixels one of a glow stands for, on each side.
_LIGHT_STEP = 4


@dataclass(frozen=True, slots=True)
class _Layout:
    """A run of shapes as SVG, cut to whole pixels: its corner, and the size of the whole picture."""

    svg: str
    corner: tuple[int, int]
    of_size: tuple[int, int]
    is_light: bool


@dataclass(frozen=True, slots=True)
class Plate:
    """A part of a picture of `of_size` pixels: BGR times alpha, the alpha, and its left and top pixel.

    One that `is_light` has no edges.
    """

    colours: Pixels
    alpha: Pixels
    left: int
    top: int
    of_size: tuple[int, int]
    is_light: bool = False

    @property
    def bytes(self) -> int:
        return self.colours.nbytes + self.alpha.nbytes


class PlateCache:
    """The plates last used, by the digest of what they show, bounded by their bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._plates: OrderedDict[bytes, Plate] = OrderedDict()
        self._lock = Lock()
        self.bytes = 0

    def get(self, key: bytes) -> Plate | None:
        """Return a plate that is kept."""
        with self._lock:
            if key in self._plates:
                self._plates.move_to_end(key)
            return self._plates.get(key)

    def add(self, key: bytes, plate: Plate) -> None:
        """Keep a plate and drop those that were not used for longest."""
        with self._lock:
            if key in self._plates or plate.bytes > self._most_bytes:
                return
            self._plates[key] = plate
            self.bytes += plate.bytes
            while self.bytes > self._most_bytes:
                self.bytes -= self._plates.popitem(last=False)[1].bytes

    def clear(self) -> None:
        """Drop all plates."""
        with self._lock:
            self._plates.clear()
            self.bytes = 0


PLATES = PlateCache(MOST_BYTES)


def rasterize(
    shapes: Sequence[Shape], canvas: Canvas, size: tuple[int, int], within: Box | None = None
) -> list[Plate]:
    """Draw shapes that fill a picture of `size` pixels as plates, the rearmost first.

    Runs of mere light are drawn small, because they have no edges; each run is cut to the box it fills, and
    to the one it is to be drawn `within`, in canvas units.
    """
    return [_draw(layout) for layout in _lay_out_runs(shapes, canvas, size, within or canvas.whole)]


def load_plates(shapes: Sequence[Shape], canvas: Canvas, size: tuple[int, int]) -> list[Plate]:
    """Return shapes as `rasterize` draws them, from the cache if the same were drawn before."""
    plates = []
    for layout in _lay_out_runs(shapes, canvas, size, canvas.whole):
        key = hashlib.sha256(f"{layout.corner} {layout.of_size} {layout.svg}".encode()).digest()
        plate = PLATES.get(key)
        if plate is None:
            plate = _draw(layout)
            PLATES.add(key, plate)
        plates.append(plate)
    return plates


def _lay_out_runs(
    shapes: Sequence[Shape], canvas: Canvas, size: tuple[int, int], within: Box
) -> Iterator[_Layout]:
    for is_soft, run in groupby(shapes, key=_is_light):
        drawn = (-(-size[0] // _LIGHT_STEP), -(-size[1] // _LIGHT_STEP)) if is_soft else size
        across, down, part = drawn[0] / canvas.width, drawn[1] / canvas.height, list(run)
        left, right = _cut(
            [(s.extent.left * across, s.extent.right * across) for s in part],
            (within.left * across, within.right * across),
        )
        top, bottom = _cut(
            [(s.extent.top * down, s.extent.bottom * down) for s in part],
            (within.top * down, within.bottom * down),
        )
        if right > left and bottom > top:
            view = Box(left / across, top / down, right / across, bottom / down)
            svg = write_svg(part, view, (right - left, bottom - top))
            yield _Layout(svg, (left, top), drawn, is_soft)


def _is_light(shape: Shape) -> bool:
    return isinstance(shape.fill, Gradient) and shape.fill.is_radial and shape.stroke is None


def _cut(spans: list[tuple[float, float]], bounds: tuple[float, float]) -> tuple[int, int]:
    """Return the first pixel that spans fill and the one after the last, with a margin within bounds."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    least, most = math.floor(bounds[0] + 1e-6), math.ceil(bounds[1] - 1e-6)
    return max(least, math.floor(first) - 1), min(most, math.ceil(last) + 1)


def _draw(layout: _Layout) -> Plate:
    drawn = resvg_py.svg_to_bytes(svg_string=layout.svg, skip_system_fonts=True)
    pixels = cv2.imdecode(np.frombuffer(bytes(drawn), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim != 3 or pixels.shape[2] != 4:
        raise ValueError("The renderer gave back something that is no picture with transparency")
    alpha = np.ascontiguousarray(pixels[..., 3], np.uint8)
    colours = cv2.multiply(pixels[..., :3], cv2.merge([alpha] * 3), scale=1 / 255)
    return Plate(np.asarray(colours, np.uint8), alpha, *layout.corner, layout.of_size, layout.is_light)
