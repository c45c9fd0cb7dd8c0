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


@pytest.mark.parametrize("seconds", [None, 12.0, 30.0, 60.0, 300.0])
def test_shots_tell_what_is_told_and_last_as_long_as_their_scene(seconds: float | None) -> None:
    for scene in plan(SCENES, seconds):
        assert "".join(shot.text for shot in scene.shots) == scene.narration
        assert sum(shot.duration_sec for shot in scene.shots) == pytest.approx(scene.duration_sec)


def test_condensing_keeps_the_framing_of_the_shots_that_are_told() -> None:
    whole = {shot.text.strip(): shot for scene in SCENES for shot in scene.shots}

    told = [shot for scene in plan(SCENES, 60.0) for shot in scene.shots if shot.text.strip() in whole]

    assert len(told) > 5
    assert all(shot.staging == whole[shot.text.strip()].staging for shot in told)


def test_a_shot_that_is_held_longer_than_its_words_stays_so() -> None:
    first, *others = SCENES[0].shots
    held = replace(SCENES[0], shots=(replace(first, duration_sec=12.0), *others))

    scene = plan([held], None)[0]

    assert scene.shots[0].duration_sec == 12.0
    assert scene.duration_sec == pytest.approx(12.0 + sum(shot.duration_sec for shot in scene.shots[1:]))


def test_a_narration_that_is_written_anew_gets_shots_of_its_own_and_keeps_those_it_can() -> None:
    first, *others = SCENES[0].shots
    edited = replace(first, action="A gull looks on.")
    written = replace(
        SCENES[0], narration=f"{SCENES[0].narration} The end has come.", shots=(edited, *others)
    )

    scene = plan([written], None)[0]

    assert "".join(shot.text for shot in scene.shots) == scene.narration
    assert scene.shots[0].action == "A gull looks on."
