"""Things people hold, sit on or ride: each around the pen's origin."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT, Palette
from app.film.boards.pen import Pen
from app.vocabulary.staging import HeldProp

# Things so small that a patch of colour in the hand is all one sees of them, with their paint as sRGB.
_SMALL_THINGS = {
    HeldProp.APPLE: "#c43f35",
    HeldProp.BREAD: "#c08a4a",
    HeldProp.CUP: "#b08a4a",
    HeldProp.KEY: "#d8b04a",
    HeldProp.RING: "#d8b04a",
}


def paint_held(pen: Pen, palette: Palette, prop: HeldProp) -> None:
    """Paint a prop in a hand at the pen's origin; one unit is a hundredth of a grown person."""
    wood, steel = palette.skin("#6d4a30"), palette.skin("#a8b0b6")
    if prop is HeldProp.LANTERN:
        _lantern(pen, palette)
    elif prop in (HeldProp.TORCH, HeldProp.CANDLE):
        pen.line([(0, 5), (0, -9)], wood if prop is HeldProp.TORCH else palette.skin("#efe4cc"), 3)
        pen.glow((0, -14), 42, LAMPLIGHT, 0.65)
        pen.blob([(-3, -9), (-2, -14), (0, -20), (3, -13), (3, -9)], "#ffb14a")
        pen.blob([(-1.4, -9), (0, -15), (1.6, -9)], "#fff0b0")
    elif prop in (HeldProp.SWORD, HeldProp.SPEAR, HeldProp.STAFF, HeldProp.BROOM):
        _pole(pen, prop, (wood, steel))
    elif prop in (HeldProp.AXE, HeldProp.BOW, HeldProp.NET):
        pen.line([(0, 12), (3, -24)], wood, 2)
        pen.blob([(2, -24), (12, -27), (12, -14), (3, -18)], steel)
    elif prop in (HeldProp.BASKET, HeldProp.BAG, HeldProp.SACK):
        weave = palette.skin("#b08a52")
        pen.line([(-7, 8), (-4, 0), (4, 0), (7, 8)], weave, 1.4)
        pen.blob([(-9, 7), (-7, 18), (7, 18), (9, 7)], weave)
        pen.lines([[(-8, 10.5), (8, 10.5)], [(-7.5, 14), (7.5, 14)]], mix(weave, palette.ink, 0.4), 0.8, 0.6)
    elif prop in (HeldProp.BOOK, HeldProp.LETTER):
        cover = palette.skin("#7d3f3a" if prop is HeldProp.BOOK else "#efe6d0")
        pen.offset(0, 0, turn=-14).rect((-5, -7), (10, 13), cover)
        pen.offset(0, 0, turn=-14).rect(
            (-3.6, -5.4), (7.2, 9.8), mix(cover, "#f4ead2", 0.6 if prop is HeldProp.BOOK else 0.1)
        )
    elif prop is HeldProp.FLOWER:
        pen.line([(0, 6), (1, -10)], palette.skin("#4f7a45"), 1.2)
        pen.dot(1, -12, 3.6, palette.skin("#c8505a"))
        pen.dot(2, -13, 1.6, palette.skin("#e89a8a"))
    else:
        colour = _SMALL_THINGS[prop]
        pen.dot(1, -2.5, 3.2, palette.skin(colour))
        pen.dot(2, -3.6, 1.0, palette.light, 0.7)


def _lantern(pen: Pen, palette: Palette) -> None:
    brass = palette.skin("#8a6a34")
    pen.glow((0, 9), 64, LAMPLIGHT, 0.75)
    pen.line([(-3, 4), (0, 0), (3, 4)], brass, 0.9)
    pen.rect((-3.6, 4.4), (7.2, 10), "#ffe2a0")
    pen.dot(0, 10, 2, "#fffbe8")
    pen.lines([[(-3.6, 4.4), (-3.6, 14.4)], [(3.6, 4.4), (3.6, 14.4)], [(0, 4.4), (0, 7)]], brass, 1)
    pen.polygon([(-4.4, 4.6), (0, 2), (4.4, 4.6)], brass)
    pen.rect((-4.6, 14), (9.2, 2), brass)


def _pole(pen: Pen, prop: HeldProp, colours: tuple[str, str]) -> None:
    wood, steel = colours
    if prop is HeldProp.SWORD:
        pen.polygon([(-1.2, -3), (0, -38), (1.4, -3)], steel)
        pen.line([(-5, -3), (5, -3)], "#b08a3c", 2)
        pen.line([(0, -3), (0, 4)], wood, 2)
        return
    pen.line([(-1, 46), (1, -40)], wood, 2.2)
    if prop is HeldProp.SPEAR:
        pen.polygon([(-2.4, -38), (1, -52), (4, -38)], steel)
    elif prop is HeldProp.BROOM:
        pen.polygon([(-3, 38), (2, 38), (7, 58), (-9, 58)], "#b8924c")


def boat(pen: Pen, palette: Palette, *, sail: bool) -> None:
    """A boat two hundred units long, floating with its waterline on the pen's origin."""
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


def stool(pen: Pen, palette: Palette) -> None:
    """Something low to sit on, its top twenty-four units above the pen's origin."""
    wood = palette.paint("#6d4c34")
    pen.blob([(-14, 0), (-15, -12), (-12, -23), (12, -23), (15, -12), (14, 0)], wood)
    pen.ellipse((0, -23), (13, 3.4), mix(wood, palette.light, 0.3))
    pen.ellipse((0, -23), (7, 1.8), mix(wood, palette.ink, 0.2), 0.6)
