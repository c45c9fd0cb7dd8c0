"""The rasterization of a painting: its layers as plates, laid over one another."""

import math
from collections.abc import Sequence

import cv2
import numpy as np

from app.film.boards.canvas import Box, Canvas
from app.film.boards.layers import BACKDROP, Painting, Shape
from app.film.boards.part import Part, cover_whole
from app.film.boards.plates import Pixels, Plate, load_plates, rasterize

cv2.setNumThreads(1)

# Washes have soft edges, and the pencil line that follows is drawn at full size: flat shapes need only be
# drawn this large, which saves a third of the time.
_WASH = 0.8
_BLURRED = 0.4
_PACKING = (
    *(cv2.IMWRITE_PNG_COMPRESSION, 1),
    *(cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_HUFFMAN_ONLY),
    *(cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_AVG),
)


class Raster:
    """A painting as BGR pixels of a size: the whole of it, or parts of it with another cast.

    The set is drawn once for all its shots: closer ones enlarge its plates and blur them. Plates are made the
    same way whether or not they are kept, so the same painting always has the same pixels.
    """

    def __init__(self, painting: Painting, size: tuple[int, int]) -> None:
        self._painting, self.size, self._is_close = painting, size, painting.blur > 0
        self._wash = _scale(size, _WASH)
        # Faces are drawn at full size; among whole figures the wash is sharp enough.
        self._drawn = size if self._is_close else self._wash
        self._backdrop = _paint_backdrop(painting, self._wash, self._drawn)
        self.cast = self.rasterize(painting["cast"].shapes)

    def rasterize(self, shapes: Sequence[Shape], within: Box | None = None) -> list[Plate]:
        """Return shapes in front of the set as plates, cut to a box in canvas units."""
        return rasterize(shapes, self._painting.canvas, self._drawn, within)

    def draw(self, part: Part | None = None, cast: Sequence[Plate] | None = None) -> Pixels:
        """Return the picture or a part of it, with the painting's own cast or with other plates."""
        painting, whole = self._painting, Box(0, 0, 1, 1)
        picture = self._backdrop.copy()
        for plate in self.cast if cast is None else cast:
            _lay_over(picture, plate, whole)
        for name in ("foreground", "air"):
            shapes, canvas = painting[name].shapes, painting.canvas
            is_kept = not self._is_close or name == "air"
            plates = load_plates(shapes, canvas, self._wash) if is_kept else self.rasterize(shapes)
            for plate in plates:
                _lay_over(picture, plate, whole if self._is_close else _share(painting.window, canvas))
        return self._bend(picture, part)

    def draw_cover(self, part: Part, plates: Sequence[Plate]) -> Pixels:
        """Return how much plates cover of a part of the picture, 0 to 255."""
        cover = np.zeros(self._drawn[::-1], np.uint8)
        for plate in plates:
            height, width = plate.alpha.shape
            behind = cover[plate.top : plate.top + height, plate.left : plate.left + width]
            behind[...] = cv2.max(behind, plate.alpha)
        return self._bend(cover, part)

    def _bend(self, picture: Pixels, part: Part | None) -> Pixels:
        """Bring a picture, or a part of it, to its size through the keystone."""
        tilt = self._painting.keystone.tilt
        if part is None and not tilt:
            return picture if self._drawn == self.size else _enlarge(picture, self.size)
        part = part or cover_whole(self.size)
        if not tilt and self._drawn == self.size:
            return np.ascontiguousarray(picture[part.rows, part.columns])
        corner = np.array([[1, 0, part.left], [0, 1, part.top], [0, 0, 1]])
        # Pixel centres lie at half coordinates.
        half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
        keystone = self._painting.keystone.make_matrix(self._drawn, self.size)
        matrix = np.linalg.inv(half) @ keystone @ half @ corner
        flags, size = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP, (part.width, part.height)
        if tilt:
            bent = cv2.warpPerspective(picture, matrix, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        else:
            bent = cv2.warpAffine(picture, matrix[:2], size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        return np.asarray(bent, np.uint8)


def flatten(painting: Painting, size: tuple[int, int]) -> Pixels:
    """Draw a whole painting into BGR pixels."""
    return Raster(painting, size).draw()


def _paint_backdrop(painting: Painting, plate: tuple[int, int], size: tuple[int, int]) -> Pixels:
    """Return the window of the set at `size`, made of what is drawn at `plate`; both are in pixels."""
    canvas, window = painting.canvas, _share(painting.window, painting.canvas)
    drawn = _scale(plate, _BLURRED / _WASH) if painting.blur else size
    picture = np.zeros((drawn[1], drawn[0], 3), np.uint8)
    back = [shape for name in BACKDROP for shape in painting[name].shapes]
    for one in (*load_plates(back, canvas, plate), *load_plates(painting["light"].shapes, canvas, plate)):
        _lay_over(picture, one, window)
    if not painting.blur:
        return picture
    sigma = max(0.3, painting.blur * drawn[1] / canvas.height)
    return _enlarge(np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma), np.uint8), size)


def _share(window: Box, canvas: Canvas) -> Box:
    """Return a box of a canvas in shares of its sides."""
    across, down = canvas.width, canvas.height
    return Box(window.left / across, window.top / down, window.right / across, window.bottom / down)


def _lay_over(picture: Pixels, plate: Plate, window: Box) -> None:
    """Lay what of a plate is in a window, in shares of the whole picture, over BGR pixels, in place."""
    height, width = picture.shape[:2]
    rows, down = _fit(
        (plate.top, plate.colours.shape[0]), (window.top, window.bottom), plate.of_size[1], height
    )
    columns, across = _fit(
        (plate.left, plate.colours.shape[1]), (window.left, window.right), plate.of_size[0], width
    )
    size = (across.stop - across.start, down.stop - down.start)
    if min(size) <= 0 or rows.stop <= rows.start or columns.stop <= columns.start:
        return
    colours, alpha = (_resize(pixels[rows, columns], size) for pixels in (plate.colours, plate.alpha))
    part = picture[down, across]
    behind = cv2.multiply(part, cv2.merge([cv2.bitwise_not(alpha)] * 3), scale=1 / 255)
    part[...] = cv2.add(colours, behind)


def _fit(
    plate: tuple[int, int], window: tuple[float, float], of_length: int, length: int
) -> tuple[slice, slice]:
    """Return which pixels of a plate's side are in a window, and where they go on a side of `length` pixels.

    `plate` is its first pixel and their number; `window` is in shares of the side `of_length`.
    """
    begin, end = window[0] * of_length, window[1] * of_length
    first, last = max(plate[0], math.floor(begin)), min(sum(plate), math.ceil(end))
    scale = length / (end - begin)
    there = slice(max(0, round((first - begin) * scale)), min(length, round((last - begin) * scale)))
    return slice(first - plate[0], last - plate[0]), there


def _resize(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    if (pixels.shape[1], pixels.shape[0]) == size:
        return pixels
    way = cv2.INTER_AREA if pixels.shape[1] > size[0] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, size, interpolation=way), np.uint8)


def _scale(size: tuple[int, int], share: float) -> tuple[int, int]:
    return max(2, round(size[0] * share)), max(2, round(size[1] * share))


def _enlarge(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_CUBIC), np.uint8)


def encode_png(pixels: Pixels) -> bytes:
    """Encode BGR pixels as PNG with the packing that is quickest on grainy pictures, and no larger."""
    done, packed = cv2.imencode(".png", pixels, _PACKING)
    if not done:
        raise ValueError("The picture could not be encoded")
    return packed.tobytes()
