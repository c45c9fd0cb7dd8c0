"""Birds, fish, snakes and very small animals, facing right, their feet on the pen's origin."""

from app.film.boards.canvas import Box
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point

_BIRDS = {
    "raven": ("#2e2c38", "#2a2830", "#4a4a58"),
    "duck": ("#e6e0d2", "#e09a3c", "#b8b0a0"),
    "hen": ("#b8703c", "#e0b04a", "#7a4428"),
    "bird": ("#6f88a0", "#d8a04a", "#d8795a"),
}


def paint_small(pen: Pen, palette: Palette, body: str) -> Box:
    """Paint the animal in units of a hundredth of a grown person, larger than life so that it is seen."""
    if body in _BIRDS:
        return _bird(pen, palette, body)
    return _PAINTERS[body](pen, palette)


def _around(pen: Pen, centre: Point, half: float) -> Box:
    x, y = pen.at(*centre)
    reach = half * pen.scale
    return Box(x - reach, y - reach, x + reach, y + reach)


def _bird(pen: Pen, palette: Palette, species: str) -> Box:
    feather, beak, wing = (palette.skin(colour) for colour in _BIRDS[species])
    dark = mix(feather, palette.ink, 0.35)
    neck = 8.0 if species == "duck" else 0.0
    pen.ellipse((0, 0.5), (13, 2), palette.ink, 0.26)
    for x in (-1.5, 3.0):
        pen.line([(x, -8), (x + 0.5, -0.5), (x + 4, 0)], beak, 1.2)
    pen.polygon([(-9, -15), (-24, -20 if species == "hen" else -13), (-22, -9), (-8, -9)], dark)
    pen.blob([(-12, -15), (-4, -21), (7, -22), (13, -17), (9, -8), (-2, -6), (-11, -9)], feather)
    if neck:
        pen.limb([(8, -17), (12, -27)], [8, 5.5], feather)
    head = (12.0, -25.0 - neck)
    if not neck:
        pen.limb([(8, -18), head], [10, 8], feather)
    pen.dot(*head, 6.0, feather)
    pen.polygon(
        [(head[0] + 4.5, head[1] - 1.6), (head[0] + 13, head[1] + 1.4), (head[0] + 4.6, head[1] + 3)], beak
    )
    pen.dot(head[0] + 2, head[1] - 1.2, 1.3, "#141014")
    pen.dot(head[0] + 2.4, head[1] - 1.6, 0.45, "#fffaf0")
    pen.blob([(-14, -13), (-6, -18), (5, -17), (3, -10), (-7, -8.5)], mix(wing, feather, 0.35))
    pen.lines([[(-11, -12), (1, -13)], [(-9, -10), (0, -11)]], dark, 0.7, 0.6)
    if species == "hen":
        for x in (-3, 0, 3):
            pen.dot(head[0] + x, head[1] - 6.5, 2, palette.skin("#c43f35"))
    return _around(pen, head, 8)


def _fish(pen: Pen, palette: Palette) -> Box:
    scale, light = palette.skin("#c8a04a"), palette.skin("#f0dca0")
    pen = pen.offset(0, -14)
    pen.polygon([(-16, 0), (-30, -10), (-26, 0), (-30, 10)], mix(scale, palette.ink, 0.25))
    pen.blob([(-18, 0), (-6, -9), (10, -9), (22, 0), (10, 9), (-6, 9)], scale)
    pen.blob([(-10, 3), (8, 8), (20, 1.5), (8, 4)], light, 0.8)
    pen.polygon([(-4, -8), (2, -15), (8, -8)], mix(scale, palette.ink, 0.2))
    for x in (-8, -2, 4):
        pen.line([(x, -4), (x + 3, 0), (x, 4)], mix(scale, palette.ink, 0.3), 0.9, 0.6)
    pen.dot(15, -2, 2.2, "#fffaf0")
    pen.dot(15.6, -2, 1.2, "#141014")
    return _around(pen, (12, 0), 11)


