"""Inserts: the things that a shot is about, large and well lit, on a table, on the ground or in a hand."""

from collections.abc import Sequence

from app.film.boards.canvas import Box
from app.film.boards.colour import lab, mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.drawing import load_drawing
from app.film.boards.things.hands import Hand, paint_fingers, paint_palm
from app.film.boards.things.holding import measure_held, paint_held
from app.film.boards.things.painting import Tone, measure_thing, paint_thing
from app.film.boards.things.surfaces import TABLE, choose_ground
from app.vocabulary.places import Place
from app.vocabulary.things.catalogue import THINGS
from app.vocabulary.things.table import find_thing

# The shares of the field that a thing fills at most across and down, and that several fill across.
_ACROSS, _DOWN, _ALL_ACROSS = 0.56, 0.76, 0.86
# Of things of different size the smaller ones are enlarged: the exponent of their size.
_EVENING = 0.45
# Where the surface begins and where things stand on it, as shares of the field's height.
_EDGE, _STAND = 0.7, 0.9
# Things higher than this stand on the floor rather than on a table, in centimetres.
_TABLE_HEIGHT = 110
# A thing lighter than this, in OKLab, has a dark pool behind it, a darker one a light pool.
_LIGHT = 0.68
# Things that fill a hand are at least so long, in body units; smaller ones are held by a smaller hand.
_HANDFUL = 17.0
_MOST = 3


def paint_insert(scene: SceneCanvas, nouns: Sequence[str], hand: Hand | None, place: Place | None) -> bool:
    """Paint the things that some nouns name; return whether there is a drawing of any.

    The first one is in the hand if there is a hand.
    """
    names = list(dict.fromkeys(name for noun in nouns if (name := find_thing(noun))))[:_MOST]
    if not names:
        return False
    frame = scene.painting.safe
    field = Box(frame.left, frame.top, frame.right, min(frame.bottom, scene.painting.caption_top))
    if hand is None:
        is_table = place is not None and place.indoors and THINGS[names[0]].height_cm <= _TABLE_HEIGHT
        _lay_surface(scene, field, TABLE if is_table else choose_ground(place), is_table=is_table)
    _lay_pool(scene, field, names[0])
    if hand is None:
        _stand_things(scene, field, names)
        scene.painting.props += names
    else:
        _show_in_hand(scene, field, names[0], hand)
        scene.painting.props.append(names[0])
    return True


def _lay_surface(scene: SceneCanvas, field: Box, paint: str, *, is_table: bool) -> None:
    """Paint what the things stand on across the whole picture."""
    colour = _light_well(scene)(paint)
    canvas, pen = scene.canvas, scene.pen("cast")
    edge, reach = field.top + field.height * _EDGE, canvas.width * 1.1
    spots = [(-0.1 * canvas.width, edge), (reach, edge), (reach, canvas.height * 1.1)]
    spots.append((-0.1 * canvas.width, canvas.height * 1.1))
    shade = mix(colour, scene.palette.ink, 0.4)
    pen.polygon(spots, pen.fade((0, edge), (0, canvas.height), (0.0, mix(colour, shade, 0.3)), (1.0, shade)))
    pen.polygon(spots, pen.fade((0, edge), (0, field.bottom), (0.0, colour, 0.9), (1.0, colour, 0.2)))
    if is_table:
        for share in (0.3, 0.62):
            y = edge + (canvas.height - edge) * share
            pen.line([(0, y), (canvas.width * 0.5, y + 4), (canvas.width, y)], shade, 2.4, 0.5)


def _lay_pool(scene: SceneCanvas, field: Box, name: str) -> None:
    """Part the first thing from what is behind it by a pool of light, or of shadow for a light one."""
    tone, weight, sum_of_light = _light_well(scene), 0.0, 0.0
    for outline in load_drawing(name, SOURCES[name]).outlines:
        if outline.fill:
            weight += outline.area
            sum_of_light += outline.area * lab(tone(outline.fill))[0]
    is_light = weight > 0 and sum_of_light / weight > _LIGHT
    glow = mix(scene.palette.light, "#ffe2ae", 0.5)
    colour, strength = (scene.palette.ink, 0.6) if is_light else (glow, 0.75)
    middle = field.centre[0], field.top + field.height * 0.5
    scene.pen("cast").glow(middle, field.height * 0.85, colour, strength)


def _stand_things(scene: SceneCanvas, field: Box, names: Sequence[str]) -> None:
    """Paint things side by side, the first one in the middle of three."""
    boxes = [measure_thing(name) for name in names]
    sizes = [max(box.width, box.height) for box in boxes]
    scales = [(size / max(sizes)) ** _EVENING / size for size in sizes]
    widths = [box.width * scale for box, scale in zip(boxes, scales, strict=True)]
    tall = max(box.height * scale for box, scale in zip(boxes, scales, strict=True))
    is_tall = field.height > field.width
    across = _ALL_ACROSS if len(names) > 1 or is_tall else _ACROSS
    unit = min(field.width * across / (sum(widths) * 1.06), field.height * _DOWN / tall)
    spot = field.centre[0] - sum(widths) * 1.06 * unit / 2
    for place in (1, 0, 2)[: len(names)] if len(names) > 1 else (0,):
        half = widths[place] * unit * 0.53
        y = field.top + field.height * (_STAND if place == 0 else _STAND - 0.03)
        _stand_thing(scene, scene.pen("cast").offset(spot + half, y, scales[place] * unit), names[place])
        spot += half * 2


def _stand_thing(scene: SceneCanvas, pen: Pen, name: str) -> None:
    box = measure_thing(name)
    for reach, strength in ((0.6, 0.16), (0.5, 0.22)):
        pen.ellipse((0, 0), (box.width * reach, box.width * 0.06), scene.palette.ink, strength)
    paint_thing(pen, scene.palette, name, tone=_light_well(scene))


def _show_in_hand(scene: SceneCanvas, field: Box, name: str, hand: Hand) -> None:
    """Paint a thing in a hand that comes in from the holder's side."""
    box = measure_held(name)
    unit = min(field.width * _ACROSS / box.width, field.height * 0.76 / box.height)
    side = -1 if hand.from_right else 1
    x = field.centre[0] - box.centre[0] * unit * side
    y = field.top + field.height * 0.5 - box.centre[1] * unit
    pen = scene.pen("cast").offset(x, y, unit, flip=hand.from_right)
    size = min(1.0, max(box.width, box.height) / _HANDFUL)
    holding = pen.offset(0, 0, size)
    paint_palm(holding, hand, scene.palette, reach=field.width / unit / size)
    paint_held(pen, scene.palette, name, tone=_light_well(scene))
    paint_fingers(holding, hand, scene.palette, hangs=SOURCES[name].hangs)


def _light_well(scene: SceneCanvas) -> Tone:
    """Return the tone of what a shot is about, which is lit better than all else, at night too."""
    return lambda colour: mix(scene.palette.skin(colour), colour, 0.35)
