"""The plan of a film's time, and narration made to fit."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.story.scene import SceneDraft
from app.story.segmentation import cut
from app.story.timing import plan, speaking_seconds

TALE = Path(__file__).parents[2] / "examples" / "the-bell-under-the-harbour.txt"
SCENES = cut(TALE.read_text("utf-8"))


def test_without_a_length_a_scene_lasts_as_long_as_its_speech() -> None:
    scene = plan([replace(SCENES[0], description="word " * 31, narration="word " * 31)], None)[0]

    assert scene.duration_sec == pytest.approx(12.9)


def test_a_scene_without_words_lasts_two_and_a_half_seconds() -> None:
    assert plan([replace(SCENES[0], description="***", narration="")], None)[0].duration_sec == 2.5


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=len(SCENES), max_value=600))
def test_durations_add_up_to_the_film_exactly(seconds: int) -> None:
    planned = plan(SCENES, seconds)

    assert sum(scene.duration_sec for scene in planned) == pytest.approx(seconds, abs=1e-9)
    assert all(scene.duration_sec >= 1 for scene in planned)
    assert all(speaking_seconds(s.narration) + 0.9 <= s.duration_sec for s in planned if s.narration)


def test_more_scenes_than_seconds_are_shortened_evenly() -> None:
    planned = plan(SCENES, 5.0)

    assert {scene.duration_sec for scene in planned} == {5.0 / len(SCENES)}


@pytest.mark.parametrize("seconds", [None, 20.0, 60.0, 300.0])
def test_planning_twice_changes_nothing(seconds: float | None) -> None:
    once = plan(SCENES, seconds)

    assert plan(once, seconds) == once


def test_a_longer_plan_gives_back_what_a_shorter_one_left_out() -> None:
    again = plan(plan(SCENES, 30.0), None)

    assert [scene.narration for scene in again] == [scene.narration for scene in SCENES]
    assert [scene.notes for scene in again] == [() for _ in SCENES]
    assert [[line.line for line in s.dialogue] for s in again] == [
        [line.line for line in s.dialogue] for s in SCENES
    ]


def test_condensed_narration_keeps_whole_sentences_and_says_so() -> None:
    planned = plan(SCENES, 60.0)

    condensed = [scene for scene in planned if scene.notes]
    assert condensed
    assert all(
        sentence in whole.narration
        for scene, whole in zip(planned, SCENES, strict=True)
        for sentence in scene.narration.split(". ")
    )
    assert all("condensed" in scene.notes[0] for scene in condensed)


def test_lines_that_are_not_told_are_not_in_the_dialogue() -> None:
    planned = plan(SCENES, 40.0)

    assert all(line.line in scene.narration for scene in planned for line in scene.dialogue)


def test_a_narration_written_by_hand_is_kept() -> None:
    own = replace(SCENES[0], narration="Nobody had asked for wind.")

    assert plan([own], None)[0].narration == "Nobody had asked for wind."


def test_a_narration_written_by_hand_is_condensed_from_itself() -> None:
    own = replace(SCENES[0], narration="I went out. " * 3 + "Then I came home to the old house again. " * 3)

    scene = plan([own], 6.0)[0]

    assert 0 < len(scene.narration) < len(own.narration)
    assert set(scene.narration.split(". ")) <= set(own.narration.split(". ")) | {
        scene.narration.split(". ")[-1]
    }


def test_a_plan_of_no_scenes_is_empty() -> None:
    nothing: list[SceneDraft] = []

    assert plan(nothing, 60.0) == []