def _frog(pen: Pen, palette: Palette) -> Box:
    green = palette.skin("#6f9a48")
    dark = mix(green, palette.ink, 0.35)
    pen.ellipse((0, 0.4), (13, 2), palette.ink, 0.26)
    pen.blob([(-12, -1), (-13, -8), (-4, -9), (-1, -1)], dark)
    pen.blob([(-10, -4), (-4, -13), (8, -15), (13, -9), (8, -2), (-4, -1)], green)
    pen.line([(7, -4), (9, -1), (14, -0.5)], green, 2.6)
    pen.line([(5, -8), (13, -8.6)], dark, 0.8)
    pen.dot(7, -15, 3, green)
    pen.dot(7.4, -15.4, 2, "#f4ecc0")
    pen.dot(8, -15.4, 1.1, "#141014")
    return _around(pen, (6, -11), 9)


def _bee(pen: Pen, palette: Palette) -> Box:
    pen = pen.offset(0, -14)
    gold = palette.skin("#e0ae3c")
    for x, turn in ((-4, -28), (2, 14)):
        pen.ellipse((x, -9), (3.6, 8), mix(palette.light, palette.sky[1], 0.3), 0.7, turn=turn)
    pen.blob([(-13, 1), (-6, -6), (5, -6), (9, 0), (5, 6), (-6, 6)], gold)
    for x in (-8, -3, 2):
        pen.line([(x, -5), (x + 1, 0), (x, 5)], "#3a2c20", 2.2)
    pen.dot(9, -1, 4, "#4a3626")
    pen.line([(11, -4), (14, -9)], "#3a2c20", 0.8)
    pen.dot(10.6, -1.6, 1.2, "#fffaf0")
    trail = [(-60, 10), (-44, -8), (-30, 8), (-16, 1)]
    pen.line(trail, palette.ink, 0.5, 0.35)
    return _around(pen, (6, -2), 9)


def _ant(pen: Pen, palette: Palette) -> Box:
    colour = mix(palette.skin("#5a2f24"), palette.ink, 0.2)
    for row in range(3):
        at = pen.offset(-26 + 24 * row, -1.5 * (row % 2), 1.0 if row == 2 else 0.7)
        for x in (-5.0, 0.0, 5.0):
            at.line([(x * 0.6, -4), (x * 1.2, -4.6), (x * 1.5, 0)], colour, 0.8)
        for x, size in ((-6.0, 4.4), (0.0, 2.8), (5.5, 3.4)):
            at.ellipse((x, -5), (size, size * 0.8), colour)
        at.line([(7, -7), (10, -11), (13, -11)], colour, 0.7)
        at.dot(6.8, -5.8, 0.7, "#fffaf0")
    return _around(pen, (27, -6), 8)


def _snake(pen: Pen, palette: Palette) -> Box:
    green = palette.skin("#6a7a3c")
    dark = mix(green, palette.ink, 0.35)
    pen.ellipse((-6, 0.4), (26, 2.4), palette.ink, 0.26)
    body = [(-34, -2), (-26, -6), (-18, -2), (-10, -5), (-2, -2), (5, -7), (6, -16), (11, -22)]
    pen.limb(body, [1.6, 3.4, 4.6, 5.2, 5.4, 5.4, 5, 4.6], green)
    pen.lines([[(x, y - 1.6), (x + 2.4, y + 1.6)] for x, y in body[1:-1]], dark, 1.1, 0.7)
    pen.blob([(7, -25), (14, -27), (20, -23), (14, -19.5), (8, -20)], green)
    pen.line([(19.5, -23), (24, -22.4), (26.4, -24)], palette.skin("#b03a34"), 0.7)
    pen.dot(14, -24.2, 1.1, "#fffaf0")
    pen.dot(14.4, -24.2, 0.6, "#141014")
    return _around(pen, (13, -23), 9)


_PAINTERS = {"fish": _fish, "frog": _frog, "bee": _bee, "ant": _ant, "snake": _snake}
