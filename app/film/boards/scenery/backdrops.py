"""What stands on the horizon of open sets: hills, mountains, woods, roofs, towers, the sea."""

from collections.abc import Callable

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.land import far_hills, waves
from app.film.boards.scenery.peaks import raise_peaks
from app.film.boards.scenery.trees import AUTUMN, GREENS, fir, leafy, tree_line
from app.vocabulary.places import Feature


def paint_backdrop(scene: SceneCanvas, horizon: float, kind: str) -> None:
    """Stand a backdrop on the horizon."""
    _BACKDROPS[kind](scene, horizon)


def _hills(scene: SceneCanvas, horizon: float) -> None:
    far_hills(scene, horizon + 6, "#7a9a74")


def _dry_hills(scene: SceneCanvas, horizon: float) -> None:
    far_hills(scene, horizon + 6, "#c09a68")


def _mountains(scene: SceneCanvas, horizon: float) -> None:
    raise_peaks(scene, horizon + 8, (0.22, 0.5), 0.30)


def _trees(scene: SceneCanvas, horizon: float) -> None:
    tree_line(scene, "far", horizon + 10, 0.34)


def _wood(scene: SceneCanvas, horizon: float) -> None:
    """Stand a dense wood before the horizon."""
    palette, rng = scene.palette, scene.rng
    greens = AUTUMN if Feature.AUTUMN in scene.features else GREENS
    grow = fir if Feature.CONIFERS in scene.features else leafy
    for depth, height, count in ((0.25, 0.30, 15), (0.5, 0.36, 11)):
        for i in range(count):
            green = palette.paint(mix(rng.choice(greens), "#2f4a3a", 0.25), depth)
            x = scene.across((i + rng.uniform(0.2, 0.8)) / count)
            at = scene.pen("far").offset(x, horizon + 14 * depth + rng.uniform(0, 8))
            grow(
                at, rng, scene.down(height) * rng.uniform(0.8, 1.15), (green, mix(green, palette.light, 0.3))
            )


def _palms(scene: SceneCanvas, horizon: float) -> None:
    """Stand a wall of tropical leaves before the horizon."""
    palette, rng, pen = scene.palette, scene.rng, scene.pen("far")
    for depth, count, height in ((0.3, 16, 0.42), (0.6, 13, 0.3)):
        for i in range(count):
            x, tall = scene.across((i + rng.random()) / count), scene.down(height) * rng.uniform(0.6, 1.1)
            green = palette.paint(rng.choice(("#3f7a4a", "#5a9448", "#2f6a50")), depth)
            foot = horizon + 26
            pen.line([(x, foot), (x + rng.uniform(-14, 14), foot - tall)], palette.paint("#5f5238", depth), 8)
            for side in (-1.0, -0.6, 0.6, 1.0):
                tip = (x + side * tall * 0.36, foot - tall * rng.uniform(0.72, 1.06))
                pen.blob(
                    [
                        (x, foot - tall),
                        ((x + tip[0]) / 2, min(tip[1], foot - tall) - tall * 0.1),
                        tip,
                        ((x + tip[0]) / 2, tip[1] - 2),
                    ],
                    green,
                )
    far_hills(scene, horizon + 40, "#3f7048")


def _town(scene: SceneCanvas, horizon: float) -> None:
    _stack(scene, horizon, (70, 150), (50, 84), gabled=True)


def _roofs(scene: SceneCanvas, horizon: float) -> None:
    for drop, tall in ((0.06, (60, 110)), (0.16, (110, 170)), (0.28, (130, 200))):
        _stack(scene, horizon + scene.down(drop), tall, (70, 120), gabled=True)


def _skyline(scene: SceneCanvas, horizon: float) -> None:
    _stack(scene, horizon, (110, 330), (46, 92), gabled=False)


