"""Animals' heads in profile, the same on the far animal and in the close-up."""

from app.film.boards.canvas import Box
from app.film.boards.cast.builds import BEASTS, Beast
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen


def paint_beast_head(pen: Pen, palette: Palette, species: str, fur: str) -> Box:
    """Paint a head in profile around the pen's origin, its skull a hundred units across."""
    beast = BEASTS[species]
    coat = palette.skin(fur)
    dark, light = mix(coat, palette.ink, 0.4), mix(coat, palette.light, 0.35)
    if beast.mark == "ruff":
        pen.blob(
            [(-86, 0), (-78, -66), (-10, -96), (54, -70), (40, 70), (-20, 104), (-76, 64)],
            mix(dark, "#7a4a24", 0.4),
        )
    _horns(pen, beast, palette)
    _ear(pen, beast, (mix(coat, dark, 0.7), dark), near=False)
    # How far the snout reaches forward and down.
    reach, drop = 44 + beast.muzzle * 1.5, 14 + beast.muzzle * 0.5
    skull = [(-50, 2), (-40, -36), (0, -52), (36, -36), (60, -6), (reach, drop - 14), (reach + 5, drop + 6)]
    pen.blob([*skull, (reach - 10, drop + 22), (40, 40), (0, 50), (-36, 38)], coat)
    if beast.belly:
        jaw = [(30, 12), (reach - 8, drop), (reach + 1, drop + 10), (reach - 12, drop + 21)]
        pen.blob([*jaw, (36, 38), (4, 46), (-22, 34), (8, 26)], palette.skin(beast.belly), 0.85)
    pen.line([(-36, -32), (0, -48), (34, -34)], light, 5, 0.45)
    _ear(pen, beast, (coat, dark), near=True)
    nose = mix(palette.ink, "#2a1c1a", 0.5) if species != "pig" else mix(coat, "#a0504a", 0.4)
    pen.ellipse((reach - 1, drop - 4), (9, 7.5), nose)
    lips = [(reach - 2, drop + 6), (reach - 14, drop + 13), (reach * 0.55, drop + 12)]
    pen.line(lips, mix(nose, dark, 0.4), 2.6, 0.8)
    _eye(pen, palette, species, dark)
    if species in ("cat", "mouse", "hare", "lion", "fox"):
        whiskers = [[(reach - 18, drop + 2 + 4 * i), (reach - 52, drop - 2 + 10 * i)] for i in range(3)]
        pen.lines(whiskers, mix(light, "#ffffff", 0.5), 1.5, 0.7)
    corners = [pen.at(x, y) for x in (-60, reach + 10) for y in (-100 if beast.ears != "tall" else -150, 54)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(down), max(across), max(down))


def _eye(pen: Pen, palette: Palette, species: str, dark: str) -> None:
    pen.ellipse((20, -8), (11.5, 10), dark, 0.5)
    iris = palette.skin({"cat": "#c8c050", "fox": "#d89a3c", "wolf": "#d8b04a"}.get(species, "#6a4426"))
    pen.ellipse((21, -8), (8.6, 7.8), iris)
    pen.ellipse((23, -8), (4.6 if species != "cat" else 2.6, 6.6), "#140e0e")
    pen.dot(24.5, -11, 2.2, "#fffaf0")
    pen.line([(9, -10), (20, -17), (31, -11)], mix(palette.ink, "#2a1c1a", 0.4), 3)


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
