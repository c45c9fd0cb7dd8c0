"""Hats, hoods and crowns, in the head's own space."""

from collections.abc import Callable

from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.trade_hats import GOLD, TRADE_HATS, dye
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Headwear


def paint_hat(pen: Pen, portrait: Portrait) -> None:
    """Paint the outfit's headwear; nothing for a bare head."""
    painter = _HATS.get(portrait.traits.outfit.headwear)
    if painter:
        portrait = dye(portrait)
        # In profile the middle of the skull is further back than that of the face.
        painter(pen.offset(-5 * portrait.turn.side, 0, 1 + 0.06 * portrait.turn.side), portrait)


def _crown(pen: Pen, portrait: Portrait) -> None:
    gold = portrait.palette.skin(GOLD)
    points: list[Point] = [(-33, -34)]
    for i in range(5):
        x = -34 + 17 * i
        points += [(x, -66 - (6 if i == 2 else 0)), (x + 8.5, -50)]
    points[-1] = (34, -34)
    pen.polygon([*points, (0, -29)], gold)
    pen.line([(-33, -36), (0, -31), (34, -36)], mix(gold, portrait.palette.light, 0.4), 3.4)
    for i, jewel in enumerate(("#b03a3a", "#3f6fa0", "#b03a3a")):
        pen.dot(-18 + 18 * i, -40 + abs(i - 1), 3.4, portrait.palette.skin(jewel))
    for i in range(5):
        pen.dot(-34 + 17 * i, -67 - (6 if i == 2 else 0), 3, mix(gold, portrait.palette.light, 0.5))


def _circlet(pen: Pen, portrait: Portrait) -> None:
    gold = portrait.palette.skin(GOLD)
    pen.line([(-37, -26), (-18, -33), (2, -35), (20, -33), (38, -26)], gold, 4.2)
    pen.polygon([(-4, -36), (2, -47), (8, -36), (2, -29)], gold)
    pen.dot(2, -37, 3, portrait.palette.skin("#4f8ab0"))


def _hood(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.main)
    outer = [
        (0, -66),
        (34, -54),
        (50, -20),
        (50, 24),
        (42, 58),
        (34, 58),
        (36, 28),
        (35, -8),
        (26, -32),
        (2, -40),
    ]
    pen.blob(
        [*outer, (-22, -32), (-33, -8), (-34, 28), (-32, 58), (-42, 58), (-50, 24), (-50, -20), (-34, -54)],
        cloth,
    )
    pen.line(
        [(-34, 40), (-34, -6), (-22, -32), (2, -40), (26, -32), (36, -8), (36, 40)],
        portrait.shade(cloth),
        3.4,
        0.8,
    )
    pen.line([(-42, 20), (-40, -22), (-20, -50)], mix(cloth, portrait.palette.light, 0.25), 3, 0.5)


def _pointed(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.2)
    pen.blob([(-32, -32), (-22, -70), (-8, -104), (14, -126), (10, -100), (24, -66), (34, -32)], cloth)
    pen.ellipse((1, -32), (64, 11), cloth)
    pen.ellipse((1, -35), (38, 6), portrait.shade(cloth, 0.4))
    pen.line([(-32, -42), (2, -36), (33, -42)], portrait.cloth(portrait.traits.outfit.trim), 6)


