"""The rasterization of a painting: its layers as plates, laid over one another."""

import math

import cv2
import numpy as np

from app.film.boards.canvas import Box, Canvas
from app.film.boards.layers import BACKDROP, Painting
from app.film.boards.plates import Pixels, Plate, load_plates, rasterize

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


def flatten(painting: Painting, size: tuple[int, int]) -> Pixels:
    """Draw a whole painting into BGR pixels.

    The set is drawn once for all its shots: closer ones enlarge its plates and blur them. Plates are made the
    same way whether or not they are kept, so the same painting always has the same pixels.
    """
    canvas, is_close = painting.canvas, painting.blur > 0
    wash = _scale(size, _WASH)
    # Faces are drawn at full size; among whole figures the wash is sharp enough.
    picture = _paint_backdrop(painting, wash, size if is_close else wash)
    whole = canvas.whole
    for name, is_kept in (("cast", False), ("foreground", not is_close), ("air", True)):
        load, drawn = (load_plates, wash) if is_kept else (rasterize, (picture.shape[1], picture.shape[0]))
        window = painting.window if is_kept and not is_close else whole
        for plate in load(painting[name].shapes, canvas, drawn):
            _lay_over(picture, plate, _share(window, canvas))
    return _bend(picture, painting, size)


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


def _bend(picture: Pixels, painting: Painting, size: tuple[int, int]) -> Pixels:
    """Bring the picture to `size` through the keystone."""
    drawn = (picture.shape[1], picture.shape[0])
    if not painting.keystone.tilt:
        return picture if drawn == size else _enlarge(picture, size)
    matrix, way = painting.keystone.make_matrix(drawn, size), cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    bent = cv2.warpPerspective(picture, matrix, size, flags=way, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(bent, np.uint8)


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
