"""Reads an English description of a place into a `Place`."""

import re

from app.vocabulary.clothes import Era
from app.vocabulary.light import read_weather
from app.vocabulary.places import Place, find_features
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.words import Words

# The words by which a background prompt tells the era.
ERA_WORDS: dict[Era, str] = {
    "tale": "fairy-tale past",
    "past": "nineteenth century",
    "modern": "present day",
}
# A text that names a setting more often than this only repeats itself.
_MOST_WORDS = 3
# The weight of a word for a room where the slug line says outdoors, or the other way round.
_WRONG_SIDE = 0.25
_INSIDE = re.compile(r"^\W*(?:\d+\W*)?(int(?:erior)?|inside|indoors)\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"^\W*(?:\d+\W*)?(ext(?:erior)?|outside|outdoors)\b", re.IGNORECASE)


def read_indoors(heading: str) -> bool | None:
    """Return what a slug line says by INT or EXT: True for indoors, None where it says neither."""
    if _INSIDE.match(heading):
        return True
    return False if _OUTSIDE.match(heading) else None


def read_era(prompt: str) -> Era:
    """Return the era that a background prompt names; without one it is the past."""
    return next((era for era, words in ERA_WORDS.items() if words in prompt), "past")


def read_place(heading: str, setting: str, prompt: str, description: str = "") -> Place:
    """Return the place that a scene's texts describe; the name of the setting has the greatest weight."""
    indoors = read_indoors(heading)
    found = find_setting((setting, heading, prompt, description), indoors=indoors)
    return Place(
        setting=found,
        indoors=bool(SETTINGS[found].indoors) if indoors is None else indoors,
        weather=read_weather(f"{description}\n{prompt}"),
        era=read_era(prompt),
        features=find_features(description, prompt, setting, heading),
    )


def find_setting(texts: tuple[str, ...], *, indoors: bool | None) -> Setting:
    """Return the setting that English texts name; each text has half the weight of the one before.

    Longer phrases count more than short ones. Texts that name none give a room where the scene is known to
    be indoors, else open country.
    """
    weighed = [(Words(text), 16.0 / 2**place) for place, text in enumerate(texts)]
    scores = {setting: _score(setting, weighed, indoors) for setting in Setting}
    best = max(Setting, key=lambda setting: scores[setting])
    if scores[best] == 0:
        return Setting.ROOM if indoors else Setting.OPEN_COUNTRY
    return best


def _score(setting: Setting, weighed: list[tuple[Words, float]], indoors: bool | None) -> float:
    facts = SETTINGS[setting]
    names = _NAMES[setting]
    found = sum(weight * min(_MOST_WORDS, _count(names, words)) for words, weight in weighed)
    is_wrong_side = indoors is not None and facts.indoors is not None and facts.indoors is not indoors
    return found * _WRONG_SIDE if is_wrong_side else found


def _count(names: tuple[str, ...], words: Words) -> int:
    return sum(name.count(" ") + 1 for name in names if name in words)


def _list_names(setting: Setting) -> tuple[str, ...]:
    """Return the phrases that name a setting in a description, normalized as the words of `Words` are."""
    facts = SETTINGS[setting]
    phrases = dict.fromkeys((*facts.words, *facts.description_words, *facts.hints, setting.value))
    return tuple(dict.fromkeys(" ".join(Words(phrase).sequence) for phrase in phrases))


_NAMES = {setting: _list_names(setting) for setting in Setting}
