"""Weather: read off the words, painted into the air."""

from app.film.boards.bricks.sky import mist
from app.film.boards.colour import mix
from app.film.boards.easel import Easel
from app.vocabulary.words import Words

_WORDS = {
    "storm": ("storm", "stormy", "thunder", "lightning", "tempest", "gale", "hurricane"),
    "rain": ("rain", "rains", "rained", "raining", "rainy", "downpour", "drizzle", "poured"),
    "snow": (
        "snowing",
        "snowfall",
        "snowflakes",
        "blizzard",
        "snow fell",
        "snow falls",
        "falling snow",
        "snowstorm",
    ),
    "fog": ("fog", "mist", "foggy", "misty", "haze"),
}


def weather_of(words: Words) -> str:
    """Name the weather a text speaks of: storm, rain, snow, fog, or an empty string."""
    return next((weather for weather, cues in _WORDS.items() if words.has_any(*cues)), "")


def paint_weather(easel: Easel) -> None:
    """Paint what falls or drifts between us and the scene."""
    painter = {"rain": _rain, "storm": _rain, "snow": _snow, "fog": _fog}.get(easel.weather)
    if painter:
        painter(easel)
    if easel.weather == "storm":
        _lightning(easel)


def _rain(easel: Easel) -> None:
    pen, chance, palette = easel.pen("air"), easel.chance, easel.palette
    colour = mix(palette.light, palette.haze, 0.4)
    for count, width, opacity in ((230, 1.2, 0.3), (90, 2.2, 0.34)):
        runs = []
        for _ in range(count):
            x, y = chance.uniform(0, easel.canvas.width * 1.15), chance.uniform(-40, easel.canvas.height)
            length = chance.uniform(24, 60) * width
            runs.append([(x, y), (x - length * 0.28, y + length)])
        pen.lines(runs, colour, width, opacity)


def _snow(easel: Easel) -> None:
    pen, chance = easel.pen("air"), easel.chance
    for _ in range(230):
        x, y = easel.somewhere(), chance.uniform(0, easel.canvas.height)
        pen.dot(x, y, chance.choice((1.8, 2.4, 3.4, 5.2)), "#ffffff", chance.uniform(0.5, 0.95))


def _fog(easel: Easel) -> None:
    palette, width = easel.palette, easel.canvas.width
    colour = mix(palette.haze, palette.light, 0.25)
    for layer, top, height in (("mid", 0.44, 0.3), ("near", 0.52, 0.36), ("air", 0.62, 0.42)):
        mist(easel.pen(layer), easel.down(top), (width, easel.down(height)), colour)
        mist(easel.pen(layer), easel.down(top + 0.06), (width, easel.down(height * 0.7)), colour)


def _lightning(easel: Easel) -> None:
    chance, x = easel.chance, easel.across(easel.chance.choice((0.22, 0.8)))
    points, y = [(x, 0.0)], 0.0
    while y < easel.down(0.46):
        y += chance.uniform(30, 60)
        points.append((x + chance.uniform(-46, 46), y))
    pen = easel.pen("far")
    pen.glow((x, easel.down(0.2)), easel.down(0.4), "#dfe8ff", 0.4)
    pen.lines([points], "#f4f6ff", 4, 0.95)
