"""Wild settings: mountains, snow, desert, cave."""

import math

from app.film.boards.colour import mix
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.houses import cottage
from app.film.boards.scenery.land import far_hills, grass, land, path, ridge, rock, rocks
from app.film.boards.scenery.sky import mist, paint_sky
from app.film.boards.scenery.trees import bare, fir
from app.vocabulary.places import Feature


def mountains(scene: SceneCanvas) -> StandingArea:
    """Paint three ranges of peaks with lit and shadowed faces and snow, firs and rocks in front."""
    horizon, palette, rng = scene.down(0.60), scene.palette, scene.rng
    paint_sky(scene, horizon)
    for layer, depth, rise, count in (("far", 0.22, 0.34, 4), ("far", 0.45, 0.27, 4), ("mid", 0.7, 0.17, 5)):
        for i in range(count):
            x = scene.canvas.width * (i + rng.uniform(0.1, 0.9)) / count
            _peak(scene, layer, (x, horizon + 40 * depth), scene.down(rise) * rng.uniform(0.6, 1.15), depth)
        mist(scene.pen(layer), horizon - 60, (scene.canvas.width, 130), mix(palette.haze, palette.light, 0.2))
    slope = palette.paint("#6b7a55", 0.85)
    land(scene, "mid", horizon + 30, (palette.paint("#7b8a66", 0.6), slope), 26)
    for _ in range(13):
        share = rng.uniform(0, 0.34) if rng.random() < 0.5 else rng.uniform(0.66, 1)
        green = palette.paint("#3f5a48", 0.85)
        at = scene.pen("mid").offset(scene.across(share), horizon + rng.uniform(50, 110))
        fir(at, rng, rng.uniform(80, 170), (green, mix(green, palette.light, 0.3)))
    land(scene, "near", scene.down(0.76), (slope, mix(slope, palette.ink, 0.45)), 18)
    rocks(scene, "near", scene.down(0.80), palette.paint("#847d74"))
    grass(scene, "near", scene.down(0.80), mix(slope, palette.ink, 0.4), 60)
    return StandingArea(scene.down(0.83))


def snow(scene: SceneCanvas) -> StandingArea:
    """Paint a snowfield with blue shadows, laden firs and a bare tree."""
    horizon, palette, rng = scene.down(0.56), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#b8c6d8")
    white = mix(palette.paint("#f6f7f8", 0.95), palette.light, 0.22)
    blue = mix(palette.paint("#a8bcd8", 0.9), white, 0.1)
    land(scene, "mid", horizon, (mix(white, palette.haze, 0.25), mix(white, blue, 0.5)), 16)
    for _ in range(15):
        green = palette.paint("#3d5654", 0.6)
        at = scene.pen("mid").offset(scene.choose_across(), horizon + rng.uniform(10, 70))
        fir(at, rng, rng.uniform(90, 190), (green, white))
    if Feature.HAMLET in scene.features:
        cottage(scene.pen("mid").offset(scene.across(0.66), horizon + 76, 1.9), rng, palette, 0.75)
    drift = land(scene, "near", scene.down(0.74), (white, mix(white, blue, 0.75)), 24)
    scene.pen("near").line([(x, y + 30) for x, y in drift[::5]], blue, 12, 0.3)
    prints = [(scene.across(0.5) + 26 * (-1) ** i + i * 3, scene.down(0.98) - i * 17) for i in range(11)]
    for i, (x, y) in enumerate(prints):
        scene.pen("near").ellipse((x, y), (11 - i * 0.7, 4.4 - i * 0.3), blue, 0.8)
    bare(
        scene.pen("near").offset(scene.across(0.12), scene.down(0.88)),
        rng,
        scene.down(0.5),
        mix(palette.ink, "#4a4048", 0.4),
    )
    return StandingArea(scene.down(0.83))


def desert(scene: SceneCanvas) -> StandingArea:
    """Paint dunes, each with a sunlit and a shaded side."""
    horizon, palette, rng = scene.down(0.54), scene.palette, scene.rng
    paint_sky(scene, horizon)
    for i in range(6):
        depth = 0.25 + i * 0.14
        layer = ("far", "far", "mid", "mid", "near", "near")[i]
        y = horizon + scene.down(0.005 + 0.062 * i)
        sand = palette.paint("#dfb275", depth)
        land(scene, layer, y, (sand, mix(sand, palette.ink, 0.1)), 10)
        _dune(scene, layer, (scene.across(rng.uniform(0.1, 0.9)), y), sand)
    if Feature.OASIS in scene.features:
        for share in (0.72, 0.78, 0.83):
            _palm(scene, (scene.across(share), scene.down(0.70)))
    rocks(scene, "near", scene.down(0.90), palette.paint("#a67c52"))
    return StandingArea(scene.down(0.82))


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
    land(scene, "near", scene.down(0.74), (floor, mix(floor, palette.ink, 0.6)), 18)
    dark = mix(rock_colour, palette.ink, 0.72)
    for i in range(13):
        x, length = canvas.width * (i + rng.random()) / 13, rng.uniform(40, 170)
        half = rng.uniform(14, 34)
        scene.pen("near").polygon([(x - half, -5), (x + rng.uniform(-8, 8), length), (x + half, -5)], dark)
    _treasures(scene)
    rocks(scene, "near", scene.down(0.84), mix(rock_colour, palette.ink, 0.35))
    return StandingArea(scene.down(0.84))


