"""A head, one hundred units from chin to crown around the pen's origin, in any turn to the right.

The same head serves the far figure and the close-up, which is why a face is known again.
"""

from app.film.boards.canvas import Box, enclose
from app.film.boards.cast.animals.head import find_animal_head_box, paint_animal_head
from app.film.boards.cast.face import paint_features, paint_tears
from app.film.boards.cast.face_accessories import paint_on_face
from app.film.boards.cast.hair import paint_beard, paint_front_hair, paint_hair_from_behind
from app.film.boards.cast.hats import paint_hat
from app.film.boards.cast.machine import paint_machine_head
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Headwear

# Heads drawn smaller than this (canvas units a local one) lose what would only be specks.
FINE_DETAIL = 0.6
_PROFILE = (
    (0, -50), (22, -45), (33, -24), (33.5, 2), (30, 25), (26, 43),
    (14, 49), (-4, 39), (-20, 31), (-40, 10), (-43, -16), (-28, -43),
)  # fmt: skip


def outline_face(portrait: Portrait) -> list[Point]:
    """Return the face's outline, clockwise from the crown."""
    return portrait.turn.bend(_outline_front(portrait.traits), _PROFILE)


def _outline_front(traits: Traits) -> list[Point]:
    jaw = {"child": 32.0, "old": 28.0}.get(traits.age, 27.0 if traits.is_woman else 30.0)
    jaw *= 0.72 + 0.28 * traits.build + 0.06 * (traits.face - 0.5)
    chin = 47.0 if traits.age == "child" else 50.0
    side = 37.0 if traits.age == "child" else 35.5
    right = [(24, -43), (side, -20), (side, 6), (jaw + 1, 28), (jaw * 0.55, 43)]
    return [(0, -50), *right, (0, chin), *((-x, y) for x, y in reversed(right))]


def paint_head(pen: Pen, portrait: Portrait) -> None:
    """Paint ears, face, features, beard, hair and hat over whatever is behind."""
    if portrait.traits.is_machine:
        paint_machine_head(pen, portrait)
        return
    if portrait.traits.species:
        paint_animal_head(pen, portrait)
        paint_hat(pen, portrait)
        return
    if portrait.is_away:
        _paint_from_behind(pen, portrait)
        return
    fine = pen.scale >= FINE_DETAIL
    outline = outline_face(portrait)
    _ears(pen, portrait, fine=fine)
    pen.blob(outline, portrait.skin)
    _shade_face(pen, portrait, outline)
    paint_features(pen, portrait, fine=fine)
    if portrait.expression.has_tears:
        paint_tears(pen, portrait)
    if portrait.turn.side > 0.2:
        _ear(pen, portrait, (portrait.turn.swing(-36, 36), 6), fine=fine)
    paint_beard(pen, portrait)
    paint_front_hair(pen, portrait)
    paint_on_face(pen, portrait)
    paint_hat(pen, portrait)


def _paint_from_behind(pen: Pen, portrait: Portrait) -> None:
    for x in (-37, 37):
        pen.ellipse((x, 4), (6.5, 10.5), portrait.shade(portrait.skin, 0.16))
    pen.blob(_outline_front(portrait.traits), portrait.shade(portrait.skin, 0.1))
    paint_hair_from_behind(pen, portrait)
    paint_hat(pen, portrait)


def _ears(pen: Pen, portrait: Portrait, *, fine: bool) -> None:
    if portrait.turn.side <= 0.2:
        for x in (-36.5, 36.5):
            _ear(pen, portrait, (x, 5), fine=fine)


def _ear(pen: Pen, portrait: Portrait, at: Point, *, fine: bool) -> None:
    x, y = at
    pen.ellipse(at, (6.5, 10.5), portrait.shade(portrait.skin, 0.1), turn=8 if x < 0 else -8)
    if fine:
        pen.line(
            [(x - 2, y - 5), (x + 2.4, y - 1), (x - 0.5, y + 5)], portrait.shade(portrait.skin, 0.4), 1.4, 0.6
        )


# How high tall headwear reaches, in hundredths of the head above its middle.
_TOPS: dict[Headwear | None, int] = {
    Headwear.POINTED_HAT: -128,
    Headwear.POINTED_CAP: -112,
    Headwear.CROWN: -78,
}


def find_head_box(pen: Pen, portrait: Portrait) -> Box:
    """Return the box that the head takes up on the canvas, with hair and hat."""
    if portrait.traits.species:
        return find_animal_head_box(pen, portrait)
    crown = _TOPS.get(portrait.traits.outfit.headwear, -72)
    corners = [pen.at(x, y) for x in (-46, 46) for y in (crown, 54)]
    return enclose(corners)


def _shade_face(pen: Pen, portrait: Portrait, outline: list[Point]) -> None:
    """Let the light fall from one side: a soft plane down the other cheek, warmth on both."""
    pen_side = 1 if pen.along[0] >= 0 else -1
    dark = -portrait.palette.light_side * pen_side
    edge = [point for point in outline if point[0] * dark > 6]
    edge.sort(key=lambda point: point[1])
    inner = [(x * 0.66 + 3 * dark, y * 0.95) for x, y in reversed(edge)]
    pen.blob([*edge, *inner], portrait.shade(portrait.skin, 0.4), 0.16)
    blush = mix(portrait.skin, "#dd5a48", 0.45)
    warmth = {"child": 0.5, "old": 0.3}.get(portrait.traits.age, 0.4 if portrait.traits.is_woman else 0.26)
    warmth = max(warmth, portrait.expression.blush)
    for x in (-22, 22):
        seen = portrait.turn.find_width(x)
        if seen > 0.2:
            pen.ellipse((portrait.turn.swing(x), 21 + portrait.turn.drop), (8.5 * seen, 5.5), blush, warmth)
