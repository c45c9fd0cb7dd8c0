"""Headings: told from sentences, and shown rather than spoken."""

import pytest

from app.story import segmentation
from app.story.headings import measure_heading, split_headings
from app.story.timing import plan
from app.story.wording import strip_spaces

TALE = """Chapter 1

Mara found a lantern on the beach. It was cold.

CHAPTER II.
The Deep Wood

Tom walked into the forest. An owl watched him.

## The Tower

They stood before a tower. Rain fell."""


@pytest.mark.parametrize(
    "line",
    ["Chapter 2", "CHAPTER IV.", "Part Two: The Sea", "II.", "3", "## The Tower", "Prologue",
     "Zweites Kapitel", "Kapitel 3", "Chapitre premier", "# ACT ONE", "> ACT TWO <"],
)  # fmt: skip
def test_headings_are_found(line: str) -> None:
    assert measure_heading(f"{line}\n\nMara ran.") == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Part of him wanted to go",
        "I ran home",
        "Chapter and verse were quoted",
        "Act now!",
        "Mara ran.",
        "1984",
    ],
)
def test_sentences_are_no_headings(line: str) -> None:
    assert measure_heading(f"{line}\n\nMara ran.") == 0


def test_the_title_of_a_chapter_may_stand_below_its_number() -> None:
    assert split_headings("CHAPTER I.\nDown the Rabbit-Hole\n\nAlice sat.") == (
        "CHAPTER I: Down the Rabbit-Hole",
        "Alice sat.",
    )
    assert split_headings("CHAPTER I.\nAlice sat.\n\nShe ran.")[0] == "CHAPTER I"


def test_a_text_that_is_only_a_heading_is_told() -> None:
    assert split_headings("Chapter 1") == ("", "Chapter 1")


def test_chapters_begin_scenes_and_are_not_spoken_and_no_word_is_lost() -> None:
    scenes = segmentation.cut(TALE)

    headings = [split_headings(scene.description)[0] for scene in scenes]
    assert [one for one in headings if one] == ["Chapter 1", "CHAPTER II: The Deep Wood", "The Tower"]
    assert "".join(strip_spaces(scene.description) for scene in scenes) == strip_spaces(TALE)
    spoken = " ".join(scene.narration for scene in scenes)
    assert "Chapter" not in spoken
    assert "Deep Wood" not in spoken
    assert all("".join(shot.text for shot in scene.shots) == scene.narration for scene in scenes)


def test_the_acts_of_a_screenplay_head_the_scenes_that_follow_them() -> None:
    acts = "# ACT ONE\n\nEXT. BEACH - DAWN\n\nMara finds a lantern.\n\n# Act Two: The Wood\n\n"
    script = f"{acts}INT. HUT - NIGHT\n\nMara lights it.\n\n# Beat\n\nEXT. SEA - DAY\n\nA ship comes."

    scenes = segmentation.cut(script, "fountain")

    assert [split_headings(scene.description)[0] for scene in scenes] == ["ACT ONE", "Act Two: The Wood", ""]
    assert strip_spaces("".join(scene.description for scene in scenes)) == strip_spaces(script)


def test_the_narration_of_a_chapter_is_restored_without_its_heading() -> None:
    short = segmentation.cut(TALE, duration_sec=6)

    assert [one.narration for one in plan(short)] == [one.narration for one in segmentation.cut(TALE)]
