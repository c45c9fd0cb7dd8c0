"""Where people live, seen from outside: village, cottage, street, market."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.houses import cottage, tower, town_house
from app.film.boards.scenery.land import far_hills, fence, grass, land, meadow
from app.film.boards.scenery.sky import paint_sky
from app.film.boards.scenery.trees import GREENS, bush, leafy, tree_line
from app.film.boards.settings.heights import hill_road


def village(scene: SceneCanvas) -> StandingArea:
    """Paint a village street: cottages on both sides, growing as they come nearer."""
    horizon, palette, rng = scene.down(0.54), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#7a9078")
    tree_line(scene, "far", horizon + 8, 0.28)
    meadow(scene, horizon + 6, "#84965a")
    hill_road(scene, horizon + 10, "#c4ab84")
    rows = (
        (0.36, 1.0, 0.02, "far"),
        (0.55, 1.3, 0.035, "mid"),
        (0.7, 1.9, 0.07, "mid"),
        (0.88, 2.7, 0.13, "near"),
    )
    for depth, scale, drop, layer in rows:
        spread = 0.05 + 0.24 * depth
        size = scale * min(1.0, scene.canvas.width / 1300)
        for side in (-1, 1):
            x = scene.across(0.5 + side * (spread + rng.uniform(0, 0.08))) - (100 * size if side < 0 else 0)
            at = scene.pen(layer).offset(x, horizon + scene.down(drop), size)
            cottage(at, rng, palette, depth)
            if rng.random() < 0.6:
                green = palette.paint(rng.choice(GREENS), depth)
                bush(at.offset(-20, 4), rng, 24, (green, mix(green, palette.light, 0.3)))
    fence(
        scene.pen("near").offset(scene.across(0.68), scene.down(0.80)),
        rng,
        scene.across(0.34),
        palette.paint("#6d543e"),
    )
    grass(scene, "near", scene.down(0.80), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 70)
    return StandingArea(scene.down(0.83))


def lone_cottage(scene: SceneCanvas) -> StandingArea:
    """Paint one cottage in its garden, the way leading to its door."""
    horizon, palette, rng = scene.down(0.55), scene.palette, scene.rng
    paint_sky(scene, horizon)
    far_hills(scene, horizon, "#6f8a6c")
    tree_line(scene, "far", horizon + 12, 0.34)
    meadow(scene, horizon + 8, "#7f985a")
    size = scene.canvas.reach / 250
    left = scene.across(0.66) - 50 * size
    green = palette.paint(rng.choice(GREENS), 0.8)
    leafy(
        scene.pen("mid").offset(left - 20 * size, scene.down(0.70)),
        rng,
        scene.down(0.5),
        (green, mix(green, palette.light, 0.3)),
    )
    cottage(scene.pen("mid").offset(left, scene.down(0.705), size), rng, palette, 0.9)
    for share in (-0.14, 0.16, 1.1):
        bush(
            scene.pen("mid").offset(left + 100 * size * share, scene.down(0.715)),
            rng,
            16 * size,
            (green, mix(green, palette.light, 0.35)),
        )
    hill_road(scene, scene.down(0.72), "#c9b48c")
    fence(scene.pen("near").offset(-20, scene.down(0.82)), rng, scene.across(0.34), palette.paint("#6d543e"))
    grass(scene, "near", scene.down(0.80), mix(palette.paint("#6d7f48"), palette.ink, 0.4), 90)
    return StandingArea(scene.down(0.84), middle=0.42)


def street(scene: SceneCanvas) -> StandingArea:
    """Paint a town street in perspective: gabled fronts, cobbles, lamps."""
    horizon, palette, rng = scene.down(0.52), scene.palette, scene.rng
    paint_sky(scene, horizon)
    _far_roofs(scene, horizon)
    stones = palette.paint("#9a9088", 0.9)
    land(scene, "mid", horizon + 30, (mix(stones, palette.haze, 0.3), mix(stones, palette.ink, 0.4)), 1)
    _cobbles(scene, horizon + 40, mix(stones, palette.ink, 0.45))
    for i, (layer, share, size) in enumerate((("far", 0.15, 0.42), ("mid", 0.24, 0.68), ("near", 0.42, 1.1))):
        foot = horizon + scene.down(0.05 + 0.11 * i)
        width, tall = 190 * size, scene.down(0.52) * size + 60
        for side in (-1, 1):
            for k in range(2):
                x = scene.across(0.5 + side * share) + (side * k * width * 1.02) - (width if side < 0 else 0)
                at = scene.pen(layer).offset(x, foot)
                town_house(at, rng, palette, (width, tall * rng.uniform(0.85, 1.1)))
    for share in (0.26, 0.75):
        _street_lamp(scene.pen("near").offset(scene.across(share), scene.down(0.80), 1.5), scene)
    return StandingArea(scene.down(0.84))


def market(scene: SceneCanvas) -> StandingArea:
    """Paint a market place: a street with striped stalls."""
    area = street(scene)
    palette, rng = scene.palette, scene.rng
    for share, hue in ((0.17, "#b8483a"), (0.84, "#3f6f8a")):
        pen = scene.pen("near").offset(scene.across(share), scene.down(0.80), scene.canvas.reach / 420)
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
            fruit = palette.paint(rng.choice(("#c8523a", "#d8a03a", "#7f9a48", "#b8783a")))
            pen.dot(rng.uniform(-52, 52), -44 - rng.uniform(0, 7), 6.5, fruit)
    return area


def _far_roofs(scene: SceneCanvas, horizon: float) -> None:
    palette, rng = scene.palette, scene.rng
    pen = scene.pen("far")
    for _ in range(24):
        x, width = scene.choose_across(), rng.uniform(40, 90)
        height = rng.uniform(50, 150)
        tone = palette.paint("#8a7a78", rng.uniform(0.15, 0.4))
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
        pen.offset(scene.across(0.52), horizon + 34),
        (46, 210),
        (palette.paint("#9a8f8a", 0.3), palette.paint("#6a6070", 0.35)),
        peaked=True,
    )


def _cobbles(scene: SceneCanvas, top: float, colour: str) -> None:
    pen, runs = scene.pen("mid"), []
    bottom = scene.canvas.height
    for i in range(120):
        share = (i / 119) ** 1.6
        y, x = top + (bottom - top) * share, scene.choose_across()
        size = 7 + 40 * share
        runs.append([(x, y), (x + size * 0.5, y - size * 0.14), (x + size, y)])
    pen.lines(runs, colour, 2.2, 0.45)


def _street_lamp(pen: Pen, scene: SceneCanvas) -> None:
    iron = mix(scene.palette.ink, "#3a3a40", 0.3)
    pen.rect((-2.5, -150), (5, 152), iron)
    lit = scene.palette.lamps_lit
    pen.polygon([(-9, -150), (9, -150), (12, -172), (-12, -172)], LAMPLIGHT if lit else scene.palette.haze)
    pen.polygon([(-14, -172), (0, -184), (14, -172)], iron)
    if lit:
        pen.glow((0, -160), 110, LAMPLIGHT, 0.6)
