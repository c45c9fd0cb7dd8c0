"""Helmets, caps and hats by which a trade is known, in the head's own space."""

from collections.abc import Callable
from dataclasses import replace

from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Headwear

GOLD = "#d8ac48"


def _space_helmet(pen: Pen, portrait: Portrait) -> None:
    shell = portrait.palette.skin("#e6eaee")
    pen.line([(-52, 44), (0, 60), (52, 44)], portrait.shade(shell, 0.25), 14)
    pen.ellipse((0, 0), (62, 66), "#cfe6f2", 0.2)
    rim = [(0, -68), (48, -48), (64, 0), (50, 44), (0, 58), (-50, 44), (-64, 0), (-48, -48), (0, -68)]
    pen.line(rim, shell, 9)
    pen.line([(-40, -26), (-24, -46), (-4, -54)], "#ffffff", 6, 0.7)
    pen.rect((-72, -10), (14, 24), shell)


def _steel_helmet(pen: Pen, portrait: Portrait) -> None:
    steel = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.18)
    pen.blob([(-42, -20), (-44, -44), (-24, -66), (4, -71), (32, -64), (46, -42), (44, -20)], steel)
    pen.blob([(-56, -12), (-46, -26), (0, -32), (48, -26), (58, -12), (0, -20)], portrait.shade(steel, 0.22))
    pen.line([(-26, -54), (-6, -64), (12, -63)], mix(steel, portrait.palette.light, 0.4), 4, 0.6)
    pen.line([(-36, -14), (-32, 24), (-14, 46)], portrait.shade(steel, 0.5), 2.4)


def _cook_hat(pen: Pen, portrait: Portrait) -> None:
    linen = portrait.palette.skin("#f4f0e6")
    for x, y, size in ((-26, -66, 20), (0, -76, 24), (27, -66, 20)):
        pen.dot(x, y, size, linen)
    pen.blob([(-36, -28), (-36, -60), (36, -60), (37, -28), (0, -36)], linen)
    pen.lines([[(x, -42), (x * 1.1, -68)] for x in (-16, 0, 16)], portrait.shade(linen, 0.25), 1.8, 0.6)
    pen.line([(-36, -30), (0, -38), (37, -30)], portrait.shade(linen, 0.2), 3)


def _nurse_cap(pen: Pen, portrait: Portrait) -> None:
    linen = portrait.palette.skin("#f6f4ee")
    pen.blob([(-34, -36), (-38, -62), (0, -70), (38, -62), (35, -36), (0, -44)], linen)
    pen.rect((-3, -64), (6, 18), "#c8403a")
    pen.rect((-9, -58), (18, 6), "#c8403a")


def _top_hat(pen: Pen, portrait: Portrait) -> None:
    silk = portrait.palette.skin("#2c2a30")
    pen.polygon([(-34, -34), (-38, -98), (40, -98), (35, -34)], silk)
    pen.ellipse((1, -98), (39, 7), mix(silk, portrait.palette.light, 0.16))
    pen.ellipse((1, -33), (58, 10), silk)
    pen.line([(-35, -44), (1, -38), (36, -44)], portrait.cloth(portrait.traits.outfit.trim), 8)


def _cowboy(pen: Pen, portrait: Portrait) -> None:
    felt = portrait.palette.skin("#8a6238")
    pen.blob([(-33, -32), (-32, -66), (-16, -78), (2, -68), (18, -78), (33, -66), (35, -32)], felt)
    pen.blob([(-78, -46), (-50, -36), (0, -40), (52, -36), (80, -46), (58, -22), (0, -24), (-56, -22)], felt)
    pen.line([(-33, -40), (1, -36), (35, -40)], portrait.shade(felt, 0.5), 6)


def _wig(pen: Pen, portrait: Portrait) -> None:
    powder = portrait.palette.skin("#efebe2")
    pen.blob(
        [
            (-46, 40),
            (-50, -10),
            (-40, -46),
            (0, -64),
            (40, -46),
            (50, -10),
            (46, 40),
            (34, 36),
            (33, -14),
            (0, -32),
            (-33, -14),
            (-34, 36),
        ],
        powder,
    )
    for side in (-1, 1):
        for y in (-14, 4, 22, 38):
            pen.ellipse((side * 41, y), (11, 9), powder)
            pen.line(
                [(side * 35, y + 3), (side * 42, y + 7), (side * 49, y + 2)],
                portrait.shade(powder, 0.25),
                1.6,
            )


def _hard_hat(pen: Pen, portrait: Portrait) -> None:
    shell = portrait.palette.skin("#e0b23c")
    pen.blob([(-40, -24), (-40, -48), (-22, -68), (2, -72), (26, -68), (42, -48), (42, -24)], shell)
    pen.blob([(-46, -18), (0, -28), (62, -20), (60, -28), (0, -36), (-46, -26)], portrait.shade(shell, 0.16))
    pen.line([(2, -71), (3, -34)], mix(shell, portrait.palette.light, 0.4), 7, 0.7)


def _sailor_cap(pen: Pen, portrait: Portrait) -> None:
    linen = portrait.palette.skin("#f4f2ec")
    pen.blob([(-40, -44), (-52, -58), (-26, -70), (28, -70), (54, -58), (42, -44)], linen)
    pen.blob(
        [(-38, -28), (-40, -48), (0, -52), (42, -48), (40, -28), (0, -36)], portrait.palette.skin("#2f4468")
    )
    pen.dot(0, -70, 5, "#c8403a")


def _peaked(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.2)
    pen.blob([(-38, -32), (-48, -52), (-20, -66), (24, -66), (50, -52), (40, -32)], cloth)
    pen.rect((-38, -40), (77, 12), portrait.shade(cloth, 0.4))
    if portrait.is_away:
        return
    aside = 26 * portrait.turn.side
    pen.blob(
        [(-30 + aside, -28), (4 + aside, -32), (38 + aside, -28), (4 + aside, -18)],
        portrait.shade(cloth, 0.6),
    )
    pen.dot(aside, -50, 5, portrait.palette.skin(GOLD))


def dye(portrait: Portrait) -> Portrait:
    """Return a portrait whose clothes have the colour that is told of the hat."""
    traits = portrait.traits
    if not traits.outfit.hat:
        return portrait
    outfit = replace(traits.outfit, main=traits.outfit.hat, second=traits.outfit.hat)
    return replace(portrait, traits=replace(traits, outfit=outfit))


TRADE_HATS: dict[Headwear | None, Callable[[Pen, Portrait], None]] = {
    Headwear.SPACE_HELMET: _space_helmet,
    Headwear.STEEL_HELMET: _steel_helmet,
    Headwear.COOK_HAT: _cook_hat,
    Headwear.NURSE_CAP: _nurse_cap,
    Headwear.TOP_HAT: _top_hat,
    Headwear.COWBOY_HAT: _cowboy,
    Headwear.WIG: _wig,
    Headwear.HARD_HAT: _hard_hat,
    Headwear.SAILOR_CAP: _sailor_cap,
    Headwear.PEAKED_CAP: _peaked,
}
"""The painters of headwear that a person of a trade wears."""
