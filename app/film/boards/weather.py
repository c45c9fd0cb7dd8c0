"""Weather, painted between the camera and the scene."""

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.sky import mist
from app.vocabulary.light import Weather


def paint_weather(scene: SceneCanvas, *, is_dry: bool = False) -> None:
    """Paint the scene's weather over what is painted so far; what falls is left out if `is_dry`."""
    if scene.weather in _PAINTERS and not (is_dry and scene.weather in FALLING):
        _PAINTERS[scene.weather](scene)
    if scene.weather is Weather.STORM:
        _lightning(scene)


def _rain(scene: SceneCanvas) -> None:
    pen, rng, palette = scene.pen("air"), scene.rng, scene.palette
    colour = mix(palette.light, palette.haze, 0.4)
    for count, width, opacity in ((230, 1.1, 0.34), (70, 1.8, 0.34)):
        runs = []
        for _ in range(count):
            x, y = rng.uniform(0, scene.canvas.width * 1.15), rng.uniform(-40, scene.canvas.height)
            length = rng.uniform(24, 60) * width
            runs.append([(x, y), (x - length * 0.28, y + length)])
        pen.lines(runs, colour, width, opacity)


def _snow(scene: SceneCanvas) -> None:
    pen, rng = scene.pen("air"), scene.rng
    for _ in range(230):
        x, y = scene.choose_across(), rng.uniform(0, scene.canvas.height)
        pen.dot(x, y, rng.choice((1.8, 2.4, 3.4, 5.2)), "#ffffff", rng.uniform(0.5, 0.95))


def _fog(scene: SceneCanvas) -> None:
    """Lay fog behind the people and along the ground, where it hides nobody."""
    palette, width = scene.palette, scene.canvas.width
    colour = mix(palette.haze, palette.light, 0.25)
    for layer, top, height in (("far", 0.26, 0.4), ("mid", 0.44, 0.22)):
        mist(scene.pen(layer), scene.down(top), (width, scene.down(height)), colour)
        mist(scene.pen(layer), scene.down(top + 0.05), (width, scene.down(height * 0.7)), colour)
    mist(scene.pen("near"), scene.down(0.7), (width, scene.down(0.16)), colour)


def _lightning(scene: SceneCanvas) -> None:
    rng, x = scene.rng, scene.across(scene.rng.choice((0.22, 0.8)))
    points, y = [(x, 0.0)], 0.0
    while y < scene.down(0.46):
        y += rng.uniform(30, 60)
        points.append((x + rng.uniform(-46, 46), y))
    pen = scene.pen("far")
    pen.glow((x, scene.down(0.2)), scene.down(0.4), "#dfe8ff", 0.4)
    pen.lines([points], "#f4f6ff", 4, 0.95)


# The weathers in which something falls, which a camera sees moving.
FALLING = {Weather.RAIN: "rain", Weather.STORM: "rain", Weather.SNOW: "snow"}
_PAINTERS = {Weather.RAIN: _rain, Weather.STORM: _rain, Weather.SNOW: _snow, Weather.FOG: _fog}
