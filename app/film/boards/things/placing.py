"""Things in frame: what a shot names stands about the figures at its real size."""

from collections.abc import Sequence

from app.film.boards.colour import mix
from app.film.boards.layers import Layer
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.things.floor import Floor, find_floor
from app.film.boards.things.gaps import Span, choose_gap, list_gaps, list_spans
from app.film.boards.things.holding import find_held_scale
from app.film.boards.things.painting import Tone, find_scale, measure_thing, paint_thing
from app.film.boards.things.tables import find_table, lay_on, set_table
from app.vocabulary.things.body import BODY
from app.vocabulary.things.buildings import BUILDINGS
from app.vocabulary.things.catalogue import THINGS
from app.vocabulary.things.clothes import CLOTHES
from app.vocabulary.things.outdoors import OUTDOORS
from app.vocabulary.things.plants import PLANTS
from app.vocabulary.things.sky import SKY
from app.vocabulary.things.vehicles import VEHICLES
from app.vocabulary.words import listed

_MOST = 3
_ROOM_CM = 130
# Things that are worn, that every set has of its own, or that are part of a wall, a floor or a view.
_OF_SETS = listed(
    "door, window, curtain, stairs, rug, ceiling lamp, chandelier, elevator, escalator, shower, cell bars, "
    "fireplace, puddle, wave, mountain, snowy mountain, volcano, island, footprints, wall clock, water drop"
)
_UNPLACED = frozenset(_OF_SETS) | {thing.name for things in (BODY, CLOTHES, SKY) for thing in things}
# Things of the open air, and how high those of a class are that no room holds, in centimetres.
_PORTABLE = listed("sack, crate, suitcase, trolley, tent, log, steering wheel, trough, signpost")
_OUTDOOR = frozenset(
    thing.name for thing in (*BUILDINGS, *OUTDOORS) if thing.name not in _PORTABLE
) | frozenset(thing.name for thing in (*PLANTS, *VEHICLES) if thing.height_cm > _ROOM_CM)
# Things up to this height lie on a table indoors, in centimetres: those one holds, and others.
_SMALL_CM, _LOW_CM = 60, 30
_PALENESS = 0.4
# Things that are larger than these shares of the frame are further away, and so smaller.
_WIDEST, _HIGHEST = 0.5, 0.94
# How far behind the figures' feet things stand, and how much higher distant ones, in body units.
_BEHIND, _RISE = 3.0, 40.0


def place_things(scene: SceneCanvas, area: StandingArea, names: Sequence[str], *, indoors: bool) -> None:
    """Paint things beside and behind the figures of a shot that shows them whole; three at most."""
    if area.is_afloat:
        return
    floor = find_floor(scene, area)
    missing = [name for name in names if is_missing(scene, name, indoors=indoors)][:_MOST]
    on_table = [name for name in missing if indoors and is_small(name)]
    behind, before = Layer("behind"), Layer("before")
    taken = list_spans(scene.painting["cast"])
    for name in missing:
        if name not in on_table:
            layer = before if is_small(name) else behind
            taken.append(_stand(scene, Pen(layer), floor, taken, name))
    if on_table:
        table = find_table(scene, taken) or set_table(scene, Pen(behind), floor, taken)
        lay_on(table, Pen(behind), scene.palette, on_table)
    scene.painting.props += missing
    shapes = scene.painting["cast"].shapes
    shapes[:0] = behind.shapes
    shapes += before.shapes


def choose_tone(scene: SceneCanvas, away: float) -> Tone:
    """Return the tone of what a shot names: lit as people are, paler the further away (1 is near) it is."""
    haze = scene.palette.haze
    return lambda colour: mix(scene.palette.skin(colour), haze, (1 - away) * _PALENESS)


def is_small(name: str) -> bool:
    """Return whether a thing lies on a table rather than on the floor."""
    thing = THINGS[name]
    return thing.height_cm <= (_SMALL_CM if thing.is_held else _LOW_CM)


def is_missing(scene: SceneCanvas, name: str, *, indoors: bool) -> bool:
    """Return whether a thing belongs into the picture and the part of the set that is shown has none."""
    is_there = name in scene.painting.things_in_window
    return name not in _UNPLACED and not is_there and not (indoors and name in _OUTDOOR)


def _stand(scene: SceneCanvas, pen: Pen, floor: Floor, taken: Sequence[Span], name: str) -> Span:
    """Paint a thing in the best gap, further away if it is large; return what it takes up."""
    frame, box = scene.painting.safe, measure_thing(name)
    if is_small(name):
        size, away = find_held_scale(name) / find_scale(name), 1.0
    else:
        room = frame.width * _WIDEST, (floor.ground - floor.unit * _RISE - frame.top) * _HIGHEST
        size = away = min(1.0, room[0] / (box.width * floor.unit), room[1] / (box.height * floor.unit))
    width = box.width * size * floor.unit
    gap = choose_gap(list_gaps(frame, taken), width)
    x = min(max(gap.middle, frame.left + width / 2), frame.right - width / 2)
    up = (0.0 if is_small(name) else _BEHIND) + (1 - away) * _RISE
    at = pen.offset(x, floor.ground - up * floor.unit, floor.unit * size)
    at.ellipse((0, 0), (box.width * 0.52, max(1.5, box.width * 0.04)), scene.palette.ink, 0.25)
    paint_thing(at, scene.palette, name, tone=choose_tone(scene, away))
    return Span(x - width / 2, x + width / 2)
