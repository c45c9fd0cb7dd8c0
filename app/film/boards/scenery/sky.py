"""Skies: washes, sun and moon, stars, clouds, birds."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas


def paint_sky(scene: SceneCanvas, horizon: float) -> None:
    """Wash the sky down to the horizon and hang in it what the hour and the weather bring."""
    pen, palette = scene.pen("sky"), scene.palette
    high, middle, low = palette.sky
    wash = pen.fade((0, 0), (0, horizon), (0.0, high), (0.58, middle), (1.0, low))
    pen.rect((0, 0), (scene.canvas.width, horizon + scene.down(0.08)), wash)
    is_clear = scene.weather not in ("rain", "storm", "snow", "fog")
    if palette.time == "night" and is_clear:
        _stars(scene, horizon)
    if palette.sun:
        _sun(scene, horizon, palette.sun)
    _clouds(scene, horizon)
    if is_clear and palette.time != "night" and scene.rng.random() < 0.7:
        birds(scene, (scene.across(scene.rng.uniform(0.2, 0.8)), horizon * scene.rng.uniform(0.3, 0.6)))


def birds(scene: SceneCanvas, centre: Point) -> None:
    """Draw a few far birds as pencil ticks."""
    pen, rng = scene.pen("sky"), scene.rng
    colour = mix(scene.palette.ink, scene.palette.haze, 0.25)
    for _ in range(rng.randint(4, 7)):
        size = rng.uniform(6, 13)
        at = pen.offset(centre[0] + rng.uniform(-130, 130), centre[1] + rng.uniform(-50, 50), size)
        at.line([(-1, -0.3), (-0.4, -0.55), (0, 0), (0.4, -0.55), (1, -0.3)], colour, 0.2)


def _stars(scene: SceneCanvas, horizon: float) -> None:
    pen, rng = scene.pen("sky"), scene.rng
    for _ in range(150):
        x, y = scene.choose_across(), rng.uniform(0, horizon * 0.9)
        strength = rng.uniform(0.3, 0.95) * (1 - y / horizon * 0.6)
        pen.dot(x, y, rng.choice((0.9, 1.1, 1.4, 2.2)), "#ffffff", strength)


def _sun(scene: SceneCanvas, horizon: float, place: Point) -> None:
    pen, palette = scene.pen("sky"), scene.palette
    x, y = scene.across(place[0]), horizon * place[1]
    radius = {"dawn": 40, "sunset": 54, "night": 44}.get(palette.time, 36)
    pen.glow((x, y), radius * 9, palette.light, 0.55)
    pen.dot(x, y, radius, palette.light)
    if palette.time == "night":
        mare = mix(palette.light, palette.sky[2], 0.35)
        for dx, dy, size in ((-0.3, -0.2, 0.25), (0.25, 0.2, 0.18), (0.1, -0.4, 0.12)):
            pen.dot(x + dx * radius, y + dy * radius, size * radius, mare, 0.5)


def _clouds(scene: SceneCanvas, horizon: float) -> None:
    palette, rng = scene.palette, scene.rng
    if scene.weather in ("rain", "storm"):
        for share, dark, count in ((0.10, 0.45, 8), (0.32, 0.28, 6), (0.5, 0.12, 4)):
            for _ in range(count):
                _cloud(scene, horizon * share, mix(palette.sky[0], palette.ink, dark), 0.85)
        return
    colour = mix(palette.sky[1], palette.light, 0.16 if palette.time == "night" else 0.6)
    for _ in range(rng.randint(3, 5)):
        _cloud(scene, horizon * rng.uniform(0.2, 0.72), colour, 0.6)


def _cloud(scene: SceneCanvas, y: float, colour: str, opacity: float) -> None:
    rng, pen = scene.rng, scene.pen("sky")
    width = rng.uniform(150, 360)
    at = pen.offset(scene.choose_across(), y + rng.uniform(-50, 50))
    top = [
        (-width + 2 * width * i / 8, -(1 - (i / 4 - 1) ** 2) * width * 0.17 * rng.uniform(0.5, 1.3))
        for i in range(9)
    ]
    fade = at.fade((0, -width * 0.2), (0, 8), (0.0, colour, 0.95), (1.0, colour, 0.0))
    at.blob([*top, (width * 0.7, 6), (-width * 0.7, 6)], fade, opacity)


def mist(pen: Pen, top: float, size: Point, colour: str) -> None:
    """Lay a soft band of mist, clear at both edges."""
    width, height = size
    band = pen.fade((0, top), (0, top + height), (0.0, colour, 0.0), (0.5, colour, 0.55), (1.0, colour, 0.0))
    pen.rect((0, top), (width, height), band)
