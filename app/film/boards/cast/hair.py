"""Hair and beards, in the head's own space."""

from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Headwear


def paint_back_hair(pen: Pen, portrait: Portrait) -> None:
    """Paint the hair that hangs behind the neck and shoulders; call it before the body."""
    colour, style = portrait.shade(portrait.hair_colour, 0.3), portrait.traits.hair
    if style == "long":
        pen.blob(
            [
                (0, -56),
                (40, -40),
                (46, 10),
                (44, 60),
                (34, 86),
                (0, 92),
                (-34, 86),
                (-44, 60),
                (-46, 10),
                (-40, -40),
            ],
            colour,
        )
    elif style == "shoulder-length":
        pen.blob([(0, -55), (40, -38), (46, 8), (41, 40), (0, 46), (-41, 40), (-46, 8), (-40, -38)], colour)
    elif style == "pinned-up" and portrait.traits.outfit.headwear in (None, Headwear.CIRCLET, Headwear.CROWN):
        pen.dot(-10, -60, 17, colour)
        pen.line([(-20, -66), (-8, -72), (2, -62)], mix(colour, portrait.palette.light, 0.3), 2, 0.6)
    elif style == "curly":
        for x, y in (
            (-38, -16),
            (-40, 4),
            (-34, 22),
            (38, -16),
            (40, 4),
            (34, 20),
            (-26, -42),
            (26, -42),
            (0, -50),
        ):
            pen.dot(x, y, 15, colour)


def paint_front_hair(pen: Pen, portrait: Portrait) -> None:
    """Paint the hair that frames the face."""
    style, colour = portrait.traits.hair, portrait.hair_colour
    light = mix(colour, portrait.palette.light, 0.3)
    if style == "bald":
        for side in (-1, 1):
            pen.blob([(side * 37, -16), (side * 41, 2), (side * 36, 14), (side * 33, -2)], colour)
        pen.ellipse((8, -40), (12, 4), mix(portrait.skin, portrait.palette.light, 0.6), 0.4, turn=14)
        return
    if style in ("tousled", "curly") and portrait.traits.outfit.headwear:
        style = "short"
    {"tousled": _tousled, "curly": _curly, "short": _short}.get(style, _parted)(pen, colour)
    for bend in (-1, 1):
        pen.line([(bend * 6, -50), (bend * 22, -44), (bend * 31, -28)], light, 2.4, 0.5)
        pen.line([(bend * 4 + 2, -46), (bend * 16 + 2, -40)], portrait.shade(colour, 0.4), 1.4, 0.5)
    if style == "braided":
        _braids(pen, portrait)


def paint_beard(pen: Pen, portrait: Portrait) -> None:
    """Paint a beard or a moustache around the mouth."""
    beard, colour = portrait.traits.beard, portrait.hair_colour
    if not beard:
        return
    lip = [(-11, 27), (-3, 24.5), (4, 26.5), (11, 24.5), (18, 27), (16, 31), (4, 29), (-9, 31)]
    if beard in ("full", "long"):
        drop = 98 if beard == "long" else 62
        jaw = [(-36, 6), (-32, 30), (-24, drop * 0.78), (2, drop), (26, drop * 0.78), (35, 30), (37, 6)]
        pen.blob([*jaw, (28, 20), (20, 27), (16, 39), (4, 42), (-8, 39), (-13, 27), (-26, 20)], colour)
        for x in (-20, -8, 4, 16, 26):
            pen.line([(x, 42 - abs(x) * 0.3), (x * 0.86, drop * 0.8)], portrait.shade(colour), 1.5, 0.45)
    pen.blob(lip, mix(colour, portrait.palette.light, 0.12))


def _parted(pen: Pen, colour: str) -> None:
    pen.blob(
        [(-6, -50), (-26, -45), (-40, -24), (-40, 6), (-35, 12), (-32, -8), (-24, -22), (-4, -36), (2, -46)],
        colour,
    )
    pen.blob(
        [
            (-8, -50),
            (8, -55),
            (30, -44),
            (42, -20),
            (41, 8),
            (36, 12),
            (34, -6),
            (27, -22),
            (8, -33),
            (-4, -44),
        ],
        colour,
    )


def _short(pen: Pen, colour: str) -> None:
    pen.blob(
        [
            (-38, 2),
            (-42, -18),
            (-34, -44),
            (-8, -59),
            (22, -54),
            (40, -34),
            (41, -6),
            (37, 2),
            (35, -12),
            (29, -24),
            (12, -30),
            (-8, -26),
            (-26, -29),
            (-33, -14),
        ],
        colour,
    )


def _tousled(pen: Pen, colour: str) -> None:
    _short(pen, colour)
    for x, y, tip_x, tip_y in (
        (-30, -40, -42, -52),
        (-12, -52, -16, -66),
        (8, -54, 16, -67),
        (26, -46, 40, -56),
    ):
        pen.polygon([(x - 9, y + 6), (tip_x, tip_y), (x + 9, y + 4)], colour)
    for x, y, tip_x, tip_y in (
        (-22, -32, -16, -17),
        (-6, -32, 0, -16),
        (12, -34, 18, -18),
        (26, -30, 30, -14),
    ):
        pen.polygon([(x - 9, y), (tip_x, tip_y), (x + 8, y)], colour)


def _curly(pen: Pen, colour: str) -> None:
    for x, y, size in (
        (-34, -20, 12),
        (-28, -36, 14),
        (-12, -46, 15),
        (8, -48, 15),
        (26, -40, 14),
        (36, -22, 12),
    ):
        pen.dot(x, y, size, colour)
    for x, y in ((-20, -30), (-4, -34), (13, -34), (26, -28)):
        pen.dot(x, y, 9, colour)


def _braids(pen: Pen, portrait: Portrait) -> None:
    for side in (-1, 1):
        for i in range(6):
            at = (side * (40 + 1.2 * i), 14 + 13 * i)
            pen.ellipse(at, (8.4 - 0.5 * i, 9), portrait.hair_colour, turn=side * 24)
            pen.line(
                [(at[0] - 6, at[1] - 4), (at[0] + 5, at[1] + 5)],
                portrait.shade(portrait.hair_colour),
                1.4,
                0.5,
            )
        pen.rect((side * 46.5 - 5, 86), (10, 5), portrait.cloth(portrait.traits.outfit.trim))
