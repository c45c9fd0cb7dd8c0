"""Furniture: each piece stands on the pen's origin and takes the colour of its wood or cloth."""

from random import Random

from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point


def table(pen: Pen, wood: str, ink: str) -> None:
    """A plank table, two hundred units wide and eighty high."""
    dark = mix(wood, ink, 0.4)
    for x in (-86, 72):
        pen.rect((x, -74), (14, 78), dark)
    pen.polygon([(-104, -74), (104, -74), (92, -92), (-92, -92)], mix(wood, "#ffe9c4", 0.14))
    pen.rect((-104, -75), (208, 10), wood)


def chair(pen: Pen, wood: str, ink: str) -> None:
    """A ladder-back chair, fifty units wide."""
    dark = mix(wood, ink, 0.35)
    for x in (-22, 18):
        pen.rect((x, -44), (5, 46), dark)
    pen.rect((-26, -48), (52, 7), wood)
    for x in (-24, 19):
        pen.rect((x, -104), (5, 60), dark)
    for y in (-100, -84, -68):
        pen.rect((-24, y), (48, 6), wood)


def bed(pen: Pen, palette: Palette, wood: str, cloth: str) -> None:
    """A bed seen from its side, three hundred units long, the pillow on the left."""
    dark = mix(wood, palette.ink, 0.4)
    pen.blob([(-150, 0), (-152, -120), (-140, -132), (-128, -120), (-126, 0)], dark)
    pen.rect((-132, -40), (270, 30), wood)
    for x in (-132, 124):
        pen.rect((x, -20), (14, 22), dark)
    sheet = palette.paint("#efe6d4")
    pen.blob([(-126, -40), (-122, -66), (-74, -70), (-66, -42)], sheet)
    pen.blob([(-118, -58), (-112, -84), (-64, -82), (-60, -60), (-88, -54)], mix(sheet, palette.light, 0.4))
    top = [(-70, -64), (-30, -74), (40, -68), (110, -70), (138, -60)]
    pen.blob([*top, (140, -12), (60, -6), (-60, -10), (-78, -34)], cloth)
    for x in (-40, 10, 60, 105):
        pen.line([(x, -66), (x - 5, -40), (x + 3, -14)], mix(cloth, palette.ink, 0.35), 2.4, 0.5)
    pen.blob([(-80, -64), (-30, -74), (-28, -58), (-76, -48)], mix(sheet, cloth, 0.2))
    pen.blob([(132, 0), (130, -84), (140, -92), (150, -84), (152, 0)], dark)


def shelf(pen: Pen, rng: Random, palette: Palette, size: Point) -> None:
    """A bookcase filled with books, some leaning."""
    width, height = size
    wood = palette.paint("#6d4a32", 0.95)
    dark = mix(wood, palette.ink, 0.6)
    pen.rect((-width / 2, -height), (width, height), dark)
    rows = max(2, round(height / 64))
    step = height / rows
    for row in range(rows):
        foot, x = -height + step * (row + 1), -width / 2 + 8
        while x < width / 2 - 16:
            thick, tall = rng.uniform(6, 13), step * rng.uniform(0.52, 0.8)
            colour = palette.paint(
                rng.choice(("#8a3f35", "#3f5a6a", "#6a6a3c", "#b08a4a", "#5a4058", "#c2b08a"))
            )
            book = pen.offset(x, foot - 4, turn=rng.choice((0, 0, 0, 8, -7)))
            book.rect((0, -tall), (thick, tall), colour)
            x += thick + (rng.uniform(8, 26) if rng.random() < 0.12 else 1.5)
        pen.rect((-width / 2, foot - 5), (width, 6), wood)
    for x in (-width / 2 - 4, width / 2 - 4):
        pen.rect((x, -height - 4), (8, height + 4), wood)


def barrel(pen: Pen, wood: str, ink: str) -> None:
    """A barrel seventy units high."""
    pen.blob([(-24, 0), (-30, -34), (-24, -68), (24, -68), (30, -34), (24, 0)], wood)
    for y in (-58, -34, -10):
        pen.line([(-28, y), (0, y + 4), (28, y)], mix(wood, ink, 0.6), 3.4)
    pen.ellipse((0, -68), (24, 6), mix(wood, ink, 0.35))


def chest(pen: Pen, wood: str, ink: str) -> None:
    """A chest with iron bands, ninety units wide."""
    pen.rect((-45, -40), (90, 40), wood)
    pen.blob([(-46, -40), (-44, -58), (0, -66), (44, -58), (46, -40)], mix(wood, "#ffe9c4", 0.14))
    for x in (-30, 22):
        pen.rect((x, -62), (8, 62), mix(ink, wood, 0.25))
    pen.rect((-6, -46), (12, 14), "#c9a450")


