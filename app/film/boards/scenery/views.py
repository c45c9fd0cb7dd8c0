"""What is seen through a window, within its pane."""

from collections.abc import Callable
from random import Random

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT, Palette
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.land import ridge
from app.vocabulary.light import Weather


def paint_view(pen: Pen, scene: SceneCanvas, kind: str, size: Point) -> None:
    """Fill a pane that stands on the pen's origin, its middle, with sky and what lies under it."""
    (width, height), palette = size, scene.palette
    high, middle, low = palette.sky
    wash = pen.fade((0, -height), (0, 0), (0.0, high), (0.6, middle), (1.0, low))
    pen.rect((-width / 2, -height), size, wash)
    is_clear = scene.weather in (None, Weather.WIND)
    if palette.time == "night" and is_clear and kind not in _CLOSED:
        for _ in range(max(3, int(width / 12))):
            x, y = scene.rng.uniform(-0.48, 0.48) * width, -height * scene.rng.uniform(0.4, 0.97)
            pen.dot(x, y, scene.rng.uniform(0.4, 0.9), "#ffffff", 0.9)
        moon = min(width, height) * 0.11
        pen.dot(width * 0.26, -height * 0.76, moon, palette.light)
    _VIEWS[kind](pen, scene, width, height)
    if kind not in _CLOSED:
        _let_fall(pen, scene, size)


def _let_fall(pen: Pen, scene: SceneCanvas, size: Point) -> None:
    """Let rain or snow fall behind a pane."""
    (width, height), rng = size, scene.rng
    length = {Weather.RAIN: 0.16, Weather.STORM: 0.2, Weather.SNOW: 0.005}.get(scene.weather or Weather.WIND)
    if length is None:
        return
    runs: list[list[Point]] = []
    for _ in range(max(8, int(width / 3))):
        x, y = rng.uniform(-0.45, 0.48) * width, -height * rng.uniform(0.22, 1.0)
        runs.append([(x, y), (x - length * 10, y + length * height)])
    pen.lines(runs, "#f4f8ff", 0.8 if length > 0.1 else 2.0, 0.7)


def _profile(pen: Pen, rng: Random, size: Point, base: float, rise: float, colour: str) -> None:
    width, _ = size
    line = [(x - width / 2, min(-0.5, -base + dy)) for x, dy in ridge(rng, width, rise)[::4]]
    pen.polygon([*line, (width / 2, 0), (-width / 2, 0)], colour)


