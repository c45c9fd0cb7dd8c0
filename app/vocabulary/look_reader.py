"""Reads an English description of a character into a `CharacterLook`."""

import re
from collections.abc import Mapping
from typing import TypeVar

from app.vocabulary.clothes import CLOTH_COLOURS, Garment
from app.vocabulary.clothes_words import (
    CLOAK_WORDS,
    COLOURED_CLOTHES_WORDS,
    GARMENT_WORDS,
    HEADWEAR_WORDS,
    MODERN_CLOTHES_WORDS,
)
from app.vocabulary.looks import (
    BUILD_WORDS,
    COAT_COLOURS,
    HAIR_COLOURS,
    HAIR_WORDS,
    SKIN_WORDS,
    STATURE_WORDS,
    Beard,
    CharacterLook,
    Hair,
)
from app.vocabulary.people import PEOPLE_NOUNS, ROLE_NOUNS, Age, Gender, find_role
from app.vocabulary.roles import DRESSES, Role
from app.vocabulary.species import Species, find_species
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.words import Words, listed

Value = TypeVar("Value")


def _list_nouns(position: int, value: str) -> tuple[str, ...]:
    return tuple(noun for key, nouns in PEOPLE_NOUNS.items() if key[position] == value for noun in nouns)


_CHILD = (*_list_nouns(1, "child"), *listed("little, toddler, twin, children"))
_OLD = (*_list_nouns(1, "old"), *listed("old, elder, elderly, aged, ancient, granny, wizened"))
_GROWN = listed("man, woman, king, queen, father, mother, adult, wife, husband, soldier")
_WOMEN = (*_list_nouns(0, "female"), *listed("she, her, female, granny, nurse, mrs, miss, hostess"))
_MEN = (*_list_nouns(0, "male"), *listed("he, his, male, mr, sir, dwarf"))

# Words for people that are used of animals as well; they do not show that a description is of a person.
_SAID_OF_ANIMALS = frozenset(
    listed(
        "old, little, he, she, his, her, male, female, aged, ancient, mother, father, king, queen, baby, "
        "brother, sister, son, daughter, master, mistress, friend, parent, lord, lady, fellow, giant, guard, "
        "kid, spirit, ghost, couple, orphan"
    )
)
_PEOPLE = tuple({*_CHILD, *_OLD, *_GROWN, *_WOMEN, *_MEN, *ROLE_NOUNS, "person"} - _SAID_OF_ANIMALS)
# A name with one of these names a person: "the Goose Girl".
_NEVER_ANIMALS = ("girl", "boy", "man", "woman", "fisherman")
_ROYAL = ("king", "queen", "prince", "princess")
_COAT_WITHIN = 8  # words of a description in which the colour of a coat stands
_OWNER = re.compile(r"\b[^\W_]+['’]s\b(?=\s+\w)")


def read_name(name: str) -> Words:
    """Return the words of a name without owners: "the fisherman's wife" is no fisherman."""
    return Words(_remove_owners(name))


def read_look(name: str, description: str) -> CharacterLook:
    """Return the look that a name and an English description give; fields that they do not name stay open."""
    named, words = read_name(name), Words(_remove_owners(f"{name}. {description}"))
    species = _read_species(named, Words(description))
    role = find_role(named) or find_role(words)
    clothes = _read_clothes(words, role)
    return CharacterLook(
        kind="animal" if species else "robot" if role is Role.ROBOT else "person",
        species=species,
        age=_read_age(words),
        gender=_read_gender(named, words),
        role=role,
        build=_find_meaning(BUILD_WORDS, words) or "",
        stature=_find_meaning(STATURE_WORDS, words) or "",
        skin=_find_meaning(SKIN_WORDS, words) or "",
        hair=_read_hair(words),
        hair_colour=_read_coat(Words(description)) if species else _read_hair_colour(words),
        beard=_read_beard(words),
        clothes=clothes,
        clothes_colour=_read_clothes_colour(words),
        headwear=HEADWEAR_WORDS.get(words.first(HEADWEAR_WORDS) or ""),
        is_cloaked=words.has_any(*CLOAK_WORDS),
    )


