"""The readers of descriptions: what a person writes by hand, as data."""

import pytest

from app.vocabulary.clothes import Headwear
from app.vocabulary.light import Weather, read_weather
from app.vocabulary.look_reader import read_look
from app.vocabulary.people import ROLE_NOUNS
from app.vocabulary.place_reader import find_setting, read_place
from app.vocabulary.places import Feature
from app.vocabulary.roles import Role
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species, list_species_words
from app.vocabulary.staging import (
    CROWD_WORDS,
    POSTURE_WORDS,
    Figure,
    Posture,
    Staging,
)
from app.vocabulary.staging_reader import read_staging

SPECIES_WORDS = [(word, species) for species in Species for word in list_species_words(species)]
SETTING_WORDS = [
    (word, setting)
    for setting, facts in SETTINGS.items()
    for word in (*facts.words, *facts.description_words)
]
PROPS = {"a lantern": "lantern", "her lamp": "lantern", "the red rose": "rose", "a bow": "bow and arrow"}


@pytest.mark.parametrize(("word", "species"), SPECIES_WORDS)
def test_every_word_for_an_animal_names_it_in_a_name_and_in_a_description(
    word: str, species: Species
) -> None:
    named, described = read_look(f"The {word.title()}", ""), read_look("Pip", f"a {word}")

    assert (named.species, described.species) == (species, species)


@pytest.mark.parametrize(("noun", "role"), ROLE_NOUNS.items())
def test_every_noun_for_a_role_names_it_in_a_name_and_in_a_description(noun: str, role: Role) -> None:
    named, described = read_look(f"The {noun.title()}", ""), read_look("Pip", f"a {noun}")

    assert (named.role, described.role) == (role, role)
    assert (named.species, described.species) == (None, None)


@pytest.mark.parametrize(("word", "setting"), SETTING_WORDS)
def test_every_word_for_a_setting_names_it(word: str, setting: Setting) -> None:
    assert find_setting((word,), indoors=SETTINGS[setting].indoors) is setting


def test_a_description_gives_the_look() -> None:
    look = read_look("Elena", "a tall, thin old woman with long golden hair in a green dress and a straw hat")

    assert (look.age, look.gender, look.build, look.stature) == ("old", "female", "slim", "tall")
    assert (look.hair, look.hair_colour) == ("long", "golden")
    assert (look.clothes, look.clothes_colour, look.headwear) == ("dress", "green", Headwear.STRAW_HAT)


def test_what_a_description_does_not_say_stays_open() -> None:
    look = read_look("Pip", "")

    assert (look.gender, look.age, look.role, look.hair, look.clothes) == ("neutral", "adult", None, "", "")


def test_a_description_gives_the_place() -> None:
    place = read_place("INT. MILL - NIGHT", "", "a mill by the bridge in heavy rain, present day")

    assert (place.setting, place.indoors, place.weather) == (Setting.MILL, True, Weather.RAIN)
    assert (place.era, place.features) == ("modern", (Feature.BRIDGE,))


def test_snow_on_the_ground_is_no_weather() -> None:
    assert read_weather("snow on the mountain") is None
    assert read_weather("falling snow on the mountain") is Weather.SNOW


@pytest.mark.parametrize("posture", POSTURE_WORDS)
def test_every_word_for_a_posture_names_it(posture: Posture) -> None:
    read = {word: read_staging(word) for word in POSTURE_WORDS[posture]}

    assert read == {word: Staging((Figure(posture=posture),)) for word in POSTURE_WORDS[posture]}


@pytest.mark.parametrize(("words", "prop"), PROPS.items())
def test_a_thing_that_one_has_with_one_is_in_the_hand(words: str, prop: str) -> None:
    assert read_staging(f"She comes with {words}.").figures[0].held_prop == prop


@pytest.mark.parametrize("text", ["He sits by the lamp.", "A girl with a red hat.", "She carries the bed."])
def test_what_stands_about_or_is_worn_or_is_large_is_in_no_hand(text: str) -> None:
    assert all(figure.held_prop is None for figure in read_staging(text).figures)


@pytest.mark.parametrize("word", CROWD_WORDS)
def test_every_word_for_a_crowd_names_one(word: str) -> None:
    assert read_staging(f"before {word}").has_crowd


def test_of_several_postures_and_props_one_is_taken() -> None:
    staging = read_staging("She walked in with a book, sat down by the lamp and fell asleep.")

    assert staging == Staging((Figure("", Posture.SLEEP, "book"),))


@pytest.mark.parametrize("text", ["", "The sun rose over the bow of the ship.", "Der Fuchs schlief."])
def test_without_a_known_word_people_stand_alone_and_hold_nothing(text: str) -> None:
    assert read_staging(text) == Staging()
