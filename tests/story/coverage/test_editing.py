"""Shots split, joined and staged anew by hand."""

from dataclasses import replace

import pytest

from app.story.coverage import EmptyShotError, cover_scene, join_shots, split_shot, stage_shot
from app.story.shot import ShotDraft
from app.vocabulary.actions import Action
from app.vocabulary.staging import Figure, Posture, Staging
from tests.story.coverage.scenes import make_beat, make_scene

TEXT = "Mara ran to the river. Ole slept."
BEATS = (
    make_beat(TEXT, "Mara ran", Action.RUN, ["Mara"]),
    make_beat(TEXT, "Ole slept", Action.SLEEP, ["Ole"], verb="sleep"),
)
SHOT = ShotDraft(TEXT, "full", characters=("Mara",), duration_sec=4.0, beats=BEATS)
SCENE = make_scene(TEXT, ["Mara", "Ole"], BEATS)


@pytest.mark.parametrize("at", [21, 23, 24])
def test_a_shot_is_split_at_the_nearest_word(at: int) -> None:
    first, second = split_shot(SHOT, at)

    assert (first.text, second.text) == ("Mara ran to the river. ", "Ole slept.")
    assert first.duration_sec + second.duration_sec == pytest.approx(4.0)
    assert (first.beats, second.beats) == (BEATS[:1], BEATS[1:])


@pytest.mark.parametrize(("text", "at"), [(TEXT, 0), ("Hush.", 3), ("…", 0), ("", 0)])
def test_a_part_without_a_word_is_refused(text: str, at: int) -> None:
    with pytest.raises(EmptyShotError, match="at least one word"):
        split_shot(replace(SHOT, text=text), at)


def test_an_offset_beyond_the_text_is_its_last_word() -> None:
    assert split_shot(SHOT, 999)[1].text == "slept."


def test_joining_undoes_splitting() -> None:
    assert join_shots(*split_shot(SHOT, 23)) == SHOT


def test_an_edited_shot_is_staged_by_its_words() -> None:
    shot = stage_shot(replace(SHOT, action="Mara kneels beside Ole.", characters=("Mara", "Ole")), SCENE)

    assert shot.staging is not None
    mara, ole = shot.staging.figures
    assert (mara.posture, mara.action, ole.posture) == (Posture.KNEEL, Action.KNEEL, Posture.STAND)
    assert {mara.facing, ole.facing} == {"left", "right"}


def test_what_somebody_holds_stands_in_the_props() -> None:
    shot = stage_shot(replace(SHOT, action="Mara carries it.", props=("lantern",)), SCENE)

    assert shot.staging is not None
    assert shot.staging.figures[0].held_prop == "lantern"
    assert shot.staging.things == ("lantern",)


def test_an_insert_shows_things_only_and_keeps_its_characters() -> None:
    shot = stage_shot(replace(SHOT, shot_type="insert", props=("key",)), SCENE)

    assert shot.staging == Staging((), ("key",))
    assert shot.characters == ("Mara",)


@pytest.mark.parametrize("action", ["", "…", "Was auch immer.", "The quick brown fox"])
def test_words_that_tell_nothing_leave_everybody_standing(action: str) -> None:
    shot = stage_shot(replace(SHOT, action=action), SCENE)

    assert shot.staging is not None
    assert shot.staging.figures[0].posture is Posture.STAND


def test_sides_stay_those_of_the_scene() -> None:
    text = "“Where?” asked Mara, and she waited for long. “There it is,” said Ole to her at last."
    lines = [("Mara", "Where?"), ("Ole", "There it is,")]
    scene = make_scene(text, ["Mara", "Ole"], (), lines, shot_type="two_shot")
    shots = cover_scene(scene, None, "en")

    again = [stage_shot(shot, replace(scene, shots=shots)) for shot in shots]

    assert tuple(again) == shots


def test_a_figure_without_a_name_is_not_made() -> None:
    shot = stage_shot(replace(SHOT, action="Somebody runs.", characters=()), SCENE)

    assert shot.staging == Staging()
    assert Figure() not in shot.staging.figures
