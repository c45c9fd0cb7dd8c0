"""What characters are told to feel, and what they do with their bodies."""

import pytest

from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling
from tests.story.english.stories import find_beat, read


@pytest.mark.parametrize(
    ("sentence", "feeling"),
    [
        ("Tom looked frightened.", Feeling.AFRAID),
        ("Tom grinned.", Feeling.GLAD),
        ("“Stop,” said Tom angrily.", Feeling.ANGRY),
        ("Tears ran down Tom’s face.", Feeling.WEEPING),
        ("The thunder scared Tom.", Feeling.AFRAID),
        ("Tom was ashamed.", Feeling.ASHAMED),
        ("Tom answered with a smile.", Feeling.GLAD),
        ("Tom closed his eyes.", Feeling.EYES_SHUT),
        ("Tom sat down, exhausted.", Feeling.TIRED),
    ],
)
def test_feelings_are_told_by_verbs_adjectives_adverbs_and_nouns(sentence: str, feeling: Feeling) -> None:
    reading = read(f"Anna and Tom stood in the yard. {sentence} Anna waved.")

    felt = [(beat.agents, beat.feeling) for beat in reading.beats if beat.feeling]

    assert felt == [(("Tom",), feeling)]


@pytest.mark.parametrize("sentence", ["Tom was not afraid.", "Tom would be angry.", "Tom had been sad."])
def test_what_one_does_not_feel_now_is_no_feeling(sentence: str) -> None:
    reading = read(f"Anna and Tom stood in the yard. {sentence} Anna waved.")

    assert [beat.feeling for beat in reading.beats if beat.feeling] == []


@pytest.mark.parametrize(
    ("sentence", "verb", "action"),
    [
        ("Tom raised his hands.", "raise", Action.RAISE),
        ("Tom raised his hand.", "raise", Action.WAVE),
        ("Tom shook his head.", "shake", Action.SHAKE_HEAD),
        ("Tom gave a nod.", "give", Action.NOD),
        ("Tom folded his arms.", "fold", Action.FOLD_ARMS),
        ("Tom burned his thumb.", "burn", Action.HURT),
    ],
)
def test_a_part_of_the_body_makes_another_act(sentence: str, verb: str, action: Action) -> None:
    reading = read(f"Anna and Tom stood in the yard. {sentence} Anna waved.")

    assert find_beat(reading, verb).action is action


def test_what_is_done_to_a_part_of_another_is_done_to_that_one() -> None:
    reading = read("Anna and Tom stood in the yard. Tom took Anna’s hand. Then Tom patted her shoulder.")

    assert (find_beat(reading, "take").action, find_beat(reading, "take").patients[0]) == (
        Action.HOLD,
        "Anna",
    )
    assert find_beat(reading, "pat").patients[0] == "Anna"
