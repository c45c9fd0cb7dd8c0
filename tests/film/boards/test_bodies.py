"""Whatever the vocabulary knows can be drawn: animals as animals, roles in their dress, settings in a set."""

from dataclasses import replace

import pytest

from app.film.boards.cast.animals.sources import ANIMALS
from app.film.boards.cast.traits import choose_traits
from app.film.boards.composition import compose
from app.film.boards.layers import Painting
from app.film.boards.sets.catalogue import OUTDOOR_SETS, SETS, choose_set
from app.film.brief import Look, ShotBrief
from app.story.lexicon import LEXICONS
from app.story.lexicon.entries import CharacterNoun
from app.vocabulary.accessories import Accessory
from app.vocabulary.clothes import CLOTHES, Garment, Headwear
from app.vocabulary.looks import CharacterLook
from app.vocabulary.people import PEOPLE_NOUNS, ROLE_NOUNS, Gender
from app.vocabulary.places import Place
from app.vocabulary.roles import DRESSES, Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.words import listed

LOOK = Look((320, 180))
FIELD = Place(Setting.FIELD, indoors=False)
NOUNS = [(language, noun) for language in LEXICONS.values() for noun in language.character_nouns.values()]
# Nouns for people without a role: they dress by their age, their gender and the era.
PLAIN_PEOPLE = frozenset(
    listed(
        "man, father, husband, gentleman, fellow, uncle, brother, master, bridegroom, stepfather, woman, "
        "mother, wife, stepmother, aunt, sister, mistress, widow, maiden, housewife, boy, son, lad, "
        "grandson, nephew, schoolboy, girl, daughter, lass, granddaughter, niece, schoolgirl, stepdaughter, "
        "child, baby, infant, orphan, apprentice, kid, pupil, grandfather, greybeard, grandpa, grandmother, "
        "grandma, crone, hag, customer, buyer, neighbour, neighbor, couple, parent, friend, guest, villager, "
        "townsperson, baker's, choirboy, altar-boy, toddler, schoolchild, grandchild, newborn, teenager, "
        "adolescent, teen, granddad, grandad, gramps, great-grandfather, widower, patriarch, granny, gran, "
        "nana, great-grandmother, matriarch, pensioner, elder, veteran, retiree, grandparent, colonel, "
        "admiral, professor, oldster, centenarian"
    )
)


def draw(look: CharacterLook, shot_type: str = "full") -> Painting:
    brief = ShotBrief("1A", "", "", ("Pip",), ("",), shot_type=shot_type, looks=(look,), place=FIELD)
    return compose(brief, LOOK)


def test_every_species_has_a_drawing() -> None:
    assert set(ANIMALS) == set(Species)


@pytest.mark.parametrize("shot_type", ["full", "close_up"])
@pytest.mark.parametrize("species", Species)
def test_every_species_is_drawn_as_an_animal(species: Species, shot_type: str) -> None:
    look = CharacterLook(kind="animal", species=species)

    painting = draw(look, shot_type)

    assert choose_traits("Pip", look).species is species
    assert len(painting.heads) == 1
    assert painting["cast"].shapes


@pytest.mark.parametrize("noun", [noun for _, noun in NOUNS if noun.is_animal], ids=lambda noun: noun.title)
def test_no_animal_of_a_lexicon_is_a_person_in_a_coat(noun: CharacterNoun) -> None:
    traits = choose_traits(noun.title, CharacterLook(kind="animal", species=noun.species))

    assert traits.species is noun.species
    assert not traits.is_person


@pytest.mark.parametrize("gender", ["female", "male"])
@pytest.mark.parametrize("role", Role)
def test_every_role_is_drawn_in_its_dress(role: Role, gender: Gender) -> None:
    look = CharacterLook(role=role, gender=gender)

    painting = draw(look)

    outfit = choose_traits("Pip", look).outfit
    is_bare = DRESSES[role].headwear is Headwear.NURSE_CAP and gender == "male"
    assert outfit.headwear is (None if is_bare else DRESSES[role].headwear)
    assert DRESSES[role].colour in ("", outfit.main)
    assert len(painting.heads) == 1


def test_every_noun_for_people_has_a_role_or_is_plain_on_purpose() -> None:
    nouns = {noun for several in PEOPLE_NOUNS.values() for noun in several}

    assert nouns - set(ROLE_NOUNS) == PLAIN_PEOPLE
    assert not PLAIN_PEOPLE & set(ROLE_NOUNS)


@pytest.mark.parametrize("headwear", Headwear)
def test_every_headwear_is_drawn(headwear: Headwear) -> None:
    bare, covered = (
        draw(CharacterLook(role=Role.SHOEMAKER, hair="short", headwear=worn), "close_up")
        for worn in (None, headwear)
    )

    assert len(covered["cast"].shapes) > len(bare["cast"].shapes)


@pytest.mark.parametrize("item", Accessory)
def test_every_accessory_is_drawn(item: Accessory) -> None:
    look = CharacterLook(gender="male", role=Role.TEACHER, hair="short")

    plain, worn = (draw(one)["cast"].shapes for one in (look, replace(look, worn=(item.value,))))

    assert plain != worn


def test_a_told_colour_of_a_hat_is_its_own() -> None:
    look = CharacterLook(gender="male", headwear=Headwear.BRIMMED_HAT, clothes="coat", clothes_colour="red")

    plain, dyed = (draw(one)["cast"].shapes for one in (look, replace(look, headwear_colour="green")))

    assert plain != dyed


def test_men_of_a_trade_whose_dress_is_a_womans_wear_their_own() -> None:
    nurse = choose_traits("Kofi", CharacterLook(role=Role.NURSE, gender="male"))

    assert nurse.outfit.garment is Garment.T_SHIRT
    assert nurse.outfit.headwear is None


@pytest.mark.parametrize("clothes", CLOTHES)
def test_all_clothes_are_drawn(clothes: str) -> None:
    worn = choose_traits("Pip", CharacterLook(clothes=clothes, gender="male")).outfit

    assert CLOTHES[clothes].garment in (None, worn.garment)
    assert CLOTHES[clothes].is_cloaked == worn.is_cloaked


@pytest.mark.parametrize("indoors", [False, True])
@pytest.mark.parametrize("setting", Setting)
def test_every_setting_is_drawn_indoors_and_out(setting: Setting, indoors: bool) -> None:
    place = Place(setting, indoors)

    painting = compose(ShotBrief("1A", "", "", place=place), LOOK)

    assert choose_set(place) in SETS
    assert (choose_set(place) in OUTDOOR_SETS) is not indoors or choose_set(place) == "cave"
    assert sum(len(layer.shapes) for layer in painting.layers.values()) > 10
