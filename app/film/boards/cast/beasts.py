"""Four-legged animals, seen from the side and facing right; their feet are on the pen's origin."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.chance import chance_of
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen


@dataclass(frozen=True, slots=True)
class Beast:
    """The build of a species. `height` is the shoulder's, where a grown person is 100; the rest is in
    hundredths of it: how long and deep the body is, where the head sits and how large and long-faced it is."""

    height: float
    length: float
    depth: float
    head: tuple[float, float]
    skull: float
    muzzle: float
    ears: str
    tail: str
    coats: tuple[str, ...]
    belly: str = ""
    leg: float = 11.0
    mark: str = ""


BEASTS = {
    "dog": Beast(38, 118, 42, (76, -116), 40, 30, "drop", "up", ("#8a5a34", "#6a5444", "#c49a5c", "#4a4040"), "#e6d6ba"),
    "cat": Beast(24, 122, 40, (70, -112), 42, 12, "point", "curl", ("#6a6468", "#c08a4a", "#4a4448", "#d8d0c4"), "#eee6d8", 9),
    "fox": Beast(30, 134, 36, (82, -106), 40, 34, "point", "brush", ("#c0622c", "#b8562a"), "#f2e8d8", 8),
    "wolf": Beast(46, 124, 44, (84, -112), 42, 36, "point", "brush", ("#6c6a70", "#5a5658"), "#b8b2aa", 11),
    "bear": Beast(66, 122, 66, (76, -100), 46, 24, "round", "stub", ("#5f4430", "#4a382c"), "#8a6848", 22),
    "horse": Beast(68, 110, 44, (86, -152), 30, 44, "point_small", "long", ("#7d4f30", "#a9764a", "#5a4438", "#d8d0c4"), "", 9, "mane"),
    "donkey": Beast(54, 108, 46, (78, -132), 34, 42, "tall", "tuft", ("#84807c", "#75706a"), "#d8d2c8", 10, "mane"),
    "cow": Beast(62, 124, 54, (86, -108), 36, 38, "side", "tuft", ("#8a5a3a", "#e0d8ca", "#5a4034"), "", 12, "horns"),
    "goat": Beast(42, 104, 46, (72, -128), 36, 34, "side", "stub", ("#d8cdb8", "#8a7458"), "", 9, "goat"),
    "sheep": Beast(40, 112, 62, (72, -104), 32, 30, "side", "stub", ("#e8e2d4",), "", 9, "wool"),
    "pig": Beast(36, 122, 60, (78, -86), 42, 22, "point_small", "curl", ("#e0a898", "#d8958a"), "", 13),
    "deer": Beast(54, 104, 40, (76, -148), 28, 32, "side", "stub", ("#a8703f", "#94623a"), "#e8dcc4", 7, "antlers"),
    "lion": Beast(56, 122, 48, (82, -112), 48, 24, "round", "tuft", ("#cf9c50",), "#ead8a8", 13, "ruff"),
    "mouse": Beast(11, 130, 66, (84, -78), 56, 34, "disc", "thin", ("#8f8884", "#a89078"), "#e0d8cc", 10),
    "hare": Beast(20, 112, 60, (70, -112), 46, 20, "tall", "stub", ("#a08460", "#b8a488"), "#efe6d6", 12),
}  # fmt: skip


def paint_beast(pen: Pen, palette: Palette, species: str, name: str) -> Box:
    """Paint the animal; gives back the box of its head in canvas units."""
    beast = BEASTS[species]
    coat = palette.skin(chance_of("coat", name.casefold()).choice(beast.coats))
    body = pen.moved(0, 0, beast.height / 100)
    body.ellipse((0, 1), (beast.length * 0.62, 6), palette.ink, 0.28)
    dark = mix(coat, palette.ink, 0.32)
    half, top = beast.length / 2, -100.0
    low = top + beast.depth
    _tail(body, beast, (coat, dark, palette.skin(beast.belly or "#efe6d6")))
    _legs(body, beast, dark)
    neck = [
        (half * 0.5, top + 6),
        (beast.head[0] - 14, beast.head[1] - 4),
        (beast.head[0] + 8, beast.head[1] + 16),
        (half * 0.96, low - 6),
    ]
    body.blob([*neck, (half * 0.3, low - 10)], coat)
    back = [
        (-half, top + 14),
        (-half * 0.5, top),
        (half * 0.2, top + 4),
        (half * 0.75, top - 2),
        (half * 1.02, top + 16),
    ]
    belly = [(half * 0.85, low - 2), (0, low + 4), (-half * 0.6, low - 4), (-half * 1.02, low - 8)]
    body.blob([*back, *belly], coat)
    if beast.belly:
        under = palette.skin(beast.belly)
        body.blob(
            [(half * 0.8, low - 14), (half * 0.7, low), (0, low + 3), (-half * 0.5, low - 3), (0, low - 9)],
            under,
            0.8,
        )
        body.blob(
            [(half * 0.9, top + 8), (half * 1.02, low - 14), (half * 0.8, low - 2), (half * 0.72, low - 20)],
            under,
            0.75,
        )
    _legs(body, beast, coat, front=True)
    body.line([(x, y + 4) for x, y in back], mix(coat, palette.light, 0.4), 4, 0.4)
    if beast.mark == "wool":
        _wool(body, beast, coat, dark)
    head = body.moved(*beast.head, beast.skull / 100)
    if beast.mark == "mane":
        _mane(body, beast, dark)
    return paint_beast_head(head, palette, species, name)


def paint_beast_head(pen: Pen, palette: Palette, species: str, name: str) -> Box:
    """Paint a head in profile around the pen's origin, its skull a hundred units across."""
    beast = BEASTS[species]
    coat = palette.skin(chance_of("coat", name.casefold()).choice(beast.coats))
    dark, light = mix(coat, palette.ink, 0.4), mix(coat, palette.light, 0.35)
    if beast.mark == "ruff":
        pen.blob(
            [(-86, 0), (-78, -66), (-10, -96), (54, -70), (40, 70), (-20, 104), (-76, 64)],
            mix(dark, "#7a4a24", 0.4),
        )
    _horns(pen, beast, palette)
    _ear(pen, beast, (mix(coat, dark, 0.7), dark), near=False)
    reach = 44 + beast.muzzle * 1.5
    drop = 14 + beast.muzzle * 0.5
    skull = [(-50, 2), (-40, -36), (0, -52), (36, -36), (60, -6), (reach, drop - 14), (reach + 5, drop + 6)]
    pen.blob([*skull, (reach - 10, drop + 22), (40, 40), (0, 50), (-36, 38)], coat)
    if beast.belly:
        pale = palette.skin(beast.belly)
        pen.blob(
            [
                (30, 12),
                (reach - 8, drop),
                (reach + 1, drop + 10),
                (reach - 12, drop + 21),
                (36, 38),
                (4, 46),
                (-22, 34),
                (8, 26),
            ],
            pale,
            0.85,
        )
    pen.line([(-36, -32), (0, -48), (34, -34)], light, 5, 0.45)
    _ear(pen, beast, (coat, dark), near=True)
    nose = mix(palette.ink, "#2a1c1a", 0.5) if species != "pig" else mix(coat, "#a0504a", 0.4)
    pen.ellipse((reach - 1, drop - 4), (9, 7.5), nose)
    pen.line(
        [(reach - 2, drop + 6), (reach - 14, drop + 13), (reach * 0.55, drop + 12)],
        mix(nose, dark, 0.4),
        2.6,
        0.8,
    )
    pen.ellipse((20, -8), (11.5, 10), dark, 0.5)
    eye = palette.skin({"cat": "#c8c050", "fox": "#d89a3c", "wolf": "#d8b04a"}.get(species, "#6a4426"))
    pen.ellipse((21, -8), (8.6, 7.8), eye)
    pen.ellipse((23, -8), (4.6 if species != "cat" else 2.6, 6.6), "#140e0e")
    pen.dot(24.5, -11, 2.2, "#fffaf0")
    pen.line([(9, -10), (20, -17), (31, -11)], mix(palette.ink, "#2a1c1a", 0.4), 3)
    if species in ("cat", "mouse", "hare", "lion", "fox"):
        whiskers = [[(reach - 18, drop + 2 + 4 * i), (reach - 52, drop - 2 + 10 * i)] for i in range(3)]
        pen.lines(whiskers, mix(light, "#ffffff", 0.5), 1.5, 0.7)
    corners = [pen.at(x, y) for x in (-60, reach + 10) for y in (-100 if beast.ears != "tall" else -150, 54)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across), max(down))


