"""Clothes seen from close by: collars, lapels, laces, bibs.

As in the bust, the pen's origin is the middle of the head and a unit is a hundredth of its height.
"""

from app.film.boards.cast.portrait import Portrait
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Garment
from app.vocabulary.roles import Role

# How far below the middle of the head the drawing goes on: past the edge of any frame.
DEPTH = 620.0
LINEN = "#ece4d2"
ROYAL = (Role.KING, Role.QUEEN, Role.EMPEROR)


def shoulders(portrait: Portrait) -> float:
    """Return how far a shoulder is from the middle, in hundredths of the head's height."""
    base = {"child": 72.0, "old": 94.0}.get(portrait.traits.age, 88.0 if portrait.traits.is_woman else 106.0)
    return base * portrait.traits.build


def paint_front(pen: Pen, portrait: Portrait) -> None:
    """Paint collar, lapels, laces or bib, and the belt."""
    garment = portrait.traits.outfit.garment
    if garment in (Garment.COAT, Garment.JACKET):
        _lapels(pen, portrait)
    elif garment == Garment.ROBE or portrait.traits.role in ROYAL:
        _robe_front(pen, portrait)
    elif garment in (Garment.DRESS, Garment.GOWN, Garment.APRON_DRESS):
        _bodice(pen, portrait)
    else:
        _laced_shirt(pen, portrait)
    if garment in (Garment.APRON, Garment.APRON_DRESS):
        _apron(pen, portrait)
    if garment not in (Garment.COAT, Garment.JACKET):
        wide = shoulders(portrait)
        pen.line([(-wide * 0.8, 372), (0, 384), (wide * 0.8, 372)], portrait.cloth("#5a3d28"), 18)
        pen.rect((-14, 372), (28, 24), portrait.cloth("#c9a450"))


def _lapels(pen: Pen, portrait: Portrait) -> None:
    cloth, trim = portrait.cloth(portrait.traits.outfit.main), portrait.cloth(portrait.traits.outfit.trim)
    pen.polygon([(-20, 70), (2, 150), (24, 70), (2, 84)], portrait.cloth(LINEN))
    for side in (-1, 1):
        lapel = [(22, 60), (44, 84), (34, 128), (4, 168), (14, 110)]
        pen.blob([(side * x, y) for x, y in lapel], portrait.shade(cloth, 0.22))
    pen.line([(2, 168), (3, 260), (2, DEPTH)], portrait.shade(cloth, 0.5), 2.4)
    for y in (200, 250, 300, 350):
        pen.dot(12, y, 5, trim)


def _robe_front(pen: Pen, portrait: Portrait) -> None:
    outfit, wide = portrait.traits.outfit, shoulders(portrait)
    pen.polygon([(2, 96), (58, DEPTH), (-54, DEPTH)], portrait.shade(portrait.cloth(outfit.second), 0.15))
    for side in (-1, 1):
        edge = [(2, 96), (2 + side * 27, 350), (2 + side * 56, DEPTH)]
        pen.line(edge, portrait.cloth(outfit.trim), 7)
    if portrait.traits.role in ROYAL:
        fur = portrait.cloth("#f0eadc")
        for i in range(13):
            x, y = -wide * 0.66 + wide * 1.32 * i / 12, 96 - abs(i - 6) * 3.6
            pen.dot(x, y, 15, fur)
            pen.ellipse((x, y + 2), (2, 4), portrait.palette.ink, 0.7)


def _bodice(pen: Pen, portrait: Portrait) -> None:
    outfit = portrait.traits.outfit
    trim = portrait.cloth(outfit.trim)
    collar = [(-30, 70), (2, 104), (34, 70), (46, 78), (4, 122), (-42, 78)]
    pen.blob(collar, trim if outfit.garment == Garment.GOWN else portrait.cloth(LINEN))
    laces = [[(x, 128 + 16 * i), (10 - x, 138 + 16 * i)] for i in range(5) for x in (0, 10)]
    pen.lines(laces, trim, 2, 0.8)


def _laced_shirt(pen: Pen, portrait: Portrait) -> None:
    outfit = portrait.traits.outfit
    pen.polygon([(-18, 68), (2, 128), (22, 68), (2, 80)], portrait.cloth(LINEN))
    pen.line([(-26, 66), (2, 134), (28, 66)], portrait.shade(portrait.cloth(outfit.main), 0.3), 7)
    laces = [[(-6, 98), (10, 104)], [(9, 98), (-5, 104)], [(-3, 110), (7, 115)]]
    pen.lines(laces, portrait.cloth(outfit.trim), 2)


def _apron(pen: Pen, portrait: Portrait) -> None:
    wide = shoulders(portrait)
    bib = [(-wide * 0.42, 150), (wide * 0.44, 150), (wide * 0.56, DEPTH), (-wide * 0.54, DEPTH)]
    pen.polygon(bib, portrait.cloth("#ddd2ba"))
    for side in (-1, 1):
        pen.line([(side * wide * 0.42, 152), (side * wide * 0.3, 84)], portrait.cloth("#cfc3a8"), 8)