def _show_hills(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    rng, palette = scene.rng, scene.palette
    _profile(pen, rng, (width, height), height * 0.38, height * 0.1, _tone(palette, "#7d9a86", 0.45))
    _profile(pen, rng, (width, height), height * 0.22, height * 0.06, _tone(palette, "#6f9350", 0.8))


def _show_trees(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    rng, palette = scene.rng, scene.palette
    _show_hills(pen, scene, width, height)
    for _ in range(max(3, int(width / 14))):
        size = min(height * rng.uniform(0.14, 0.22), width * 0.2)
        x = rng.uniform(-0.5, 0.5) * (width - 2 * size)
        pen.ellipse(
            (x, -size - height * 0.08), (size, size), _tone(palette, rng.choice(("#55803f", "#6f9546")), 0.8)
        )


def _show_town(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    _stack_houses(pen, scene, (width, height), (0.3, 0.6), gabled=True)


def _show_skyline(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    _stack_houses(pen, scene, (width, height), (0.35, 0.88), gabled=False)


def _stack_houses(
    pen: Pen, scene: SceneCanvas, size: Point, span: tuple[float, float], *, gabled: bool
) -> None:
    (width, height), rng, palette = size, scene.rng, scene.palette
    x, houses = -width / 2, []
    while x < width / 2 - 1:
        wide = min(rng.uniform(14, 24), width / 2 - x)
        houses.append((x, wide, height * rng.uniform(*span)))
        x += wide
    lights: list[list[Point]] = []
    for left, wide, tall in houses:
        tone = _tone(
            palette, rng.choice(("#7f8fa0", "#93877f", "#6f8794", "#a39488")), rng.uniform(0.4, 0.75)
        )
        gable = [(left + wide / 2, -tall - min(wide * 0.5, height * 0.2))] if gabled else []
        pen.polygon([(left, 0), (left, -tall), *gable, (left + wide, -tall), (left + wide, 0)], tone)
        for row in range(1, int(tall / 7)):
            for column in range(1, int(wide / 4.5)):
                if rng.random() < 0.5:
                    at = (left + column * 4.5, -tall + row * 7)
                    lights.append([at, (at[0], at[1] + 2)])
    lit = LAMPLIGHT if palette.lamps_lit else mix(palette.ink, palette.sky[1], 0.5)
    pen.lines(lights, lit, 1.7, 0.9)


def _show_sea(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    palette = scene.palette
    water = mix(_tone(palette, "#3d7f9c", 0.9), palette.sky[1], 0.2)
    pen.rect((-width / 2, -height * 0.42), (width, height * 0.42), water)
    runs: list[list[Point]] = []
    for _ in range(int(width * height / 180) + 3):
        x, y = scene.rng.uniform(-0.48, 0.42) * width, -height * scene.rng.uniform(0.03, 0.38)
        runs.append([(x, y), (x + width * 0.05, y)])
    pen.lines(runs, mix(water, "#ffffff", 0.5), 0.8, 0.7)


def _show_stars(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    rng = scene.rng
    pen.rect((-width / 2, -height), (width, height), "#0a1024")
    for _ in range(int(14 + width * height / 130)):
        x, y = rng.uniform(-0.48, 0.48) * width, -height * rng.uniform(0.03, 0.97)
        pen.dot(x, y, rng.choice((0.4, 0.6, 1.0)), "#ffffff", rng.uniform(0.5, 1))
    if width > 60:
        size = min(width, height) * 0.24
        pen.glow((width * 0.2, -height * 0.52), size * 1.9, "#6fb4ee", 0.5)
        pen.dot(width * 0.2, -height * 0.52, size, "#3f7fc0")
        for dx, dy, rx, ry in ((-0.3, -0.3, 0.42, 0.2), (0.25, 0.15, 0.4, 0.24), (-0.2, 0.5, 0.3, 0.12)):
            pen.ellipse(
                (width * 0.2 + dx * size, -height * 0.52 + dy * size), (rx * size, ry * size), "#6fae6a"
            )


def _show_clouds(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    white = mix(scene.palette.sky[2], "#ffffff", 0.15 if scene.palette.time == "night" else 0.75)
    for _ in range(max(2, int(width / 22))):
        size = min(width * 0.16, height * 0.2)
        x = scene.rng.uniform(-0.5, 0.5) * (width - 3.2 * size)
        y = -height * scene.rng.uniform(0.24, 0.55)
        for dx, dy, share in ((-0.8, 0, 0.7), (0, -0.3, 1.0), (0.8, 0, 0.75)):
            pen.ellipse((x + dx * size, y + dy * size), (size * share, size * share * 0.6), white)
    pen.rect((-width / 2, -height * 0.14), (width, height * 0.14), white)


def _show_tunnel(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    pen.rect((-width / 2, -height), (width, height), "#1a1d26")
    for i in range(2):
        y = -height * (0.3 + 0.35 * i)
        pen.lines([[(-width * 0.49, y), (width * 0.49, y)]], "#3a3e48", 1.6)
    lamp = scene.rng.uniform(-0.3, 0.3) * width
    pen.rect((lamp, -height * 0.8), (min(9, width * 0.2), 2.4), "#f2e6b8")


def _show_corridor(pen: Pen, scene: SceneCanvas, width: float, height: float) -> None:
    paint = _tone(scene.palette, "#cfd6d2")
    pen.rect((-width / 2, -height), (width, height), mix(paint, scene.palette.ink, 0.15))
    pen.rect((-width / 2, -height * 0.2), (width, height * 0.2), mix(paint, scene.palette.ink, 0.35))


def _tone(palette: Palette, colour: str, depth: float = 1.0) -> str:
    """Return a colour of the world outside, which the lamps of the room do not light."""
    seen = palette.paint(colour, depth)
    return mix(seen, palette.sky[0], {"night": 0.62, "dusk": 0.4}.get(palette.time, 0.0))


_CLOSED = ("stars", "tunnel", "corridor")
_VIEWS: dict[str, Callable[[Pen, SceneCanvas, float, float], None]] = {
    "hills": _show_hills,
    "trees": _show_trees,
    "town": _show_town,
    "skyline": _show_skyline,
    "sea": _show_sea,
    "stars": _show_stars,
    "clouds": _show_clouds,
    "tunnel": _show_tunnel,
    "corridor": _show_corridor,
}
