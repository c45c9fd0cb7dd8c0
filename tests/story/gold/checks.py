"""Checks of annotated texts that the texts of every folder share."""

import re
from typing import get_args

from app.vocabulary.actions import Action
from app.vocabulary.light import TIMES_OF_DAY, Weather
from app.vocabulary.looks import Kind
from app.vocabulary.people import Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.words import listed
from tests.story.gold.gold import GoldText

PLACES = {setting.value for setting in Setting} | set(
    listed(
        "flat, stairwell, corridor, lobby, lift, bathroom, attic, balcony, dining room, tea table, bus "
        "stop, bus, car, underground station, underground train, airport, aeroplane, hospital corridor, "
        "hospital ward, restaurant, café, bar, supermarket, police station, courtroom, bank, museum, "
        "theatre, cinema, factory, warehouse, garage, car park, stadium, gym, swimming pool, park, "
        "playground, tunnel, motorway, prison cell, space station, moon, control room, waterfall, "
        "campsite, bakery, pharmacy, hotel, reception, meeting room, school yard, jungle"
    )
)


def find_unknown_values(text: GoldText) -> list[str]:
    """Return the annotated values that are not of the vocabulary, each with its column."""
    people, paragraphs = text.cast, text.paragraphs
    columns: dict[str, tuple[set[str], set[str]]] = {
        "place": ({place for each in paragraphs for place in each.places}, PLACES),
        "time": ({each.time for each in paragraphs}, set(TIMES_OF_DAY)),
        "weather": ({each.weather or "" for each in paragraphs}, set(Weather)),
        "kind": ({each.kind for each in people}, set(get_args(Kind))),
        "gender": ({each.gender for each in people}, set(get_args(Gender))),
        "age": ({each.age for each in people}, set(get_args(Age))),
        "species": ({each.species for each in people}, set(Species)),
        "role": ({role for each in people for role in each.roles}, set(Role)),
        "action": ({each.action for each in text.events}, set(Action)),
    }
    return [
        f"{column} {value}" for column, (found, known) in columns.items() for value in found - known - {""}
    ]


def find_quotations(text: str) -> list[int]:
    """Return the offsets of the first characters after the outer opening quotation marks of a text."""
    if '"' in text:
        return [match.end() for match in re.finditer(r'"', text)][::2]
    marks = next(pair for pair in ("„“", "»«", "“”", "‘’") if pair[0] in text)
    return [match.end() for match in re.finditer(marks[0], text)]
