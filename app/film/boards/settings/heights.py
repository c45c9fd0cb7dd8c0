"""Wild settings: mountains, snow, desert, cave."""

import math

from app.film.boards.bricks.houses import cottage
from app.film.boards.bricks.land import far_hills, grass, land, path, ridge, rock, rocks
from app.film.boards.bricks.sky import mist, paint_sky
from app.film.boards.bricks.trees import bare, fir
from app.film.boards.colour import mix
from app.film.boards.easel import Easel, Stage
from app.film.boards.pen import Point


def mountains(easel: Easel) -> Stage:
    """Paint three ranges of peaks with lit and shadowed faces and snow, firs and rocks in front."""
    horizon, palette, chance = easel.down(0.60), easel.palette, easel.chance
    paint_sky(easel, horizon)
    for layer, depth, rise, count in (("far", 0.22, 0.34, 4), ("far", 0.45, 0.27, 4), ("mid", 0.7, 0.17, 5)):
        for i in range(count):
            x = easel.canvas.width * (i + chance.uniform(0.1, 0.9)) / count
            _peak(
                easel, layer, (x, horizon + 40 * depth), easel.down(rise) * chance.uniform(0.6, 1.15), depth
            )
        mist(easel.pen(layer), horizon - 60, (easel.canvas.width, 130), mix(palette.haze, palette.light, 0.2))
    slope = palette.paint("#6b7a55", 0.85)
    land(easel, "mid", horizon + 30, (palette.paint("#7b8a66", 0.6), slope), 26)
    for _ in range(13):
        share = chance.uniform(0, 0.34) if chance.random() < 0.5 else chance.uniform(0.66, 1)
        green = palette.paint("#3f5a48", 0.85)
        at = easel.pen("mid").moved(easel.across(share), horizon + chance.uniform(50, 110))
        fir(at, chance, chance.uniform(80, 170), (green, mix(green, palette.light, 0.3)))
    land(easel, "near", easel.down(0.76), (slope, mix(slope, palette.ink, 0.45)), 18)
    rocks(easel, "near", easel.down(0.80), palette.paint("#847d74"))
    grass(easel, "near", easel.down(0.80), mix(slope, palette.ink, 0.4), 60)
    return Stage(easel.down(0.83))


def snow(easel: Easel) -> Stage:
    """Paint a snowfield with blue shadows, laden firs and a bare tree."""
    horizon, palette, chance = easel.down(0.56), easel.palette, easel.chance
    paint_sky(easel, horizon)
    far_hills(easel, horizon, "#b8c6d8")
    white = mix(palette.paint("#f6f7f8", 0.95), palette.light, 0.22)
    blue = mix(palette.paint("#a8bcd8", 0.9), white, 0.1)
    land(easel, "mid", horizon, (mix(white, palette.haze, 0.25), mix(white, blue, 0.5)), 16)
    for _ in range(15):
        green = palette.paint("#3d5654", 0.6)
        at = easel.pen("mid").moved(easel.somewhere(), horizon + chance.uniform(10, 70))
        fir(at, chance, chance.uniform(90, 190), (green, white))
    if easel.words.has_any("village", "hut", "cottage", "house", "cabin"):
        cottage(easel.pen("mid").moved(easel.across(0.66), horizon + 76, 1.9), chance, palette, 0.75)
    drift = land(easel, "near", easel.down(0.74), (white, mix(white, blue, 0.75)), 24)
    easel.pen("near").line([(x, y + 30) for x, y in drift[::5]], blue, 12, 0.3)
    prints = [(easel.across(0.5) + 26 * (-1) ** i + i * 3, easel.down(0.98) - i * 17) for i in range(11)]
    for i, (x, y) in enumerate(prints):
        easel.pen("near").ellipse((x, y), (11 - i * 0.7, 4.4 - i * 0.3), blue, 0.8)
    bare(
        easel.pen("near").moved(easel.across(0.12), easel.down(0.88)),
        chance,
        easel.down(0.5),
        mix(palette.ink, "#4a4048", 0.4),
    )
    return Stage(easel.down(0.83))


def desert(easel: Easel) -> Stage:
    """Paint dunes, each with a sunlit and a shaded side."""
    horizon, palette, chance = easel.down(0.54), easel.palette, easel.chance
    paint_sky(easel, horizon)
    for i in range(6):
        depth = 0.25 + i * 0.14
        layer = ("far", "far", "mid", "mid", "near", "near")[i]
        y = horizon + easel.down(0.005 + 0.062 * i)
        sand = palette.paint("#dfb275", depth)
        land(easel, layer, y, (sand, mix(sand, palette.ink, 0.1)), 10)
        _dune(easel, layer, (easel.across(chance.uniform(0.1, 0.9)), y), sand)
    if easel.words.has_any("oasis", "palm"):
        for share in (0.72, 0.78, 0.83):
            _palm(easel, (easel.across(share), easel.down(0.70)))
    rocks(easel, "near", easel.down(0.90), palette.paint("#a67c52"))
    return Stage(easel.down(0.82))


