"""The languages of stories: those that are understood, and what is said of the others."""

import pytest

from app.story.language import UNDERSTOOD_LANGUAGES, is_understood, name_understood
from app.story.lexicon import LEXICONS
from app.story.segmentation import read_story

FINNISH = "Mara löysi lyhdyn rannalta aamulla. Hän kantoi sen kotiin."


def test_the_understood_languages_are_those_that_have_a_lexicon() -> None:
    assert set(UNDERSTOOD_LANGUAGES) == set(LEXICONS)


def test_the_understood_languages_are_named_in_words() -> None:
    assert name_understood() == "English, German, French and Spanish"


@pytest.mark.parametrize(("tag", "expected"), [("de", True), ("de-AT", True), ("EN_gb", True), ("fi", False)])
def test_a_language_is_understood_in_each_of_its_regions(tag: str, expected: bool) -> None:
    assert is_understood(tag) is expected


def test_a_story_in_a_language_that_is_only_spoken_says_so_on_its_first_scene_alone() -> None:
    scenes = read_story("\n\n".join([FINNISH] * 12), language="fi").scenes

    assert "not understood" in scenes[0].notes[0]
    assert "English, German, French and Spanish" in scenes[0].notes[0]
    assert not any(scene.notes for scene in scenes[1:])


def test_a_story_in_an_understood_language_has_no_such_note() -> None:
    assert not any(scene.notes for scene in read_story("Mara woke. The sea was calm.").scenes)


def test_the_cast_is_in_the_order_of_lines_and_appearances() -> None:
    story = "Tom met Mara at the harbour. “Hello,” said Mara. “Wait for me,” said Mara. Tom left."

    cast = read_story(story).cast

    assert [(one.name, one.lines) for one in cast] == [("Mara", 2), ("Tom", 0)]
