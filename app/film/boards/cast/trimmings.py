"""What is on the front of a garment: collars, lapels, buttons, ties, aprons, badges.

The pen's origin is the middle of the shoulders and a unit is a body unit, down the spine.
"""

from collections.abc import Callable

from app.film.boards.cast.front import ASIDE, LINEN, Front, paint_belt
from app.film.boards.cast.modern_trimmings import MODERN_TRIMMINGS
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Skeleton
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Garment
from app.vocabulary.roles import Role

_ROYAL = (Role.KING, Role.QUEEN, Role.EMPEROR)


def paint_trimmings(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint the front of the garment that a person wears."""
    chest = skeleton.make_chest_pen(pen)
    middle = chest.offset(ASIDE * portrait.body_turn, 0)
    _PAINTERS[portrait.traits.outfit.garment](Front(middle, portrait, skeleton))
    if portrait.traits.role in _ROYAL:
        for step in range(-3, 4):
            middle.dot(step * 3.4, 0.8 - abs(step) * 0.9, 2.6, portrait.cloth("#f0eadc"))


def _tunic(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    pen.polygon([(-3.4, -3), (0, 7), (3.4, -3)], portrait.cloth(LINEN))
    pen.line([(-4.2, -3.4), (0, 7.6), (4.2, -3.4)], portrait.cloth(portrait.traits.outfit.trim), 1.2)
    paint_belt(front)


def _coat(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.polygon([(-3.6, -3.6), (0, 8), (3.6, -3.6)], portrait.cloth(LINEN))
    for side in (-1, 1):
        pen.polygon(
            [(side * 4.4, -4), (side * 8, 1), (side * 0.6, 11), (side * 2.6, 1)], portrait.shade(cloth, 0.2)
        )
    pen.line(
        [
            (0.4, 10),
            (0.6, 29),
            (0.4, 46 if portrait.body_turn < 0.5 and front.skeleton.pose.hip[1] < -40 else 30),
        ],
        portrait.shade(cloth, 0.45),
        0.8,
    )
    for y in (13, 18.5, 24):
        pen.dot(2.4, y, 0.9, portrait.cloth(portrait.traits.outfit.trim))


def _apron(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    linen = portrait.cloth("#f0e9da")
    low = 30 + (26 if front.skeleton.pose.hip[1] < -40 else 8)
    if portrait.traits.outfit.garment is Garment.APRON:
        low -= 12
    pen.blob([(-5, 5), (5, 5), (7.6, 18), (9, low), (-9, low), (-7.6, 18)], linen)
    for side in (-1, 1):
        pen.line([(side * 4.6, 5.4), (side * 4.2, -4)], linen, 1.4)
    wide = front.skeleton.waist
    pen.line([(-wide, 18), (0, 19), (wide, 18)], portrait.shade(linen, 0.16), 1.4)


def _bodice(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    outfit = portrait.traits.outfit
    collar = outfit.trim if outfit.garment is Garment.GOWN else LINEN
    pen.blob([(-5.4, -4), (0, 0.6), (5.4, -4), (7, -1.6), (0, 4), (-7, -1.6)], portrait.cloth(collar))
    wide, at = front.skeleton.waist, -ASIDE * portrait.body_turn
    pen.line([(at - wide, 17), (at, 18.4), (at + wide, 17)], portrait.cloth(outfit.trim), 2.0)
    if outfit.garment is not Garment.SKIRT:
        pen.lines(
            [[(x, 6 + 3 * i), (-x, 8 + 3 * i)] for i in range(3) for x in (-1.4, 1.4)],
            portrait.cloth(outfit.trim),
            0.5,
            0.8,
        )


def _robe(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    outfit = portrait.traits.outfit
    low = 68 if front.skeleton.pose.hip[1] < -40 else 34
    inner = (
        outfit.main
        if portrait.traits.role in (Role.GHOST, Role.MONK, Role.NUN, Role.JUDGE)
        else outfit.second
    )
    pen.polygon([(0, 1), (4.4, low), (-4.4, low)], portrait.shade(portrait.cloth(inner), 0.15))
    for side in (-1, 1):
        pen.line([(side * 4.6, -4), (side * 0.6, 4), (side * 4.6, low)], portrait.cloth(outfit.trim), 1.3)
    paint_belt(front, outfit.trim)


def _armour(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    steel = portrait.cloth(portrait.traits.outfit.main)
    pen.ellipse((-1, 8), (6.6, 8), mix(steel, portrait.palette.light, 0.45), 0.6)
    pen.line([(0, -3), (0, 24)], portrait.shade(steel, 0.35), 0.9)
    for y in (17, 21, 25):
        pen.line(
            [(-front.skeleton.waist, y), (0, y + 1.4), (front.skeleton.waist, y)],
            portrait.shade(steel, 0.4),
            0.9,
        )
    for side in (-1, 1):
        pen.ellipse(
            (side * front.skeleton.shoulder * 0.94, 0), (4.6, 4), mix(steel, portrait.palette.light, 0.2)
        )


_PAINTERS: dict[Garment, Callable[[Front], None]] = {
    **MODERN_TRIMMINGS,
    Garment.TUNIC: _tunic,
    Garment.COAT: _coat,
    Garment.APRON: _apron,
    Garment.DRESS: _bodice,
    Garment.APRON_DRESS: _apron,
    Garment.SKIRT: _bodice,
    Garment.GOWN: _bodice,
    Garment.ROBE: _robe,
    Garment.ARMOUR: _armour,
}
