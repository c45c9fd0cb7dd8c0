"""Where the features of a painted face are, so that its eyes can blink and its mouth can move."""

from app.film.boards.canvas import Box, enclose
from app.film.boards.cast.animals.head import find_animal_features
from app.film.boards.cast.portrait import Portrait
from app.film.boards.layers import Features
from app.film.boards.pen import Pen

# The eyes and the mouth of a head from its front, left, top, right and bottom, in hundredths of its height.
_EYES = (-30.0, -14.0, 30.0, 20.0)
_MOUTH = (-18.0, 23.0, 18.0, 47.0)
# Eyes that are less open than this do not blink.
_OPEN = 0.4


def find_features(head: Pen, portrait: Portrait, *, is_speaking: bool) -> Features | None:
    """Return the boxes of eyes and mouth in canvas units; None for one who has no face or whose eyes rest."""
    if portrait.traits.species:
        return find_animal_features(head, portrait, is_speaking=is_speaking)
    if portrait.is_away or portrait.expression.lids < _OPEN:
        return None
    return Features(_find_box(head, portrait, _EYES), _find_box(head, portrait, _MOUTH), is_speaking)


def _find_box(head: Pen, portrait: Portrait, sides: tuple[float, float, float, float]) -> Box:
    left, right = (portrait.turn.swing(x) for x in (sides[0], sides[2]))
    top, bottom = (y + portrait.turn.drop for y in (sides[1], sides[3]))
    corners = [head.at(x, y) for x in (left - 4, right + 4) for y in (top, bottom)]
    return enclose(corners)
