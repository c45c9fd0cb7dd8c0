"""The looks of characters: one for each character, in the clothes of the story's era."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.story.lexicon.entries import CharacterNoun, Lexicon
from app.story.people import Person
from app.vocabulary.clothes import ERA_CLOTHES, EVERYDAY_COLOURS, Era, Garment, Headwear
from app.vocabulary.look_reader import read_name
from app.vocabulary.looks import (
    BUILD_WORDS,
    COAT_COLOURS,
    EVERYDAY_COATS,
    EVERYDAY_HAIR_COLOURS,
    OLD_HAIR_COLOURS,
    SKIN_TONES,
    STATURE_WORDS,
    Build,
    CharacterLook,
    Hair,
    Kind,
    Stature,
)
from app.vocabulary.people import Age, Gender, find_role
from app.vocabulary.roles import DRESSES, Role
from app.vocabulary.species import ANIMALS, Species
from app.vocabulary.told_looks import read_told
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

Value = TypeVar("Value")

_HAIR: dict[Gender, tuple[Hair, ...]] = {
    "male": ("short", "curly", "tousled", "short"),
    "female": ("long", "shoulder-length", "curly", "pinned-up"),
    "neutral": ("short", "curly", "tousled"),
}
_CHILDS_HAIR: dict[Gender, tuple[Hair, ...]] = {
    "male": ("short", "curly", "tousled", "tousled"),
    "female": ("long", "braided", "curly", "shoulder-length"),
    "neutral": ("short", "curly", "tousled"),
}
_UNSEEN = frozenset(
    [
        "old",
        "same",
        "other",
        "many",
        "several",
        "naked",
        "dead",
        "good",
        "dear",
        "first",
        "last",
        "next",
        "own",
    ]
)
_HALVES = ("haired", "eyed", "skinned", "headed", "bearded", "legged", "faced", "aged")
_PLAIN_HATS = (Headwear.BERET, Headwear.BRIMMED_HAT)
_WHITE = ("white", "silver")
_MODERN_ROLES = {Role.GUARD: Role.POLICE_OFFICER}
"""Roles whose dress is of the past, with those whose dress is alike today."""
_MOST_ADJECTIVES = 3
_BUILDS: dict[str, Build] = {word: build for build, words in BUILD_WORDS.items() for word in words}
_STATURES: dict[str, Stature] = {word: height for height, words in STATURE_WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a story says of how a character looks."""

    name: str
    gender: Gender = "neutral"
    age: Age = "adult"
    role: Role | None = None
    species: Species | None = None
    is_group: bool = False
    adjectives: tuple[str, ...] = ()
    kind: Kind = "person"
    told: tuple[str, ...] = ()
    has_told_age: bool = False
    family: str = ""


def summarize_appearance(person: Person, name: str = "") -> Appearance:
    """Return what the story says of a person's looks, with the three adjectives it uses most.

    `name` replaces the person's own in screenplays, where speakers spell it.
    """
    nouns = sorted(person.nouns.values(), key=_rank_noun)
    gender, age = _read_own_name(name or person.name)
    adjectives = sorted(person.adjectives.items(), key=lambda item: (-item[1], item[0]))
    return Appearance(
        name or person.name,
        _to_gender(person.gender) if person.gender in ("female", "male") else gender,
        "old" if "old" in person.marks else age if person.age == "adult" else person.age,
        next((noun.role for noun in nouns if noun.role), None),
        next((noun.species for noun in nouns if noun.species), None) if person.is_animal else None,
        person.is_plural,
        tuple(word for word, _ in adjectives if word not in _UNSEEN and not word.endswith(_HALVES))[
            :_MOST_ADJECTIVES
        ],
        person.kind,
        person.told,
        person.has_told_age,
        person.family,
    )


def _read_own_name(name: str) -> tuple[Gender, Age]:
    """Return what a name tells that is a noun itself, such as "Grandmother" or "The Grandfather"."""
    noun = find_noun(name.casefold().removeprefix("the "))
    if noun is None or noun.noun_class is not NounClass.PERSON:
        return "neutral", "adult"
    return noun.gender, noun.age


def describe_noun(name: str, noun: CharacterNoun) -> Appearance:
    """Return the appearance of a character of whom the story says no more than a noun."""
    return Appearance(name, _to_gender(noun.gender), noun.age, noun.role, noun.species)


