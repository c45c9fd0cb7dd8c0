"""A head, one hundred units from chin to crown around the pen's origin, turned a little to the right.

The same head serves the far figure and the close-up, which is why a face is known again.
"""

from app.film.boards.canvas import Box
from app.film.boards.cast.back import paint_skull
from app.film.boards.cast.face import paint_features
from app.film.boards.cast.hair import paint_beard, paint_front_hair
from app.film.boards.cast.hats import paint_hat
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Headwear

# Heads drawn smaller than this (canvas units a hundred local ones) lose what would only be specks.
FINE_DETAIL = 0.75


def face_outline(traits: Traits) -> list[Point]:
    """Return the face's outline, clockwise from the crown."""
    jaw = {"child": 31.0, "old": 28.0}.get(traits.age, 26.0 if traits.is_woman else 30.0)
    jaw *= 0.72 + 0.28 * traits.build + 0.06 * (traits.face - 0.5)
    chin = 46.0 if traits.age == "child" else 50.0
    side = 37.0 if traits.age == "child" else 35.5
    right = [(24, -43), (side, -20), (side, 6), (jaw + 1, 28), (jaw * 0.55, 43)]
    left = [(-x + (2 if y > 20 else 0), y) for x, y in reversed(right)]
    return [(0, -50), *right, (2.5, chin), *left]


def paint_head(pen: Pen, portrait: Portrait) -> None:
    """Paint ears, face, features, beard, hair and hat over whatever is behind."""
    if portrait.is_away:
        paint_skull(pen, portrait, shade=0.12)
        paint_hat(pen, portrait)
        return
    traits, skin = portrait.traits, portrait.skin
    fine = pen.scale >= FINE_DETAIL
    outline = face_outline(traits)
    for x, turn in ((-36.5, 8), (36, -8)):
        pen.ellipse((x, 4), (6.5, 10.5), portrait.shade(skin, 0.12), turn=turn)
        if fine:
            pen.line([(x - 2, -1), (x + 2.4, 3), (x - 0.5, 9)], portrait.shade(skin, 0.4), 1.3, 0.6)
    pen.blob(outline, skin)
    _shade_face(pen, portrait, outline)
    paint_features(pen, portrait, fine=fine)
    paint_beard(pen, portrait)
    paint_front_hair(pen, portrait)
    paint_hat(pen, portrait)


# How high tall headwear reaches, in hundredths of the head above its middle.
_TOPS: dict[Headwear | None, int] = {
    Headwear.POINTED_HAT: -128,
    Headwear.POINTED_CAP: -112,
    Headwear.CROWN: -78,
}


def find_head_box(pen: Pen, portrait: Portrait) -> Box:
    """Return the box that the head takes up on the canvas, with hair and hat."""
    crown = _TOPS.get(portrait.traits.outfit.headwear, -72)
    corners = [pen.at(x, y) for x in (-46, 46) for y in (crown, 54)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across), max(down))


def _shade_face(pen: Pen, portrait: Portrait, outline: list[Point]) -> None:
    """Let the light fall from one side: a soft plane down the other cheek, warmth on both."""
    pen_side = 1 if pen.along[0] >= 0 else -1
    dark = -portrait.palette.light_side * pen_side
    edge = [point for point in outline if point[0] * dark > 6]
    edge.sort(key=lambda point: point[1])
    inner = [(x * 0.56 + 3 * dark, y * 0.94) for x, y in reversed(edge)]
    pen.blob([*edge, *inner], portrait.shade(portrait.skin, 0.5), 0.2)
    blush = mix(portrait.skin, "#d0553f", 0.45)
    warmth = {"child": 0.5, "old": 0.3}.get(portrait.traits.age, 0.4 if portrait.traits.is_woman else 0.24)
    for x in (-20, 24):
        pen.ellipse((x, 19), (8.5, 5.5), blush, warmth * 0.6)
        pen.ellipse((x, 19), (5, 3.4), blush, warmth * 0.5)
