"""A person from the chest or the waist up, for shots close enough to read a face.

The pen's origin is the middle of the head and a unit is a hundredth of its height.
"""

from app.film.boards.canvas import Box
from app.film.boards.cast.costume import DEPTH, paint_front, shoulders
from app.film.boards.cast.hair import paint_back_hair
from app.film.boards.cast.head import find_head_box, paint_head
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.props import paint_held
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Headwear
from app.vocabulary.staging import HeldProp


def paint_bust(pen: Pen, portrait: Portrait, prop: HeldProp | None = None) -> Box:
    """Paint head, shoulders and torso, and return the box of the head in canvas units."""
    _halo(pen, portrait)
    if portrait.traits.outfit.is_cloaked or portrait.traits.outfit.headwear == Headwear.HOOD:
        _mantle(pen, portrait)
    paint_back_hair(pen, portrait)
    _neck(pen, portrait)
    _body(pen, portrait)
    if not portrait.is_away:
        paint_front(pen, portrait)
    paint_head(pen, portrait)
    if prop:
        _raised_hand(pen, portrait, prop)
    return find_head_box(pen, portrait)


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


def _body(pen: Pen, portrait: Portrait) -> None:
    wide, cloth = shoulders(portrait), portrait.cloth(portrait.traits.outfit.main)
    arm, dark = wide * 1.16, portrait.shade(cloth, 0.45)
    right = [
        (24, 66),
        (wide * 0.62, 78),
        (wide * 0.96, 98),
        (arm, 150),
        (arm * 1.06, 300),
        (arm, DEPTH),
    ]
    left = [(-x, y) for x, y in reversed(right)]
    pen.blob([(0, 88), *right, *left], cloth)
    _seams(pen, portrait, dark)
    _light_and_shadow(pen, portrait, (mix(cloth, portrait.palette.light, 0.4), dark))
    folds = [(-0.3, 210, -0.2, 330), (0.1, 230, 0.12, 360), (0.34, 200, 0.28, 320), (-0.06, 150, -0.1, 210)]
    for x0, y0, x1, y1 in folds:
        pen.line([(x0 * wide, y0), ((x0 + x1) / 2 * wide + 3, (y0 + y1) / 2), (x1 * wide, y1)], dark, 2, 0.35)


def _seams(pen: Pen, portrait: Portrait, dark: str) -> None:
    wide = shoulders(portrait)
    waist = wide * (0.66 if portrait.traits.is_woman else 0.8)
    for side in (-1, 1):
        seam = [
            (side * wide * 0.80, 128),
            (side * wide * 0.76, 190),
            (side * waist * 0.98, 270),
            (side * waist, 400),
        ]
        pen.line(seam, dark, 2.6, 0.6)
        sleeve = [(side * wide * 0.5, 92), (side * wide * 0.62, 118), (side * wide * 0.60, 150)]
        pen.line(sleeve, dark, 1.8, 0.35)


def _light_and_shadow(pen: Pen, portrait: Portrait, tones: tuple[str, str]) -> None:
    light, dark = tones
    wide = shoulders(portrait)
    arm = wide * 1.16
    shadow = -portrait.palette.light_side * (1 if pen.along[0] >= 0 else -1)
    turned_away = [
        (shadow * wide * 0.5, 80),
        (shadow * wide * 0.96, 98),
        (shadow * arm, 150),
        (shadow * arm * 1.05, 300),
        (shadow * arm, DEPTH),
        (shadow * wide * 0.3, DEPTH),
        (shadow * wide * 0.42, 200),
    ]
    pen.blob(turned_away, dark, 0.17)
    lit = [(-shadow * wide * 0.5, 76), (-shadow * wide * 0.93, 96), (-shadow * arm * 0.99, 150)]
    pen.line(lit, light, 2.6, 0.5)


def _mantle(pen: Pen, portrait: Portrait) -> None:
    wide = shoulders(portrait)
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


def _raised_hand(pen: Pen, portrait: Portrait, prop: HeldProp) -> None:
    wide = shoulders(portrait)
    sleeve = mix(portrait.cloth(portrait.traits.outfit.main), portrait.palette.light, 0.06)
    elbow, hand = (wide * 1.04, 330), (wide * 0.92, 176)
    pen.limb([elbow, hand], [58, 40], sleeve)
    pen.line(
        [(hand[0] - 20, hand[1] + 6), (hand[0] + 20, hand[1] + 4)],
        portrait.cloth(portrait.traits.outfit.trim),
        7,
    )
    pen.ellipse((hand[0], hand[1] - 12), (18, 20), portrait.skin)
    paint_held(pen.offset(hand[0], hand[1] - 16, 5.2), portrait.palette, prop)
    for i in range(4):
        pen.ellipse(
            (hand[0] - 10 + 6.6 * i, hand[1] - 18 + abs(i - 1.5) * 1.6),
            (4.6, 8),
            portrait.shade(portrait.skin, 0.08),
        )
