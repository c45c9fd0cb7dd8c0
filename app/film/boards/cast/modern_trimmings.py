"""What is on the front of the garments of today: lapels, ties, zips, badges, straps.

The pen's origin is the middle of the shoulders and a unit is a body unit, down the spine.
"""

from collections.abc import Callable

from app.film.boards.cast.front import ASIDE, GOLD, LINEN, Front, paint_belt
from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Garment


def _neckline(pen: Pen, portrait: Portrait, colour: str) -> None:
    pen.line([(-4.6, -3.4), (-2.6, 0.4), (0, 1.4), (2.6, 0.4), (4.6, -3.4)], portrait.cloth(colour), 1.7)


def _suit(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.polygon([(-4, -3.8), (0, 14), (4, -3.8)], portrait.cloth("#f2efe8"))
    pen.polygon(
        [(-1.3, -2), (1.3, -2), (1.7, 9), (0, 12.5), (-1.7, 9)], portrait.cloth(portrait.traits.outfit.trim)
    )
    for side in (-1, 1):
        pen.polygon(
            [(side * 4.2, -4), (side * 7.2, 1), (side * 0.4, 15), (side * 3.0, 2)],
            portrait.shade(cloth, 0.25),
        )
    pen.line([(0.2, 14), (0.6, 30)], portrait.shade(cloth, 0.5), 0.8)
    for y in (17, 22):
        pen.dot(1.8, y, 0.8, portrait.shade(cloth, 0.6))


def _shirt(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    light = mix(cloth, portrait.palette.light, 0.3)
    for side in (-1, 1):
        pen.polygon([(side * 4.4, -4), (side * 5.4, 1), (side * 1.6, 3.2), (0, -0.5)], light)
    pen.line([(0, 1), (0, 27)], portrait.shade(cloth, 0.35), 0.7)
    for y in (5, 10, 15, 20):
        pen.dot(0, y, 0.7, light)
    wide = front.skeleton.hips
    pen.line([(-wide, 27), (0, 28.4), (wide, 27)], portrait.cloth("#4a3428"), 2.2)


def _jacket(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.blob([(-4, -3.6), (4, -3.6), (3.4, 28), (-3.4, 28)], portrait.cloth(LINEN))
    for side in (-1, 1):
        pen.polygon(
            [(side * 4.6, -4.2), (side * 7, 1), (side * 4.2, 9), (side * 3.2, 0)], portrait.shade(cloth, 0.22)
        )
        pen.line([(side * 3.6, 6), (side * 3.6, 29)], portrait.shade(cloth, 0.45), 0.9)
        pen.line([(side * 6, 20), (side * 9.2, 19.4)], portrait.shade(cloth, 0.4), 0.8)


def _hoodie(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    dark = portrait.shade(cloth, 0.3)
    pen.blob([(-8, -4.6), (-4, -6.6), (4, -6.6), (8, -4.6), (5, 2), (0, 4), (-5, 2)], dark)
    for side in (-1, 1):
        pen.line([(side * 2, 2), (side * 2.4, 9)], portrait.cloth("#efe9dc"), 0.8)
    pen.blob([(-6.5, 18), (6.5, 18), (8, 26), (-8, 26)], portrait.shade(cloth, 0.14))
    pen.line([(-front.skeleton.hips, 28), (0, 29), (front.skeleton.hips, 28)], dark, 1.8, 0.7)


def _t_shirt(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    trim = portrait.cloth(portrait.traits.outfit.trim)
    _neckline(pen, portrait, portrait.traits.outfit.trim)
    at, wide = -ASIDE * portrait.body_turn, front.skeleton.waist
    for y in (9, 15):
        pen.line([(at - wide * 0.98, y), (at, y + 0.8), (at + wide * 0.98, y)], trim, 2.2, 0.85)


def _sportswear(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    trim = portrait.cloth("#f2efe8")
    _neckline(pen, portrait, "#f2efe8")
    pen.lines([[(-1.6, 9), (1.6, 9), (-0.4, 18)]], trim, 1.8)
    pen.line([(-front.skeleton.hips, 28), (0, 29), (front.skeleton.hips, 28)], trim, 1.4, 0.8)


def _uniform(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    for side in (-1, 1):
        pen.polygon(
            [(side * 4.6, -4.4), (side * 5.6, 0), (side * 0.6, 2), (0, -2)], portrait.shade(cloth, 0.25)
        )
        pen.rect((side * 6.6 - 2.6, 5), (5.2, 5), portrait.shade(cloth, 0.16))
        pen.line(
            [(side * front.skeleton.shoulder * 0.55, -2.6), (side * front.skeleton.shoulder * 0.92, -0.8)],
            portrait.cloth(GOLD),
            1.6,
        )
    pen.line([(0, 1), (0, 29)], portrait.shade(cloth, 0.4), 0.7)
    for y in (4, 9, 14):
        pen.dot(0, y, 0.9, portrait.cloth(GOLD))
    pen.dot(-5.6, 3.4, 1.6, portrait.cloth(GOLD))
    paint_belt(front, "#2c282a")


def _white_coat(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.polygon([(-3.8, -3.6), (0, 12), (3.8, -3.6)], portrait.cloth("#7fa0b4"))
    for side in (-1, 1):
        pen.polygon(
            [(side * 4.4, -4), (side * 7.4, 1), (side * 0.5, 13), (side * 3.0, 2)],
            portrait.shade(cloth, 0.12),
        )
    pen.line([(0.4, 12), (0.6, 44)], portrait.shade(cloth, 0.4), 0.8)
    pen.rect((-8.4, 6), (4.4, 4.4), portrait.shade(cloth, 0.14))
    pen.line([(-4.6, -3), (-3.4, 6), (0, 9), (3.4, 6), (4.6, -3)], "#3a4048", 1.1)
    pen.dot(0.4, 10, 1.8, "#8a9298")


def _overalls(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.polygon([(-5, 6), (5, 6), (6, 18), (-6, 18)], portrait.shade(cloth, 0.14))
    for side in (-1, 1):
        pen.line([(side * 4.4, 7), (side * 5.4, -3.6)], portrait.shade(cloth, 0.2), 2.2)
        pen.dot(side * 4.4, 7.4, 1, portrait.cloth(GOLD))


def _space_suit(front: Front) -> None:
    pen, portrait = front.pen, front.portrait
    pen.rect((-6, 5), (12, 9), portrait.cloth("#aeb4ba"))
    for at, colour in ((-3.6, "#c8503a"), (0, "#d8b04a"), (3.6, "#4f7aa0")):
        pen.dot(at, 8, 1.1, colour)
    pen.rect((-4, 11), (8, 1.6), portrait.cloth("#5a6068"))
    wide = front.skeleton.waist * 1.15
    pen.line([(-wide, 20), (0, 21), (wide, 20)], portrait.cloth("#8a9096"), 2)
    pen.line([(-7, -2), (0, 1), (7, -2)], portrait.cloth("#8a9096"), 2.4)


MODERN_TRIMMINGS: dict[Garment, Callable[[Front], None]] = {
    Garment.SUIT: _suit,
    Garment.SHIRT: _shirt,
    Garment.JACKET: _jacket,
    Garment.HOODIE: _hoodie,
    Garment.T_SHIRT: _t_shirt,
    Garment.UNIFORM: _uniform,
    Garment.WHITE_COAT: _white_coat,
    Garment.OVERALLS: _overalls,
    Garment.SPACE_SUIT: _space_suit,
    Garment.SPORTSWEAR: _sportswear,
}
"""The painters of the fronts of modern garments."""
