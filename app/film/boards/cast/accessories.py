"""What is worn over the clothes: about the neck, on the trunk, the arm and the back."""

from collections.abc import Callable

from app.film.boards.cast.front import ASIDE
from app.film.boards.cast.paint_of_accessories import find_paint
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Skeleton
from app.film.boards.pen import Pen
from app.vocabulary.accessories import Accessory

# What is carried in a hand for the whole story, by the thing that it is drawn as.
CARRIED = {Accessory.CANE: "staff", Accessory.UMBRELLA: "closed umbrella"}


def paint_on_body(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint what is worn over the trunk, in body units; call it before the head and the arm in front."""
    chest = skeleton.make_chest_pen(pen)
    for item, _ in portrait.traits.worn:
        if item in _ON_BODY:
            _ON_BODY[item](chest, portrait, skeleton, find_paint(portrait, item))


def paint_on_back(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint what is worn on the back of one who is seen from the front, in body units, behind the trunk."""
    chest, worn = skeleton.make_chest_pen(pen), dict(portrait.traits.worn)
    if Accessory.BACKPACK in worn:
        _pack(chest.offset(-4 - 7 * portrait.body_turn, 0), portrait, skeleton)
    if Accessory.WINGS in worn:
        _wings(chest, portrait)


def paint_over_back(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint what is worn on the back of one who is seen from behind, in body units, over the trunk."""
    chest, worn = skeleton.make_chest_pen(pen), dict(portrait.traits.worn)
    if Accessory.BACKPACK in worn:
        _pack(chest, portrait, skeleton)
    if Accessory.WINGS in worn:
        _wings(chest, portrait)


def _find_middle(portrait: Portrait) -> float:
    return 0.0 if portrait.is_away else ASIDE * portrait.body_turn


def _scarf(pen: Pen, portrait: Portrait, skeleton: Skeleton, colour: str) -> None:
    wide, at = skeleton.shoulder * 0.62, _find_middle(portrait)
    end = [(at - 1, 1), (at + 3.4, 1), (at + 4.4, 19), (at - 0.4, 19)]
    pen.polygon(end, portrait.shade(colour, 0.14))
    pen.lines([[(at + x, 19), (at + x, 21)] for x in (0, 1.6, 3.2)], colour, 0.8)
    pen.blob([(-wide, -4), (0, -1), (wide, -4), (wide * 0.9, 2), (0, 4.4), (-wide * 0.9, 2)], colour)
    pen.line([(-wide * 0.8, 0), (0, 2), (wide * 0.8, 0)], portrait.shade(colour, 0.35), 0.7)


def _tie(pen: Pen, portrait: Portrait, _: Skeleton, colour: str) -> None:
    at = _find_middle(portrait)
    pen.polygon([(at - 1.6, -2), (at + 1.6, -2), (at + 2.2, 13), (at, 17), (at - 2.2, 13)], colour)


def _bow_tie(pen: Pen, portrait: Portrait, _: Skeleton, colour: str) -> None:
    at = _find_middle(portrait)
    for side in (-1, 1):
        pen.polygon([(at, -1), (at + side * 5, -3.6), (at + side * 5, 1.8)], colour)


def _necklace(pen: Pen, portrait: Portrait, skeleton: Skeleton, colour: str) -> None:
    at, wide = _find_middle(portrait), skeleton.shoulder * 0.5
    for x, y in ((-1.0, -2.6), (-0.7, 1.2), (-0.3, 3.4), (0.0, 4.2), (0.3, 3.4), (0.7, 1.2), (1.0, -2.6)):
        pen.dot(at + x * wide, y, 1.0, colour)


def _medal(pen: Pen, portrait: Portrait, _: Skeleton, colour: str) -> None:
    at = _find_middle(portrait) - 5.6
    pen.polygon([(at - 1.4, 3), (at + 1.4, 3), (at + 0.6, 7), (at - 0.6, 7)], portrait.cloth("#3f628c"))
    pen.dot(at, 8.6, 2, colour)


def _apron(pen: Pen, portrait: Portrait, skeleton: Skeleton, colour: str) -> None:
    at, low = _find_middle(portrait), 30 + (14 if skeleton.pose.hip[1] < -40 else 4)
    pen.blob(
        [(at - 5, 5), (at + 5, 5), (at + 7.6, 18), (at + 8.4, low), (at - 8.4, low), (at - 7.6, 18)], colour
    )
    for side in (-1, 1):
        pen.line([(at + side * 4.6, 5.4), (side * 4.2, -4)], colour, 1.4)


def _satchel(pen: Pen, portrait: Portrait, skeleton: Skeleton, colour: str) -> None:
    wide = skeleton.shoulder
    pen.line([(-wide * 0.6, -3), (0, 13), (wide * 0.9, 28)], portrait.shade(colour, 0.3), 1.7)
    pen.blob([(wide * 0.5, 26), (wide * 1.35, 26), (wide * 1.4, 37), (wide * 0.45, 37)], colour)
    pen.line([(wide * 0.5, 30), (wide * 1.35, 30)], portrait.shade(colour, 0.4), 1.0)


def _straps(pen: Pen, portrait: Portrait, skeleton: Skeleton, colour: str) -> None:
    at = _find_middle(portrait)
    for side in (-1, 1) if not portrait.is_away else ():
        x = at * 0.6 + side * skeleton.shoulder * 0.56
        pen.line([(x * 0.8, -4), (x, 6), (x * 1.1, 16)], portrait.shade(colour, 0.2), 2.2)


def _pack(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    colour, wide = find_paint(portrait, Accessory.BACKPACK), skeleton.shoulder * 0.95
    pen.blob([(-wide, 0), (0, -5), (wide, 0), (wide * 1.05, 24), (0, 28), (-wide * 1.05, 24)], colour)
    pen.line([(-wide * 0.7, 12), (0, 13), (wide * 0.7, 12)], portrait.shade(colour, 0.35), 1.2)


def _wings(pen: Pen, portrait: Portrait) -> None:
    colour = find_paint(portrait, Accessory.WINGS)
    for side in (-1, 1):
        upper = [(0, 4), (side * 16, -22), (side * 34, -26), (side * 36, -6), (side * 18, 8)]
        lower = [(0, 8), (side * 20, 10), (side * 28, 24), (side * 14, 32), (side * 4, 20)]
        for outline in (upper, lower):
            pen.blob(outline, colour, 0.82)
        pen.lines(
            [[(0, 6), (side * 30, -20)], [(0, 8), (side * 22, 22)]], portrait.shade(colour, 0.25), 0.7, 0.6
        )


_ON_BODY: dict[Accessory, Callable[[Pen, Portrait, Skeleton, str], None]] = {
    Accessory.APRON: _apron,
    Accessory.TIE: _tie,
    Accessory.BOW_TIE: _bow_tie,
    Accessory.NECKLACE: _necklace,
    Accessory.MEDAL: _medal,
    Accessory.SCARF: _scarf,
    Accessory.SATCHEL: _satchel,
    Accessory.BACKPACK: _straps,
}
"""The painters of what is worn over the trunk, in body units from the middle of the shoulders."""


def paint_sling(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint a sling over the arm that it holds, in body units; nothing for one who has none."""
    if Accessory.SLING not in dict(portrait.traits.worn):
        return
    colour, wide = find_paint(portrait, Accessory.SLING), skeleton.shoulder
    chest = skeleton.make_chest_pen(pen)
    chest.line([(wide * 0.5, -4), (wide * 0.7, 10)], colour, 2.0)
    chest.line([(-wide * 0.5, -4), (-wide * 0.5, 14)], colour, 2.0)
    chest.blob([(-wide * 0.9, 12), (wide * 0.8, 9), (wide * 0.95, 16), (0, 23), (-wide * 0.95, 21)], colour)
    chest.line([(-wide * 0.7, 17), (wide * 0.7, 14)], portrait.shade(colour, 0.25), 0.8)
