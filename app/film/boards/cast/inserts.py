"""Inserts: a thing so close that it fills the frame."""

from collections.abc import Callable, Sequence

from app.film.boards.canvas import Box
from app.film.boards.cast.props import boat, paint_held, stool
from app.film.boards.layers import Layer
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.furniture import barrel, bed, chair, chest, picture, table, throne
from app.vocabulary.staging import HELD_PROP_WORDS, HeldProp
from app.vocabulary.words import Words, listed

PaintThing = Callable[[Pen, Palette], None]

# The height of a prop in the frame, as a share of the reach, and the share of the safe frame a thing fills.
_PROP_SHARE = 0.7
_THING_SHARE = 0.62
_WOOD = "#8a6444"
_HELD = {word.removeprefix("a "): prop for prop, words in HELD_PROP_WORDS.items() for word in words}


def _paint_wooden(paint: Callable[[Pen, str, str], None]) -> PaintThing:
    return lambda pen, palette: paint(pen, palette.paint(_WOOD), palette.ink)


# Things of the sets and of the cast by their English words, each drawn around or on the pen's origin.
_THINGS: dict[tuple[str, ...], PaintThing] = {
    listed("boat, rowing boat, rowboat, ship, sailing boat"): lambda pen, palette: boat(
        pen, palette, sail=True
    ),
    listed("stool, footstool"): stool,
    listed("chair, armchair"): _paint_wooden(chair),
    listed("table, desk"): _paint_wooden(table),
    listed("chest, trunk, treasure chest, strongbox"): _paint_wooden(chest),
    listed("barrel, cask, keg"): _paint_wooden(barrel),
    listed("bed"): lambda pen, palette: bed(pen, palette, palette.paint(_WOOD), palette.paint("#7d4a44")),
    listed("picture, painting, portrait"): lambda pen, palette: picture(pen, palette, (96, 74)),
    listed("throne"): throne,
}


def paint_thing(scene: SceneCanvas, nouns: Sequence[str]) -> bool:
    """Paint the first of the nouns that there is a drawing for; return whether there is one."""
    for noun in nouns:
        if prop := _find_prop(noun):
            paint_prop(scene, prop)
            return True
        if paint := _find_thing(noun):
            _fit_thing(scene, paint)
            return True
    return False


def paint_prop(scene: SceneCanvas, prop: HeldProp) -> None:
    """Paint a prop that is held otherwise in the middle of the frame."""
    frame, unit = scene.painting.safe, scene.canvas.reach * _PROP_SHARE / 40
    pen = scene.pen("cast").offset(*frame.centre, unit)
    paint_held(pen, scene.palette, prop)


def _find_prop(noun: str) -> HeldProp | None:
    words = Words(noun)
    return next((prop for word, prop in _HELD.items() if words.has_any(word)), None)


def _find_thing(noun: str) -> PaintThing | None:
    words = Words(noun)
    return next((paint for names, paint in _THINGS.items() if words.has_any(*names)), None)


def _fit_thing(scene: SceneCanvas, paint: PaintThing) -> None:
    """Paint a thing of any size as large as it fits into the middle of the frame."""
    trial, frame = Layer("trial"), scene.painting.safe
    paint(Pen(trial), scene.palette)
    box = _join([shape.extent for shape in trial.shapes])
    unit = _THING_SHARE * min(frame.width / box.width, frame.height / box.height)
    (x, y), (middle, height) = box.centre, frame.centre
    paint(scene.pen("cast").offset(middle - x * unit, height - y * unit, unit), scene.palette)


def _join(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
