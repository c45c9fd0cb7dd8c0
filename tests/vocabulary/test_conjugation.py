"""English verbs in the present, and back to their infinitives."""

import pytest

from app.vocabulary.conjugation import list_infinitives, write_present


@pytest.mark.parametrize(
    ("verb", "present"),
    [
        ("run", "runs"),
        ("pick up", "picks up"),
        ("carry", "carries"),
        ("play", "plays"),
        ("go", "goes"),
        ("catch", "catches"),
        ("have", "has"),
        ("be", "is"),
    ],
)
def test_a_verb_is_written_in_the_third_person(verb: str, present: str) -> None:
    assert write_present(verb) == present


@pytest.mark.parametrize(("verb", "present"), [("run", "run"), ("be", "are"), ("get up", "get up")])
def test_several_do_it_in_the_plural(verb: str, present: str) -> None:
    assert write_present(verb, is_plural=True) == present


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [
        ("runs", "run"),
        ("running", "run"),
        ("ran", "run"),
        ("carries", "carry"),
        ("carried", "carry"),
        ("catches", "catch"),
        ("chasing", "chase"),
        ("kneels", "kneel"),
        ("falling", "fall"),
    ],
)
def test_a_form_leads_back_to_its_verb(word: str, infinitive: str) -> None:
    assert infinitive in list_infinitives(word)
