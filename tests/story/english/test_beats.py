"""What happens before the camera, and what does not."""

import pytest

from app.vocabulary.actions import Action
from tests.story.english.stories import find_beat, list_seen, read


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna did not climb the wall.",
        "Anna wanted to climb the wall.",
        "Anna had climbed the wall long ago.",
        "Anna would climb the wall if she dared.",
        "Anna thought that Tom climbed the wall.",
        "“Tom climbed the wall,” said Anna.",
        "Nobody climbed the wall.",
        "Anna never climbed the wall.",
    ],
)
def test_what_is_denied_wished_remembered_believed_or_spoken_is_not_seen(sentence: str) -> None:
    reading = read(f"Anna and Tom stood in the yard. {sentence} Tom waved.")

    assert "climb" not in list_seen(reading)


def test_what_is_told_as_happening_is_seen() -> None:
    assert list_seen(read("Anna climbed the wall and began to sing.")) == ["climb", "sing"]


@pytest.mark.parametrize(
    ("sentence", "verb", "action"),
    [
        ("Anna fell asleep.", "fall asleep", Action.SLEEP),
        ("Anna sat down.", "sit", Action.SIT),
        ("Anna stood up.", "stand up", Action.RISE),
    ],
)
def test_a_particle_belongs_to_its_verb(sentence: str, verb: str, action: Action) -> None:
    assert find_beat(read(f"Anna came home. {sentence}"), verb).action is action


def test_a_prepositional_verb_has_its_object_as_patient() -> None:
    beat = find_beat(read("Anna looked at the hat. Anna laughed."), "look")

    assert beat.patients == ("hat",)
