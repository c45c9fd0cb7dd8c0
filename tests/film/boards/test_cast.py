"""The cast: known again in each panel, framed whole, dressed for the story."""

import math
from dataclasses import replace

import pytest

from app.film.boards.cast.pose import HEAD, strike_pose
from app.film.boards.cast.stances import STANCES
from app.film.boards.cast.traits import Traits, choose_traits
from app.film.boards.composition import compose
from app.film.boards.layers import Layer, Painting
from app.film.boards.palette import choose_palette
from app.film.boards.pen import Pen
from app.film.boards.things.holding import paint_held
from app.film.brief import Look, ShotBrief
from app.vocabulary.actions import Action
from app.vocabulary.look_reader import read_look
from app.vocabulary.looks import CharacterLook
from app.vocabulary.shots import SHOT_TYPES
from app.vocabulary.staging import Figure, Posture, Staging
from tests.film.boards.shots import holds

PEOPLE = ("Mara", "Tobias", "Queen Maud", "Agnes", "Rusty")
PROMPTS = ("a girl in a red cloak", "an old fisherman", "the queen", "a witch", "a fox")
HELD = ("lantern", "sword", "letter", "key", "bow", "bread", "umbrella", "phone", "suitcase")
SHAPES = ((320, 180), (180, 320), (200, 200))


def read_traits(name: str, description: str) -> Traits:
    """Return the traits of a character whom a text describes."""
    return choose_traits(name, read_look(name, description))


def _scene(shot_type: str, count: int) -> ShotBrief:
    return ShotBrief(
        "1A",
        "EXT. VILLAGE",
        "They walk.",
        PEOPLE[:count],
        PROMPTS[:count],
        setting="village",
        shot_type=shot_type,
    )


def _colours(painting: Painting) -> set[object]:
    return {shape.fill for shape in painting["cast"].shapes if isinstance(shape.fill, str)}


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("shot_type", SHOT_TYPES)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_no_head_is_cropped(shot_type: str, size: tuple[int, int], count: int) -> None:
    painting = compose(_scene(shot_type, count), Look(size))

    assert painting.heads or (shot_type, count) == ("point_of_view", 1)
    assert [head for head in painting.heads if not holds(painting.canvas.safe, head)] == []


@pytest.mark.parametrize("shot_type", ["wide", "full", "medium", "close_up"])
def test_a_character_keeps_skin_hair_and_cloth_from_shot_to_shot(shot_type: str) -> None:
    traits, palette = read_traits(PEOPLE[0], PROMPTS[0]), choose_palette("day", "calm")
    own = {palette.skin(colour) for colour in (traits.skin, traits.hair_colour, traits.outfit.main)}

    painting = compose(_scene(shot_type, 1), Look((320, 180)))

    assert own <= _colours(painting)


def test_another_name_is_another_person() -> None:
    assert read_traits("Tobias", "") != replace(read_traits("Ilse", ""), name="Tobias")


def test_a_value_given_in_a_look_changes_no_other() -> None:
    plain, tall = (choose_traits("Mara", CharacterLook(stature=height)) for height in ("", "tall"))

    assert tall.stature > plain.stature
    assert replace(tall, stature=plain.stature) == plain


@pytest.mark.parametrize(
    ("name", "prompt", "age", "hat"),
    [
        ("Queen Maud", "", "adult", "crown"),
        ("Agnes", "an old witch", "old", "pointed"),
        ("Kurt", "a soldier", "adult", "steel_helmet"),
        ("Hans", "a little boy", "child", None),
        ("Tobias", "an old fisherman", "old", "knit"),
    ],
)
def test_age_and_hat_follow_the_words(name: str, prompt: str, age: str, hat: str | None) -> None:
    traits = read_traits(name, prompt)

    assert (traits.age, traits.outfit.headwear) == (age, hat)


def test_the_words_colour_the_clothes_and_the_hair() -> None:
    traits = read_traits("Elena", "a woman with golden hair in a green dress")

    assert traits.hair_colour == "#d6ac58"
    assert traits.outfit.main == "#4f7350"
    assert traits.outfit.is_long


def test_a_wife_of_a_fisherman_is_no_fisherman() -> None:
    traits = read_traits("Ilse", "the fisherman’s wife")

    assert traits.role is None
    assert traits.is_woman