def find_era(words: Sequence[str], lexicon: Lexicon, otherwise: Era = "past") -> Era:
    """Tell when a story plays, by its things: castles and cobblers, or telephones and trains."""
    modern = sum(word in lexicon.modern_words for word in words)
    tale = sum(word in lexicon.tale_words for word in words)
    if modern > tale:
        return "modern"
    return "tale" if tale else otherwise


def choose_look(appearance: Appearance, era: Era) -> CharacterLook:
    """Return a look; the same name always gives the same hair, colours and clothes."""
    if appearance.species is not None:
        return _choose_animal_look(appearance, appearance.species)
    adjectives = tuple(word for word in appearance.adjectives if word not in COAT_COLOURS)
    role = find_role(read_name(appearance.name)) or appearance.role
    role = _MODERN_ROLES.get(role, role) if role is not None and era == "modern" else role
    role = role or (Role.ROBOT if appearance.kind == "robot" else None)
    is_old, is_uniformed = appearance.age == "old", role is not None and bool(DRESSES[role].wording)
    rack = ERA_CLOTHES[era]["child" if appearance.age == "child" else appearance.gender]
    cuts = _CHILDS_HAIR if appearance.age in ("baby", "child") else _HAIR
    # An old person's hair is white, silver or grey, and how it is cut stays open.
    hair_colours = OLD_HAIR_COLOURS if is_old else EVERYDAY_HAIR_COLOURS
    look = CharacterLook(
        kind="robot" if role is Role.ROBOT else appearance.kind,
        age=appearance.age,
        gender=appearance.gender,
        role=role,
        build=next((_BUILDS[word] for word in adjectives if word in _BUILDS), ""),
        stature=next((_STATURES[word] for word in adjectives if word in _STATURES), ""),
        hair="" if is_old else _choose(appearance, "cut", cuts[appearance.gender]),
        skin=_choose_by(appearance.family, "skin", SKIN_TONES) if appearance.family else "",
        hair_colour=_choose_by(
            (not is_old and appearance.family) or appearance.name, "cut" if is_old else "hair", hair_colours
        ),
        beard="full" if "bearded" in adjectives else "",
        clothes="" if is_uniformed else _choose(appearance, "clothes", rack),
        clothes_colour="" if is_uniformed else _choose(appearance, "colour", EVERYDAY_COLOURS),
        adjectives=adjectives,
        is_group=appearance.is_group,
    )
    return replace(look, **_read_told_look(appearance, look))


def _read_told_look(appearance: Appearance, look: CharacterLook) -> dict[str, Any]:
    """Return what the story tells of the look; clothes of no told colour keep that of the role's dress."""
    told = read_told((*appearance.told, *appearance.adjectives))
    if look.role is not None and told.get("clothes") == Garment.UNIFORM:
        del told["clothes"]
    if look.role is not None and told.get("headwear") in _PLAIN_HATS and DRESSES[look.role].headwear:
        del told["headwear"]
    if told.get("clothes") == Garment.SPACE_SUIT and look.kind == "person":
        told["role"] = Role.ASTRONAUT
    if told.get("hair_colour") in _WHITE and look.age == "adult" and not appearance.has_told_age:
        told["age"] = "old"
    return told


def _choose_animal_look(appearance: Appearance, species: Species) -> CharacterLook:
    animal = ANIMALS[species]
    told = next((word for word in appearance.adjectives if word in COAT_COLOURS), "")
    return CharacterLook(
        kind="animal",
        species=species,
        age=appearance.age,
        gender=appearance.gender,
        hair_colour=told or animal.coat or _choose(appearance, "coat", EVERYDAY_COATS),
        adjectives=tuple(word for word in appearance.adjectives if word == "little"),
        feature=animal.feature,
        is_group=appearance.is_group,
    )


def _choose(appearance: Appearance, what: str, choices: Sequence[Value]) -> Value:
    """Choose by the name alone, so that a character looks the same in every scene and every run."""
    return _choose_by(appearance.name, what, choices)


def _choose_by(name: str, what: str, choices: Sequence[Value]) -> Value:
    digest = hashlib.sha256(f"{what}:{name.casefold()}".encode()).digest()
    return choices[int.from_bytes(digest[:4], "big") % len(choices)]


def _rank_noun(noun: CharacterNoun) -> tuple[bool, bool, str]:
    """Rank a character's nouns by how much they say of the clothes."""
    has_uniform = noun.role is not None and bool(DRESSES[noun.role].wording)
    return noun.role is None and noun.species is None, not has_uniform, noun.head


def _to_gender(gender: str) -> Gender:
    return "female" if gender == "female" else "male" if gender == "male" else "neutral"
