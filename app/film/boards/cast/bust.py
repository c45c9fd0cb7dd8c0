"""A person from the chest or the waist up, for shots close enough to read a face.

The pen's origin is the middle of the head and a unit is a hundredth of its height.
"""

from app.film.boards.canvas import Box
from app.film.boards.cast.hair import paint_back_hair
from app.film.boards.cast.head import head_box, paint_head
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.props import paint_held
from app.film.boards.colour import mix
from app.film.boards.pen import Pen

# How far below the middle of the head the drawing goes on: past the edge of any frame.
DEPTH = 620.0
LINEN = "#ece4d2"
ROYAL = ("king", "queen", "emperor")


def paint_bust(pen: Pen, portrait: Portrait, prop: str = "") -> Box:
    """Paint head, shoulders and torso; gives back the box of the head in canvas units."""
    _halo(pen, portrait)
    if portrait.traits.outfit.cloaked or portrait.traits.outfit.hat == "hood":
        _mantle(pen, portrait)
    paint_back_hair(pen, portrait)
    _neck(pen, portrait)
    _body(pen, portrait)
    _collar(pen, portrait)
    paint_head(pen, portrait)
    if prop:
        _raised_hand(pen, portrait, prop)
    return head_box(pen, portrait)


def paint_back_view(pen: Pen, portrait: Portrait) -> None:
    """Paint somebody from behind, dark and near: the shoulder a camera looks over."""
    colour = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.62)
    is_bald = portrait.traits.hair_style == "bald"
    hair = portrait.shade(portrait.skin if is_bald else portrait.hair, 0.5)
    rim = mix(colour, portrait.palette.light, 0.4)
    width = 118 * portrait.traits.build
    outline = [
        (-20, 46),
        (-width * 0.7, 66),
        (-width, 104),
        (-width * 1.08, 260),
        (-width * 1.1, DEPTH),
        (width * 1.1, DEPTH),
        (width * 1.08, 260),
        (width, 104),
        (width * 0.7, 66),
        (20, 46),
    ]
    pen.blob([(x * 1.012 + 2, y - 2.4) for x, y in outline], rim, 0.8)
    pen.blob(outline, colour)
    skull = [
        (0, -56),
        (30, -48),
        (42, -20),
        (40, 12),
        (26, 44),
        (18, 62),
        (-18, 62),
        (-26, 44),
        (-40, 12),
        (-42, -20),
        (-30, -48),
    ]
    pen.blob([(x + 1.6, y - 1.2) for x, y in skull], mix(hair, portrait.palette.light, 0.45), 0.8)
    pen.blob(skull, hair)
    for side in (-1, 1):
        pen.ellipse((side * 42, 2), (5, 10), portrait.shade(portrait.skin, 0.45))
    strands = (
        []
        if is_bald
        else [[(x, -46 + abs(x) * 0.5), (x * 1.15, 10), (x * 0.8, 48)] for x in range(-30, 36, 10)]
    )
    pen.lines(strands, mix(hair, portrait.palette.light, 0.18), 1.8, 0.5)
    if portrait.traits.hair_style in ("long", "braids"):
        pen.blob([(-38, 0), (-42, 70), (-26, 110), (26, 110), (42, 70), (38, 0)], hair)
    if portrait.traits.outfit.hat == "crown":
        gold = portrait.shade(portrait.palette.skin("#d8ac48"), 0.35)
        pen.polygon([(-36, -28), (-36, -64), (-18, -44), (0, -70), (18, -44), (36, -64), (36, -28)], gold)
    elif portrait.traits.outfit.hat:
        pen.blob(
            [(-44, -14), (-44, -44), (-22, -66), (22, -66), (44, -44), (44, -14), (0, -22)],
            portrait.shade(colour, 0.25),
        )


def _halo(pen: Pen, portrait: Portrait) -> None:
    glow = mix(portrait.palette.haze, portrait.palette.light, 0.4)
    pen.glow((0, 10), 190, glow, 0.34)


def _neck(pen: Pen, portrait: Portrait) -> None:
    wide = (15 if portrait.traits.is_woman or portrait.traits.age == "child" else 19.5) * (
        0.7 + 0.3 * portrait.traits.build
    )
    skin = portrait.shade(portrait.skin, 0.13)
    pen.blob(
        [
            (-wide, 26),
            (-wide, 58),
            (-wide * 2.1, 76),
            (0, 96),
            (wide * 2.2, 76),
            (wide * 1.05, 58),
            (wide * 1.05, 26),
        ],
        skin,
    )
    pen.blob(
        [(-wide, 34), (2, 53), (wide, 34), (wide * 0.98, 54), (2, 68), (-wide * 0.98, 54)],
        portrait.shade(skin, 0.5),
        0.42,
    )


def _shoulders(portrait: Portrait) -> float:
    base = {"child": 72.0, "elder": 94.0}.get(
        portrait.traits.age, 88.0 if portrait.traits.is_woman else 106.0
    )
    return base * portrait.traits.build


