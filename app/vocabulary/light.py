"""What decides the light of a scene: time of day, weather and mood."""

from enum import StrEnum
from typing import Literal, get_args

from app.vocabulary.words import Words, listed

TimeOfDay = Literal["dawn", "morning", "day", "sunset", "dusk", "night"]
Mood = Literal["calm", "warm", "joyful", "sad", "tense", "fearful", "mysterious"]

TIMES_OF_DAY: tuple[TimeOfDay, ...] = get_args(TimeOfDay)
MOODS: tuple[Mood, ...] = get_args(Mood)


class Weather(StrEnum):
    """The weather of a scene; clear weather is None."""

    STORM = "storm"
    RAIN = "rain"
    SNOW = "snow"
    FOG = "fog"
    WIND = "wind"


# English words that name the weather, the worst weather first.
WEATHER_WORDS = {
    Weather.STORM: listed("storm, stormy, thunder, lightning, tempest, gale, thunderstorm, hurricane"),
    Weather.RAIN: listed("rain, rains, rained, raining, rainy, drizzle, downpour, showers"),
    Weather.SNOW: listed(
        "snowing, snowed, snowfall, snowflakes, snowstorm, blizzard, falling snow, snow fell"
    ),
    Weather.FOG: listed("fog, foggy, mist, misty, haze"),
    Weather.WIND: listed("wind, windy, breeze, gusts"),
}
# English words for snow and ice that may lie on the ground under a clear sky.
LYING_SNOW_WORDS = listed("snow, snowy, frost, icicles")


def read_weather(text: str) -> Weather | None:
    """Return the worst weather that an English text names, or None; snow on the ground does not count."""
    words = Words(text)
    return next((weather for weather, names in WEATHER_WORDS.items() if words.has_any(*names)), None)