@pytest.mark.parametrize(
    ("name", "prompt", "species"),
    [
        ("Rusty", "a fox", "fox"),
        ("The cat", "", "cat"),
        ("Duck", "", "duck"),
        ("Bella", "a grey donkey", "donkey"),
        ("Hans", "a boy with a dog", None),
        ("Fisherman", "", None),
        ("Queen Bee", "", "bee"),
        ("The Queen of the Bees", "a woman with a silver crown", None),
    ],
)
def test_animals_are_told_from_people(name: str, prompt: str, species: str | None) -> None:
    assert read_traits(name, prompt).species == species


def test_every_posture_has_a_pose_of_its_own() -> None:
    person = read_traits("Mara", "a woman")
    poses = {posture: strike_pose(person, posture) for posture in Posture}

    joints = {
        (pose.hip, pose.chest, pose.back_hand, pose.front_hand, pose.stance.turn) for pose in poses.values()
    }

    assert set(STANCES) == set(Posture)
    # Who sleeps and who lies differ in the face, too.
    assert len(joints) >= len(Posture) - 1


def test_one_who_sits_can_read_and_eat() -> None:
    person = read_traits("Mara", "a woman")

    rest, book, bread = (
        strike_pose(person, Posture.SIT, action) for action in (None, Action.READ, Action.EAT)
    )

    assert rest.hip == book.hip == bread.hip
    assert len({rest.front_hand, book.front_hand, bread.front_hand}) == 3
    assert math.dist(bread.front_hand, bread.head) < HEAD["adult"]


@pytest.mark.parametrize("prop", HELD)
def test_every_prop_is_drawn_in_a_hand(prop: str) -> None:
    layer = Layer("cast")

    paint_held(Pen(layer), choose_palette("day", "calm"), prop)

    assert layer.shapes


def test_a_scene_without_a_staging_is_staged_by_its_description() -> None:
    told = replace(_scene("full", 1), description="She runs with a lantern.")
    staged = replace(told, description="", staging=Staging((Figure("", Posture.RUN, "lantern"),)))

    first, second = (compose(scene, Look((320, 180))) for scene in (told, staged))

    assert first["cast"].shapes == second["cast"].shapes


def test_a_staging_overrules_the_description() -> None:
    told = replace(_scene("full", 1), description="She runs through the crowd with a lantern.")
    staged = replace(told, staging=Staging())
    silent = replace(staged, description="")

    read, typed, plain = (compose(scene, Look((320, 180))) for scene in (told, staged, silent))

    assert typed["cast"].shapes == plain["cast"].shapes != read["cast"].shapes
    assert typed["near"].shapes == plain["near"].shapes != read["near"].shapes


def test_a_colour_reaches_the_cloth_over_the_words_between() -> None:
    traits = read_traits("Gretel", "a girl with short dark brown hair, wearing a plum patched tunic")

    assert (traits.hair_colour, traits.hair) == ("#6a452c", "short")
    assert traits.outfit.main == "#6f4060"


def test_an_animal_has_the_fur_its_words_give_it() -> None:
    assert read_traits("The Cat", "a little white cat with green eyes").coat == "#e6e0d4"


def test_a_backdrop_with_no_people_has_no_crowd() -> None:
    plain = _scene("wide", 1)
    told = replace(plain, background_prompt="village in daylight, no people")

    first, second = (compose(scene, Look((320, 180))) for scene in (plain, told))

    assert len(first["near"].shapes) == len(second["near"].shapes)


def test_a_crowd_is_suggested_where_the_staging_has_one() -> None:
    alone = replace(_scene("wide", 1), staging=Staging())
    watched = replace(alone, staging=Staging(has_crowd=True))

    quiet, busy = (compose(scene, Look((320, 180))) for scene in (alone, watched))

    assert len(busy["near"].shapes) > len(quiet["near"].shapes) + 100


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_point_of_view_shows_everybody_but_the_one_who_looks(count: int) -> None:
    seen, wide = (compose(_scene(shot, count), Look((320, 180))) for shot in ("point_of_view", "wide"))

    assert len(seen.heads) == min(count, 5) - 1
    assert len(wide.heads) == count


@pytest.mark.parametrize("prop", HELD)
@pytest.mark.parametrize("size", SHAPES)
def test_an_insert_shows_the_prop_in_the_hand_and_no_face(prop: str, size: tuple[int, int]) -> None:
    scene = replace(_scene("insert", 2), staging=Staging((Figure(held_prop=prop),)))

    painting = compose(scene, Look(size))

    assert painting.heads == []
    assert painting["cast"].shapes


def test_an_insert_without_a_prop_shows_a_face() -> None:
    assert len(compose(_scene("insert", 2), Look((320, 180))).heads) == 1
