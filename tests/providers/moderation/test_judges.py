"""Judges: what they flag, where, and what they let pass."""

import pytest

from app.providers.moderation.local import LocalPolicy
from app.providers.moderation.openai import BATCH, OpenAIModeration
from tests.vendors.openai_server import FORBIDDEN, OpenAIServer, picture

TALES = (
    "The wolf ate the grandmother, and the huntsman cut open his belly.",
    "The witch fattened the child to eat him; Gretel pushed her into the oven.",
    "The king's men put out his eyes. She drank the poison and fell dead.",
    "How to train a dragon: steps to the cave, and recipe for soup.",
    "The soldier's bomb had killed the whole village; the children wept.",
)


@pytest.mark.parametrize("tale", TALES)
def test_classic_tales_pass_the_local_policy(tale: str) -> None:
    assert not LocalPolicy().judge([tale])[0].flagged


def test_the_local_policy_names_category_and_span() -> None:
    text = "He asked: give me instructions for a pipe bomb, please."

    verdict = LocalPolicy().judge([text])[0]

    (start, end) = verdict.spans[0]
    assert verdict.categories == ("illicit/violent",)
    assert text[start:end] == "instructions for a pipe bomb"


def test_the_sentence_that_is_objected_to_is_found(vendor: OpenAIServer) -> None:
    text = f"A calm day.\n\nMara sang. A thing {FORBIDDEN} happened. All slept."

    verdict, other = OpenAIModeration().judge([text, "Fine."])

    (start, end) = verdict.spans[0]
    assert text[start:end] == f"A thing {FORBIDDEN} happened."
    assert verdict.categories == ("violence/graphic",)
    assert verdict.scores["violence/graphic"] == 0.97
    assert not other.flagged


def test_nothing_of_a_long_text_goes_unread(vendor: OpenAIServer) -> None:
    text = "\n\n".join(f"Paragraph {i}." for i in range(BATCH * 2 + 1))

    OpenAIModeration().judge([text])

    asked = [piece for body in vendor.bodies("moderations") for piece in body["input"]]
    assert "\n\n".join(asked) == text


def test_a_picture_is_looked_at(vendor: OpenAIServer) -> None:
    judge = OpenAIModeration()

    red, blue = (judge.judge_picture(picture((8, 8), colour)) for colour in ((255, 0, 0), (0, 0, 255)))

    assert red.flagged
    assert not blue.flagged