def _body(pen: Pen, portrait: Portrait) -> None:
    wide, cloth = _shoulders(portrait), portrait.cloth(portrait.traits.outfit.main)
    waist = wide * (0.66 if portrait.traits.is_woman else 0.8)
    arm = wide * 1.16
    dark = portrait.shade(cloth, 0.45)
    right = [
        (24, 66),
        (wide * 0.62, 78),
        (wide * 0.96, 98),
        (arm, 150),
        (arm * 1.06, 300),
        (arm * 1.0, DEPTH),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    pen.blob([(0, 88), *right, *left], cloth)
    for side in (-1, 1):
        seam = [
            (side * wide * 0.80, 128),
            (side * wide * 0.76, 190),
            (side * waist * 0.98, 270),
            (side * waist, 400),
        ]
        pen.line(seam, dark, 2.6, 0.6)
        pen.line(
            [(side * wide * 0.5, 92), (side * wide * 0.62, 118), (side * wide * 0.60, 150)], dark, 1.8, 0.35
        )
    shadow = -portrait.palette.light_side * (1 if pen.along[0] >= 0 else -1)
    pen.blob(
        [
            (shadow * wide * 0.5, 80),
            (shadow * wide * 0.96, 98),
            (shadow * arm, 150),
            (shadow * arm * 1.05, 300),
            (shadow * arm, DEPTH),
            (shadow * wide * 0.3, DEPTH),
            (shadow * wide * 0.42, 200),
        ],
        dark,
        0.17,
    )
    light = mix(cloth, portrait.palette.light, 0.4)
    pen.line(
        [(-shadow * wide * 0.5, 76), (-shadow * wide * 0.93, 96), (-shadow * arm * 0.99, 150)],
        light,
        2.6,
        0.5,
    )
    folds = [(-0.3, 210, -0.2, 330), (0.1, 230, 0.12, 360), (0.34, 200, 0.28, 320), (-0.06, 150, -0.1, 210)]
    for x0, y0, x1, y1 in folds:
        pen.line([(x0 * wide, y0), ((x0 + x1) / 2 * wide + 3, (y0 + y1) / 2), (x1 * wide, y1)], dark, 2, 0.35)


def _collar(pen: Pen, portrait: Portrait) -> None:
    garment = portrait.traits.outfit.garment
    if garment in ("coat", "jacket"):
        _lapels(pen, portrait)
    elif garment == "robe" or portrait.traits.role in ROYAL:
        _robe_front(pen, portrait)
    elif garment in ("dress", "gown", "apron_dress"):
        _bodice(pen, portrait)
    else:
        _laced_shirt(pen, portrait)
    if garment in ("apron", "apron_dress"):
        _apron(pen, portrait)
    if garment not in ("coat", "jacket"):
        wide = _shoulders(portrait)
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
    outfit, wide = portrait.traits.outfit, _shoulders(portrait)
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
    pen.blob(collar, trim if outfit.garment == "gown" else portrait.cloth(LINEN))
    laces = [[(x, 128 + 16 * i), (10 - x, 138 + 16 * i)] for i in range(5) for x in (0, 10)]
    pen.lines(laces, trim, 2, 0.8)


def _laced_shirt(pen: Pen, portrait: Portrait) -> None:
    outfit = portrait.traits.outfit
    pen.polygon([(-18, 68), (2, 128), (22, 68), (2, 80)], portrait.cloth(LINEN))
    pen.line([(-26, 66), (2, 134), (28, 66)], portrait.shade(portrait.cloth(outfit.main), 0.3), 7)
    laces = [[(-6, 98), (10, 104)], [(9, 98), (-5, 104)], [(-3, 110), (7, 115)]]
    pen.lines(laces, portrait.cloth(outfit.trim), 2)


def _apron(pen: Pen, portrait: Portrait) -> None:
    wide = _shoulders(portrait)
    bib = [(-wide * 0.42, 150), (wide * 0.44, 150), (wide * 0.56, DEPTH), (-wide * 0.54, DEPTH)]
    pen.polygon(bib, portrait.cloth("#ddd2ba"))
    for side in (-1, 1):
        pen.line([(side * wide * 0.42, 152), (side * wide * 0.3, 84)], portrait.cloth("#cfc3a8"), 8)


def _mantle(pen: Pen, portrait: Portrait) -> None:
    wide = _shoulders(portrait)
    cloth = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.35)
    pen.blob(
        [
            (0, 30),
            (wide * 0.7, 60),
            (wide * 1.24, 110),
            (wide * 1.44, DEPTH),
            (-wide * 1.44, DEPTH),
            (-wide * 1.24, 110),
            (-wide * 0.7, 60),
        ],
        cloth,
    )


def _raised_hand(pen: Pen, portrait: Portrait, prop: str) -> None:
    wide = _shoulders(portrait)
    sleeve = mix(portrait.cloth(portrait.traits.outfit.main), portrait.palette.light, 0.06)
    elbow, hand = (wide * 1.04, 330), (wide * 0.92, 176)
    pen.limb([elbow, hand], [58, 40], sleeve)
    pen.line(
        [(hand[0] - 20, hand[1] + 6), (hand[0] + 20, hand[1] + 4)],
        portrait.cloth(portrait.traits.outfit.trim),
        7,
    )
    pen.ellipse((hand[0], hand[1] - 12), (18, 20), portrait.skin)
    paint_held(pen.moved(hand[0], hand[1] - 16, 5.2), portrait.palette, prop)
    for i in range(4):
        pen.ellipse(
            (hand[0] - 10 + 6.6 * i, hand[1] - 18 + abs(i - 1.5) * 1.6),
            (4.6, 8),
            portrait.shade(portrait.skin, 0.08),
        )
