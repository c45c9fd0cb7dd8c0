"""Tables on which small things lie: one of the set, or else one that is set up for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.floor import Floor
from app.film.boards.things.gaps import Span, choose_gap, list_gaps
from app.film.boards.things.holding import find_held_scale
from app.film.boards.things.painting import find_point, find_scale, measure_thing, paint_thing

_TABLE, _BEHIND = "table", 3.0
# The share of a table's width on which things lie, and how far in front of its edge, in body units.
_USED, _FORWARD = 0.8, 1.5


@dataclass(frozen=True, slots=True)
class Top:
    """The top of a table: its middle and a body unit in canvas units, its width in body units."""

    middle: Point
    unit: float
    width: float


def find_table(scene: SceneCanvas, taken: Sequence[Span]) -> Top | None:
    """Return the largest top of the set that is in the picture and that nobody hides, or None."""
    window, frame = scene.painting.window, scene.painting.safe
    zoom = scene.canvas.height / window.height
    tops = []
    for thing in scene.painting.things:
        rest = SOURCES[thing.name].rest
        if rest is None:
            continue
        x, y = find_point(thing.name, rest)
        unit = thing.unit * zoom
        spot = (
            (thing.foot[0] - window.left) * zoom + x * unit,
            (thing.foot[1] - window.top) * zoom + y * unit,
        )
        is_free = not any(span.left < spot[0] < span.right for span in taken)
        if is_free and frame.left < spot[0] < frame.right and spot[1] < scene.painting.caption_top:
            tops.append(Top(spot, unit, measure_thing(thing.name).width))
    return max(tops, key=lambda top: top.unit * top.width, default=None)


def set_table(scene: SceneCanvas, pen: Pen, floor: Floor, taken: Sequence[Span]) -> Top:
    """Paint a table in the widest gap between the figures and return its top."""
    box, frame = measure_thing(_TABLE), scene.painting.safe
    width = box.width * floor.unit
    gap = choose_gap(list_gaps(frame, taken), width)
    x = min(max(gap.middle, frame.left + width / 2), frame.right - width / 2)
    at = pen.offset(x, floor.ground - _BEHIND * floor.unit, floor.unit)
    at.ellipse((0, 0), (box.width * 0.52, 3.0), scene.palette.ink, 0.25)
    paint_thing(at, scene.palette, _TABLE)
    scene.painting.props.append(_TABLE)
    return Top(at.at(*find_point(_TABLE, SOURCES[_TABLE].rest or (0.5, 0.05))), floor.unit, box.width)


def lay_on(table: Top, pen: Pen, palette: Palette, names: Sequence[str]) -> None:
    """Paint small things side by side on a table, large enough to be seen."""
    step = table.width * _USED / len(names)
    at = pen.offset(*table.middle, table.unit)
    for place, name in enumerate(names):
        size = find_held_scale(name) / find_scale(name)
        spot = at.offset((place - (len(names) - 1) / 2) * step, _FORWARD, size)
        paint_thing(spot, palette, name, tone=palette.skin)
