"""Prompts for image models, written from typed looks and places."""

from app.story.location import Location
from app.vocabulary.light import Weather
from app.vocabulary.looks import CharacterLook
from app.vocabulary.place_reader import ERA_WORDS
from app.vocabulary.places import Place
from app.vocabulary.roles import DRESSES

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
    Weather.STORM: "storm clouds and driving rain",
    Weather.RAIN: "steady rain",
    Weather.SNOW: "falling snow",
    Weather.FOG: "drifting fog",
    Weather.WIND: "wind in everything that moves",
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
_NOUNS = {"male": ("boy", "man"), "female": ("girl", "woman"), "neutral": ("child", "person")}
_PLURALS = {
    "boy": "boys",
    "girl": "girls",
    "child": "children",
    "man": "men",
    "woman": "women",
    "person": "people",
}


def write_background_prompt(location: Location, place: Place, mood: str) -> str:
    """Return a scene's background in words: place, light, weather, feeling, era, and no people."""
    light = (_INDOOR_LIGHT if place.indoors else _LIGHT).get(location.time_of_day, "")
    name = f"{location.setting} interior" if place.indoors else location.setting
    parts = [f"{name} {light}".strip()]
    if place.weather is not None:
        weather = _WEATHER[place.weather]
        parts.append(f"{weather} outside the window" if place.indoors else weather)
    parts += [_AIR.get(mood, ""), ERA_WORDS[place.era], "no people"]
    return ", ".join(part for part in parts if part)


def write_character_prompt(name: str, look: CharacterLook) -> str:
    """Return a character's look in words, after their name."""
    if look.species is not None:
        return f"{name}: {_describe_animal(look)}"
    noun = " ".join((*look.adjectives, _name_age_and_gender(look)))
    article = "" if look.is_group else f"{_choose_article(noun)} "
    worn = "".join(f", {said}" for said in look.worn)
    return f"{name}: {article}{noun} with {_describe_hair(look)}, wearing {_describe_clothes(look)}{worn}"


def _describe_animal(look: CharacterLook) -> str:
    noun = " ".join((*look.adjectives, look.hair_colour, str(look.species)))
    return f"several {noun}s with {look.feature}" if look.is_group else f"a {noun} with {look.feature}"


def _name_age_and_gender(look: CharacterLook) -> str:
    is_child = look.age in ("baby", "child")
    noun = _NOUNS[look.gender][0 if is_child else 1]
    if look.is_group:
        noun = _PLURALS[noun]
    elif is_child:
        noun = f"young {noun}"
    return f"old {noun}" if look.age == "old" else noun


def _describe_hair(look: CharacterLook) -> str:
    return f"{look.hair} {look.hair_colour} hair".strip()


def _describe_clothes(look: CharacterLook) -> str:
    if not look.clothes and look.role is not None:
        return DRESSES[look.role].wording
    return f"{_choose_article(look.clothes_colour)} {look.clothes_colour} {look.clothes}"


def _choose_article(noun: str) -> str:
    return "an" if noun[:1] in tuple("aeiou") else "a"