def paint_beast_bust(pen: Pen, palette: Palette, species: str, name: str) -> Box:
    """Paint head, neck and breast for a close shot; units are hundredths of the head."""
    beast = BEASTS[species]
    coat = palette.skin(chance_of("coat", name.casefold()).choice(beast.coats))
    dark = mix(coat, palette.ink, 0.35)
    pen.glow((0, 0), 170, mix(palette.haze, palette.light, 0.4), 0.34)
    head = pen.moved(-14, -4, 0.86)
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
    return paint_beast_head(head, palette, species, name)


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
    elif beast.tail == "long":
        pen.blob([(x + 2, y - 4), (x - 20, y + 8), (x - 28, y + 60), (x - 16, y + 72), (x - 4, y + 40)], dark)
    elif beast.tail in ("tuft", "thin"):
        pen.line([(x, y), (x - 18, y + 14), (x - 20, y + 46)], coat if beast.tail == "tuft" else tip, 5)
        if beast.tail == "tuft":
            pen.ellipse((x - 20, y + 52), (6, 11), dark)
    else:
        pen.dot(x - 2, y + 2, 9, tip if beast.belly else coat)


def _ear(pen: Pen, beast: Beast, colours: tuple[str, str], *, near: bool) -> None:
    coat, dark = colours
    x = -16.0 if near else 8.0
    shapes = {
        "point": [(-18, 8), (-12, -46), (16, -4)],
        "point_small": [(-12, 6), (-6, -36), (10, 0)],
        "tall": [(-12, 6), (-20, -66), (-8, -96), (6, -60), (12, 2)],
    }
    if beast.ears in shapes:
        outline = [(x + px, -38 + py) for px, py in shapes[beast.ears]]
        pen.polygon(outline, coat) if beast.ears != "tall" else pen.blob(outline, coat)
        middle = (sum(px for px, _ in outline) / len(outline), sum(py for _, py in outline) / len(outline))
        pen.polygon(
            [(px + (middle[0] - px) * 0.45, py + (middle[1] - py) * 0.45) for px, py in outline], dark, 0.6
        )
    elif beast.ears == "drop" and near:
        pen.blob([(x - 6, -36), (x - 30, -14), (x - 26, 30), (x - 6, 22), (x + 6, -14)], dark)
    elif beast.ears in ("round", "disc"):
        size = 17 if beast.ears == "round" else 34
        pen.dot(x - 6, -44, size, coat)
        pen.dot(x - 5, -42, size * 0.58, dark, 0.6)
    elif beast.ears == "side":
        pen.blob([(x, -34), (x - 44, -42), (x - 50, -26), (x - 16, -16)], coat if near else dark)


def _horns(pen: Pen, beast: Beast, palette: Palette) -> None:
    bone = palette.skin("#d8ccb0")
    if beast.mark == "horns":
        pen.line([(0, -46), (14, -72), (38, -78)], bone, 11)
    elif beast.mark == "goat":
        pen.line([(-4, -46), (-20, -84), (-52, -96)], bone, 9)
        pen.blob([(30, 40), (48, 84), (22, 56)], palette.skin("#cfc4ae"))
    elif beast.mark == "antlers":
        pen.line([(-6, -44), (-26, -96), (0, -148)], bone, 8)
        for x, y, tx, ty in ((-20, -84, 20, -110), (-18, -116, -50, -138), (-12, -126, 22, -150)):
            pen.line([(x, y), (tx, ty)], bone, 6)


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
