"""Fountain: what is spoken, what is shown, and what is neither."""

import pytest

from app.story.errors import StoryError
from app.story.fountain import read
from app.story.segmentation import cut
from app.story.timing import plan
from app.story.wording import strip_spaces
from app.vocabulary.light import Weather

SCRIPT = """Title: Two Doors
Author: Ada

FADE IN:

# ACT ONE
= They meet.

EXT. HARBOUR - NIGHT #1#

Snow falls. [[Too cold?]] Mara waits.

MARA (V.O.)
(softly, but
clearly)
He is *late*. (beat) Very late.
~La la la.

PETE (CONT'D) ^
(smiling) Here I am.

~A song from a ship.

CUT TO:

INT. HUT - DAY
Pete sits.

PETE'S POV - THE SEA

ÉLODIE
Bonjour.
SMASH CUT TO:

> ONE YEAR LATER <

FADE OUT.

THE END
"""


def list_blocks(kind: str, text: str = SCRIPT) -> list[str]:
    return [block.text for block in read(text) if block.kind == kind]


def test_the_title_page_is_no_scene() -> None:
    assert "Two Doors" not in "".join(scene.description for scene in cut(SCRIPT, "fountain"))


def test_every_word_but_the_title_page_stands_in_the_descriptions_in_order() -> None:
    written = SCRIPT.partition("\n\n")[2]

    told = "".join(scene.description for scene in cut(SCRIPT, "fountain"))

    assert strip_spaces(told) == strip_spaces(written)


def test_sections_synopses_transitions_and_titles_are_neither_spoken_nor_scenes() -> None:
    scenes = cut(SCRIPT, "fountain")

    assert [scene.heading for scene in scenes] == ["EXT. HARBOUR - NIGHT #1#", "INT. HUT - DAY"]
    assert scenes[0].narration == ("Snow falls. Mara waits. He is late. Very late. La la la. Here I am.")
    assert scenes[1].narration == "Pete sits. Bonjour."


def test_speakers_lose_their_extensions_and_marks() -> None:
    spoken = [(line.character, line.line) for scene in cut(SCRIPT, "fountain") for line in scene.dialogue]

    assert spoken == [
        ("MARA", "He is late. Very late. La la la."),
        ("PETE", "Here I am."),
        ("ÉLODIE", "Bonjour."),
    ]


def test_weather_is_read_in_the_action() -> None:
    place = cut(SCRIPT, "fountain")[0].place

    assert place is not None
    assert place.weather is Weather.SNOW


def test_what_falls_or_is_shown_is_not_a_character() -> None:
    assert [scene.characters for scene in cut(SCRIPT, "fountain")] == [("MARA", "PETE"), ("ÉLODIE", "PETE")]


def test_comments_are_left_out_and_part_no_speech() -> None:
    blocks = read("INT. HUT - DAY\n\nMARA\n/* Louder? */\nHello.\n\n/*\nPETE\nGone.\n*/\n")

    assert [(block.kind, block.spoken) for block in blocks] == [("slug", ""), ("speech", "Hello.")]


def test_a_comment_that_never_ends_is_text() -> None:
    assert read("Mara sits. /* Cut")[0].spoken == "Mara sits. /* Cut"


@pytest.mark.parametrize("note", ["[[Or not.]]", "[[Or\nnot.]]", "[[See [1] for more.]]"])
def test_notes_are_not_spoken(note: str) -> None:
    assert [block.spoken for block in read(f"Mara sits. {note}") if block.spoken] == ["Mara sits."]


@pytest.mark.parametrize(
    "line",
    [
        "FADE IN:",
        "CUT TO:",
        "DISSOLVE TO:",
        "FADE TO BLACK.",
        "THE END",
        "The End.",
        "> INTERMISSION <",
        "> CUT TO",
    ],
)
def test_a_transition_or_title_is_not_spoken(line: str) -> None:
    assert [block.kind for block in read(f"Mara sits.\n\n{line}\n\nPete stands.")] == [
        "action",
        "note",
        "action",
    ]


