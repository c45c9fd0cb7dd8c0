"""Sights of leisure: stands, pools, tents, wheels, cages."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas


def _stand(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Raise a stadium's stand full of people, with floodlights."""
    palette, rng, half = scene.palette, scene.rng, 1500.0
    pen.polygon([(-half, 0), (-half, -height), (half, -height), (half, 0)], palette.paint("#8a929c", depth))
    rows = 9
    for row in range(rows):
        y = -height * (0.14 + 0.78 * row / rows)
        pen.lines([[(-half, y), (half, y)]], palette.paint("#6a727c", depth), 3)
        for colour in ("#d8584a", "#4a78b8", "#e8c25a", "#f0ece0"):
            spots = [[(x, y - 13), (x, y - 19)] for x in (rng.uniform(-half, half) for _ in range(46))]
            pen.lines(spots, palette.paint(colour, depth), 13)
    pen.rect((-half, -height - 26), (half * 2, 30), palette.paint("#e4e8ea", depth))
    pen.rect((-half, -20), (half * 2, 22), palette.paint("#c8483e", depth))
    for x in (-560, 560):
        pen.rect((x - 5, -height * 1.75), (10, height * 0.8), palette.paint("#5a6068", depth))
        pen.rect((x - 46, -height * 1.9), (92, 50), palette.paint("#f4f4ea", depth))
        if palette.lamps_lit:
            pen.glow((x, -height * 1.86), 330, "#f4f8ff", 0.7)


def _goal(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    white, half = scene.palette.paint("#f6f6f0", depth), height * 1.5
    net = [[(-half + half * 2 * i / 12, 0), (-half + half * 2 * i / 12, -height)] for i in range(13)]
    net += [[(-half, -height * i / 5), (half, -height * i / 5)] for i in range(5)]
    pen.lines(net, white, 1.2, 0.6)
    pen.lines(
        [[(-half, 0), (-half, -height)], [(-half, -height), (half, -height)], [(half, -height), (half, 0)]],
        white,
        6,
    )


def _big_top(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Pitch a circus tent in stripes, with flags."""
    palette, half = scene.palette, height * 1.05
    red, white = palette.paint("#c8443c", depth), palette.paint("#f4e8d0", depth)
    for i in range(10):
        x, step = -half + half * 2 * i / 10, half * 2 / 10
        tone = red if i % 2 else white
        pen.polygon(
            [
                (x, -height * 0.36),
                (x + step, -height * 0.36),
                (x * 0.06 + step * 0.06, -height),
                (x * 0.06, -height),
            ],
            tone,
        )
        pen.rect((x * 0.96, -height * 0.37), (step * 0.97, height * 0.37), white if i % 2 else red)
        pen.ellipse((x + step / 2, -height * 0.36), (step / 2, height * 0.045), tone)
    pen.polygon([(-height * 0.12, 0), (0, -height * 0.33), (height * 0.12, 0)], palette.ink)
    pen.line([(0, -height), (0, -height * 1.14)], palette.paint("#6a4a30", depth), 5)
    pen.polygon(
        [(0, -height * 1.14), (height * 0.14, -height * 1.1), (0, -height * 1.06)],
        palette.paint("#e8b83a", depth),
    )


def _ferris_wheel(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, radius = scene.palette, height * 0.44
    steel = palette.paint("#8a94a4", depth)
    centre = -height * 0.54
    pen.lines([[(-height * 0.22, 0), (0, centre)], [(height * 0.22, 0), (0, centre)]], steel, 9)
    spots = [
        (radius * c, centre + radius * s)
        for c, s in (
            (1, 0),
            (0.71, 0.71),
            (0, 1),
            (-0.71, 0.71),
            (-1, 0),
            (-0.71, -0.71),
            (0, -1),
            (0.71, -0.71),
        )
    ]
    pen.lines([[(0, centre), spot] for spot in spots], steel, 4)
    pen.line([*spots, spots[0]], steel, 7)
    for i, (x, y) in enumerate(spots):
        pen.rect(
            (x - 13, y), (26, 24), palette.paint(("#d8584a", "#e8b83a", "#4a8ab8", "#6aa85a")[i % 4], depth)
        )


def _pool(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Sink a pool with lanes into the ground; `height` is how deep it reaches into the picture."""
    palette = scene.palette
    water = mix(palette.paint("#4ab4d4", depth), palette.sky[1], 0.15)
    rim = palette.paint("#f0ece0", depth)
    pen.polygon([(-430, -height), (430, -height), (640, 0), (-640, 0)], rim)
    pen.polygon(
        [(-412, -height * 0.95), (412, -height * 0.95), (606, -height * 0.06), (-606, -height * 0.06)], water
    )
    for i in range(1, 5):
        far, near = -412 + 824 * i / 5, -606 + 1212 * i / 5
        pen.lines(
            [[(far, -height * 0.95), (near, -height * 0.06)]],
            palette.paint("#d8584a" if i % 2 else "#f4f4ee", depth),
            5,
        )
    runs = [
        [(x, y), (x + 40, y)]
        for x, y in (
            (scene.rng.uniform(-430, 400), -height * scene.rng.uniform(0.12, 0.88)) for _ in range(22)
        )
    ]
    pen.lines(runs, mix(water, "#ffffff", 0.6), 3, 0.8)
    steel = palette.paint("#c8d0d4", depth)
    for x in (-560, -520):
        pen.line([(x, 6), (x, -56), (x + 22, -66), (x + 34, -30)], steel, 6)


def _cages(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Bar the pens of a zoo, with trees and a board."""
    palette = scene.palette
    pen.rect((-230, -height * 0.94), (460, height * 0.94), palette.paint("#8f8a70", depth))
    pen.blob(
        [(-200, 0), (-160, -height * 0.4), (-60, -height * 0.5), (20, 0)], palette.paint("#a09484", depth)
    )
    pen.ellipse((130, -height * 0.5), (60, 46), palette.paint("#5f8a4a", depth))
    iron = mix(palette.ink, palette.paint("#5a6460", depth), 0.6)
    runs = [[(-230 + 24 * i, 0), (-230 + 24 * i, -height)] for i in range(20)]
    runs += [[(-236, -height * y), (236, -height * y)] for y in (0.03, 0.5, 1.0)]
    pen.lines(runs, iron, 4)


LEISURE = {
    "stand": _stand,
    "goal": _goal,
    "big top": _big_top,
    "ferris wheel": _ferris_wheel,
    "pool": _pool,
    "cages": _cages,
}