def _stack(scene: SceneCanvas, foot: float, tall: Point, wide: Point, *, gabled: bool) -> None:
    palette, rng, pen = scene.palette, scene.rng, scene.pen("far")
    colours = ("#a08a84", "#8a7a80", "#94807a") if gabled else ("#8ea2b0", "#7c909e", "#a0aab0", "#6f8496")
    lights: list[list[Point]] = []
    for depth in (0.2, 0.42):
        x = -rng.uniform(0, 60)
        while x < scene.canvas.width:
            width, height = rng.uniform(*wide), rng.uniform(*tall) * (1.15 - depth * 0.5)
            roof = [(x + width / 2, foot - height - width * 0.5)] if gabled else []
            tone = palette.paint(rng.choice(colours), depth)
            pen.polygon(
                [(x, foot + 6), (x, foot - height), *roof, (x + width, foot - height), (x + width, foot + 6)],
                tone,
            )
            for row in range(1, int(height / 22)):
                lights += [
                    [
                        (x + 11 * column, foot - height + row * 22),
                        (x + 11 * column, foot - height + row * 22 + 6),
                    ]
                    for column in range(1, int(width / 11))
                    if rng.random() < 0.28
                ]
            x += width * rng.uniform(0.95, 1.3)
    lit = mix(LAMPLIGHT, palette.haze, 0.2) if palette.lamps_lit else mix(palette.haze, palette.light, 0.35)
    pen.lines(lights, lit, 4, 0.75 if palette.lamps_lit else 0.4)


def _sea(scene: SceneCanvas, horizon: float) -> None:
    palette, pen = scene.palette, scene.pen("far")
    water = mix(palette.paint("#4a8aa4", 0.75), palette.sky[1], 0.25)
    pen.rect((0, horizon), (scene.canvas.width, scene.down(0.2)), water)
    waves(
        scene,
        "far",
        (horizon, horizon + scene.down(0.16)),
        (mix(water, palette.light, 0.45), mix(water, palette.ink, 0.3)),
    )


def _wall(scene: SceneCanvas, horizon: float) -> None:
    """Run an old wall along the ground, with bushes over it."""
    palette, pen = scene.palette, scene.pen("mid")
    tree_line(scene, "far", horizon - 6, 0.4)
    brick = palette.paint("#b88870", 0.7)
    top, height = horizon - scene.down(0.045), scene.down(0.085)
    pen.rect((0, top), (scene.canvas.width, height), brick)
    pen.rect((0, top - 5), (scene.canvas.width, 9), mix(brick, palette.light, 0.25))
    pen.lines(
        [[(0, top + height * i / 5), (scene.canvas.width, top + height * i / 5)] for i in range(1, 5)],
        mix(brick, palette.ink, 0.3),
        1.4,
        0.5,
    )


def _space(scene: SceneCanvas, horizon: float) -> None:
    """Fill the sky with stars and hang the earth in it."""
    rng, pen, width = scene.rng, scene.pen("sky"), scene.canvas.width
    pen.rect(
        (0, 0),
        (width, horizon + scene.down(0.1)),
        pen.fade((0, 0), (0, horizon), (0.0, "#05070f"), (1.0, "#141a34")),
    )
    for _ in range(130):
        pen.dot(
            scene.choose_across(),
            rng.uniform(0, horizon),
            rng.choice((0.9, 1.2, 1.8, 2.6)),
            "#ffffff",
            rng.uniform(0.4, 1),
        )
    x, y, size = width * 0.72, scene.down(0.27), scene.canvas.reach * 0.085
    pen.glow((x, y), size * 2.2, "#6fb4ee", 0.5)
    pen.dot(x, y, size, "#3f7fc8")
    for dx, dy, rx, ry in ((-0.35, -0.3, 0.4, 0.24), (0.3, 0.1, 0.36, 0.3), (-0.2, 0.55, 0.3, 0.16)):
        pen.ellipse((x + dx * size, y + dy * size), (rx * size, ry * size), "#6fae6a")
    pen.ellipse((x - size * 0.1, y - size * 0.05), (size * 0.7, size * 0.09), "#ffffff", 0.7, turn=-14)


_BACKDROPS: dict[str, Callable[[SceneCanvas, float], None]] = {
    "hills": _hills,
    "dry hills": _dry_hills,
    "mountains": _mountains,
    "trees": _trees,
    "wood": _wood,
    "palms": _palms,
    "town": _town,
    "roofs": _roofs,
    "skyline": _skyline,
    "sea": _sea,
    "wall": _wall,
    "space": _space,
}
