"""The texts of shots are the narration, in any language, and their seconds are its seconds."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.story.coverage import cover_scene, cover_story, list_natural_seconds
from app.story.shot import MAX_SHOTS_OF_SCENE
from app.vocabulary.speech_clock import natural_seconds
from tests.story.coverage.scenes import make_scene

ODD_TEXTS = {
    "nothing": "",
    "punctuation": "… — !!! ***",
    "one word": "Hush.",
    "one long word": "a" * 3000,
    "one giant sentence": "and the sea rose " * 400,
    "spaces": "  Once \n\n upon\ta time.  ",
    "chinese": "从前有一个国王。他住在森林里，“你在哪里？”国王问。晚上女巫来了。" * 5,
    "japanese": "昔々、王様がいました。「どこにいるの？」と王様は言いました。" * 5,
    "thai": "กาลครั้งหนึ่งนานมาแล้วมีพระราชาองค์หนึ่งอาศัยอยู่ในป่า" * 8,
    "emoji": "👨‍👩‍👧 run! 🏃‍♀️ " * 20,
}


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_joined_the_shots_tell_the_narration(name: str) -> None:
    scene = make_scene(ODD_TEXTS[name])

    shots = cover_scene(scene, None, "en")

    assert "".join(shot.text for shot in shots) == scene.narration
    assert 1 <= len(shots) <= MAX_SHOTS_OF_SCENE


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_covered_whole(text: str) -> None:
    shots = cover_scene(make_scene(text), None, "en")

    assert "".join(shot.text for shot in shots) == text
    assert len(shots) == 1 or all(any(char.isalnum() for char in shot.text) for shot in shots)


@pytest.mark.parametrize("name", ["one giant sentence", "chinese", "japanese", "thai"])
def test_text_without_stops_or_spaces_is_cut_into_sane_shots(name: str) -> None:
    language = {"chinese": "zh", "japanese": "ja", "thai": "th"}.get(name, "en")
    text = ODD_TEXTS[name][:700]

    shots = cover_scene(make_scene(text), None, language)

    assert all(shot.duration_sec <= 8 for shot in shots)
    assert len(shots) > 3


def test_a_mark_stays_with_its_letter() -> None:
    shots = cover_scene(make_scene(ODD_TEXTS["thai"]), None, "th")

    assert not any(
        shot.text[0] in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49" for shot in shots
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=8), st.sampled_from(["en", "de", "ja", "zh"]))
def test_the_seconds_of_shots_add_up_to_the_scenes(texts: list[str], language: str) -> None:
    seconds = list_natural_seconds(texts, language)

    assert sum(seconds) == pytest.approx(natural_seconds("".join(texts), language), abs=0.001)
    assert all(second >= 0 for second in seconds)


def test_two_hundred_thousand_characters_are_covered_in_seconds_and_within_the_limit() -> None:
    text = "The old bell rang over the harbour, and nobody came to look. " * 3300
    start = time.process_time()

    (scene,) = cover_story([make_scene(text)])

    assert time.process_time() - start < 8
    assert len(scene.shots) == MAX_SHOTS_OF_SCENE
    assert "Longer shots" in scene.notes[-1]


def test_a_story_has_no_more_shots_than_a_project_may() -> None:
    scenes = [make_scene("The bell rang twice. Then it was quiet again in all the streets. " * 4)] * 20

    covered = cover_story(scenes, "en", most=40)

    assert sum(len(scene.shots) for scene in covered) <= 40
    assert all(scene.notes for scene in covered)
    assert all("".join(shot.text for shot in scene.shots) == scene.narration for scene in covered)


def test_covering_is_the_same_every_time() -> None:
    scene = make_scene("Mara ran. “Wait!” cried Ole. The key fell.", ["Mara", "Ole"], (), [("Ole", "Wait!")])

    assert cover_scene(scene, None, "en") == cover_scene(replace(scene), None, "en")
