"""The inside of a cave."""

import math

from app.film.boards.colour import mix
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.land import land, rock, rocks
from app.film.boards.scenery.plane import STANDING
from app.vocabulary.places import Feature


def cave(scene: SceneCanvas) -> StandingArea:
    """Paint the inside of a cave: rings of rock around a mouth of light."""
    palette, rng, canvas = scene.palette, scene.rng, scene.canvas
    rock_colour = palette.paint("#6d655e", 0.9)
    far = mix(palette.light, palette.sky[1], 0.5)
    pen = scene.pen("sky")
    pen.rect((0, 0), (canvas.width, canvas.height), rock_colour)
    centre = (scene.across(rng.uniform(0.44, 0.58)), scene.down(0.46))
    for i, layer in enumerate(("sky", "far", "far", "mid", "mid")):
        size = 1 - i * 0.19
        _ring(
            scene, layer, centre, size, mix(mix(rock_colour, palette.ink, 0.62), far, (i / 5) ** 1.5 * 0.75)
        )
    scene.pen("mid").glow(centre, canvas.reach * 0.5, far, 0.75)
    _ring(scene, "mid", centre, 0.16, far)
    floor = mix(rock_colour, palette.ink, 0.25)
    land(scene, "near", scene.down(0.69), (floor, mix(floor, palette.ink, 0.6)), 18)
    dark = mix(rock_colour, palette.ink, 0.72)
    for i in range(13):
        x, length = canvas.width * (i + rng.random()) / 13, rng.uniform(40, 170)
        half = rng.uniform(14, 34)
        scene.pen("near").polygon([(x - half, -5), (x + rng.uniform(-8, 8), length), (x + half, -5)], dark)
    _treasures(scene)
    rocks(scene, "near", scene.down(0.84), mix(rock_colour, palette.ink, 0.35))
    return StandingArea(scene.down(STANDING), person_share=0.34, landmarks=(centre[0] / canvas.width,))


def _ring(scene: SceneCanvas, layer: str, centre: Point, size: float, colour: str) -> None:
    rng, canvas = scene.rng, scene.canvas
    points = []
    for i in range(15):
        angle = math.tau * i / 15
        away = size * rng.uniform(0.86, 1.12) * 0.56
        points.append(
            (
                centre[0] + math.cos(angle) * away * canvas.width * 0.95,
                centre[1] + math.sin(angle) * away * canvas.height,
            )
        )
    scene.pen(layer).polygon(points, colour)


def _treasures(scene: SceneCanvas) -> None:
    palette, rng = scene.palette, scene.rng
    if Feature.TREASURE not in scene.features:
        return
    for _ in range(22):
        x, y = scene.choose_across(), scene.down(rng.uniform(0.2, 0.9))
        colour = palette.skin(rng.choice(("#e8c55a", "#8fd0d8", "#d88ab0", "#b0e0a0")))
        pen = scene.pen("near").offset(x, y, rng.uniform(0.6, 1.6), turn=rng.uniform(-30, 30))
        pen.glow((0, 0), 24, colour, 0.5)
        pen.polygon([(-5, 0), (0, -12), (5, 0), (0, 5)], colour)
    for share in (0.1, 0.9):
        rock(
            scene.pen("near").offset(scene.across(share), scene.down(0.8)),
            rng,
            70,
            (palette.ink, palette.paint("#6d655e")),
        )
