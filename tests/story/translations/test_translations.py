"""The annotations of the translations are whole, in each of their languages."""

from pathlib import Path

import pytest

from tests.story.gold.checks import find_unknown_values
from tests.story.gold.gold import GoldText, find_paragraphs, load_folder

TEXTS = load_folder(Path(__file__).parent)
each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)


def test_every_tale_is_in_every_language() -> None:
    names = {text.name for text in TEXTS}

    assert names == {f"{tale}_{code}" for tale in ("hansel", "fox", "elves") for code in ("de", "fr", "es")}


@each_text
def test_a_translation_is_annotated_whole(text: GoldText) -> None:
    heroes = {each.name for each in text.cast}

    assert text.name.endswith(text.language)
    assert 150 <= len(text.text.split()) <= 250
    assert len(text.paragraphs) == len(find_paragraphs(text.text))
    assert {line.speaker for line in text.lines} <= heroes


@each_text
def test_values_are_of_the_vocabulary(text: GoldText) -> None:
    assert find_unknown_values(text) == []
