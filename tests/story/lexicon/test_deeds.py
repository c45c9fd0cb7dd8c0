"""Deeds in a language that is not parsed."""

import pytest

from app.story import prose
from app.story.beat import Beat
from app.story.lexicon import reader
from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling

_CAST = "Mia stand in der Küche. Mia lachte. Der Fischer seufzte. Der Fischer wartete. "


def read_last(sentence: str) -> list[Beat]:
    text = _CAST + sentence
    return [beat for beat in reader.read(prose.read(text, "de"), "de").beats if beat.start >= len(_CAST)]


@pytest.mark.parametrize(
    ("sentence", "action", "agent", "patients"),
    [
        ("Mia nahm die Laterne.", Action.TAKE, "Mia", ("lantern",)),
        ("Dann warf Mia das Seil ins Wasser.", Action.THROW, "Mia", ("rope",)),
        ("Der Fischer schüttelte den Kopf.", Action.SHAKE_HEAD, "Der Fischer", ("head",)),
        ("Sie goss Tee in eine Tasse.", Action.POUR, "Mia", ("tea", "cup")),
        ("Der Fischer stand auf.", Action.RISE, "Der Fischer", ()),
    ],
)
def test_german_deeds_have_agents_and_things(
    sentence: str, action: Action, agent: str, patients: tuple[str, ...]
) -> None:
    (beat,) = read_last(sentence)

    assert (beat.action, beat.agents, beat.patients) == (action, (agent,), patients)


@pytest.mark.parametrize(
    "sentence", ["Mia lachte nicht.", "Mia wollte lachen.", "„Mia lachte“, sagte der Fischer."]
)
def test_what_is_denied_wished_or_spoken_is_no_deed(sentence: str) -> None:
    assert [beat.action for beat in read_last(sentence) if beat.action is Action.LAUGH] == []


def test_german_adjectives_tell_feelings() -> None:
    assert [beat.feeling for beat in read_last("Mia war müde.")] == [Feeling.TIRED]
