"""A suggestion of many people: simple figures in rows behind the cast."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.vocabulary.clothes import CLOTH_COLOURS

# Shades of one paint ("moss green") would stand in a crowd twice as often.
_CLOTHS = tuple(colour for name, colour in CLOTH_COLOURS.items() if " " not in name)


def paint_crowd(scene: SceneCanvas, ground: float) -> None:
    """Stand two rows of people behind where the cast stands, thinner in the middle."""
    rng, palette = scene.rng, scene.palette
    for depth, drop, count in ((0.45, 0.075, 15), (0.68, 0.035, 12)):
        unit = scene.canvas.reach * (0.20 + 0.10 * depth) / 100
        for i in range(count):
            share = (i + rng.uniform(0.1, 0.9)) / count
            if depth > 0.6 and abs(share - 0.5) < 0.14:
                continue
            pen = scene.pen("near").offset(
                scene.across(share), ground - scene.down(drop), unit * rng.uniform(0.82, 1.08)
            )
            cloth = palette.paint(rng.choice(_CLOTHS), depth)
            _paint_onlooker(pen, scene, (cloth, mix(palette.paint("#d9ab86", depth), palette.haze, 0.1)))


def _paint_onlooker(pen: Pen, scene: SceneCanvas, colours: tuple[str, str]) -> None:
    cloth, skin = colours
    rng, palette = scene.rng, scene.palette
    spread = rng.uniform(13, 19)
    dark = mix(cloth, palette.ink, 0.35)
    pen.ellipse((0, 0), (spread + 3, 3), palette.ink, 0.22)
    pen.blob(
        [(-5, -80), (-12, -74), (-11, -46), (-spread, -2), (spread, -2), (11, -46), (12, -74), (5, -80)],
        cloth,
    )
    pen.blob([(2, -78), (11, -74), (10, -46), (spread, -2), (4, -2)], dark, 0.35)
    for side in (-1, 1):
        pen.limb([(side * 10, -73), (side * 14, -56), (side * 11, -42)], [7, 6, 4], dark)
    pen.dot(0, -89, 8.6, skin)
    hair = mix(rng.choice(("#6a452c", "#3a2a24", "#b08a50", "#a5a3a0")), palette.haze, 0.35)
    pen.blob(
        [(-9, -86), (-10, -94), (0, -100), (10, -94), (9, -86), (4, -93), (-4, -93)], palette.paint(hair, 0.8)
    )
    if rng.random() < 0.3:
        pen.blob([(-10, -93), (0, -106), (10, -93), (14, -91), (-14, -91)], dark)
    for x in (-3, 3):
        pen.dot(x, -88, 0.9, palette.ink, 0.8)