def _remove_owners(text: str) -> str:
    text = re.sub(r"\bking['’]s (son|sons)\b", "prince", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(king|queen)['’]s daughters?\b", "princess", text, flags=re.IGNORECASE)
    return _OWNER.sub(" ", text)


def _find_meaning(table: Mapping[Value, tuple[str, ...]], words: Words) -> Value | None:
    return next((value for value, names in table.items() if words.has_any(*names)), None)


def _read_species(named: Words, description: Words) -> Species | None:
    """Return the animal that a character is; a person whose description mentions one stays a person."""
    if named.has_any("queen bee"):
        return Species.BEE
    if not named.has_any(*_NEVER_ANIMALS, *_ROYAL) and (species := find_species(named)):
        return species
    is_person = named.has_any(*_ROYAL) or description.has_any(*_PEOPLE)
    if is_person:
        return None
    return find_species(description) or _find_species_of_kind(named)


def _find_species_of_kind(named: Words) -> Species | None:
    """Return the species like which an animal of another kind looks: a cockatoo is a bird."""
    noun = find_noun(named.sequence[-1]) if named.sequence else None
    return noun.species if noun is not None and noun.noun_class is NounClass.ANIMAL else None


def _read_gender(named: Words, words: Words) -> Gender:
    for source in (named, words):
        women, men = source.count(_WOMEN), source.count(_MEN)
        if women != men:
            return "female" if women > men else "male"
    return "neutral"


def _read_age(words: Words) -> Age:
    if words.has_any(*_OLD):
        return "old"
    return "child" if words.has_any(*_CHILD) and not words.has_any(*_GROWN) else "adult"


def _list_hair_words(words: Words) -> list[str]:
    """Return each "hair" or "beard" with the four words before it."""
    said: list[str] = []
    for place, word in enumerate(words.sequence):
        if word in ("hair", "haired", "beard", "bearded", "braids", "curls"):
            said += words.sequence[max(0, place - 4) : place + 1]
    return said


def _read_hair_colour(words: Words) -> str:
    said = next((word for word in reversed(_list_hair_words(words)) if word in HAIR_COLOURS), "")
    return said or ("blond" if words.has_any("blond", "blonde", "goldilocks") else "")


def _read_coat(description: Words) -> str:
    return next((word for word in description.sequence[:_COAT_WITHIN] if word in COAT_COLOURS), "")


def _read_hair(words: Words) -> Hair:
    said = _list_hair_words(words)
    hair = next((hair for word, hair in HAIR_WORDS.items() if word in said), None)
    return hair or ("bald" if words.has_any("bald") else "")


def _read_beard(words: Words) -> Beard:
    if words.has_any("clean shaven", "beardless"):
        return "none"
    if words.has_any("long beard"):
        return "long"
    if words.has_any("beard", "bearded"):
        return "full"
    return "moustache" if words.has_any("moustache", "mustache") else ""


def _read_clothes(words: Words, role: Role | None) -> str:
    garment = GARMENT_WORDS.get(words.first(GARMENT_WORDS) or "")
    is_dressed = role is not None and DRESSES[role].garment is not None
    if garment is None and not is_dressed and words.has_any(*MODERN_CLOTHES_WORDS):
        garment = Garment.JACKET
    return garment.value if garment else ""


def _read_clothes_colour(words: Words) -> str:
    """Return the first colour said of clothes: "a red cloak", "a teal linen tunic", "dressed in green"."""
    sequence = words.sequence
    for place, word in enumerate(sequence):
        if word in CLOTH_COLOURS:
            said_of = sequence[place + 1 : place + 5]
            is_worn = place > 0 and sequence[place - 1] in ("in", "wears", "wearing")
            if is_worn or any(garment in said_of for garment in COLOURED_CLOTHES_WORDS):
                return word
    return ""
