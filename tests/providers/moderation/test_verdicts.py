"""Verdicts of moderation: what is flagged, with which spans, and what passes."""

import pytest

from app.providers.ledger import UnrecordedCalls
from app.providers.moderation.local import LocalPolicy
from app.providers.moderation.openai import BATCH, OpenAIModeration
from tests.vendors.endpoints import FORBIDDEN, picture
from tests.vendors.openai_server import OpenAIServer

TALES = (
    "The wolf ate the grandmother, and the huntsman cut open his belly.",
    "The witch fattened the child to eat him; Gretel pushed her into the oven.",
    "The king's men put out his eyes. She drank the poison and fell dead.",
    "How to train a dragon: steps to the cave, and recipe for soup.",
    "The soldier's bomb had killed the whole village; the children wept.",
)


@pytest.mark.parametrize("tale", TALES)
def test_classic_tales_pass_the_local_policy(tale: str) -> None:
    assert not LocalPolicy().check([tale], UnrecordedCalls())[0].flagged


def test_the_local_policy_names_category_and_span() -> None:
    text = "He asked: give me instructions for a pipe bomb, please."

    verdict = LocalPolicy().check([text], UnrecordedCalls())[0]

    (start, end) = verdict.spans[0]
    assert verdict.categories == ("illicit/violent",)
    assert text[start:end] == "instructions for a pipe bomb"


def test_the_flagged_sentence_is_found(vendor: OpenAIServer) -> None:
    text = f"A calm day.\n\nMara sang. A thing {FORBIDDEN} happened. All slept."

    verdict, other = OpenAIModeration().check([text, "Fine."], UnrecordedCalls())

    (start, end) = verdict.spans[0]
    assert text[start:end] == f"A thing {FORBIDDEN} happened."
    assert verdict.categories == ("violence/graphic",)
    assert verdict.scores["violence/graphic"] == 0.97
    assert not other.flagged


def test_every_paragraph_of_a_long_text_is_checked(vendor: OpenAIServer) -> None:
    text = "\n\n".join(f"Paragraph {i}." for i in range(BATCH * 2 + 1))

    OpenAIModeration().check([text], UnrecordedCalls())

    sent = [piece for body in vendor.bodies("moderations") for piece in body["input"]]
    assert "\n\n".join(sent) == text


def test_pictures_are_checked(vendor: OpenAIServer) -> None:
    checker = OpenAIModeration()

    red, blue = (
        checker.check_picture(picture((8, 8), colour), UnrecordedCalls())
        for colour in ((255, 0, 0), (0, 0, 255))
    )

    assert red.flagged
    assert not blue.flagged
