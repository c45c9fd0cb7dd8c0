"""Where the cast lies in a picture: in the frame, above the subtitles, and what is painted before it."""

import numpy as np

from app.film.boards.canvas import Box
from app.film.boards.layers import Depiction, Gradient, Painting, Shape
from app.film.boards.plates import rasterize

# The pixels of the long side of the small picture in which covered faces are counted.
_LONG_SIDE = 480
# What is no more opaque is shadow or mist.
_SHEER = 0.5


def list_solid(shapes: tuple[Shape, ...] | list[Shape]) -> list[Shape]:
    """Return the shapes that hide what is behind them."""
    return [
        shape
        for shape in shapes
        if shape.opacity > _SHEER and not (isinstance(shape.fill, Gradient) and shape.fill.is_radial)
    ]


def find_foot(shown: Depiction) -> float:
    """Return the lowest height of a member and of what carries it, in canvas units."""
    return max(shape.box.bottom for shape in list_solid(shown.shapes))


def measure_hidden(painting: Painting, shown: Depiction) -> float:
    """Return the share of a head, 0 to 1, that is hidden by what is painted after its member."""
    if shown.head is None:
        return 0.0
    own = {id(shape) for shape in shown.shapes}
    cast = painting["cast"].shapes
    last = max((place for place, shape in enumerate(cast) if id(shape) in own), default=len(cast))
    covered = _cover(painting, cast[last + 1 :], shown.head)
    return max(covered, _cover(painting, painting["foreground"].shapes, _find_in_set(painting, shown.head)))


def _find_in_set(painting: Painting, box: Box) -> Box:
    """Return where the set's foreground is seen before a box; that of a close shot is the picture's."""
    if painting.blur:
        return box
    window, canvas = painting.window, painting.canvas
    scale = window.width / canvas.width
    return Box(
        window.left + box.left * scale,
        window.top + box.top * scale,
        window.left + box.right * scale,
        window.top + box.bottom * scale,
    )


def _cover(painting: Painting, shapes: list[Shape], box: Box) -> float:
    """Return the share of the ellipse in a box that shapes cover."""
    near = [shape for shape in list_solid(shapes) if _meet(shape.box, box)]
    if not near:
        return 0.0
    canvas = painting.canvas
    scale = _LONG_SIDE / max(canvas.width, canvas.height)
    size = round(canvas.width * scale), round(canvas.height * scale)
    cover = np.zeros(size[::-1], np.float64)
    for plate in rasterize(near, canvas, size):
        height, width = plate.alpha.shape
        part = cover[plate.top : plate.top + height, plate.left : plate.left + width]
        np.maximum(part, plate.alpha / 255, out=part)
    rows, columns = np.indices(cover.shape)
    across, down = box.centre
    face = ((columns + 0.5) / scale - across) ** 2 / (box.width / 2) ** 2
    inside = face + ((rows + 0.5) / scale - down) ** 2 / (box.height / 2) ** 2 <= 1
    return float(cover[inside].mean()) if inside.any() else 0.0


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
