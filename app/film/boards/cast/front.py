"""The front of a garment, and what is on many of them."""

from dataclasses import dataclass

from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Skeleton
from app.film.boards.pen import Pen

LINEN = "#ece4d2"
GOLD = "#d0a548"
# How far the middle of the front moves aside when the body is turned to its side.
ASIDE = 5.0


@dataclass(frozen=True, slots=True)
class Front:
    """The front of a person, with the pen in its middle at the shoulders."""

    pen: Pen
    portrait: Portrait
    skeleton: Skeleton


def paint_belt(front: Front, colour: str = "#5a3d28") -> None:
    pen, portrait = front.pen, front.portrait
    wide = front.skeleton.waist
    at = -ASIDE * portrait.body_turn
    pen.line([(at - wide, 18), (at, 19.4), (at + wide, 18)], portrait.cloth(colour), 2.6)
    pen.rect((-1.6, 17.6), (3.2, 3.2), portrait.cloth(GOLD))
