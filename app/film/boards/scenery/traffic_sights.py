"""Sights of traffic and building: cranes, shelters, pumps, trains, landers, ships."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.signs import letter


def _crane(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    yellow = scene.palette.paint("#e8b42e", depth)
    top = -height * 0.88
    runs: list[list[Point]] = [
        [(-14, 0), (-14, -height)],
        [(14, 0), (14, -height)],
        [(-height * 0.26, top), (height * 0.7, top)],
        [(-height * 0.26, top - 24), (height * 0.7, top - 10)],
    ]
    runs += [[(-14, -height * i / 14), (14, -height * (i + 1) / 14)] for i in range(13)]
    runs += [[(height * 0.05 * i, top), (height * 0.05 * (i + 1), top - 20)] for i in range(13)]
    runs += [
        [(0, -height * 1.06), (height * 0.6, top)],
        [(0, -height * 1.06), (-height * 0.24, top)],
        [(0, -height * 1.06), (0, top)],
    ]
    pen.lines(runs, yellow, 6)
    pen.rect((-height * 0.26, top), (60, 50), scene.palette.paint("#6a6a6a", depth))
    pen.lines([[(height * 0.52, top), (height * 0.52, top + height * 0.4)]], scene.palette.ink, 2.5)
    pen.rect((height * 0.52 - 34, top + height * 0.4), (68, 26), scene.palette.paint("#a8623e", depth))


def _scaffold(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Stand a half-built house behind poles and planks."""
    palette, half = scene.palette, height * 0.7
    pen.rect((-half, -height * 0.92), (half * 2, height * 0.92), palette.paint("#b8b0a4", depth))
    dark = mix(palette.ink, palette.paint("#8a8a88", depth), 0.35)
    for row in range(3):
        for column in range(4):
            pen.rect(
                (-half * 0.86 + column * half * 0.46, -height * (0.26 + row * 0.3)),
                (half * 0.28, height * 0.18),
                dark,
            )
    steel, plank = palette.paint("#8a929a", depth), palette.paint("#c89a5a", depth)
    pen.lines(
        [
            [(-half * 1.1 + half * 2.2 * i / 5, 0), (-half * 1.1 + half * 2.2 * i / 5, -height * 1.05)]
            for i in range(6)
        ],
        steel,
        6,
    )
    for row in range(1, 4):
        pen.rect((-half * 1.12, -height * 0.3 * row - 8), (half * 2.24, 10), plank)
        pen.lines(
            [[(-half * 1.1, -height * 0.3 * row - 50), (half * 1.1, -height * 0.3 * row - 50)]], steel, 3
        )


