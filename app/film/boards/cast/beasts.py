"""Four-legged animals, seen from the side and facing right; their feet are on the pen's origin."""

from app.film.boards.canvas import Box
from app.film.boards.cast.builds import BEASTS, Beast
from app.film.boards.cast.muzzles import paint_beast_head
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point

# How high the back is, in hundredths of the height.
TOP = -100.0


def paint_beast(pen: Pen, palette: Palette, species: str, fur: str) -> Box:
    """Paint the animal and return the box of its head in canvas units; `fur` is its colour by day."""
    beast = BEASTS[species]
    coat = palette.skin(fur)
    body = pen.offset(0, 0, beast.height / 100)
    body.ellipse((0, 1), (beast.length * 0.62, 6), palette.ink, 0.28)
    dark = mix(coat, palette.ink, 0.32)
    _tail(body, beast, (coat, dark, palette.skin(beast.belly or "#efe6d6")))
    _legs(body, beast, dark)
    _trunk(body, beast, coat)
    if beast.belly:
        _underside(body, beast, palette.skin(beast.belly))
    _legs(body, beast, coat, front=True)
    body.line([(x, y + 4) for x, y in _back(beast)], mix(coat, palette.light, 0.4), 4, 0.4)
    if beast.mark == "wool":
        _wool(body, beast, coat, dark)
    elif beast.mark == "spines":
        _spines(body, beast, dark)
    elif beast.mark == "wings":
        _wings(body, beast, (mix(coat, palette.light, 0.2), dark))
    head = body.offset(*beast.head, beast.skull / 100)
    if beast.mark == "mane":
        _mane(body, beast, dark)
    return paint_beast_head(head, palette, species, fur)


def _back(beast: Beast) -> list[Point]:
    half = beast.length / 2
    return [
        (-half, TOP + 14),
        (-half * 0.5, TOP),
        (half * 0.2, TOP + 4),
        (half * 0.75, TOP - 2),
        (half * 1.02, TOP + 16),
    ]


def _trunk(pen: Pen, beast: Beast, coat: str) -> None:
    half, low = beast.length / 2, TOP + beast.depth
    neck = [
        (half * 0.5, TOP + 6),
        (beast.head[0] - 14, beast.head[1] - 4),
        (beast.head[0] + 8, beast.head[1] + 16),
        (half * 0.96, low - 6),
    ]
    pen.blob([*neck, (half * 0.3, low - 10)], coat)
    belly = [(half * 0.85, low - 2), (0, low + 4), (-half * 0.6, low - 4), (-half * 1.02, low - 8)]
    pen.blob([*_back(beast), *belly], coat)


def _underside(pen: Pen, beast: Beast, pale: str) -> None:
    half, low = beast.length / 2, TOP + beast.depth
    belly = [(half * 0.8, low - 14), (half * 0.7, low), (0, low + 3), (-half * 0.5, low - 3), (0, low - 9)]
    chest = [(half * 0.9, TOP + 8), (half * 1.02, low - 14), (half * 0.8, low - 2), (half * 0.72, low - 20)]
    pen.blob(belly, pale, 0.8)
    pen.blob(chest, pale, 0.75)


def paint_beast_bust(pen: Pen, palette: Palette, species: str, fur: str) -> Box:
    """Paint head, neck and breast for a close shot; units are hundredths of the head."""
    beast = BEASTS[species]
    coat = palette.skin(fur)
    dark = mix(coat, palette.ink, 0.35)
    pen.glow((0, 0), 170, mix(palette.haze, palette.light, 0.4), 0.34)
    head = pen.offset(-14, -4, 0.86)
    chest = [
        (-40, -30),
        (-66, 30),
        (-110, 110),
        (-140, 260),
        (-150, 620),
        (130, 620),
        (96, 220),
        (62, 90),
        (24, 36),
    ]
    pen.blob(chest, coat)
    pen.blob([(-66, 40), (-110, 120), (-138, 260), (-146, 620), (-40, 620), (-56, 240)], dark, 0.35)
    if beast.belly:
        pen.blob(
            [(36, 50), (66, 110), (92, 230), (104, 620), (0, 620), (10, 200), (16, 90)],
            palette.skin(beast.belly),
            0.85,
        )
    tufts = [[(-90 + 30 * i, 130 + 24 * (i % 3)), (-98 + 30 * i, 168 + 24 * (i % 3))] for i in range(6)]
    pen.lines(tufts, dark, 3, 0.5)
    if beast.mark == "mane":
        pen.blob(
            [(-34, -66), (-78, -20), (-104, 70), (-124, 180), (-84, 160), (-50, 60), (-18, -30)],
            mix(dark, palette.ink, 0.4),
        )
    return paint_beast_head(head, palette, species, fur)


