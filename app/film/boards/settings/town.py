"""Where people live, seen from outside: village, cottage, street, market."""

from app.film.boards.bricks.houses import cottage, tower, town_house
from app.film.boards.bricks.land import far_hills, fence, grass, land, meadow
from app.film.boards.bricks.sky import paint_sky
from app.film.boards.bricks.trees import GREENS, bush, leafy, tree_line
from app.film.boards.colour import mix
from app.film.boards.easel import Easel, Stage
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.settings.heights import hill_road


def village(easel: Easel) -> Stage:
    """Paint a village street: cottages on both sides, growing as they come nearer."""
    horizon, palette, chance = easel.down(0.54), easel.palette, easel.chance
    paint_sky(easel, horizon)
    far_hills(easel, horizon, "#7a9078")
    tree_line(easel, "far", horizon + 8, 0.28)
    meadow(easel, horizon + 6, "#84965a")
    hill_road(easel, horizon + 10, "#c4ab84")
    rows = (
        (0.36, 1.0, 0.02, "far"),
        (0.55, 1.3, 0.035, "mid"),
        (0.7, 1.9, 0.07, "mid"),
        (0.88, 2.7, 0.13, "near"),
    )
    for depth, scale, drop, layer in rows:
        spread = 0.05 + 0.24 * depth
        size = scale * min(1.0, easel.canvas.width / 1300)
        for side in (-1, 1):
            x = easel.across(0.5 + side * (spread + chance.uniform(0, 0.08))) - (
                100 * size if side < 0 else 0
            )
            at = easel.pen(layer).moved(x, horizon + easel.down(drop), size)
            cottage(at, chance, palette, depth)
            if chance.random() < 0.6:
                green = palette.paint(chance.choice(GREENS), depth)
                bush(at.moved(-20, 4), chance, 24, (green, mix(green, palette.light, 0.3)))
    fence(
        easel.pen("near").moved(easel.across(0.68), easel.down(0.80)),
        chance,
        easel.across(0.34),
        palette.paint("#6d543e"),
    )
    grass(easel, "near", easel.down(0.80), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 70)
    return Stage(easel.down(0.83))


def lone_cottage(easel: Easel) -> Stage:
    """Paint one cottage in its garden, the way leading to its door."""
    horizon, palette, chance = easel.down(0.55), easel.palette, easel.chance
    paint_sky(easel, horizon)
    far_hills(easel, horizon, "#6f8a6c")
    tree_line(easel, "far", horizon + 12, 0.34)
    meadow(easel, horizon + 8, "#7f985a")
    size = easel.canvas.reach / 250
    left = easel.across(0.66) - 50 * size
    green = palette.paint(chance.choice(GREENS), 0.8)
    leafy(
        easel.pen("mid").moved(left - 20 * size, easel.down(0.70)),
        chance,
        easel.down(0.5),
        (green, mix(green, palette.light, 0.3)),
    )
    cottage(easel.pen("mid").moved(left, easel.down(0.705), size), chance, palette, 0.9)
    for share in (-0.14, 0.16, 1.1):
        bush(
            easel.pen("mid").moved(left + 100 * size * share, easel.down(0.715)),
            chance,
            16 * size,
            (green, mix(green, palette.light, 0.35)),
        )
    hill_road(easel, easel.down(0.72), "#c9b48c")
    fence(
        easel.pen("near").moved(-20, easel.down(0.82)), chance, easel.across(0.34), palette.paint("#6d543e")
    )
    grass(easel, "near", easel.down(0.80), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 90)
    return Stage(easel.down(0.84), middle=0.42)


