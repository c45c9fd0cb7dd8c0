"""Settings among plants: forest and garden."""

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.land import flowers, grass, land, path
from app.film.boards.scenery.sky import mist, paint_sky
from app.film.boards.scenery.trees import AUTUMN, GREENS, bush, canopy, fir, leafy, tree_line, trunk
from app.vocabulary.places import Feature

BLOOMS = ("#d8607a", "#e8c25a", "#f0e6da", "#b07ac0", "#e08a5a")


def forest(scene: SceneCanvas) -> StandingArea:
    """Paint ranks of trees fading into mist, trunks close by, a path between them."""
    horizon, palette, rng = scene.down(0.60), scene.palette, scene.rng
    paint_sky(scene, horizon)
    greens = AUTUMN if Feature.AUTUMN in scene.features else GREENS
    grow = fir if rng.random() < 0.6 or Feature.CONIFERS in scene.features else leafy
    for layer, depth, height, count in (
        ("far", 0.16, 0.34, 18),
        ("far", 0.34, 0.4, 13),
        ("mid", 0.58, 0.46, 8),
    ):
        foot = horizon + scene.down(0.035 + 0.07 * depth)
        for _ in range(count):
            colour = palette.paint(mix(rng.choice(greens), "#2f4a3a", 0.4), depth)
            at = scene.pen(layer).offset(scene.choose_across(), foot + rng.uniform(-6, 6))
            grow(
                at,
                rng,
                scene.down(height) * rng.uniform(0.7, 1.15),
                (colour, mix(colour, palette.light, 0.3)),
            )
        mist(scene.pen(layer), foot - 90, (scene.canvas.width, 150), mix(palette.haze, palette.light, 0.2))
    ground = palette.paint("#5a6a3c", 0.85)
    land(scene, "mid", scene.down(0.66), (palette.paint("#6a7a4a", 0.6), ground), 8)
    way = palette.paint("#a8926a", 0.8)
    path(
        scene.pen("mid"),
        (scene.across(0.56), scene.down(1.02)),
        (scene.across(0.5), scene.down(0.67)),
        (way, mix(way, palette.haze, 0.4)),
    )
    for share in (0.2, 0.33, 0.72, 0.84):
        trunk(scene, "near", scene.across(share + rng.uniform(-0.03, 0.03)), rng.uniform(34, 56), 0.45)
    grass(scene, "near", scene.down(0.76), mix(ground, palette.ink, 0.4))
    for share in (0.03, 0.95):
        trunk(scene, "foreground", scene.across(share), rng.uniform(90, 130), 1.0)
    canopy(scene, "foreground", mix(palette.paint("#35503a"), palette.ink, 0.35))
    return StandingArea(scene.down(0.83))


def garden(scene: SceneCanvas) -> StandingArea:
    """Paint beds of flowers, round bushes, fruit trees and an old wall."""
    horizon, palette, rng = scene.down(0.56), scene.palette, scene.rng
    paint_sky(scene, horizon)
    tree_line(scene, "far", horizon + 10, 0.3)
    wall = palette.paint("#b59a82", 0.6)
    scene.pen("mid").rect((0, horizon - 42), (scene.canvas.width, 90), wall)
    courses = [[(0, horizon - 30 + 16 * i), (scene.canvas.width, horizon - 30 + 16 * i)] for i in range(4)]
    scene.pen("mid").lines(courses, mix(wall, palette.ink, 0.3), 1.4, 0.5)
    lawn = palette.paint("#7f9a52", 0.85)
    land(scene, "mid", horizon + 34, (lawn, mix(lawn, palette.ink, 0.3)), 5)
    way = palette.paint("#cdb68c", 0.85)
    path(
        scene.pen("mid"),
        (scene.across(0.47), scene.down(1.02)),
        (scene.across(0.53), horizon + 38),
        (way, way),
    )
    for i in range(9):
        green = palette.paint(rng.choice(GREENS), 0.75)
        share = rng.uniform(0.0, 0.36) if i % 2 else rng.uniform(0.64, 1.0)
        at = scene.pen("mid").offset(scene.across(share), horizon + rng.uniform(44, 80))
        bush(at, rng, rng.uniform(44, 80), (green, mix(green, palette.light, 0.35)))
        for _ in range(9):
            at.dot(rng.uniform(-40, 40), -rng.uniform(8, 44), 4.5, palette.paint(rng.choice(BLOOMS)))
    for share in (0.13, 0.87):
        green = palette.paint(rng.choice(GREENS), 0.9)
        at = scene.pen("near").offset(scene.across(share), scene.down(0.74))
        leafy(at, rng, scene.down(0.5), (green, mix(green, palette.light, 0.3)))
        for _ in range(8):
            at.dot(rng.uniform(-90, 90), -scene.down(rng.uniform(0.26, 0.46)), 7, palette.paint("#c8453a"))
    grass(scene, "near", scene.down(0.78), mix(lawn, palette.ink, 0.45), 70)
    flowers(scene, scene.down(0.84), tuple(palette.paint(bloom) for bloom in BLOOMS))
    return StandingArea(scene.down(0.82))
