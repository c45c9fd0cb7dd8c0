"""What English nouns name: by the vocabulary's own words, by corrections, then by WordNet."""

from functools import cache
from typing import cast, get_args

from app.vocabulary.people import PEOPLE_NOUNS, ROLE_NOUNS, Age, Gender
from app.vocabulary.place_words import list_place_words
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import ANIMALS, Species
from app.vocabulary.wordnet.noun_class import Noun, NounClass
from app.vocabulary.wordnet.noun_corrections import CORRECTIONS
from app.vocabulary.wordnet.table import find_facts

NOUN_FILE = "nouns.txt.xz"
_GENDERS = get_args(Gender)


@cache
def find_noun(lemma: str) -> Noun | None:
    """Return what a noun names, None for an unknown one.

    `lemma` is a singular in lower case, of one word or several with spaces or hyphens between them. Of an
    unknown compound, such as "oak table", nothing is known: look for its last word.
    """
    key = lemma.replace("-", " ")
    known = _find_animal(key) or _find_person(key) or CORRECTIONS.get(key)
    return known or _find_place(key, _read_noun(find_facts(NOUN_FILE, key)))


def write_noun(noun: Noun) -> tuple[str, ...]:
    """Return the columns that a noun has in the file of facts."""
    if noun.noun_class is NounClass.NOTHING and not noun.person_share and not noun.animal_share:
        return ("",)
    people = (noun.role or "", noun.gender[0], noun.age[0])
    shares = (f"{noun.person_share * 100:.0f}", f"{noun.animal_share * 100:.0f}")
    return (noun.noun_class, noun.species or noun.setting or "", *people, *shares)


def _read_noun(columns: list[str] | None) -> Noun | None:
    if columns is None:
        return None
    if columns == [""]:
        return Noun(NounClass.NOTHING)
    noun_class, kind, role, gender, age, person_share, animal_share = columns
    is_animal = noun_class == NounClass.ANIMAL
    return Noun(
        NounClass(noun_class),
        species=Species(kind) if is_animal and kind else None,
        setting=Setting(kind) if kind and not is_animal else None,
        role=Role(role) if role else None,
        gender=_GENDER_BY_LETTER[gender],
        age=_AGE_BY_LETTER[age],
        person_share=int(person_share) / 100,
        animal_share=int(animal_share) / 100,
    )


def _find_animal(key: str) -> Noun | None:
    species = _SPECIES.get(key)
    return Noun(NounClass.ANIMAL, species=species, animal_share=1.0) if species else None


def _find_person(key: str) -> Noun | None:
    role = _ROLES.get(key)
    if key not in _PEOPLE and not role:
        return None
    found = CORRECTIONS.get(key) or _read_noun(find_facts(NOUN_FILE, key))
    known: tuple[Gender, Age] = (found.gender, found.age) if found else ("neutral", "adult")
    gender, age = _PEOPLE.get(key, known)
    noun_class = NounClass.ROBOT if role is Role.ROBOT else NounClass.PERSON
    near = found.role if found else None
    return Noun(noun_class, role=role or near, gender=gender, age=age, person_share=1.0)


def _find_place(key: str, found: Noun | None) -> Noun | None:
    """Let a setting's own word name it, where WordNet knows nothing or nothing visible of that name."""
    setting = _SETTINGS.get(key)
    if setting is None:
        return found
    noun_class = found.noun_class if found else NounClass.PLACE
    if noun_class in (NounClass.PLACE, NounClass.VEHICLE):
        return Noun(noun_class, setting=setting)
    return Noun(NounClass.PLACE, setting=setting) if noun_class in _UNSURE else found


# The classes of a word by WordNet against which the table of settings is believed.
_UNSURE = (NounClass.NOTHING, NounClass.OBJECT)
_GENDER_BY_LETTER = {gender[0]: cast(Gender, gender) for gender in _GENDERS}
_AGE_BY_LETTER = {age[0]: cast(Age, age) for age in get_args(Age)}
_SETTINGS = list_place_words()
_SPECIES = {
    word.replace("-", " "): species
    for species in Species
    for word in (species.value, *ANIMALS[species].synonyms)
}
_ROLES = {noun.replace("-", " "): role for noun, role in ROLE_NOUNS.items()}
_PEOPLE = {noun.replace("-", " "): key for key, nouns in PEOPLE_NOUNS.items() for noun in nouns}
