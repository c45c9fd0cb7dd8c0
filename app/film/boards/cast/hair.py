"""Hair and beards in any turn of the head, in the head's own space.

A style is an outline over the skull, from the front and in profile, and the hairline over the face.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Headwear
from app.vocabulary.looks import Hair

Outline = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class HairCut:
    """How hair is cut: its outline over the skull, from ear to ear, the hairline, and what hangs behind.

    `front` and `profile` have equally many points, from the left side of the head over its top to the right.
    `fringe` is seen from the front, from right to left. `hang` is how low hair hangs behind, and `spread` how
    wide; 0 for none.
    """

    front: Outline
    profile: Outline
    fringe: Outline
    hang: float = 0.0
    spread: float = 44.0


_CAP = ((-39, 8), (-42, -18), (-34, -44), (-8, -58), (14, -58), (36, -44), (42, -18), (39, 8))
_CAP_SIDE = ((-36, 26), (-49, -8), (-42, -40), (-14, -59), (8, -59), (26, -48), (35, -31), (34, -24))
_FULL = ((-42, 14), (-48, -18), (-38, -50), (-8, -66), (14, -66), (40, -48), (48, -18), (42, 14))
_FULL_SIDE = ((-38, 32), (-54, -6), (-46, -44), (-16, -67), (8, -67), (28, -54), (38, -35), (35, -24))
_EVEN = ((35, 4), (33, -14), (24, -25), (8, -29), (-10, -27), (-25, -26), (-33, -14), (-35, 4))
_PARTING = ((36, 14), (34, -6), (28, -20), (10, -32), (-5, -42), (-22, -26), (-32, -8), (-36, 14))
_JAGGED = (
    (35, 4),
    (32, -10),
    (29, -24),
    (18, -14),
    (8, -29),
    (-2, -13),
    (-12, -28),
    (-24, -12),
    (-30, -26),
    (-35, 4),
)
_ROUND = ((36, 6), (33, -10), (24, -22), (12, -27), (-2, -24), (-14, -27), (-25, -22), (-33, -10), (-36, 6))

_CUTS: dict[Hair, HairCut] = {
    "short": HairCut(_CAP, _CAP_SIDE, _EVEN),
    "tousled": HairCut(_CAP, _CAP_SIDE, _JAGGED),
    "curly": HairCut(_FULL, _FULL_SIDE, _ROUND, 26.0, 47.0),
    "long": HairCut(_CAP, _CAP_SIDE, _PARTING, 92.0, 45.0),
    "shoulder-length": HairCut(_CAP, _CAP_SIDE, _PARTING, 48.0, 46.0),
    "braided": HairCut(_CAP, _CAP_SIDE, _PARTING),
    "pinned-up": HairCut(_CAP, _CAP_SIDE, _PARTING),
}
_PLAIN = _CUTS["short"]
_TIGHT_HATS = (Headwear.HOOD, Headwear.KERCHIEF, Headwear.HELMET)


def _find_cut(portrait: Portrait) -> HairCut:
    style = portrait.traits.hair
    if style in ("tousled", "curly") and portrait.traits.outfit.headwear:
        return _PLAIN
    return _CUTS.get(style, _PLAIN)


def paint_back_hair(pen: Pen, portrait: Portrait) -> None:
    """Paint the hair that hangs behind the neck and shoulders; call it before the body."""
    if portrait.is_away or portrait.traits.is_machine:
        return
    cut = _find_cut(portrait)
    colour = portrait.shade(portrait.hair_colour, 0.26)
    if cut.hang:
        pen.blob(_outline_hang(portrait, cut), colour)
    if portrait.traits.hair == "pinned-up" and portrait.traits.outfit.headwear not in _TIGHT_HATS:
        _bun(pen, portrait, (-8 - 34 * portrait.turn.side, -58 + 20 * portrait.turn.side))


def _outline_hang(portrait: Portrait, cut: HairCut) -> list[Point]:
    wide, low = cut.spread, cut.hang
    front = [
        (0, -54),
        (wide * 0.88, -38),
        (wide, 8),
        (wide * 0.96, low * 0.65),
        (wide * 0.7, low),
        (0, low + 4),
        (-wide * 0.7, low),
        (-wide * 0.96, low * 0.65),
        (-wide, 8),
        (-wide * 0.88, -38),
    ]
    side = [
        (0, -50),
        (20, -30),
        (8, 4),
        (2, low * 0.6),
        (-10, low),
        (-28, low + 6),
        (-46, low),
        (-54, low * 0.6),
        (-54, 0),
        (-42, -38),
    ]
    return portrait.turn.bend(front, side)


def _bun(pen: Pen, portrait: Portrait, at: Point) -> None:
    colour = portrait.shade(portrait.hair_colour, 0.15)
    pen.dot(*at, 17, colour)
    x, y = at
    pen.line(
        [(x - 10, y - 4), (x, y - 11), (x + 10, y - 4)], mix(colour, portrait.palette.light, 0.3), 2, 0.6
    )


def paint_front_hair(pen: Pen, portrait: Portrait) -> None:
    """Paint the hair over the skull and around the face."""
    style, colour = portrait.traits.hair, portrait.hair_colour
    if style == "bald":
        _bald(pen, portrait)
        return
    cut, turn = _find_cut(portrait), portrait.turn
    top = turn.bend(cut.front, cut.profile)
    line = [(turn.swing(x, 36), y + turn.drop * 0.6) for x, y in cut.fringe]
    pen.blob([*top, *line], colour)
    if style == "curly" and cut is not _PLAIN:
        _curls(pen, portrait, top)
    if style == "tousled" and cut is not _PLAIN:
        _tufts(pen, portrait, top)
    _shine(pen, portrait, top)
    if style == "braided":
        _braids(pen, portrait)


def _bald(pen: Pen, portrait: Portrait) -> None:
    turn, colour = portrait.turn, portrait.hair_colour
    if turn.side < 0.2:
        for side in (-1, 1):
            pen.blob([(side * 35, -22), (side * 41, -4), (side * 37, 8), (side * 33, -6)], colour)
    else:
        x = turn.swing(-36, 36)
        pen.blob([(x, -8), (x - 4, 18), (-38, 24), (-44, 0), (-30, -10)], colour)
    pen.ellipse((8, -40), (12, 4), mix(portrait.skin, portrait.palette.light, 0.6), 0.4, turn=14)


def _curls(pen: Pen, portrait: Portrait, top: Sequence[Point]) -> None:
    light = mix(portrait.hair_colour, portrait.palette.light, 0.14)
    # Curls on the far side of a turned head would hang before the eyes.
    seen = top if portrait.turn.side < 0.2 or portrait.is_away else top[:-2]
    for number, (x, y) in enumerate(seen):
        pen.dot(x * 0.96, y * 0.96, 13, portrait.hair_colour)
        if number % 2:
            pen.dot(x * 0.84 - 2, y * 0.86 - 2, 5, light, 0.5)


def _tufts(pen: Pen, portrait: Portrait, top: Sequence[Point]) -> None:
    between = [((x + nx) / 2, (y + ny) / 2) for (x, y), (nx, ny) in pairwise(top[1:-1])]
    for number, (x, y) in enumerate(between):
        reach = 1.16 if number % 2 else 1.28
        lean = 5 - 2 * (number % 3)
        pen.blob(
            [(x - 11, y + 6), (x * reach + lean, y * reach - 4), (x + 11, y + 6), (x * 0.8, y * 0.8)],
            portrait.hair_colour,
        )


def _shine(pen: Pen, portrait: Portrait, top: Sequence[Point]) -> None:
    colour = portrait.hair_colour
    light, dark = mix(colour, portrait.palette.light, 0.28), portrait.shade(colour, 0.35)
    for first, share in ((2, 0.9), (4, 0.88)) if portrait.turn.side < 0.3 else ((1, 0.88),):
        spots = [(x * share, y * share) for x, y in top[first : first + 3]]
        pen.line(spots, light, 2.6, 0.45)
    pen.line([(x * 0.8, y * 0.82) for x, y in top[1:4]], dark, 1.6, 0.4)


def paint_hair_from_behind(pen: Pen, portrait: Portrait) -> None:
    """Paint the back of a head with the same cut."""
    style, colour = portrait.traits.hair, portrait.shade(portrait.hair_colour, 0.1)
    if style == "bald":
        pen.blob([(-37, -6), (-30, 20), (0, 26), (30, 20), (37, -6), (0, 2)], colour)
        return
    cut = _find_cut(portrait)
    low = max(cut.hang, 34.0)
    nape = [(36, low * 0.7), (24, low), (0, low + 3), (-24, low), (-36, low * 0.7)]
    pen.blob([*cut.front, *nape], colour)
    strands = [[(x * 0.5, -50 + abs(x) * 0.4), (x * 1.1, 0), (x * 0.9, low - 6)] for x in range(-30, 36, 12)]
    dark = portrait.shade(portrait.hair_colour, 0.35)
    for strand in strands if style != "curly" else ():
        pen.line(strand, dark, 1.8, 0.4)
    if style == "curly" and cut is not _PLAIN:
        _curls(pen, portrait, (*cut.front, *nape))
    if style == "tousled" and cut is not _PLAIN:
        _tufts(pen, portrait, cut.front)
    if style == "pinned-up":
        _bun(pen, portrait, (0, -34))
    if style == "braided":
        _braids(pen, portrait)


def paint_beard(pen: Pen, portrait: Portrait) -> None:
    """Paint a beard or a moustache around the mouth."""
    beard, colour, turn = portrait.traits.beard, portrait.hair_colour, portrait.turn
    if not beard:
        return
    down = turn.drop * 0.7
    if beard in ("full", "long"):
        drop = 98.0 if beard == "long" else 62.0
        front = [(-36, 6), (-33, 30), (-24, drop * 0.78), (0, drop), (24, drop * 0.78), (33, 30), (36, 6)]
        side = [(-4, 6), (-6, 30), (4, drop * 0.8), (22, drop), (32, drop * 0.72), (35, 34), (33, 24)]
        mouth = [
            (turn.swing(x, 36), y + down)
            for x, y in ((27, 21), (15, 27), (13, 40), (0, 43), (-13, 40), (-15, 27), (-27, 21))
        ]
        pen.blob([*turn.bend(front, side), *mouth], colour)
    lip = ((-18, 32), (-10, 23), (0, 25.5), (10, 23), (18, 32), (8, 29), (0, 28.6), (-8, 29))
    wide = 1.3 if beard == "moustache" else 1.0
    paint = portrait.shade(colour, 0.16) if beard == "moustache" else mix(colour, portrait.palette.light, 0.1)
    pen.blob([(turn.swing(x * wide) + turn.side * 3, y + down) for x, y in lip], paint)


def _braids(pen: Pen, portrait: Portrait) -> None:
    turn = portrait.turn
    sides = (-1, 1) if turn.side < 0.6 else (-1,)
    for side in sides:
        root = turn.swing(side * 35, 38) - (6 * turn.side if side < 0 else 0)
        for i in range(6):
            at = (root + side * (4 + 1.2 * i), 16 + 13 * i)
            pen.ellipse(at, (8.4 - 0.5 * i, 9), portrait.hair_colour, turn=side * 24)
            pen.line(
                [(at[0] - 6, at[1] - 4), (at[0] + 5, at[1] + 5)],
                portrait.shade(portrait.hair_colour),
                1.4,
                0.5,
            )
        pen.rect((root + side * 10.5 - 5, 88), (10, 5), portrait.cloth(portrait.traits.outfit.trim))
