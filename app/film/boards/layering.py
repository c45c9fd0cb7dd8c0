"""The layers of a painting that move: its cast before what it hides, eyes, mouths, fire, water."""

from collections.abc import Callable, Sequence

import numpy as np

from app.film.boards.canvas import Box, join
from app.film.boards.finish import Sheet, Tones, bend_cover, lay_sheet
from app.film.boards.layers import Features, Painting
from app.film.boards.part import Part, find_part
from app.film.boards.plates import Pixels, Plate
from app.film.boards.raster import Raster
from app.film.motion.layered_still import Face, Flicker, Layers, Near, Patch

Finish = Callable[[Pixels, Sheet], Pixels]
"""Finishes the BGR pixels of a part of the picture on its paper."""

# How far the finish moves a line, in units of the canvas.
_MARGIN = 14
# The share by which the set moves less than the cast before it.
_PARALLAX = 0.4
# Features less than so many pixels high do not move.
_SMALLEST_FEATURE = 6
_MOST_FLICKERS = 3
# How far firelight falls, in sizes of the flame.
_FIRELIGHT = 2.4


class Layering:
    """Cuts the layers of a finished painting; `moment` is the same with eyes closed and mouths shut."""

    def __init__(self, painting: Painting, raster: Raster, tones: Tones, finish: Finish) -> None:
        self._painting, self._raster = painting, raster
        self._tones, self._finish, self._size = tones, finish, raster.size
        self._across = self._size[0] / painting.canvas.width
        self._down = self._size[1] / painting.canvas.height

    def cut(self, moment: Painting | None) -> Layers:
        """Return the layers; without `moment` no face moves."""
        near = self._cut_cast()
        faces = [self._cut_face(one, moment) for one in self._painting.faces] if moment and near else []
        return Layers(
            near=near,
            faces=tuple(face for face in faces if face),
            flickers=tuple(map(self._find_flicker, self._painting.flames[:_MOST_FLICKERS])),
            water=self._find_water(),
        )

    def _cut_cast(self) -> Near | None:
        """Return the cast of a close shot; whole figures stand on the ground of the set and move with it."""
        shapes = self._painting["cast"].shapes
        if not shapes or not self._painting.blur:
            return None
        bent = [self._painting.keystone.bend(shape.extent) for shape in shapes]
        part = find_part(join(bent, _MARGIN), self._across, self._down, self._size)
        if part is None:
            return None
        behind = self._draw(part, [plate for plate in self._raster.cast if plate.is_light])
        cover = self._cover(part, [plate for plate in self._raster.cast if not plate.is_light])
        return Near(Patch(part.left, part.top, behind), cover, _PARALLAX)

    def _cut_face(self, features: Features, moment: Painting) -> Face | None:
        eyes, mouth = features.eyes, features.mouth
        plates = self._raster.rasterize(moment["cast"].shapes, join((eyes, mouth), _MARGIN))
        closed = self._cut_feature(eyes, plates)
        shut = self._cut_feature(mouth, plates) if features.is_speaking else None
        return Face(closed, shut) if closed else None

    def _cut_feature(self, box: Box, plates: Sequence[Plate]) -> Patch | None:
        bent = self._painting.keystone.bend(box)
        part = find_part(bent, self._across, self._down, self._size)
        if part is None or part.height < _SMALLEST_FEATURE:
            return None
        return Patch(part.left, part.top, self._draw(part, plates))

    def _cover(self, part: Part, plates: Sequence[Plate]) -> Pixels:
        outer = part.pad(round(_MARGIN * self._down))
        cover = bend_cover(self._raster.draw_cover(outer, plates), self._lay_sheet(outer))
        inner = part.find_in(outer)
        return np.ascontiguousarray(cover[inner.rows, inner.columns])

    def _draw(self, part: Part, cast: Sequence[Plate]) -> Pixels:
        outer = part.pad(round(_MARGIN * self._down))
        pixels = self._finish(self._raster.draw(outer, cast), self._lay_sheet(outer))
        inner = part.find_in(outer)
        return np.ascontiguousarray(pixels[inner.rows, inner.columns])

    def _lay_sheet(self, part: Part) -> Sheet:
        return lay_sheet(part, self._tones)

    def _find_flicker(self, flame: Box) -> Flicker:
        seen = self._show(flame)
        across, down = seen.centre
        radius = max(seen.width, seen.height) * _FIRELIGHT
        return Flicker(across * self._across, down * self._down, radius * self._down)

    def _find_water(self) -> tuple[int, int] | None:
        if self._painting.water is None:
            return None
        seen = self._show(self._painting.water)
        top, bottom = (round(min(max(y * self._down, 0), self._size[1])) for y in (seen.top, seen.bottom))
        return (top, bottom) if bottom > top else None

    def _show(self, box: Box) -> Box:
        """Return where a box of the set is seen, in canvas units."""
        painting, window = self._painting, self._painting.window
        across = painting.canvas.width / window.width
        down = painting.canvas.height / window.height
        left, right = ((x - window.left) * across for x in (box.left, box.right))
        top, bottom = ((y - window.top) * down for y in (box.top, box.bottom))
        return painting.keystone.bend(Box(left, top, right, bottom))
