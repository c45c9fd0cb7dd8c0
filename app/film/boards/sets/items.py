"""The things that stand in a set."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.layers import Standing
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.plane import Plane
from app.film.boards.things.painting import measure_thing, paint_thing

# Where fire burns in things: its middle and its size, in shares of the width and the height.
_FLAMES = {
    "campfire": ((0.5, 0.45), 0.5),
    "fireplace": ((0.5, 0.68), 0.3),
    "stove": ((0.5, 0.7), 0.2),
    "candle holder": ((0.5, 0.12), 0.2),
    "torch": ((0.5, 0.15), 0.3),
}
# Things further away than these are painted in the middle of the set, or near.
_NEAR, _BEFORE = 1.12, 0.95


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of the catalogue in a set.

    `across` is a share of the set's width, `away` its distance where people stand at 1, `up` how high above
    the floor it is in body units. `size` is how many times as large it is as in the catalogue.
    """

    name: str
    across: float
    away: float = 1.36
    up: float = 0.0
    size: float = 1.0
    faces_left: bool | None = None


def line_up(name: str, places: tuple[float, ...], away: float = 1.36, size: float = 1.0) -> tuple[Item, ...]:
    """Return the same thing at several places across."""
    return tuple(Item(name, across, away, size=size) for across in places)


def paint_item(scene: SceneCanvas, plane: Plane, item: Item) -> None:
    """Paint a thing of a set, and the light of the fire that burns in it."""
    layer = "mid" if item.away > _NEAR else "near" if item.away > _BEFORE else "foreground"
    pen = plane.stand(scene.pen(layer), item.across, item.away).offset(0, -item.up, item.size)
    # What is far away melts into the haze.
    depth = min(1.0, 0.35 + 1.0 / item.away)
    paint_thing(pen, scene.palette, item.name, faces_left=item.faces_left, depth=depth)
    scene.painting.things.append(Standing(item.name, (pen.x, pen.y), pen.scale))
    if item.name in _FLAMES:
        flame = _find_flame(pen, item.name)
        scene.painting.flames.append(flame)
        strength = 0.5 if scene.palette.lamps_lit else 0.2
        scene.pen("air").glow(flame.centre, pen.scale * 20 + flame.height * 4, "#ff9a4a", strength)


def _find_flame(pen: Pen, name: str) -> Box:
    """Return the box of the fire in a thing that stands on the pen's origin, in canvas units."""
    (across, down), size = _FLAMES[name]
    box = measure_thing(name)
    x, y = pen.at(box.left + box.width * across, box.top + box.height * down)
    half = box.height * size / 2 * pen.scale
    return Box(x - half, y - half, x + half, y + half)
