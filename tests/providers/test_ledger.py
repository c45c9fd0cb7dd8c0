"""Digests of calls: answers that were paid for are found by them again after an upgrade."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.film.brief import Look
from app.providers import registry
from app.providers.image.base import CastPicture
from app.providers.ledger import Answer, BillableRequest, UnrecordedCalls, digest_of
from app.providers.text.base import StoryRequest
from tests.providers.ledgers import RecordingLedger
from tests.providers.requests import PANEL, PORTRAIT, TAKE
from tests.vendors.endpoints import picture
from tests.vendors.openai_server import OpenAIServer

FRAME = Look((1280, 720))


def digests(ledger: RecordingLedger) -> list[str]:
    return [request.digest[:16] for request in ledger.requests]


def test_bytes_count_by_their_digest_and_the_order_of_names_does_not() -> None:
    digest = digest_of("images", {"size": [1, 2], "cast": [b"png"]})

    assert digest == digest_of("images", {"cast": [b"png"], "size": [1, 2]})
    assert digest == "34f729d9d49d5ec7edf1eeaa5993b930034a2481b9bb7d70523235fb0bd77fca"


def test_a_value_that_cannot_be_sent_is_refused() -> None:
    with pytest.raises(TypeError, match="Path"):
        digest_of(Path("still.png"))


def test_unrecorded_calls_are_made_each_time() -> None:
    sent: list[int] = []

    def send() -> Answer:
        sent.append(1)
        return Answer(b"answer")

    for _ in range(2):
        UnrecordedCalls().record(BillableRequest("vendor", "1", "d" * 64), send)

    assert len(sent) == 2


def test_the_digests_of_text_calls_are_the_stored_ones(vendor: OpenAIServer) -> None:
    ledger = RecordingLedger()

    registry.text_provider().cut(StoryRequest("Mara woke. The sea was calm.", "prose", "en"), ledger)

    assert digests(ledger) == ["30c8a7552831b290"]


def test_the_digests_of_image_calls_are_the_stored_ones(vendor: OpenAIServer) -> None:
    ledger, provider = RecordingLedger(), registry.image_provider()
    panel = replace(PANEL, look=FRAME)

    for request in (
        panel,
        replace(panel, cast=(CastPicture("Mara", b"portrait"),)),
        replace(PORTRAIT, look=FRAME),
    ):
        provider.generate(request, ledger)

    assert digests(ledger) == ["2d5b57535ef3e7a3", "bbc8d02e1697002e", "653799cd52a9be09"]


def test_the_digests_of_speech_calls_are_the_stored_ones(vendor: OpenAIServer) -> None:
    ledger = RecordingLedger()

    registry.speech_provider().speak(TAKE, ledger)

    assert digests(ledger) == ["a5d1161f5bf8e6c5", "a961c6190ae2a375", "bb659d3ff74e3fbe"]


def test_the_digests_of_moderation_calls_are_the_stored_ones(vendor: OpenAIServer) -> None:
    ledger, provider = RecordingLedger(), registry.moderation_provider()

    provider.check(["A calm day."], ledger)
    provider.check_picture(picture((8, 8), (1, 2, 3)), ledger)

    assert digests(ledger) == ["f3e9fb99607f18fd", "b0320b7023b82367"]
