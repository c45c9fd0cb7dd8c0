"""Things in hands: each with its grip in the hand, the way it is carried."""

from app.film.boards.canvas import Box
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.drawing import Drawing, load_drawing
from app.film.boards.things.painting import Tone, find_scale, keep_flame, paint_drawing, paint_glow
from app.vocabulary.things.table import find_thing

# How far what is carried upright leans to the front, in degrees clockwise.
_LEAN = 10.0
# Small things are drawn larger than life, or nobody would see them: their longer side in body units.
_LEAST_SIZE, _SHARE_OF_LIFE = 6.5, 0.84
_GLOW = 34.0


def paint_held(pen: Pen, palette: Palette, noun: str, *, tone: Tone | None = None) -> None:
    """Paint what a noun means in a hand at the pen's origin; one unit is a hundredth of a grown person.

    A noun that has no drawing paints nothing. `tone` gives the paints, those of people without it.
    """
    name = find_thing(noun)
    if name is None:
        return
    source, drawing = SOURCES[name], load_drawing(name, SOURCES[name])
    grip_x, grip_y = _find_grip(name, drawing)
    scale = find_held_scale(name)
    turned = pen.offset(0, 0, scale, turn=0.0 if source.hangs else _LEAN, flip=source.faces == "left")
    local = turned.offset(-grip_x, -grip_y)
    paint_glow(local, source, drawing, _GLOW / scale, 0.7 if palette.lamps_lit else 0.4)
    paint_drawing(local, palette, drawing, keep_flame(source, tone or palette.skin))


def measure_held(noun: str) -> Box:
    """Return the box of what a noun means around the hand that holds it, in body units; it may be empty."""
    name = find_thing(noun)
    if name is None:
        return Box(0.0, 0.0, 0.0, 0.0)
    drawing, scale = load_drawing(name, SOURCES[name]), find_held_scale(name)
    (x, y), box = _find_grip(name, drawing), drawing.box
    return Box(
        (box.left - x) * scale, (box.top - y) * scale, (box.right - x) * scale, (box.bottom - y) * scale
    )


def find_held_scale(name: str) -> float:
    """Return how many body units a unit of a thing's file is where a person is to see it."""
    box, scale = load_drawing(name, SOURCES[name]).box, find_scale(name)
    size = max(box.width, box.height) * scale
    return scale * max(1.0, (_LEAST_SIZE + size * _SHARE_OF_LIFE) / size)


def _find_grip(name: str, drawing: Drawing) -> tuple[float, float]:
    (across, down), box = SOURCES[name].grip, drawing.box
    return box.left + box.width * across, box.top + box.height * down
