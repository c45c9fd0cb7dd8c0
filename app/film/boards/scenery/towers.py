"""Towers, battlements and arrow slits."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT, Palette
from app.film.boards.pen import Pen, Point


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