@pytest.mark.parametrize(
    ("line", "shot_type"),
    [
        ("CLOSE ON MARA", "close_up"),
        ("CLOSE UP - THE KEY", "close_up"),
        ("ANGLE ON THE DOOR", "medium"),
        ("INSERT - LETTER", "close_up"),
        ("PETE'S POV", "wide"),
        ("POV - THE SEA", "wide"),
        ("WIDE SHOT: THE HARBOUR", "wide"),
        ("ESTABLISHING SHOT", "extreme_wide"),
        ("OVER THE SHOULDER", "over_the_shoulder"),
        ("TWO SHOT", "two_shot"),
    ],
)
def test_a_line_that_sets_the_shot_is_the_scenes_shot_and_is_not_spoken(line: str, shot_type: str) -> None:
    scene = cut(f"INT. HUT - DAY\n\n{line}\n\nMara opens the door.\n\nMARA\nHello.", "fountain")[0]

    assert scene.shot_type == shot_type
    assert scene.narration == "Mara opens the door. Hello."
    assert line in scene.description


def test_a_shot_in_the_middle_of_a_scene_leaves_its_opening_alone() -> None:
    scenes = cut("INT. HUT - DAY\n\nMara sits.\n\nCLOSE ON THE KEY", "fountain")

    assert [scene.shot_type for scene in scenes] == ["wide"]


def test_a_person_who_is_shown_belongs_to_the_scene() -> None:
    story = "INT. HUT - DAY\n\nMARA\nHello.\n\nEXT. SEA - DAY\n\nCLOSE ON MARA\n\nWaves roll."

    assert cut(story, "fountain")[1].characters == ("MARA",)


@pytest.mark.parametrize("line", ["CUT IT OUT!", "THE END.", "WIPE YOUR FEET", "CLOSE ON TEN"])
def test_capitals_in_a_speech_are_spoken(line: str) -> None:
    assert [(block.kind, block.spoken) for block in read(f"MARA\n{line}")] == [("speech", line)]


def test_a_line_in_capitals_that_shouts_is_no_cue() -> None:
    blocks = read("THE DOOR BURSTS!\nSplinters fly.")

    assert [(block.kind, block.speaker) for block in blocks] == [("action", "")]


def test_a_question_that_begins_like_a_slug_line_is_no_scene() -> None:
    assert [block.kind for block in read("Est il parti ?")] == ["action"]


def test_a_long_speech_is_parted_without_its_parentheticals() -> None:
    story = "MARA\n" + "\n".join(f"(softly)\nThis is what I say as number {n}." for n in range(40))

    scenes = cut(f"INT. HUT - DAY\n\n{story}", "fountain")

    assert len(scenes) > 2
    assert "softly" not in "".join(scene.narration for scene in scenes)
    assert strip_spaces(story) in strip_spaces("".join(scene.description for scene in scenes))


def test_a_condensed_screenplay_with_marks_is_given_back_by_a_longer_plan() -> None:
    scenes = cut(SCRIPT * 5, "fountain")

    assert plan(plan(scenes, 20.0), None) == scenes


def test_a_speech_that_is_longer_than_a_scene_stays_one_line_in_each() -> None:
    story = "INT. HUT - DAY\n\nMARA\n" + " ".join(f"This is what I say as number {n}." for n in range(40))

    scenes = cut(story, "fountain")

    assert len(scenes) > 2
    assert {len(scene.dialogue) for scene in scenes} == {1}
    assert " ".join(scene.description for scene in scenes) == story


@pytest.mark.parametrize(
    "text", ["Title: Two Doors\n", "FADE IN:\n\nTHE END", "/* all gone */", "[[only a note]]"]
)
def test_a_screenplay_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(StoryError, match="empty"):
        cut(text, "fountain")


@pytest.mark.parametrize(
    "text", ["]] [[ */ /*", "MARA", "@", "~", "INT.", ".", "=", "(((", "\n\n.HUT\n\n^\n\nA\n("]
)
def test_odd_marks_give_scenes_or_a_clear_error(text: str) -> None:
    refused = ""
    scenes = []

    try:
        scenes = cut(text, "fountain")
    except StoryError as error:
        refused = str(error)

    assert scenes or refused.endswith("write at least one scene.")
