"""Fountain and FDX: scenes, action and dialogue as written."""

from pathlib import Path

import pytest

from app.story.errors import StoryError
from app.story.segmentation import cut
from app.story.timing import plan

EXAMPLES = Path(__file__).parents[2] / "examples"
FOUNTAIN = """Title: Two Doors

EXT. HARBOUR - NIGHT

Rain. MARA waits.

MARA (V.O.)
(softly)
He is *late*.

INT. HUT - CONTINUOUS

PETE
I know.

PETE (CONT'D)
Sit down.

Mara sits. /* Cut this? */ [[Or not.]]
"""


def test_slug_lines_become_scenes() -> None:
    scenes = cut(FOUNTAIN, "fountain")

    assert [scene.heading for scene in scenes] == ["EXT. HARBOUR - NIGHT", "INT. HUT - CONTINUOUS"]
    assert [scene.setting for scene in scenes] == ["harbour", "hut"]
    assert [scene.time_of_day for scene in scenes] == ["night", "night"]


def test_dialogue_keeps_its_speakers_and_stands_in_the_narration() -> None:
    scenes = cut(FOUNTAIN, "fountain")

    spoken = [(line.character, line.line) for scene in scenes for line in scene.dialogue]
    assert spoken == [("MARA", "He is late."), ("PETE", "I know."), ("PETE", "Sit down.")]
    assert scenes[0].narration == "Rain. MARA waits. He is late."
    assert scenes[1].narration == "I know. Sit down. Mara sits."


def test_those_who_are_seen_belong_to_the_scene_too() -> None:
    assert cut(FOUNTAIN, "fountain")[1].characters == ("PETE", "MARA")


def test_a_long_scene_is_parted_under_its_slug_line() -> None:
    story = "INT. HUT - DAY\n\n" + "\n\n".join(
        f"Mara counts to number {n} and sits down again." for n in range(40)
    )

    scenes = cut(story, "fountain")

    assert len(scenes) > 3
    assert {scene.heading for scene in scenes} == {"INT. HUT - DAY"}
    assert max(scene.duration_sec for scene in scenes) <= 31


def test_a_condensed_screenplay_is_given_back_by_a_longer_plan() -> None:
    scenes = cut(FOUNTAIN * 5, "fountain")

    assert plan(plan(scenes, 12.0), None) == scenes


def test_the_same_screenplay_as_fdx_gives_the_same_scenes() -> None:
    fountain = cut((EXAMPLES / "the-night-train.fountain").read_text("utf-8"), "fountain")

    assert cut((EXAMPLES / "the-night-train.fdx").read_text("utf-8"), "fdx") == fountain


@pytest.mark.parametrize(
    "xml",
    [
        "<FinalDraft><Content>",
        "not xml",
        "<html/>",
        "<FinalDraft/>",
        '<!DOCTYPE x [<!ENTITY a "b">]><FinalDraft><Content>&a;</Content></FinalDraft>',
    ],
)
def test_fdx_that_is_none_is_refused_with_advice(xml: str) -> None:
    with pytest.raises(StoryError, match="export it"):
        cut(xml, "fdx")


def test_fdx_without_a_word_is_refused() -> None:
    with pytest.raises(StoryError, match="empty"):
        cut("<FinalDraft><Content/></FinalDraft>", "fdx")


def test_a_screenplay_of_three_thousand_scenes_is_cut_into_as_many() -> None:
    story = "\n\n".join(f"INT. ROOM {n} - DAY\n\nA dog barks.\n\nGUARD N{n}\nHalt." for n in range(3000))

    scenes = cut(story, "fountain")

    assert len(scenes) == 3000


def test_an_age_in_years_where_a_name_is_introduced_is_the_age_of_the_speaker() -> None:
    scenes = cut("INT. HUT - DAY\n\nMARA, 71, waits. PETE (8) sleeps.\n\nMARA\nUp!\n\nPETE\nNo.", "fountain")

    ages = {name: look.age for name, look in zip(scenes[0].characters, scenes[0].looks, strict=True) if look}
    assert ages == {"MARA": "old", "PETE": "child"}


def test_rain_falls_on_until_it_stops() -> None:
    scenes = cut(
        "EXT. ROAD - NIGHT\n\nRain falls on the road.\n\nINT. HUT - CONTINUOUS\n\nMara sits.\n\n"
        "EXT. ROAD - DAWN\n\nThe rain has stopped. Mara walks.",
        "fountain",
    )

    assert [scene.place and scene.place.weather for scene in scenes] == ["rain", "rain", None]
