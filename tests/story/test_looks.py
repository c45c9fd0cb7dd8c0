"""What a story says of looks, places and staging, as data, and the prompts written from it."""

import hashlib
import json
from dataclasses import asdict

import pytest

from app.story.scene import SceneDraft
from app.story.segmentation import complete, cut
from app.vocabulary.light import Weather
from app.vocabulary.looks import CharacterLook
from app.vocabulary.places import Feature
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.staging import Posture

WALK = "On the next morning the old king rode into the forest by the bridge. It rained. A fox met the king."


def look_of(story: str, name: str, language: str = "en") -> CharacterLook:
    """Return a character's look in the first scene of a story."""
    scene = cut(story, "prose", language)[0]
    look = scene.looks[scene.characters.index(name)]
    assert look is not None
    return look


def test_a_scene_carries_its_place_as_data() -> None:
    place = cut(WALK)[0].place

    assert place is not None
    assert (place.setting, place.indoors, place.weather) == (Setting.FOREST, False, Weather.RAIN)
    assert (place.era, place.features) == ("tale", (Feature.BRIDGE,))


def test_a_scene_carries_a_look_for_each_character() -> None:
    king, fox = look_of(WALK, "The King"), look_of(WALK, "The Fox")

    assert (king.kind, king.role, king.gender, king.age) == ("person", Role.KING, "male", "old")
    assert (fox.kind, fox.species, fox.hair_colour) == ("animal", Species.FOX, "russet")


@pytest.mark.parametrize(
    ("language", "story", "name", "species"),
    [
        ("de", "Der Fuchs lief in den Wald. Der Fuchs schlief.", "Der Fuchs", Species.FOX),
        ("fr", "Un loup courut dans la forêt. Le loup dormit.", "Le loup", Species.WOLF),
        ("es", "El gato corrió por el bosque. El gato durmió.", "El gato", Species.CAT),
        ("en", "A dragon flew over the castle. The dragon slept.", "The Dragon", Species.DRAGON),
    ],
)
def test_an_animal_of_any_language_is_known_by_its_species(
    language: str, story: str, name: str, species: Species
) -> None:
    assert look_of(story, name, language).species is species


def test_a_role_of_another_language_wears_its_dress() -> None:
    scene = cut("Der König schlief im Schloss. Der König träumte.", "prose", "de")[0]

    assert scene.looks[0] is not None
    assert scene.looks[0].role is Role.KING
    assert "a gold crown and an ermine-trimmed robe" in scene.character_prompts[0]


def test_a_slug_line_in_words_of_its_own_plays_in_the_nearest_setting() -> None:
    scene = cut("INT. MARA'S TINY KITCHEN - NIGHT\n\nMara cooks.", "fountain")[0]

    assert scene.place is not None
    assert (scene.setting, scene.place.setting) == ("mara's tiny kitchen", Setting.KITCHEN)
    assert scene.place.indoors


def test_words_that_a_writer_gives_have_no_data_beside_them() -> None:
    given = {"characters": ["Rex"], "character_prompts": ["a green dragon"], "background_prompt": "a cave"}

    scene = complete("They waited.", given, None)

    assert (scene.looks, scene.place) == ((None,), None)
    assert (scene.character_prompts, scene.background_prompt) == (("a green dragon",), "a cave")


def test_a_mood_that_a_writer_gives_leaves_the_weather_of_the_words() -> None:
    scene = complete("It rained on the field.", {"mood": "tense"}, None)

    assert scene.place is not None
    assert (scene.mood, scene.place.weather) == ("tense", Weather.RAIN)
    assert "steady rain" in scene.background_prompt


def test_a_scene_between_others_keeps_the_looks_of_the_one_before() -> None:
    before = cut(WALK)[0]

    scene = complete("They waited.", {"characters": ["The Fox", "Rex"]}, before)

    assert scene.looks[0] == before.looks[before.characters.index("The Fox")]
    assert scene.looks[1] == complete("They waited.", {"characters": ["Rex"]}, before).looks[0]


@pytest.mark.parametrize(
    ("story", "story_format"),
    [
        ("Mara sat among the guests with a book.", "prose"),
        ("INT. HALL - DAY\n\nMara sits among the guests with a book.", "fountain"),
    ],
)
def test_the_shots_of_a_scene_carry_its_staging(story: str, story_format: str) -> None:
    scene = cut(story, story_format)[0]

    figures = [figure for shot in scene.shots if shot.staging for figure in shot.staging.figures]
    assert (Posture.SIT, "book") in {(figure.posture, figure.held_prop) for figure in figures}
    assert all(shot.staging and shot.staging.has_crowd for shot in scene.shots)


def test_scenes_are_the_same_on_every_machine() -> None:
    scenes: list[SceneDraft] = cut(WALK * 3)

    plain = json.dumps([asdict(scene) for scene in scenes], sort_keys=True)
    assert (
        hashlib.sha256(plain.encode()).hexdigest()
        == "8ee28f5fd361383572a00747f19c1f9bd6fed6a2689286e99ef690658df693f0"
    )