def _pointy_cap(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.blob(
        [
            (-38, -24),
            (-34, -54),
            (-8, -84),
            (-34, -98),
            (-56, -84),
            (-50, -102),
            (-20, -110),
            (20, -84),
            (38, -50),
            (39, -24),
            (0, -34),
        ],
        cloth,
    )
    pen.line([(-38, -26), (0, -36), (39, -26)], portrait.cloth(portrait.traits.outfit.trim), 8)
    pen.dot(-55, -82, 7, portrait.cloth(portrait.traits.outfit.trim))


def _helmet(pen: Pen, portrait: Portrait) -> None:
    steel = portrait.palette.skin("#9aa2a8")
    pen.blob(
        [
            (-40, -8),
            (-42, -36),
            (-26, -58),
            (0, -66),
            (28, -58),
            (43, -36),
            (42, -8),
            (34, -22),
            (0, -28),
            (-34, -22),
        ],
        steel,
    )
    nose = portrait.turn.swing(0)
    if not portrait.is_away:
        pen.polygon(
            [(nose - 4, -30), (nose + 4, -30), (nose + 3, 4), (nose - 2, 4)], portrait.shade(steel, 0.2)
        )
    pen.line([(-40, -14), (-30, -24), (2, -30), (34, -24), (42, -14)], portrait.shade(steel, 0.4), 4)
    pen.line([(-24, -50), (-6, -60), (8, -60)], mix(steel, "#ffffff", 0.6), 4, 0.6)
    pen.dot(1, -68, 5, portrait.shade(steel, 0.2))


def _knit(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.second)
    pen.blob([(-40, -18), (-40, -44), (-22, -66), (4, -71), (30, -62), (42, -42), (41, -18), (0, -26)], cloth)
    ribs = [[(x, -62 + abs(x) * 0.35), (x * 1.04, -36)] for x in (-28, -16, -4, 8, 20, 30)]
    pen.lines(ribs, portrait.shade(cloth), 1.8, 0.5)
    pen.blob(
        [(-42, -14), (-42, -34), (0, -42), (43, -34), (43, -14), (0, -24)],
        mix(cloth, portrait.palette.light, 0.16),
    )


def _straw(pen: Pen, portrait: Portrait) -> None:
    straw = portrait.palette.skin("#d8b468")
    pen.blob([(-32, -34), (-28, -60), (0, -70), (30, -60), (34, -34)], straw)
    pen.ellipse((1, -32), (68, 12), straw)
    pen.ellipse((1, -29), (40, 6), portrait.shade(straw, 0.3), 0.7)
    pen.line([(-32, -40), (1, -35), (34, -40)], portrait.cloth(portrait.traits.outfit.second), 7)
    pen.lines([[(x, -34), (x * 1.5, -26)] for x in range(-36, 42, 12)], portrait.shade(straw), 1.4, 0.5)


def _brimmed(pen: Pen, portrait: Portrait) -> None:
    felt = portrait.shade(portrait.cloth(portrait.traits.outfit.second), 0.25)
    pen.blob([(-33, -32), (-31, -62), (-12, -72), (2, -67), (16, -72), (33, -62), (35, -32)], felt)
    pen.ellipse((1, -31), (58, 9), felt)
    pen.line([(-33, -40), (1, -35), (35, -40)], portrait.cloth(portrait.traits.outfit.trim), 6)


def _beret(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.second)
    pen.blob(
        [(-39, -24), (-56, -40), (-44, -60), (-6, -70), (32, -60), (44, -38), (39, -24), (0, -32)], cloth
    )
    pen.line([(-39, -26), (0, -34), (39, -27)], portrait.shade(cloth), 6)
    pen.line([(-44, -52), (-10, -63), (16, -60)], mix(cloth, portrait.palette.light, 0.3), 3, 0.5)


def _feather(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.main)
    pen.blob(
        [(-40, -22), (-38, -50), (-10, -68), (20, -60), (44, -40), (66, -26), (40, -24), (0, -32)], cloth
    )
    pen.polygon([(-42, -20), (66, -26), (40, -36), (-38, -34)], portrait.shade(cloth, 0.3))
    pen.blob([(-20, -40), (-44, -78), (-62, -88), (-52, -64), (-30, -38)], portrait.palette.skin("#c8503a"))


def _kerchief(pen: Pen, portrait: Portrait) -> None:
    cloth = portrait.cloth(portrait.traits.outfit.second)
    pen.blob(
        [
            (0, -60),
            (30, -52),
            (45, -24),
            (44, 10),
            (30, 48),
            (22, 46),
            (35, 8),
            (33, -12),
            (22, -32),
            (0, -38),
            (-20, -32),
            (-32, -12),
            (-34, 8),
            (-22, 46),
            (-30, 48),
            (-43, 10),
            (-44, -24),
            (-30, -52),
        ],
        cloth,
    )
    pen.blob([(-10, 50), (0, 46), (10, 50), (18, 68), (0, 58), (-16, 68)], cloth)
    for x, y in ((-30, -36), (-14, -48), (8, -50), (28, -38), (-38, -10), (39, -12)):
        pen.dot(x, y, 2.6, portrait.cloth(portrait.traits.outfit.trim), 0.8)


def _tricorn(pen: Pen, portrait: Portrait) -> None:
    felt = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.35)
    pen.blob([(-36, -34), (-26, -62), (2, -68), (30, -62), (38, -34)], felt)
    pen.blob(
        [
            (-64, -36),
            (-48, -58),
            (-20, -42),
            (4, -34),
            (26, -42),
            (52, -58),
            (66, -36),
            (34, -26),
            (0, -28),
            (-32, -26),
        ],
        felt,
    )
    pen.line(
        [(-63, -38), (-46, -54), (-18, -39), (4, -31), (26, -39), (50, -54), (65, -38)],
        portrait.palette.skin(GOLD),
        2.6,
    )


_HATS: dict[Headwear | None, Callable[[Pen, Portrait], None]] = {
    Headwear.CROWN: _crown,
    Headwear.CIRCLET: _circlet,
    Headwear.HOOD: _hood,
    Headwear.POINTED_HAT: _pointed,
    Headwear.POINTED_CAP: _pointy_cap,
    Headwear.HELMET: _helmet,
    Headwear.KNITTED_CAP: _knit,
    Headwear.STRAW_HAT: _straw,
    Headwear.BRIMMED_HAT: _brimmed,
    Headwear.BERET: _beret,
    Headwear.FEATHERED_HAT: _feather,
    Headwear.KERCHIEF: _kerchief,
    Headwear.TRICORN: _tricorn,
    **TRADE_HATS,
}