def hill_road(scene: SceneCanvas, horizon: float, colour: str) -> None:
    """Wind a road from the foot of the picture to the horizon."""
    way = scene.palette.paint(colour, 0.85)
    far = mix(way, scene.palette.haze, 0.4)
    path(scene.pen("near"), (scene.across(0.45), scene.down(1.02)), (scene.across(0.56), horizon), (way, far))


def _peak(scene: SceneCanvas, layer: str, foot: Point, height: float, depth: float) -> None:
    palette, rng = scene.palette, scene.rng
    pen = scene.pen(layer).offset(*foot, height / 100)
    stone = palette.paint("#7d7f86", depth)
    base = mix(stone, palette.haze, 0.4)
    half = rng.uniform(80, 120)
    jag = [dy for _, dy in ridge(rng, 1, 7)[::8]]
    left = [(-half + half * i / 8, -100 * (i / 8) ** 1.2 + jag[i]) for i in range(8)]
    right = [(half * (i + 1) / 8, -100 * (1 - (i + 1) / 8) ** 1.2 + jag[i]) for i in range(8)]
    tip = (0.0, -100.0)
    spine = [(rng.uniform(-4, 10), -70), (rng.uniform(-10, 6), -45), (rng.uniform(0, 22), 0)]
    pen.polygon(
        [*left, tip, *right, (half, 20), (-half, 20)], pen.fade((0, -100), (0, 10), (0.0, stone), (1.0, base))
    )
    lit_side = right if palette.light_side > 0 else left[::-1]
    edge = [(half * palette.light_side, 20)]
    pen.polygon([tip, *lit_side, *edge, *spine[::-1]], mix(stone, palette.light, 0.4), 0.55)
    cap = palette.paint("#f4f4f2", 0.3 + 0.7 * depth)
    low = [right[2], (14, -50), (8, -66), (0, -52), (-7, -64), (-13, -48), left[-2]]
    pen.polygon([tip, right[0], right[1], *low, left[-1]], cap, 0.9)
    shade_side = [left[-1], left[-2], (-13, -48), (-7, -64), (-1, -56), (2, -80)]
    if palette.light_side < 0:
        shade_side = [right[0], right[1], right[2], (14, -50), (8, -66), (2, -80)]
    pen.polygon([tip, *shade_side], mix(cap, stone, 0.6), 0.6)
    runs = []
    for _ in range(9):
        x, y = rng.uniform(-0.5, 0.5) * half, -rng.uniform(6, 46)
        runs.append([(x, y), (x + rng.uniform(2, 9), y + rng.uniform(9, 20))])
    pen.lines(runs, mix(stone, palette.ink, 0.4), 0.9, 0.35)


def _dune(scene: SceneCanvas, layer: str, crest: Point, sand: str) -> None:
    palette, rng = scene.palette, scene.rng
    pen = scene.pen(layer).offset(*crest, rng.uniform(1.2, 2.4), flip=palette.light_side < 0)
    pen.blob([(-210, 34), (-120, 8), (-40, -26), (0, -36), (70, -14), (210, 30), (0, 44)], sand)
    pen.blob(
        [(0, -36), (-34, -22), (-130, 12), (-210, 36), (-60, 40), (-12, 6)], mix(sand, palette.ink, 0.34), 0.8
    )
    pen.line([(0, -36), (-12, 4), (-58, 38)], mix(sand, palette.light, 0.5), 2.2, 0.7)


def _palm(scene: SceneCanvas, foot: Point) -> None:
    palette, rng = scene.palette, scene.rng
    pen = scene.pen("mid").offset(*foot, rng.uniform(1.3, 2.0))
    pen.limb([(0, 0), (6, -40), (16, -86)], [9, 7, 5], palette.paint("#6a4d34", 0.9))
    leaf = palette.paint("#4f7a45", 0.9)
    for turn in range(-160, 30, 24):
        tip = (16 + 48 * math.cos(math.radians(turn)), -86 + 34 * math.sin(math.radians(turn)) + 14)
        pen.blob(
            [(16, -86), ((16 + tip[0]) / 2, min(-86, tip[1]) - 8), tip, ((16 + tip[0]) / 2, tip[1] - 2)], leaf
        )


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
