"""Light: six times of day, seven moods and the weather, as colours."""

from dataclasses import dataclass, replace

from app.film.boards.colour import mix, tune
from app.vocabulary.light import Weather

# How much less than the world people are dimmed and tinted, as shares.
_DIMNESS_OF_PEOPLE, _TINT_OF_PEOPLE = 0.25, 0.32
# How bright a room is by the moon alone, as a share of daylight.
_DARKNESS = 0.5
LAMPLIGHT = "#ffc873"


@dataclass(frozen=True, slots=True)
class Palette:
    """The light of a scene.

    `sun` is its place as shares of the canvas width and of the sky's height;
    `frost` is how much snow lies on everything, 0 to 1; `is_unlit` says that no lamp burns.
    """

    time: str
    sky: tuple[str, str, str]
    haze: str
    ink: str
    light: str
    ambient: str
    ambient_share: float
    exposure: float
    sun: tuple[float, float] | None
    saturation: float = 1.0
    frost: float = 0.0
    is_unlit: bool = False

    @property
    def lamps_lit(self) -> bool:
        """Whether people have lit their windows."""
        return self.time in ("dusk", "night") and not self.is_unlit

    @property
    def light_side(self) -> int:
        """Where the light comes from: 1 right, -1 left."""
        return 1 if self.sun is None or self.sun[0] > 0.5 else -1

    def paint(self, colour: str, depth: float = 1.0) -> str:
        """Return a thing's colour in this light; `depth` 1 is near, 0 melts into the haze."""
        colour = mix(colour, "#eef2f6", self.frost) if self.frost else colour
        seen = mix(tune(colour, self.saturation, self.exposure), self.ambient, self.ambient_share)
        return mix(seen, self.haze, (1 - depth) * 0.86)

    def skin(self, colour: str) -> str:
        """Return a person's colour: people are lit better than the world behind them, most so in the dark."""
        lit = tune(colour, 0.5 + self.saturation * 0.5, 1 - (1 - self.exposure) * _DIMNESS_OF_PEOPLE)
        return mix(lit, self.ambient, self.ambient_share * _TINT_OF_PEOPLE)


_TIMES = {
    "dawn": Palette(
        "dawn", ("#6a80b4", "#e2a39a", "#ffdfae"), "#e6bfae", "#2c2a42", "#ffe9c4",
        "#a5819a", 0.22, 0.86, (0.68, 0.90),
    ),
    "morning": Palette(
        "morning", ("#7fb2d3", "#bfdde0", "#f6edd2"), "#cfddd8", "#26384a", "#fff4d8",
        "#cfd9c4", 0.14, 0.98, (0.80, 0.36),
    ),
    "day": Palette(
        "day", ("#5a9fd0", "#a3d0e6", "#e6f0e4"), "#bdd5da", "#203748", "#fffbe8",
        "#c6d6d2", 0.10, 1.0, None,
    ),
    "sunset": Palette(
        "sunset", ("#4f4a80", "#dd7a58", "#ffd089"), "#e3a27c", "#301f38", "#ffdf9e",
        "#b4593f", 0.34, 0.80, (0.30, 0.86),
    ),
    "dusk": Palette(
        "dusk", ("#222c54", "#655a8c", "#d8938a"), "#7c6c92", "#191a36", "#f6c0aa",
        "#3d3a66", 0.46, 0.68, None,
    ),
    "night": Palette(
        "night", ("#0b1330", "#1b2f58", "#40618a"), "#34507a", "#070b1c", "#dfe9ff",
        "#1a2c58", 0.52, 0.60, (0.74, 0.30),
    ),
}  # fmt: skip

# Mood: saturation, tint, share of the tint.
_MOODS = {
    "calm": (1.14, "#8aa0a8", 0.0),
    "warm": (1.20, "#e0894a", 0.10),
    "joyful": (1.30, "#ffd88a", 0.06),
    "sad": (0.74, "#4a5a6c", 0.12),
    "tense": (0.86, "#2a4640", 0.11),
    "fearful": (0.78, "#20202c", 0.16),
    "mysterious": (0.96, "#352c60", 0.13),
}
# The grey of each weather, and how far the sky goes to it.
_GREY_WEATHER = {
    Weather.RAIN: ("#5c6a72", 0.62),
    Weather.STORM: ("#3a444e", 0.62),
    Weather.SNOW: ("#c3ced8", 0.62),
    Weather.FOG: ("#b4bcbc", 0.4),
}


def choose_palette(
    time_of_day: str,
    mood: str,
    weather: Weather | None = None,
    *,
    indoors: bool = False,
    is_unlit: bool = False,
) -> Palette:
    """Return the light of a scene; unknown words fall back to a calm day, lights that are out to night."""
    if is_unlit:
        time_of_day = "night"
    palette = _dim_under_weather(_TIMES.get(time_of_day, _TIMES["day"]), weather)
    saturation, tint, share = _MOODS.get(mood, _MOODS["calm"])
    palette = _tint(palette, saturation, tint, share)
    if is_unlit:
        return replace(palette, is_unlit=True, exposure=_DARKNESS if indoors else palette.exposure)
    return _bring_indoors(palette) if indoors else palette


def _dim_under_weather(palette: Palette, weather: Weather | None) -> Palette:
    if weather is None or weather not in _GREY_WEATHER:
        return palette
    tone, share = _GREY_WEATHER[weather]
    grey = tune(tone, 1.0, palette.exposure)
    sky = tuple(mix(colour, grey, share) for colour in palette.sky)
    return replace(
        palette,
        sky=(sky[0], sky[1], sky[2]),
        haze=mix(palette.haze, grey, share),
        saturation=palette.saturation * (1 - share * 0.45),
        sun=None,
        frost=0.68 if weather is Weather.SNOW else 0.0,
    )


def _tint(palette: Palette, saturation: float, tint: str, share: float) -> Palette:
    def tone(colour: str) -> str:
        return mix(tune(colour, saturation), tint, share)

    return replace(
        palette,
        sky=(tone(palette.sky[0]), tone(palette.sky[1]), tone(palette.sky[2])),
        haze=tone(palette.haze),
        light=mix(palette.light, tint, share * 0.4),
        ambient=mix(palette.ambient, tint, share * 1.5),
        saturation=palette.saturation * saturation,
    )


def _bring_indoors(palette: Palette) -> Palette:
    """Bring the light inside: the walls warm it, and at night there is a lamp."""
    return replace(
        palette,
        frost=0.0,
        haze=mix(palette.haze, "#6b5648", 0.45),
        ink=mix(palette.ink, "#2e1c14", 0.55),
        ambient=mix(palette.ambient, "#54402f", 0.55),
        ambient_share=min(0.36, palette.ambient_share * 0.55 + 0.04),
        exposure=min(0.96, palette.exposure * 0.54 + 0.42),
    )
