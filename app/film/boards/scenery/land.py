"""Ground: ridges, hills, meadows, paths, grass, rocks, water."""

from random import Random

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas


def ridge(rng: Random, width: float, rise: float, roughness: float = 0.55) -> list[Point]:
    """Draw a skyline by midpoint displacement: heights within about ±rise around zero."""
    count = 64
    heights = [0.0] * (count + 1)
    heights[0], heights[count] = rng.uniform(-1, 1), rng.uniform(-1, 1)
    step, share = count, 1.0
    while step > 1:
        half = step // 2
        for i in range(half, count, step):
            heights[i] = (heights[i - half] + heights[i + half]) / 2 + rng.uniform(-1, 1) * share
        step, share = half, share * roughness
    return [(width * i / count, -rise * height) for i, height in enumerate(heights)]


def land(scene: SceneCanvas, layer: str, y: float, colours: tuple[str, str], rise: float = 14) -> list[Point]:
    """Fill the ground below a gentle skyline at y; gives back the skyline."""
    pen, canvas = scene.pen(layer), scene.canvas
    line = [(x, y + dy) for x, dy in ridge(scene.rng, canvas.width, rise, 0.42)]
    fade = pen.fade((0, y - rise), (0, y + canvas.height * 0.28), (0.0, colours[0]), (1.0, colours[1]))
    pen.polygon([*line, (canvas.width, canvas.height), (0, canvas.height)], fade)
    return line


def far_hills(scene: SceneCanvas, horizon: float, colour: str) -> None:
    """Stand two or three faint hills behind the horizon."""
    for i, depth in enumerate((0.12, 0.26, 0.4)):
        tone = scene.palette.paint(colour, depth)
        top = horizon - (0.085 - 0.033 * i) * scene.canvas.height
        land(scene, "far", top, (tone, mix(tone, scene.palette.haze, 0.35)), 34 - 8 * i)


def grass(scene: SceneCanvas, layer: str, y: float, colour: str, count: int = 90) -> None:
    """Scatter blades of grass from y down."""
    pen, rng = scene.pen(layer), scene.rng
    runs = []
    for _ in range(count):
        x, foot = scene.choose_across(), y + rng.uniform(0, scene.canvas.height - y)
        height = rng.uniform(10, 18) + (foot - y) * 0.14
        lean = rng.uniform(-0.45, 0.45) * height
        runs.append([(x, foot), (x + lean * 0.4, foot - height * 0.6), (x + lean, foot - height)])
    pen.lines(runs, colour, 2.4, 0.75)


def flowers(scene: SceneCanvas, y: float, colours: tuple[str, ...]) -> None:
    """Dot the near ground with flowers."""
    pen, rng = scene.pen("near"), scene.rng
    for _ in range(70):
        x, foot = scene.choose_across(), y + rng.uniform(0, scene.canvas.height - y)
        size = 2.2 + (foot - y) * 0.02
        pen.dot(x, foot, size * rng.uniform(0.7, 1.4), rng.choice(colours), 0.9)


def rock(pen: Pen, rng: Random, size: float, colours: tuple[str, str]) -> None:
    """Set a rock at the pen's origin, lit on its right side."""
    top = [
        (-size, 0), (-size * 0.86, -size * rng.uniform(0.3, 0.5)),
        (-size * 0.3, -size * rng.uniform(0.55, 0.8)), (size * 0.35, -size * rng.uniform(0.5, 0.72)),
        (size * 0.85, -size * rng.uniform(0.2, 0.4)), (size * 1.05, 0),
    ]  # fmt: skip
    pen.polygon([*top, (size, size * 0.12), (-size * 0.9, size * 0.1)], colours[0])
    pen.polygon([top[2], top[3], top[4], (size * 0.3, -size * 0.1)], colours[1], 0.8)


def rocks(scene: SceneCanvas, layer: str, y: float, colour: str) -> None:
    """Strew a handful of rocks along a line, leaving the middle free."""
    rng, palette = scene.rng, scene.palette
    for i in range(7):
        share = rng.uniform(0.0, 0.3) if i % 2 else rng.uniform(0.7, 1.0)
        at = scene.pen(layer).offset(scene.across(share), y + rng.uniform(-10, 60))
        rock(at, rng, rng.uniform(18, 62), (colour, mix(colour, palette.light, 0.3)))


def waves(scene: SceneCanvas, layer: str, span: tuple[float, float], colours: tuple[str, str]) -> None:
    """Stroke crests over water between two heights: dark troughs and a light line on each."""
    pen, rng = scene.pen(layer), scene.rng
    top, bottom = span
    for i in range(34):
        share = (i / 33) ** 1.5
        y = top + (bottom - top) * share + 4
        length = 40 + 190 * share * rng.uniform(0.5, 1.3)
        x = scene.choose_across()
        swell = 2 + 9 * share
        crest = [
            (x - length, y),
            (x - length * 0.4, y - swell),
            (x + length * 0.2, y),
            (x + length, y - swell * 0.4),
        ]
        pen.line(crest, colours[i % 2], 1.2 + 2.6 * share, 0.55)