def cave(easel: Easel) -> Stage:
    """Paint the inside of a cave: rings of rock around a mouth of light."""
    palette, chance, canvas = easel.palette, easel.chance, easel.canvas
    rock_colour = palette.paint("#6d655e", 0.9)
    far = mix(palette.light, palette.sky[1], 0.5)
    pen = easel.pen("sky")
    pen.rect((0, 0), (canvas.width, canvas.height), rock_colour)
    centre = (easel.across(chance.uniform(0.44, 0.58)), easel.down(0.46))
    for i, layer in enumerate(("sky", "far", "far", "mid", "mid")):
        size = 1 - i * 0.19
        _ring(
            easel, layer, centre, size, mix(mix(rock_colour, palette.ink, 0.62), far, (i / 5) ** 1.5 * 0.75)
        )
    easel.pen("mid").glow(centre, canvas.reach * 0.5, far, 0.75)
    _ring(easel, "mid", centre, 0.16, far)
    floor = mix(rock_colour, palette.ink, 0.25)
    land(easel, "near", easel.down(0.74), (floor, mix(floor, palette.ink, 0.6)), 18)
    dark = mix(rock_colour, palette.ink, 0.72)
    for i in range(13):
        x, length = canvas.width * (i + chance.random()) / 13, chance.uniform(40, 170)
        half = chance.uniform(14, 34)
        easel.pen("near").polygon([(x - half, -5), (x + chance.uniform(-8, 8), length), (x + half, -5)], dark)
    _treasures(easel)
    rocks(easel, "near", easel.down(0.84), mix(rock_colour, palette.ink, 0.35))
    return Stage(easel.down(0.84))


def hill_road(easel: Easel, horizon: float, colour: str) -> None:
    """Wind a road from the foot of the picture to the horizon."""
    way = easel.palette.paint(colour, 0.85)
    far = mix(way, easel.palette.haze, 0.4)
    path(easel.pen("near"), (easel.across(0.45), easel.down(1.02)), (easel.across(0.56), horizon), (way, far))


def _peak(easel: Easel, layer: str, foot: Point, height: float, depth: float) -> None:
    palette, chance = easel.palette, easel.chance
    pen = easel.pen(layer).moved(*foot, height / 100)
    stone = palette.paint("#7d7f86", depth)
    base = mix(stone, palette.haze, 0.4)
    half = chance.uniform(80, 120)
    jag = [dy for _, dy in ridge(chance, 1, 7)[::8]]
    left = [(-half + half * i / 8, -100 * (i / 8) ** 1.2 + jag[i]) for i in range(8)]
    right = [(half * (i + 1) / 8, -100 * (1 - (i + 1) / 8) ** 1.2 + jag[i]) for i in range(8)]
    tip = (0.0, -100.0)
    spine = [(chance.uniform(-4, 10), -70), (chance.uniform(-10, 6), -45), (chance.uniform(0, 22), 0)]
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
        x, y = chance.uniform(-0.5, 0.5) * half, -chance.uniform(6, 46)
        runs.append([(x, y), (x + chance.uniform(2, 9), y + chance.uniform(9, 20))])
    pen.lines(runs, mix(stone, palette.ink, 0.4), 0.9, 0.35)


def _dune(easel: Easel, layer: str, crest: Point, sand: str) -> None:
    palette, chance = easel.palette, easel.chance
    pen = easel.pen(layer).moved(*crest, chance.uniform(1.2, 2.4), flip=palette.light_side < 0)
    pen.blob([(-210, 34), (-120, 8), (-40, -26), (0, -36), (70, -14), (210, 30), (0, 44)], sand)
    pen.blob(
        [(0, -36), (-34, -22), (-130, 12), (-210, 36), (-60, 40), (-12, 6)], mix(sand, palette.ink, 0.34), 0.8
    )
    pen.line([(0, -36), (-12, 4), (-58, 38)], mix(sand, palette.light, 0.5), 2.2, 0.7)


def _palm(easel: Easel, foot: Point) -> None:
    palette, chance = easel.palette, easel.chance
    pen = easel.pen("mid").moved(*foot, chance.uniform(1.3, 2.0))
    pen.limb([(0, 0), (6, -40), (16, -86)], [9, 7, 5], palette.paint("#6a4d34", 0.9))
    leaf = palette.paint("#4f7a45", 0.9)
    for turn in range(-160, 30, 24):
        tip = (16 + 48 * math.cos(math.radians(turn)), -86 + 34 * math.sin(math.radians(turn)) + 14)
        pen.blob(
            [(16, -86), ((16 + tip[0]) / 2, min(-86, tip[1]) - 8), tip, ((16 + tip[0]) / 2, tip[1] - 2)], leaf
        )


def _ring(easel: Easel, layer: str, centre: Point, size: float, colour: str) -> None:
    chance, canvas = easel.chance, easel.canvas
    points = []
    for i in range(15):
        angle = math.tau * i / 15
        away = size * chance.uniform(0.86, 1.12) * 0.56
        points.append(
            (
                centre[0] + math.cos(angle) * away * canvas.width * 0.95,
                centre[1] + math.sin(angle) * away * canvas.height,
            )
        )
    easel.pen(layer).polygon(points, colour)


def _treasures(easel: Easel) -> None:
    palette, chance, words = easel.palette, easel.chance, easel.words
    if not words.has_any("gem", "crystal", "treasure", "gold", "jewel", "diamond", "mine"):
        return
    for _ in range(22):
        x, y = easel.somewhere(), easel.down(chance.uniform(0.2, 0.9))
        colour = palette.skin(chance.choice(("#e8c55a", "#8fd0d8", "#d88ab0", "#b0e0a0")))
        pen = easel.pen("near").moved(x, y, chance.uniform(0.6, 1.6), turn=chance.uniform(-30, 30))
        pen.glow((0, 0), 24, colour, 0.5)
        pen.polygon([(-5, 0), (0, -12), (5, 0), (0, 5)], colour)
    for share in (0.1, 0.9):
        rock(
            easel.pen("near").moved(easel.across(share), easel.down(0.8)),
            chance,
            70,
            (palette.ink, palette.paint("#6d655e")),
        )
