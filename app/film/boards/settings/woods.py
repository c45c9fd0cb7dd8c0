"""Settings among plants: forest and garden."""

from app.film.boards.bricks.land import flowers, grass, land, path
from app.film.boards.bricks.sky import mist, paint_sky
from app.film.boards.bricks.trees import AUTUMN, GREENS, bush, canopy, fir, leafy, tree_line, trunk
from app.film.boards.colour import mix
from app.film.boards.easel import Easel, Stage

BLOOMS = ("#d8607a", "#e8c25a", "#f0e6da", "#b07ac0", "#e08a5a")


def forest(easel: Easel) -> Stage:
    """Paint ranks of trees fading into mist, trunks close by, a path between them."""
    horizon, palette, chance = easel.down(0.60), easel.palette, easel.chance
    paint_sky(easel, horizon)
    greens = AUTUMN if easel.words.has_any("autumn", "fall leaves", "golden leaves") else GREENS
    grow = fir if chance.random() < 0.6 or easel.words.has_any("pine", "fir", "conifer") else leafy
    for layer, depth, height, count in (
        ("far", 0.16, 0.34, 18),
        ("far", 0.34, 0.4, 13),
        ("mid", 0.58, 0.46, 8),
    ):
        foot = horizon + easel.down(0.035 + 0.07 * depth)
        for _ in range(count):
            colour = palette.paint(mix(chance.choice(greens), "#2f4a3a", 0.4), depth)
            at = easel.pen(layer).moved(easel.somewhere(), foot + chance.uniform(-6, 6))
            grow(
                at,
                chance,
                easel.down(height) * chance.uniform(0.7, 1.15),
                (colour, mix(colour, palette.light, 0.3)),
            )
        mist(easel.pen(layer), foot - 90, (easel.canvas.width, 150), mix(palette.haze, palette.light, 0.2))
    ground = palette.paint("#5a6a3c", 0.85)
    land(easel, "mid", easel.down(0.66), (palette.paint("#6a7a4a", 0.6), ground), 8)
    way = palette.paint("#a8926a", 0.8)
    path(
        easel.pen("mid"),
        (easel.across(0.56), easel.down(1.02)),
        (easel.across(0.5), easel.down(0.67)),
        (way, mix(way, palette.haze, 0.4)),
    )
    for share in (0.2, 0.33, 0.72, 0.84):
        trunk(easel, "near", easel.across(share + chance.uniform(-0.03, 0.03)), chance.uniform(34, 56), 0.45)
    grass(easel, "near", easel.down(0.76), mix(ground, palette.ink, 0.4))
    for share in (0.03, 0.95):
        trunk(easel, "foreground", easel.across(share), chance.uniform(90, 130), 1.0)
    canopy(easel, "foreground", mix(palette.paint("#35503a"), palette.ink, 0.35))
    return Stage(easel.down(0.83))


def garden(easel: Easel) -> Stage:
    """Paint beds of flowers, round bushes, fruit trees and an old wall."""
    horizon, palette, chance = easel.down(0.56), easel.palette, easel.chance
    paint_sky(easel, horizon)
    tree_line(easel, "far", horizon + 10, 0.3)
    wall = palette.paint("#b59a82", 0.6)
    easel.pen("mid").rect((0, horizon - 42), (easel.canvas.width, 90), wall)
    courses = [[(0, horizon - 30 + 16 * i), (easel.canvas.width, horizon - 30 + 16 * i)] for i in range(4)]
    easel.pen("mid").lines(courses, mix(wall, palette.ink, 0.3), 1.4, 0.5)
    lawn = palette.paint("#7f9a52", 0.85)
    land(easel, "mid", horizon + 34, (lawn, mix(lawn, palette.ink, 0.3)), 5)
    way = palette.paint("#cdb68c", 0.85)
    path(
        easel.pen("mid"),
        (easel.across(0.47), easel.down(1.02)),
        (easel.across(0.53), horizon + 38),
        (way, way),
    )
    for i in range(9):
        green = palette.paint(chance.choice(GREENS), 0.75)
        share = chance.uniform(0.0, 0.36) if i % 2 else chance.uniform(0.64, 1.0)
        at = easel.pen("mid").moved(easel.across(share), horizon + chance.uniform(44, 80))
        bush(at, chance, chance.uniform(44, 80), (green, mix(green, palette.light, 0.35)))
        for _ in range(9):
            at.dot(chance.uniform(-40, 40), -chance.uniform(8, 44), 4.5, palette.paint(chance.choice(BLOOMS)))
    for share in (0.13, 0.87):
        green = palette.paint(chance.choice(GREENS), 0.9)
        at = easel.pen("near").moved(easel.across(share), easel.down(0.74))
        leafy(at, chance, easel.down(0.5), (green, mix(green, palette.light, 0.3)))
        for _ in range(8):
            at.dot(
                chance.uniform(-90, 90), -easel.down(chance.uniform(0.26, 0.46)), 7, palette.paint("#c8453a")
            )
    grass(easel, "near", easel.down(0.78), mix(lawn, palette.ink, 0.45), 70)
    flowers(easel, easel.down(0.84), tuple(palette.paint(bloom) for bloom in BLOOMS))
    return Stage(easel.down(0.82))
