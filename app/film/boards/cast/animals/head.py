"""The head of an animal on shoulders like a person's, one hundred units high around the pen's origin."""

from app.film.boards.canvas import Box, enclose
from app.film.boards.cast.animals.coats import dress, find_coat
from app.film.boards.cast.animals.eyes import find_eyes
from app.film.boards.cast.animals.sources import ANIMALS, AnimalSource
from app.film.boards.cast.portrait import Portrait
from app.film.boards.layers import Features
from app.film.boards.pen import Pen
from app.film.boards.things.drawing import Drawing, load_drawing
from app.film.boards.things.painting import paint_drawing

# How high the drawing of a face is, in hundredths of a person's head, and how far its middle is raised.
_HEIGHT, _RISE = 126.0, 8.0
# How far open eyes are that do not count as closed.
_OPEN = 0.4
_LID_LINE, _LID_ROOM = 2.2, 1.7


def paint_animal_head(pen: Pen, portrait: Portrait) -> None:
    """Paint the face of an animal, its eyes and mouth as its expression says, or its head from behind."""
    source, drawing = _load(portrait)
    local = _place(pen, drawing, source)
    if portrait.is_away:
        # From behind its ears and its coat are seen, no features.
        back = Drawing(tuple(one for one in drawing.outlines if one.fill == find_coat(drawing)))
        paint_drawing(local, portrait.palette, back if back.outlines else drawing, portrait.palette.skin)
        return
    paint_drawing(local, portrait.palette, drawing, portrait.palette.skin)
    if portrait.expression.lids < _OPEN:
        _close_eyes(local, portrait, drawing)
    else:
        for eye in find_eyes(drawing):
            (x, y), size = eye.centre, min(eye.width, eye.height)
            local.dot(x + size * 0.18, y - size * 0.22, size * 0.2, "#fffaf0", 0.95)
    if portrait.expression.open:
        _open_mouth(local, portrait, drawing, source)


def find_animal_features(pen: Pen, portrait: Portrait, *, is_speaking: bool) -> Features | None:
    """Return where eyes and mouth are, in canvas units; None from behind, or where the eyes rest."""
    source, drawing = _load(portrait)
    eyes = find_eyes(drawing)
    if portrait.is_away or portrait.expression.lids < _OPEN or not eyes:
        return None
    local, box = _place(pen, drawing, source), drawing.box
    seen = Box(
        min(one.left for one in eyes) - box.width * 0.06,
        min(one.top for one in eyes) - box.height * 0.06,
        max(one.right for one in eyes) + box.width * 0.06,
        max(one.bottom for one in eyes) + box.height * 0.06,
    )
    x, y = box.left + box.width * source.mouth[0], box.top + box.height * source.mouth[1]
    reach = box.width * 0.17
    mouth = Box(x - reach, y - reach, x + reach, y + reach)
    return Features(_show(local, seen), _show(local, mouth), is_speaking)


def find_animal_head_box(pen: Pen, portrait: Portrait) -> Box:
    """Return the box of the head in canvas units."""
    source, drawing = _load(portrait)
    return _show(_place(pen, drawing, source), drawing.box)


def _load(portrait: Portrait) -> tuple[AnimalSource, Drawing]:
    species = portrait.traits.species
    if species is None or ANIMALS[species].face is None:
        raise ValueError(f"{portrait.traits.name} has no animal's face")
    source = ANIMALS[species]
    face = load_drawing(species.value, source.face or source.body)
    return source, dress(face, portrait.traits.coat or source.coat)


def _place(pen: Pen, drawing: Drawing, source: AnimalSource) -> Pen:
    """Return the pen in the units of a face's drawing; one from the side looks to the right."""
    box, is_side = drawing.box, source.face is not None and source.face.faces == "left"
    local = pen.offset(0, -_RISE, _HEIGHT / box.height, flip=is_side)
    return local.offset(-box.centre[0], -box.centre[1])


def _close_eyes(pen: Pen, portrait: Portrait, drawing: Drawing) -> None:
    fur = portrait.palette.skin(find_coat(drawing))
    for eye in find_eyes(drawing):
        (x, y), wide, tall = eye.centre, eye.width / 2, eye.height / 2
        pen.ellipse((x, y), (wide * _LID_ROOM, tall * _LID_ROOM), fur)
        lid = [(x - wide * 1.3, y), (x, y + tall * 0.7), (x + wide * 1.3, y)]
        pen.line(lid, portrait.palette.ink, _LID_LINE * drawing.box.height / 100)


def _open_mouth(pen: Pen, portrait: Portrait, drawing: Drawing, source: AnimalSource) -> None:
    box = drawing.box
    x, y = box.left + box.width * source.mouth[0], box.top + box.height * source.mouth[1]
    tall = box.height * min(0.075, 0.02 + portrait.expression.open * 0.004)
    pen.ellipse((x, y), (box.width * 0.09, tall), portrait.palette.skin("#5a1f1c"))
    pen.ellipse((x, y + tall * 0.35), (box.width * 0.055, tall * 0.45), portrait.palette.skin("#c8565a"))


def _show(pen: Pen, box: Box) -> Box:
    corners = [pen.at(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    return enclose(corners)