def _shelter(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Put up the shelter of a bus stop with its bench."""
    palette = scene.palette
    steel, half = palette.paint("#4f5a62", depth), height * 0.85
    glass = mix(palette.sky[1], "#ffffff", 0.4)
    pen.rect((-half, -height * 0.92), (half * 2, height * 0.8), glass, 0.4)
    pen.rect((-half * 0.7, -34), (half * 1.2, 7), palette.paint("#b8703e", depth))
    pen.lines([[(x, 0), (x, -height * 0.95)] for x in (-half, 0, half)], steel, 6)
    pen.lines([[(-half * 0.6, -30), (-half * 0.6, 0)], [(half * 0.4, -30), (half * 0.4, 0)]], steel, 5)
    pen.rect((-half * 1.1, -height), (half * 2.2, 13), steel)
    pen.rect((half * 0.58, -height * 0.82), (half * 0.34, height * 0.6), palette.paint("#e8b84a", depth))
    if palette.lamps_lit:
        pen.rect((-half, -height + 13), (half * 2, 5), "#fff4d0")
        pen.glow((0, -height * 0.7), half * 1.5, LAMPLIGHT, 0.35)


def _bus_sign(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    pen.rect((-3, -height), (6, height), palette.paint("#5a6068", depth))
    pen.dot(0, -height, 22, palette.paint("#f0c030", depth))
    pen.dot(0, -height, 17, palette.paint("#2f8a4a", depth))
    letter(pen.offset(0, -height), "BUS", 11, "#ffffff")


def _pump_roof(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Roof over the pumps of a petrol station."""
    palette, half = scene.palette, height * 1.5
    white, red = palette.paint("#f2f2ec", depth), palette.paint("#d8443a", depth)
    for x in (-half * 0.62, half * 0.62):
        pen.rect((x - 9, -height), (18, height), palette.paint("#c4c8ca", depth))
    pen.rect((-half, -height - 44), (half * 2, 50), white)
    pen.rect((-half, -height - 22), (half * 2, 16), red)
    for x in (-half * 0.4, 0.0, half * 0.4):
        pen.rect((x - 20, -84), (40, 84), red)
        pen.rect((x - 14, -76), (28, 22), "#1c2a30")
        pen.rect((x - 24, -90), (48, 8), white)
        pen.line([(x + 20, -60), (x + 34, -40), (x + 30, -14), (x + 22, -30)], palette.ink, 3.4)
    if palette.lamps_lit:
        pen.glow((0, -height * 0.7), half * 1.1, "#f6f8e8", 0.5)


def _train(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Stand a train at the platform, wider than the picture."""
    palette = scene.palette
    body, trim = palette.paint("#3f7a8a", depth), palette.paint("#e8d8a8", depth)
    pen.rect((-1400, -height), (1900, height * 0.86), body)
    pen.rect((-1400, -height * 0.36), (1900, height * 0.06), trim)
    pen.polygon([(500, -height), (560, -height * 0.8), (580, -height * 0.14), (500, -height * 0.14)], body)
    pane = LAMPLIGHT if palette.lamps_lit else mix(palette.ink, palette.sky[1], 0.5)
    for i in range(17):
        x = -1390 + 110 * i
        if i % 5 == 3:
            pen.rect((x + 8, -height * 0.92), (64, height * 0.76), mix(body, palette.ink, 0.3))
            pen.rect((x + 18, -height * 0.84), (44, height * 0.34), pane)
        else:
            pen.rect((x, -height * 0.82), (88, height * 0.36), pane)
    pen.lines([[(x, -6), (x + 70, -6)] for x in range(-1380, 500, 150)], palette.ink, 16)


def _platform_roof(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    iron = palette.paint("#4f6a60", depth)
    for x in (-760, -380, 0, 380, 760):
        pen.rect((x - 6, -height), (12, height), iron)
        pen.lines(
            [[(x, -height * 0.82), (x - 60, -height)], [(x, -height * 0.82), (x + 60, -height)]], iron, 7
        )
    pen.rect((-1500, -height - 30), (3000, 34), mix(iron, palette.ink, 0.2))
    pen.lines([[(x, -height + 4), (x, -height + 20)] for x in range(-1500, 1500, 24)], iron, 9)


def _station_clock(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    pen.rect((-4, -height), (8, height), palette.paint("#3a4a48", depth))
    pen.dot(0, -height, 30, palette.paint("#3a4a48", depth))
    pen.dot(0, -height, 25, "#f8f2dc" if palette.lamps_lit else palette.paint("#f8f4e4", depth))
    pen.lines([[(0, -height), (0, -height - 18)], [(0, -height), (13, -height + 4)]], palette.ink, 3.4)


def _lander(pen: Pen, scene: SceneCanvas, height: float, _: float) -> None:
    """Stand a lunar lander on its legs."""
    palette = scene.palette
    white, gold, dark = palette.skin("#e4e6ea"), palette.skin("#c89a3a"), palette.ink
    pen.lines(
        [
            [(-height * 0.24, -height * 0.4), (-height * 0.5, 0)],
            [(height * 0.24, -height * 0.4), (height * 0.5, 0)],
        ],
        gold,
        height * 0.04,
    )
    for x in (-0.5, 0.5):
        pen.ellipse((height * x, 0), (height * 0.1, height * 0.03), gold)
    pen.polygon(
        [
            (-height * 0.32, -height * 0.24),
            (height * 0.32, -height * 0.24),
            (height * 0.34, -height * 0.48),
            (-height * 0.34, -height * 0.48),
        ],
        gold,
    )
    pen.polygon(
        [
            (-height * 0.26, -height * 0.48),
            (height * 0.26, -height * 0.48),
            (height * 0.3, -height * 0.74),
            (height * 0.12, -height * 0.94),
            (-height * 0.12, -height * 0.94),
            (-height * 0.3, -height * 0.74),
        ],
        white,
    )
    pen.dot(0, -height * 0.7, height * 0.09, dark)
    pen.line([(0, -height * 0.94), (0, -height * 1.1)], white, height * 0.02)


def _moored_ship(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Moor a ship with masts and furled sails; its deck is 0.3 of the height up."""
    palette = scene.palette
    wood, cloth = palette.paint("#7a5236", depth), palette.paint("#efe6d0", depth)
    half = height * 0.62
    pen.blob(
        [
            (-half, -height * 0.3),
            (-half * 0.86, -height * 0.02),
            (0, height * 0.03),
            (half * 0.82, -height * 0.02),
            (half * 1.1, -height * 0.34),
            (half * 0.4, -height * 0.2),
            (-half * 0.5, -height * 0.2),
        ],
        wood,
    )
    for x, tall in ((-half * 0.42, 0.86), (half * 0.16, 1.0), (half * 0.6, 0.74)):
        pen.rect((x - 4, -height * tall), (8, height * (tall - 0.18)), mix(wood, palette.ink, 0.3))
        for y in (tall - 0.08, tall - 0.32):
            pen.blob(
                [
                    (x - half * 0.26, -height * y),
                    (x + half * 0.26, -height * y),
                    (x + half * 0.22, -height * (y - 0.17)),
                    (x, -height * (y - 0.13)),
                    (x - half * 0.22, -height * (y - 0.17)),
                ],
                cloth,
            )
    pen.lines(
        [
            [(-half, -height * 0.3), (-half * 0.42, -height * 0.84)],
            [(half * 1.1, -height * 0.34), (half * 0.6, -height * 0.72)],
        ],
        palette.ink,
        2,
    )


TRAFFIC = {
    "crane": _crane,
    "scaffold": _scaffold,
    "shelter": _shelter,
    "bus sign": _bus_sign,
    "pump roof": _pump_roof,
    "train": _train,
    "platform roof": _platform_roof,
    "station clock": _station_clock,
    "lander": _lander,
    "moored ship": _moored_ship,
}