def _legs(pen: Pen, beast: Beast, colour: str, *, front: bool = False) -> None:
    half = beast.length / 2
    shift = 0.0 if front else -13.0
    stride = 6.0 if front else -6.0
    for x, thigh in ((half * 0.72, 1.25), (-half * 0.72, 1.7)):
        knee = (x + shift + (2 if x > 0 else -7), -40)
        foot = (x + shift + stride, -3)
        top = (x + shift * 0.6, -100 + beast.depth * 0.72)
        pen.limb([top, knee, foot], [beast.leg * thigh * 1.5, beast.leg, beast.leg * 0.8], colour)
        pen.ellipse((foot[0] + 3, -2.5), (beast.leg * 0.66, 4), mix(colour, "#201818", 0.3))


def _tail(pen: Pen, beast: Beast, colours: tuple[str, str, str]) -> None:
    coat, dark, tip = colours
    x, y = -beast.length / 2 + 4, -100 + beast.depth * 0.3
    if beast.tail == "brush":
        pen.blob(
            [
                (x + 4, y),
                (x - 30, y + 8),
                (x - 66, y + 34),
                (x - 84, y + 62),
                (x - 52, y + 60),
                (x - 18, y + 34),
            ],
            coat,
        )
        pen.blob([(x - 64, y + 40), (x - 84, y + 62), (x - 56, y + 60), (x - 52, y + 48)], tip)
    elif beast.tail in ("up", "curl"):
        pen.line([(x, y), (x - 26, y - 14), (x - 34, y - 46), (x - 22, y - 66)], coat, 9)
    elif beast.tail == "spade":
        pen.line([(x + 6, y), (x - 30, y + 22), (x - 70, y + 18), (x - 96, y - 8)], coat, 13)
        pen.polygon([(x - 92, y + 4), (x - 122, y - 22), (x - 86, y - 24)], dark)
    elif beast.tail == "long":
        pen.blob([(x + 2, y - 4), (x - 20, y + 8), (x - 28, y + 60), (x - 16, y + 72), (x - 4, y + 40)], dark)
    elif beast.tail in ("tuft", "thin"):
        pen.line([(x, y), (x - 18, y + 14), (x - 20, y + 46)], coat if beast.tail == "tuft" else tip, 5)
        if beast.tail == "tuft":
            pen.ellipse((x - 20, y + 52), (6, 11), dark)
    else:
        pen.dot(x - 2, y + 2, 9, tip if beast.belly else coat)


def _mane(pen: Pen, beast: Beast, colour: str) -> None:
    half, (hx, hy) = beast.length / 2, beast.head
    pen.blob(
        [
            (hx - 6, hy - 18),
            (hx - 22, hy - 2),
            (half * 0.5, -112),
            (half * 0.26, -96),
            (half * 0.62, -92),
            (hx - 8, hy + 16),
        ],
        colour,
    )


def _wool(pen: Pen, beast: Beast, coat: str, dark: str) -> None:
    half = beast.length / 2
    for i in range(13):
        x = -half + beast.length * i / 12
        for y in (-98, -74, -50):
            pen.dot(x, y + (4 if i % 2 else -3), 15, coat)
            pen.line([(x - 5, y + 2), (x, y + 6), (x + 5, y + 2)], dark, 1.6, 0.3)


def _spines(pen: Pen, beast: Beast, dark: str) -> None:
    half = beast.length / 2
    for row, y in enumerate((-96, -80, -64)):
        starts = [-half + 8 + beast.length * 0.8 * i / 9 for i in range(10)]
        pen.lines([[(x, y + 10), (x - 14, y - 14 + 2 * row)] for x in starts], dark, 5)


def _wings(pen: Pen, beast: Beast, colours: tuple[str, str]) -> None:
    """Paint a wing of skin over three ribs, raised from the shoulder."""
    skin, rib = colours
    root = (beast.length * 0.2, TOP + 8)
    tips = [(root[0] - 40, TOP - 96), (root[0] - 96, TOP - 58), (root[0] - 104, TOP - 4)]
    pen.polygon([root, tips[0], (root[0] - 62, TOP - 62), tips[1], (root[0] - 78, TOP - 20), tips[2]], skin)
    pen.lines([[root, tip] for tip in tips], rib, 5)
