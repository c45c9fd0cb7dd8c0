"""No two people of a story look alike, and each is the same from every side and in every size."""

from dataclasses import replace
from itertools import combinations

import pytest

from app.film.boards.cast.traits import Traits, choose_traits
from app.film.boards.composition import choose_cast, compose
from app.film.boards.layers import Depiction
from app.film.boards.palette import choose_palette
from app.film.brief import Look
from app.vocabulary.clothes import Headwear
from app.vocabulary.looks import CharacterLook
from app.vocabulary.people import Gender
from app.vocabulary.roles import Role
from app.vocabulary.staging import Facing, Figure
from tests.film.boards.craft.gold_shots import load_shots
from tests.film.boards.craft.likeness import list_differences
from tests.film.boards.shots import LOOKS, brief

LEAST_DIFFERENCES = 2
"""How many traits of two people clearly differ at least."""
MOST_ALIKE = 0.04
"""The share of pairs of made-up names, 0 to 1, that may differ in less, where the looks are all the same."""
WOMEN = "Anna Berta Clara Dora Emma Frieda Greta Hanna Ida Julia Klara Lena Mara Nora Olga Paula Rosa Vera"
MEN = "Anton Bruno Carl David Emil Franz Georg Hans Igor Jakob Karl Leo Max Nils Otto Paul Simon Viktor"
SIZES = ("wide", "full", "medium", "medium_close_up", "close_up")
FACINGS: tuple[Facing, ...] = ("camera", "left", "right", "away")
HATS = (None, Headwear.STRAW_HAT, Headwear.BERET, Headwear.KERCHIEF)


def list_people() -> dict[str, list[Traits]]:
    """Return the people of each gold story, as they are drawn."""
    people: dict[str, dict[str, Traits]] = {}
    for shot in load_shots():
        own = people.setdefault(shot.story, {})
        own.update((traits.name, traits) for traits in choose_cast(shot.brief) if traits.species is None)
    return {story: list(named.values()) for story, named in people.items()}


def draw_one(shot_type: str, facing: Facing, look: CharacterLook) -> Depiction:
    """Return what a shot shows of Mara."""
    shot = replace(brief(shot_type, Figure("Mara", facing=facing)), looks=(look,))
    return compose(shot, Look((320, 180))).depictions[0]


def test_no_two_people_of_a_story_are_alike() -> None:
    pairs = [
        (story, one.name, other.name, list_differences(one, other))
        for story, people in list_people().items()
        for one, other in combinations(people, 2)
    ]

    assert len(pairs) > 100
    assert [pair for pair in pairs if len(pair[-1]) < LEAST_DIFFERENCES] == []


@pytest.mark.parametrize(
    "look",
    [
        CharacterLook(),
        CharacterLook(age="old"),
        CharacterLook(age="child"),
        CharacterLook(role=Role.SOLDIER),
        CharacterLook(role=Role.NURSE),
    ],
    ids=["grown", "old", "child", "soldier", "nurse"],
)
@pytest.mark.parametrize(("gender", "names"), [("female", WOMEN), ("male", MEN)])
def test_hardly_any_two_names_of_one_kind_and_trade_look_alike(
    gender: Gender, names: str, look: CharacterLook
) -> None:
    own = replace(look, gender=gender)
    people = [choose_traits(name, own) for name in names.split()]

    differences = [len(list_differences(*pair)) for pair in combinations(people, 2)]

    assert min(differences) > 0
    assert sum(count < LEAST_DIFFERENCES for count in differences) / len(differences) <= MOST_ALIKE


@pytest.mark.parametrize("facing", FACINGS)
@pytest.mark.parametrize("shot_type", SIZES)
def test_hair_and_cloth_have_the_same_colours_from_every_side_and_in_every_size(
    shot_type: str, facing: Facing
) -> None:
    traits, palette = choose_traits("Mara", LOOKS["Mara"]), choose_palette("day", "calm")

    shown = draw_one(shot_type, facing, LOOKS["Mara"])

    fills = {shape.fill for shape in shown.shapes}
    assert {palette.skin(colour) for colour in (traits.hair_colour, traits.outfit.main)} <= fills
    assert shown.is_away is (facing == "away")


@pytest.mark.parametrize("facing", FACINGS)
@pytest.mark.parametrize("shot_type", SIZES)
def test_hats_and_ways_to_wear_the_hair_differ_from_every_side_and_in_every_size(
    shot_type: str, facing: Facing
) -> None:
    hats = [replace(LOOKS["Mara"], headwear=hat) for hat in HATS]
    cuts = [replace(LOOKS["Mara"], hair=hair) for hair in ("short", "long", "braided", "pinned-up")]

    shown = [{shape.path for shape in draw_one(shot_type, facing, look).shapes} for look in (*hats, *cuts)]

    assert all(one != other for one, other in combinations(shown[: len(hats)], 2))
    assert all(one != other for one, other in combinations(shown[len(hats) :], 2))
