"""How clearly the cast stands out from what is around it in a finished picture."""

import cv2
import numpy as np
from numpy.typing import NDArray

from app.film.boards.artist import apply_finish
from app.film.boards.canvas import Box, Canvas
from app.film.boards.composition import compose, find_place
from app.film.boards.finish import lay_sheet, measure_tones
from app.film.boards.layers import Depiction
from app.film.boards.palette import choose_palette
from app.film.boards.part import cover_whole
from app.film.boards.plates import Pixels
from app.film.boards.raster import Raster
from app.film.brief import Look, ShotBrief
from app.vocabulary.frame import still_size
from tests.film.boards.craft.framing import list_solid

Field = NDArray[np.float64]

# How wide the ring around a figure is, as a share of the picture's height.
_RING = 0.04
_COVERED = 128
_LEAST_PIXELS = 30
# The height of the small picture in which colours are averaged, in pixels.
_HEIGHT = 270
# https://bottosson.github.io/posts/oklab/
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def measure_contrasts(brief: ShotBrief, look: Look) -> list[float]:
    """Return for each member of a shot that has a head how far it is from the ring around it, in OKLab.

    It is the mean distance of its pixels from the mean colour of the ring: that of the whole member or that
    of its head, whichever is less clear.
    """
    painting = compose(brief, look)
    raster = Raster(painting, still_size(look.size))
    picture = _to_oklab(_shrink(_finish(raster, brief, look)))
    shown = [one for one in painting.depictions if one.head]
    covers = [_cover(raster, one) for one in shown]
    if not covers:
        return []
    everyone = np.max(covers, axis=0)
    return [
        min(
            _measure(picture, cover, everyone),
            _measure(picture, _keep(cover, painting.canvas, box), everyone),
        )
        for cover, box in zip(covers, painting.heads, strict=True)
    ]


def _finish(raster: Raster, brief: ShotBrief, look: Look) -> Pixels:
    flat = raster.draw()
    palette = choose_palette(brief.time_of_day, brief.mood, find_place(brief).weather)
    return apply_finish(flat, palette, look.style, lay_sheet(cover_whole(raster.size), measure_tones(flat)))


def _measure(picture: Field, cover: Pixels, everyone: Pixels) -> float:
    reach = round(picture.shape[0] * _RING)
    wide = cv2.dilate(cover, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    inside, ring = cover > _COVERED, (wide > _COVERED) & (everyone <= _COVERED)
    if min(inside.sum(), ring.sum()) < _LEAST_PIXELS:
        return 0.0
    return float(np.linalg.norm(picture[inside] - picture[ring].mean(axis=0), axis=1).mean())


def _cover(raster: Raster, shown: Depiction) -> Pixels:
    plates = raster.rasterize(list_solid(shown.shapes))
    return _shrink(raster.draw_cover(cover_whole(raster.size), plates))


def _shrink(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    size = round(width * _HEIGHT / height), _HEIGHT
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _keep(cover: Pixels, canvas: Canvas, box: Box) -> Pixels:
    """Return the part of a cover that is within a box of the picture, in canvas units."""
    height, width = cover.shape
    rows = slice(max(0, round(box.top / canvas.height * height)), round(box.bottom / canvas.height * height))
    columns = slice(max(0, round(box.left / canvas.width * width)), round(box.right / canvas.width * width))
    kept = np.zeros_like(cover)
    kept[rows, columns] = cover[rows, columns]
    return kept


def _to_oklab(pixels: Pixels) -> Field:
    """Return BGR pixels of sRGB in OKLab."""
    share = pixels[..., ::-1] / 255.0
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _TO_LMS.T) @ _TO_LAB.T)