def picture(pen: Pen, palette: Palette, size: Point) -> None:
    """A small framed landscape, hung by its middle."""
    width, height = size
    pen.rect((-width / 2, -height / 2), size, mix(palette.paint("#a87f48"), palette.ink, 0.1))
    inner = (width - 12, height - 12)
    pen.rect((-inner[0] / 2, -inner[1] / 2), inner, palette.paint("#9fb8b4"))
    hill = [(-inner[0] / 2, inner[1] * 0.1), (-width * 0.1, -height * 0.14), (width * 0.1, height * 0.06)]
    pen.polygon(
        [*hill, (inner[0] / 2, -height * 0.06), (inner[0] / 2, inner[1] / 2), (-inner[0] / 2, inner[1] / 2)],
        palette.paint("#6f7f58"),
    )


def rug(pen: Pen, palette: Palette, cloth: str) -> None:
    """A rug lying in perspective, four hundred units wide."""
    pen.polygon([(-160, -46), (160, -46), (210, 20), (-210, 20)], cloth)
    pen.polygon([(-136, -38), (136, -38), (176, 11), (-176, 11)], mix(cloth, palette.light, 0.25), 0.6)
    pen.polygon([(-112, -30), (112, -30), (144, 3), (-144, 3)], cloth)


def column(pen: Pen, height: float, stone: str, ink: str) -> None:
    """A round column sixty units thick."""
    fade = pen.fade((-30, 0), (30, 0), (0.0, mix(stone, ink, 0.4)), (0.6, stone), (1.0, mix(stone, ink, 0.2)))
    pen.rect((-30, -height), (60, height), fade)
    pen.lines([[(x, -height + 20), (x, -20)] for x in (-14, 2, 16)], mix(stone, ink, 0.4), 2, 0.4)
    for y in (0.0, -height):
        pen.rect((-42, y - 12), (84, 24), mix(stone, ink, 0.15))


def banner(pen: Pen, cloth: str, trim: str) -> None:
    """A hanging banner sixty units wide."""
    pen.polygon([(-30, 0), (30, 0), (30, 150), (0, 180), (-30, 150)], cloth)
    pen.polygon([(-22, 8), (22, 8), (22, 140), (0, 164), (-22, 140)], trim, 0.28)
    pen.polygon([(0, 46), (14, 70), (0, 96), (-14, 70)], trim)


def throne(pen: Pen, palette: Palette) -> None:
    """A high-backed throne, a hundred and ten units wide, on a step."""
    gold, red = palette.paint("#c79a44"), palette.paint("#9a3434")
    pen.rect((-110, -14), (220, 18), mix(palette.paint("#9a948a"), palette.ink, 0.2))
    pen.blob([(-46, -14), (-50, -170), (-30, -206), (0, -222), (30, -206), (50, -170), (46, -14)], gold)
    pen.blob([(-34, -60), (-36, -166), (0, -198), (36, -166), (34, -60)], red)
    pen.rect((-52, -70), (104, 20), red)
    for x in (-60, 46):
        pen.rect((x, -104), (14, 92), gold)
        pen.dot(x + 7, -108, 11, gold)


def pots(pen: Pen, rng: Random, palette: Palette, width: float) -> None:
    """A wall board with jars and hanging pans, its left end at the pen's origin."""
    wood = palette.paint("#6d4c34")
    pen.rect((0, -6), (width, 8), wood)
    x = 14.0
    while x < width - 14:
        colour = palette.paint(rng.choice(("#a8563c", "#c9b48a", "#6f8a84", "#8f7f6a")))
        size = rng.uniform(10, 17)
        pen.blob(
            [
                (x - size, -7),
                (x - size, -7 - size * 1.5),
                (x, -7 - size * 2.1),
                (x + size, -7 - size * 1.5),
                (x + size, -7),
            ],
            colour,
        )
        x += size * 2 + rng.uniform(4, 14)
    for share in (0.25, 0.55, 0.82):
        pan = palette.paint("#b07a48" if share < 0.6 else "#55555a")
        pen.line([(width * share, 2), (width * share, 24)], wood, 3)
        pen.dot(width * share, 38, 15, pan)


def bench(pen: Pen, rng: Random, palette: Palette, wood: str) -> None:
    """A craftsman's bench with tools and work on it, two hundred and twenty units wide."""
    table(pen.offset(0, 0, 1.1), wood, palette.ink)
    steel, leather = palette.paint("#8f969a"), palette.paint("#8a5a38")
    for x in (-70, -30, 64):
        pen.offset(x, -100, turn=rng.uniform(-20, 20)).rect((-2, -22), (5, 26), mix(wood, palette.ink, 0.4))
        pen.rect((x - 7, -124), (15, 8), steel)
    for x in (8, 34):
        pen.blob(
            [(x - 10, -100), (x - 10, -124), (x - 2, -124), (x + 2, -110), (x + 18, -106), (x + 18, -100)],
            leather,
        )