def street(easel: Easel) -> Stage:
    """Paint a town street in perspective: gabled fronts, cobbles, lamps."""
    horizon, palette, chance = easel.down(0.52), easel.palette, easel.chance
    paint_sky(easel, horizon)
    _far_roofs(easel, horizon)
    stones = palette.paint("#9a9088", 0.9)
    land(easel, "mid", horizon + 30, (mix(stones, palette.haze, 0.3), mix(stones, palette.ink, 0.4)), 1)
    _cobbles(easel, horizon + 40, mix(stones, palette.ink, 0.45))
    for i, (layer, share, size) in enumerate((("far", 0.15, 0.42), ("mid", 0.24, 0.68), ("near", 0.42, 1.1))):
        foot = horizon + easel.down(0.05 + 0.11 * i)
        width, tall = 190 * size, easel.down(0.52) * size + 60
        for side in (-1, 1):
            for k in range(2):
                x = easel.across(0.5 + side * share) + (side * k * width * 1.02) - (width if side < 0 else 0)
                at = easel.pen(layer).moved(x, foot)
                town_house(at, chance, palette, (width, tall * chance.uniform(0.85, 1.1)))
    for share in (0.26, 0.75):
        _street_lamp(easel.pen("near").moved(easel.across(share), easel.down(0.80), 1.5), easel)
    return Stage(easel.down(0.84))


def market(easel: Easel) -> Stage:
    """Paint a market place: a street with striped stalls."""
    stage = street(easel)
    palette, chance = easel.palette, easel.chance
    for share, hue in ((0.17, "#b8483a"), (0.84, "#3f6f8a")):
        pen = easel.pen("near").moved(easel.across(share), easel.down(0.80), easel.canvas.reach / 420)
        wood, cloth = palette.paint("#7a5a3e"), palette.paint(hue)
        for x in (-58, 54):
            pen.rect((x, -92), (5, 96), wood)
        pen.rect((-62, -36), (124, 36), mix(wood, palette.ink, 0.25))
        pen.rect((-66, -40), (132, 7), wood)
        for i in range(8):
            stripe = cloth if i % 2 else palette.paint("#eee2cc")
            x = -72 + i * 18
            pen.polygon([(x + 6, -118), (x + 21, -118), (x + 18, -88), (x, -88)], stripe)
            pen.ellipse((x + 9, -88), (9, 6), stripe)
        for _ in range(16):
            fruit = palette.paint(chance.choice(("#c8523a", "#d8a03a", "#7f9a48", "#b8783a")))
            pen.dot(chance.uniform(-52, 52), -44 - chance.uniform(0, 7), 6.5, fruit)
    return stage


def _far_roofs(easel: Easel, horizon: float) -> None:
    palette, chance = easel.palette, easel.chance
    pen = easel.pen("far")
    for _ in range(24):
        x, width = easel.somewhere(), chance.uniform(40, 90)
        height = chance.uniform(50, 150)
        tone = palette.paint("#8a7a78", chance.uniform(0.15, 0.4))
        top = horizon + 34 - height
        pen.polygon(
            [
                (x, horizon + 34),
                (x, top),
                (x + width / 2, top - width * 0.5),
                (x + width, top),
                (x + width, horizon + 34),
            ],
            tone,
        )
    tower(
        pen.moved(easel.across(0.52), horizon + 34),
        (46, 210),
        (palette.paint("#9a8f8a", 0.3), palette.paint("#6a6070", 0.35)),
        peaked=True,
    )


def _cobbles(easel: Easel, top: float, colour: str) -> None:
    pen, runs = easel.pen("mid"), []
    bottom = easel.canvas.height
    for i in range(120):
        share = (i / 119) ** 1.6
        y, x = top + (bottom - top) * share, easel.somewhere()
        size = 7 + 40 * share
        runs.append([(x, y), (x + size * 0.5, y - size * 0.14), (x + size, y)])
    pen.lines(runs, colour, 2.2, 0.45)


def _street_lamp(pen: Pen, easel: Easel) -> None:
    iron = mix(easel.palette.ink, "#3a3a40", 0.3)
    pen.rect((-2.5, -150), (5, 152), iron)
    lit = easel.palette.lamps_lit
    pen.polygon([(-9, -150), (9, -150), (12, -172), (-12, -172)], LAMPLIGHT if lit else easel.palette.haze)
    pen.polygon([(-14, -172), (0, -184), (14, -172)], iron)
    if lit:
        pen.glow((0, -160), 110, LAMPLIGHT, 0.6)
