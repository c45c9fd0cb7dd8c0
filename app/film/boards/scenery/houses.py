"""Buildings seen from outside: cottages, town houses, towers, walls."""

from random import Random

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT, Palette
from app.film.boards.pen import Pen, Point

WALLS = ("#d9c8a5", "#c9b79a", "#d8bfa0", "#c4b4a4", "#e0d3b8")
ROOFS = ("#8a4f3a", "#75584a", "#96603f", "#5f5a5e", "#7d6a42")
STONE = "#9a968e"


def window(pen: Pen, size: Point, palette: Palette, frame: str, *, lit: bool) -> None:
    """Set a cross window with its foot's left corner at the pen's origin."""
    width, height = size
    if lit:
        pen.glow((width / 2, -height / 2), width * 2.2, LAMPLIGHT, 0.4)
    pane = LAMPLIGHT if lit else mix(palette.ink, palette.sky[1], 0.4)
    pen.rect((0, -height), (width, height), pane)
    bar = max(1.0, width * 0.1)
    pen.line([(width / 2, 0), (width / 2, -height)], frame, bar)
    pen.line([(0, -height / 2), (width, -height / 2)], frame, bar)


def cottage(pen: Pen, rng: Random, palette: Palette, depth: float) -> None:
    """Build a cottage one hundred units wide, standing on the pen's origin (its left foot)."""
    wall = palette.paint(rng.choice(WALLS), depth)
    roof = palette.paint(rng.choice(ROOFS), depth)
    dark = mix(roof, palette.ink, 0.5)
    tall, peak = rng.uniform(44, 54), rng.uniform(42, 54)
    pen.rect((0, -tall), (100, tall), pen.fade((0, -tall), (0, 0), (0.0, wall), (1.0, mix(wall, dark, 0.3))))
    pen.rect((64, -tall), (36, tall), dark, 0.22)
    for x in (0.0, 47.0, 96.0):
        pen.rect((x, -tall), (4, tall), mix(dark, wall, 0.2), 0.8)
    chimney = rng.uniform(18, 30)
    pen.rect((chimney, -tall - peak * 1.08), (11, peak * 0.7), mix(dark, wall, 0.15))
    pen.polygon([(-8, -tall + 4), (16, -tall - peak), (84, -tall - peak), (108, -tall + 4)], roof)
    pen.polygon([(84, -tall - peak), (108, -tall + 4), (62, -tall + 4)], mix(roof, palette.light, 0.25), 0.6)
    courses = [
        [(-8 + 5 * i, -tall + 4 - peak * 0.2 * i), (108 - 5 * i, -tall + 4 - peak * 0.2 * i)]
        for i in range(1, 5)
    ]
    pen.lines(courses, dark, 1.3, 0.5)
    lit = palette.lamps_lit
    window(pen.offset(13, -tall * 0.34), (18, tall * 0.36), palette, dark, lit=lit)
    window(pen.offset(68, -tall * 0.34), (18, tall * 0.36), palette, dark, lit=lit and rng.random() < 0.7)
    pen.rect((42, -tall * 0.66), (17, tall * 0.66), palette.paint("#5b3d2b", depth))
    pen.dot(55, -tall * 0.3, 1.4, palette.light)
    if rng.random() < 0.75:
        smoke(pen.offset(chimney + 5, -tall - peak * 1.1), palette)


def smoke(pen: Pen, palette: Palette) -> None:
    """Let a thread of smoke rise from the pen's origin."""
    colour = mix(palette.haze, palette.light, 0.4)
    pen.line([(0, 0), (6, -20), (-3, -40), (10, -64)], colour, 6, 0.3)


def town_house(pen: Pen, rng: Random, palette: Palette, size: Point) -> None:
    """Build a narrow gabled house on the pen's origin, with rows of windows."""
    width, height = size
    wall = palette.paint(rng.choice((*WALLS, "#b98a6a", "#a9a08f", "#b0756a")), 0.9)
    roof = palette.paint(rng.choice(ROOFS), 0.95)
    dark = mix(roof, palette.ink, 0.55)
    pen.rect(
        (0, -height),
        (width, height),
        pen.fade((0, -height), (0, 0), (0.0, wall), (1.0, mix(wall, dark, 0.35))),
    )
    peak = width * rng.uniform(0.4, 0.75)
    pen.polygon([(-width * 0.05, -height), (width / 2, -height - peak), (width * 1.05, -height)], roof)
    pen.polygon(
        [(width / 2, -height - peak), (width * 1.05, -height), (width * 0.6, -height)],
        mix(roof, palette.light, 0.25),
        0.6,
    )
    columns, rows = max(1, int(width / 62)), max(1, int(height / 96))
    for row in range(rows):
        for column in range(columns):
            x = width * (column + 0.5) / columns - 15
            y = -height + 30 + (row + 0.62) * (height - 40) / rows
            lit = palette.lamps_lit and rng.random() < 0.6
            if y < -50:
                window(pen.offset(x, y), (30, 44), palette, dark, lit=lit)
    pen.rect((width * 0.38, -62), (width * 0.24, 62), palette.paint("#4f3626", 0.95))


def tower(pen: Pen, size: Point, colours: tuple[str, str], *, peaked: bool) -> None:
    """Raise a tower on the pen's origin (middle of its foot): stone with a battlement or a cone roof."""
    width, height = size
    stone, roof = colours
    half = width / 2
    fade = pen.fade(
        (-half, 0), (half, 0), (0.0, mix(stone, roof, 0.25)), (0.7, stone), (1.0, mix(stone, roof, 0.1))
    )
    pen.rect((-half, -height), (width, height), fade)
    pen.rect((-half * 1.18, -height), (width * 1.18, width * 0.22), stone)
    if peaked:
        tip = -height - width * 1.5
        pen.polygon([(-half * 1.35, -height), (0, tip), (half * 1.35, -height)], roof)
        pen.line([(0, tip), (0, tip - width * 0.35)], roof, 2)
        pen.polygon(
            [(0, tip - width * 0.35), (width * 0.4, tip - width * 0.25), (0, tip - width * 0.14)], "#b8483a"
        )
    else:
        battlement(pen.offset(-half * 1.18, -height), width * 1.18, stone)


def battlement(pen: Pen, width: float, stone: str) -> None:
    """Run merlons to the right of the pen's origin."""
    count = max(2, int(width / 26))
    step = width / (count - 0.4)
    for i in range(count):
        pen.rect((i * step, -step * 0.5), (step * 0.6, step * 0.55), stone)


def arrow_slit(pen: Pen, palette: Palette) -> None:
    """Cut a slit window at the pen's origin; it glows when the lamps are lit."""
    lit = palette.lamps_lit
    pen.rect((-4, -14), (8, 28), LAMPLIGHT if lit else mix(palette.ink, palette.haze, 0.25))
    if lit:
        pen.glow((0, 0), 40, LAMPLIGHT, 0.4)
