"""The one reader of descriptions of places: English words into a `Place`."""

import re

from app.vocabulary.clothes import Era
from app.vocabulary.light import read_weather
from app.vocabulary.places import Place, find_features
from app.vocabulary.settings import SETTINGS, find_setting

# The words by which a background prompt tells the era.
ERA_WORDS: dict[Era, str] = {
    "tale": "fairy-tale past",
    "past": "nineteenth century",
    "modern": "present day",
}
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
    """Return the place that a scene's own words describe, the setting's name weighing most."""
    indoors = read_indoors(heading)
    found = find_setting((setting, heading, prompt, description), indoors=indoors)
    return Place(
        setting=found,
        indoors=bool(SETTINGS[found].indoors) if indoors is None else indoors,
        weather=read_weather(f"{description}\n{prompt}"),
        era=read_era(prompt),
        features=find_features(description, prompt, setting, heading),
    )
