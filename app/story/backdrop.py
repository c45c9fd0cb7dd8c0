"""The background of a scene, described for the artist: place, light, weather, feeling and no people."""

from app.story.location import Location

_LIGHT = {
    "dawn": "in the pale pink light of dawn",
    "morning": "in clear morning light",
    "day": "in daylight",
    "sunset": "under an orange sunset",
    "dusk": "in blue dusk",
    "night": "at night",
}
_INDOOR_LIGHT = {
    "dawn": "with dawn in the window",
    "morning": "with morning light in the window",
    "day": "with daylight in the window",
    "sunset": "with the last sun in the window",
    "dusk": "in the glow of a lamp at dusk",
    "night": "by candlelight, night in the window",
}
_WEATHER = {
    "storm": "storm clouds and driving rain",
    "rain": "steady rain",
    "snow": "falling snow",
    "fog": "drifting fog",
    "wind": "wind in everything that moves",
}
_AIR = {
    "calm": "a calm air",
    "warm": "a warm, homely air",
    "joyful": "a bright, joyful air",
    "sad": "a lonely, sad air",
    "tense": "a tense air, hard shadows",
    "fearful": "a fearful air, deep shadows",
    "mysterious": "a mysterious air, veiled light",
}
_PERIOD = {"tale": "fairy-tale past", "past": "nineteenth century", "modern": "present day"}


def background_prompt(location: Location, weather: str, mood: str, era: str) -> str:
    """Describe a scene's background; weather stays outside when the scene is under a roof."""
    light = (_INDOOR_LIGHT if location.indoors else _LIGHT).get(location.time_of_day, "")
    place = f"{location.setting} interior" if location.indoors else location.setting
    parts = [f"{place} {light}".strip()]
    if weather in _WEATHER:
        parts.append(f"{_WEATHER[weather]} outside the window" if location.indoors else _WEATHER[weather])
    parts += [_AIR.get(mood, ""), _PERIOD[era], "no people"]
    return ", ".join(part for part in parts if part)


def era_in(prompt: str) -> str:
    """Read the period back from a background prompt, so that a scene added later plays in it too."""
    return next((era for era, words in _PERIOD.items() if words in prompt), "past")
