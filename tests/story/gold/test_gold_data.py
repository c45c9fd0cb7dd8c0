"""The annotations are whole: every snippet is found once, and every name and value is known."""

from itertools import pairwise

import pytest

from tests.story.gold.checks import find_quotations, find_unknown_values
from tests.story.gold.gold import FOLDER, GoldText, find_paragraphs, load_folder
from tests.story.gold.matching import normalize_name

TEXTS = load_folder(FOLDER)

each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.name)


@each_text
def test_every_person_in_the_annotations_is_in_the_cast(text: GoldText) -> None:
    named = {name for each in text.mentions for name in each.who}
    named |= {name for each in (*text.events, *text.unseen) for name in each.agents}
    named |= {line.speaker for line in text.lines if line.speaker}
    named |= {name for group in text.groups for name in group.members}

    assert named <= {each.name for each in text.cast}


@each_text
def test_a_name_means_one_character(text: GoldText) -> None:
    names = [name for each in text.cast for name in {normalize_name(name) for name in each.names}]
    extras = {normalize_name(name) for name in text.extras}

    assert len(names) == len(set(names))
    assert not extras & set(names)


@each_text
def test_values_are_of_the_vocabulary(text: GoldText) -> None:
    assert find_unknown_values(text) == []


@each_text
def test_every_paragraph_is_annotated(text: GoldText) -> None:
    assert len(text.paragraphs) == len(find_paragraphs(text.text))


@each_text
def test_every_quotation_has_a_line(text: GoldText) -> None:
    if text.story_format == "prose":
        assert [line.start for line in text.lines] == find_quotations(text.text)


@each_text
def test_a_text_is_annotated_richly(text: GoldText) -> None:
    told = text.kind != "dialogue only"

    assert 280 <= len(text.text.split()) <= 900
    assert len(text.mentions) >= 25
    assert len(text.events) >= (15 if told else 1)
    assert len(text.unseen) >= 6


@each_text
def test_no_event_is_annotated_twice(text: GoldText) -> None:
    events = sorted((each.start, each.end, each.verb) for each in (*text.events, *text.unseen))

    assert not [pair for pair in pairwise(events) if pair[0] == pair[1]]
