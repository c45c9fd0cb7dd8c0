"""What is worn on the face and the head: glasses, patches, bandages, in the head's own space."""

from collections.abc import Callable

from app.film.boards.cast.face import EYE, find_eye_line
from app.film.boards.cast.paint_of_accessories import find_paint
from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.accessories import Accessory


def paint_on_face(pen: Pen, portrait: Portrait) -> None:
    """Paint what is on the face, in the space of the head; call it before the hat."""
    for item, _ in portrait.traits.worn:
        if item in _ON_FACE:
            _ON_FACE[item](pen, portrait, find_paint(portrait, item))


def _eyes(portrait: Portrait) -> list[tuple[float, float, float]]:
    """Return the eyes that are seen: across, down, and the share of their width that is seen."""
    turn, y = portrait.turn, find_eye_line(portrait)
    seen = ((turn.swing(side * EYE), y, turn.find_width(side * EYE)) for side in (-1, 1))
    return [eye for eye in seen if eye[2] > 0.16]


def _glasses(pen: Pen, portrait: Portrait, colour: str) -> None:
    turn, eyes = portrait.turn, _eyes(portrait)
    for x, y, wide in eyes:
        rim = [(x + 12.5 * wide * a, y + 11.5 * b) for a, b in _RING]
        pen.ellipse((x, y), (12.5 * wide, 11.5), "#eef6fa", 0.22)
        pen.line([*rim, rim[0]], colour, 2.6)
    if len(eyes) > 1:
        (left, y, near), (right, _, far) = eyes
        pen.line([(left + 11 * near, y), (right - 11 * far, y)], colour, 2.4)
    x, y, wide = eyes[0]
    pen.line([(x - 12 * wide, y), (turn.swing(-36, 36), y + 2)], colour, 2.2)


_RING: tuple[Point, ...] = (
    (1, 0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1), (0.71, -0.71),
)  # fmt: skip


def _sunglasses(pen: Pen, portrait: Portrait, colour: str) -> None:
    for x, y, wide in _eyes(portrait):
        pen.ellipse((x, y), (12.5 * wide, 10.5), colour, 0.94)
        pen.line([(x - 6 * wide, y - 4), (x + 2 * wide, y - 6)], mix(colour, "#ffffff", 0.5), 1.8, 0.7)
    _glasses(pen, portrait, colour)


def _eye_patch(pen: Pen, portrait: Portrait, colour: str) -> None:
    turn = portrait.turn
    x, y, wide = _eyes(portrait)[-1]
    pen.line([(turn.swing(-34, 36), y - 22), (x, y - 6), (turn.swing(34, 36), y + 2)], colour, 2.6)
    pen.blob(
        [(x - 12 * wide, y - 9), (x + 12 * wide, y - 9), (x + 9 * wide, y + 10), (x - 8 * wide, y + 11)],
        colour,
    )


def _freckles(pen: Pen, portrait: Portrait, _: str) -> None:
    turn, colour = portrait.turn, mix(portrait.skin, "#8a4424", 0.6)
    for side in (-1, 1):
        for x, y in ((12, 16), (17, 13), (22, 17), (15, 20), (20, 21), (26, 13)):
            if turn.find_width(side * x) > 0.2:
                pen.dot(turn.swing(side * x), y + turn.drop, 1.5, colour, 0.85)


def _scar(pen: Pen, portrait: Portrait, _: str) -> None:
    turn, colour = portrait.turn, mix(portrait.skin, "#8a2f2c", 0.6)
    spots = [(turn.swing(x), y + turn.drop) for x, y in ((13, 12), (17, 20), (19, 30))]
    pen.line(spots, colour, 2.4)
    pen.lines([[(x - 3, y + 1), (x + 3, y - 1)] for x, y in spots], colour, 1.3)


def _head_bandage(pen: Pen, portrait: Portrait, colour: str) -> None:
    turn, lift = portrait.turn, portrait.turn.drop * 0.5
    low = [(turn.swing(x, 39), y + lift) for x, y in ((-38, -12), (-20, -19), (0, -21), (20, -19), (38, -12))]
    high = [
        (turn.swing(x, 40), y + lift) for x, y in ((38, -34), (20, -40), (0, -42), (-20, -40), (-38, -34))
    ]
    pen.blob([*low, *high], colour)
    pen.line([(x, y - 8) for x, y in low], portrait.shade(colour, 0.3), 1.2, 0.7)
    pen.ellipse((turn.swing(16), -29 + lift), (5, 3.5), "#b0443f", 0.7)


def _earrings(pen: Pen, portrait: Portrait, colour: str) -> None:
    for x in (-37.0, 37.0):
        if portrait.turn.side <= 0.2 or x < 0:
            pen.dot(x if portrait.turn.side <= 0.2 else portrait.turn.swing(-36, 36), 20, 3.4, colour)


def _headphones(pen: Pen, portrait: Portrait, colour: str) -> None:
    turn = portrait.turn
    pen.line(
        [(turn.swing(x, 42), y) for x, y in ((-40, 0), (-36, -36), (0, -60), (36, -36), (40, 0))], colour, 5
    )
    for x in (-38, 38):
        if turn.side <= 0.4 or x < 0:
            pen.ellipse((turn.swing(x, 40), 4), (7.5, 12), colour)


def _tattoo_on_neck(pen: Pen, portrait: Portrait, colour: str) -> None:
    x = portrait.turn.swing(-24, 30)
    pen.line([(x, 30), (x + 5, 36), (x - 1, 42), (x + 5, 48), (x, 56)], mix(portrait.skin, colour, 0.8), 2.6)


_ON_FACE: dict[Accessory, Callable[[Pen, Portrait, str], None]] = {
    Accessory.FRECKLES: _freckles,
    Accessory.SCAR: _scar,
    Accessory.TATTOO: _tattoo_on_neck,
    Accessory.GLASSES: _glasses,
    Accessory.SUNGLASSES: _sunglasses,
    Accessory.EYE_PATCH: _eye_patch,
    Accessory.HEAD_BANDAGE: _head_bandage,
    Accessory.EARRINGS: _earrings,
    Accessory.HEADPHONES: _headphones,
}
