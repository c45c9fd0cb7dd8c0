"""Boats that people are in."""

from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen


def paint_boat(pen: Pen, palette: Palette, *, sail: bool) -> None:
    """Paint a boat two hundred units long, floating with its waterline on the pen's origin."""
    wood = palette.paint("#7a5236")
    dark = mix(wood, palette.ink, 0.5)
    if sail:
        cloth = palette.paint("#efe6d2")
        pen.line([(0, -20), (0, -168)], dark, 6)
        pen.blob([(-6, -158), (-30, -104), (-70, -46), (-6, -42)], mix(cloth, palette.ink, 0.12))
        pen.blob([(6, -164), (46, -110), (80, -52), (6, -46)], cloth)
        pen.polygon([(0, -170), (26, -162), (0, -154)], palette.paint("#b8483a"))
    pen.blob([(-112, -34), (-96, -4), (-64, 12), (64, 12), (96, -4), (116, -38), (60, -26), (-60, -26)], wood)
    pen.line([(-112, -34), (-60, -25), (60, -25), (116, -38)], mix(wood, palette.light, 0.3), 5)
    pen.line([(-100, -12), (-60, -4), (60, -4), (104, -14)], dark, 2.4, 0.6)
    water = mix(palette.sky[1], palette.light, 0.4)
    for reach, y in ((128, 12), (104, 20)):
        pen.line([(-reach, y), (-reach * 0.4, y + 4), (reach * 0.3, y), (reach, y + 3)], water, 3.4, 0.6)


def paint_gunwale(pen: Pen, palette: Palette) -> None:
    """Paint the near side of the boat over the people who sit in it."""
    wood = palette.paint("#7a5236")
    side = [(-108, -30), (-96, -4), (-64, 12), (64, 12), (96, -4), (112, -33), (60, -20), (-60, -20)]
    pen.blob(side, wood)
    rail = [(-104, -30), (-60, -20), (60, -20), (110, -33)]
    pen.line(rail, mix(wood, palette.light, 0.3), 5)
