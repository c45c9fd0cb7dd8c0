"""Sights of rock, earth, water and air."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.land import rock


def _rock(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    stone = scene.palette.paint("#857d74", depth)
    rock(pen, scene.rng, height, (stone, mix(stone, scene.palette.light, 0.3)))


def _cliff(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Raise a steep face of rock on the left of the pen's origin."""
    palette, rng = scene.palette, scene.rng
    stone = palette.paint("#8f8276", depth)
    edge = [(rng.uniform(-10, 14) + 26 * (i % 2), -height * i / 7) for i in range(8)]
    pen.polygon([(-900, 30), *[(x, y) for x, y in edge], (-900, -height * 1.06)], stone)
    pen.polygon(
        [(edge[0][0] - 30, 0), *edge, (edge[-1][0] - 60, edge[-1][1]), (-46, -height * 0.5)],
        mix(stone, palette.light, 0.3),
        0.6,
    )
    cracks = [[(-rng.uniform(20, 500), -height * rng.uniform(0.1, 0.9)) for _ in range(2)] for _ in range(3)]
    pen.lines([[a, (a[0] - 30, a[1] + 60)] for a, _ in cracks], mix(stone, palette.ink, 0.4), 3)
    green = palette.paint("#7a9050", depth)
    pen.blob(
        [
            (-900, -height * 1.05),
            (edge[-1][0] + 12, -height * 1.0),
            (edge[-1][0] - 20, -height * 1.1),
            (-500, -height * 1.16),
        ],
        green,
    )


def _waterfall(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, rng = scene.palette, scene.rng
    stone = palette.paint("#7d766e", depth)
    for side in (-1, 1):
        face = [
            (side * 40, 10),
            (side * 46, -height * 0.6),
            (side * 36, -height),
            (side * 150, -height * 1.12),
            (side * 420, -height * 0.96),
            (side * 640, 20),
        ]
        pen.polygon(face, mix(stone, palette.ink, 0.12 if side < 0 else 0.0))
        pen.polygon(
            [face[0], face[1], face[2], (side * 90, -height * 0.7)], mix(stone, palette.light, 0.3), 0.6
        )
        pen.blob(
            [
                (side * 36, -height * 0.98),
                (side * 150, -height * 1.16),
                (side * 420, -height * 1.02),
                (side * 300, -height * 0.93),
            ],
            palette.paint("#5f8a4a", depth),
        )
    water = mix(palette.paint("#a8d4e4", depth), "#ffffff", 0.35)
    pen.polygon([(-40, -height), (40, -height), (52, 10), (-52, 10)], water)
    runs = [
        [(x, -height * rng.uniform(0.6, 1.0)), (x * 1.15, -height * rng.uniform(0.0, 0.4))]
        for x in range(-36, 40, 8)
    ]
    pen.lines(runs, "#ffffff", 4, 0.8)
    pen.lines(
        [[(x + 4, -height * 0.9), (x + 5, -height * 0.2)] for x in range(-36, 36, 14)],
        palette.paint("#6aa4c0", depth),
        2.4,
        0.7,
    )
    for x in range(-70, 80, 24):
        pen.ellipse((x, 8), (26, 13), "#ffffff", 0.75)


def _cave_mouth(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    stone = palette.paint("#857a70", depth)
    pen.blob(
        [
            (-2.2 * height, 10),
            (-1.6 * height, -height * 1.1),
            (0, -1.9 * height),
            (1.7 * height, -height * 1.2),
            (2.3 * height, 10),
        ],
        stone,
    )
    pen.blob(
        [
            (-0.7 * height, 6),
            (-0.6 * height, -0.7 * height),
            (0, -height),
            (0.62 * height, -0.7 * height),
            (0.7 * height, 6),
        ],
        mix(palette.ink, stone, 0.12),
    )


def _ant_hill(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, rng = scene.palette, scene.rng
    earth = palette.paint("#a8744a", depth)
    pen.blob(
        [
            (-height * 1.3, 8),
            (-height * 0.8, -height * 0.6),
            (-height * 0.1, -height),
            (height * 0.6, -height * 0.7),
            (height * 1.3, 8),
        ],
        earth,
    )
    for _ in range(34):
        x, y = rng.uniform(-0.9, 0.9) * height, -rng.uniform(0.02, 0.6) * height
        pen.dot(x, y, rng.uniform(1.5, 3.5), mix(earth, palette.ink, 0.4))
    for x, y in ((-0.1, -0.6), (0.3, -0.34), (-0.4, -0.3)):
        pen.ellipse((x * height, y * height), (height * 0.09, height * 0.07), palette.ink)


def _cloud(pen: Pen, scene: SceneCanvas, height: float, _: float) -> None:
    white = mix(scene.palette.sky[2], "#ffffff", 0.25 if scene.palette.time == "night" else 0.75)
    shade = mix(white, scene.palette.sky[0], 0.22)
    for dx, dy, size in (
        (-1.5, 0, 0.5),
        (-0.7, -0.3, 0.7),
        (0.2, -0.45, 0.85),
        (1.0, -0.2, 0.65),
        (1.7, 0.05, 0.45),
    ):
        pen.ellipse((dx * height, dy * height + height * 0.12), (size * height, size * height * 0.62), shade)
        pen.ellipse((dx * height, dy * height), (size * height, size * height * 0.6), white)


ROCKS = {
    "rock": _rock,
    "cliff": _cliff,
    "waterfall": _waterfall,
    "cave mouth": _cave_mouth,
    "ant hill": _ant_hill,
    "cloud": _cloud,
}
