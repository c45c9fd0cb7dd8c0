"""Moderation by OpenAI. Its answers have no spans, so texts are checked in paragraphs, then in sentences."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openai import BaseModel
from openai.types import Moderation, ModerationCreateResponse

from app.core.config import settings
from app.providers import openai
from app.providers.ledger import Answer, ProviderCallLedger
from app.providers.moderation.base import ModerationCapabilities, Verdict
from app.story import prose

BATCH = 32
LONGEST_PIECE = 1500
TIMEOUT_SECONDS = 20.0
_SIGNATURES = {b"\x89PNG": "image/png", b"RIFF": "image/webp"}
_JPEG = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one of the texts: the text's number, and start and end in characters of it."""

    text: int
    start: int
    end: int


class OpenAIModeration:
    """Checks with OpenAI's moderation model, which is free; its calls are recorded like all others."""

    def __init__(self) -> None:
        self._model = settings().moderation_model
        self.capabilities = ModerationCapabilities(
            name=openai.NAME,
            model=self._model,
            costs_money=True,
            records_calls=True,
            priced_as=self._model,
            checks_pictures=True,
        )
        openai.client()

    def check(self, texts: Sequence[str], ledger: ProviderCallLedger) -> list[Verdict]:
        """Return one verdict for each text, in order; spans are sentences or whole paragraphs.

        Raises ProviderBusy or ProviderRefused.
        """
        paragraphs = [piece for number, text in enumerate(texts) for piece in _paragraphs(number, text)]
        by_paragraph = list(zip(paragraphs, self._check_pieces(texts, paragraphs, ledger), strict=True))
        flagged = [piece for piece, verdict in by_paragraph if verdict.flagged]
        sentences = [sentence for piece in flagged for sentence in _sentences(texts, piece)]
        by_sentence = list(zip(sentences, self._check_pieces(texts, sentences, ledger), strict=True))
        return [_join_verdicts(number, by_paragraph, by_sentence) for number in range(len(texts))]

    def check_picture(self, picture: bytes, ledger: ProviderCallLedger) -> Verdict:
        """Return the verdict on a picture, for the categories that OpenAI checks in pictures.

        These are self-harm, sexual content and violence. Raises ProviderBusy or ProviderRefused.
        """
        content_type = next((kind for sign, kind in _SIGNATURES.items() if picture.startswith(sign)), _JPEG)
        url = f"data:{content_type};base64,{base64.b64encode(picture).decode()}"
        return self._call([{"type": "image_url", "image_url": {"url": url}}], ledger)[0]

    def _check_pieces(
        self, texts: Sequence[str], pieces: Sequence[Piece], ledger: ProviderCallLedger
    ) -> list[Verdict]:
        words = [texts[piece.text][piece.start : piece.end] for piece in pieces]
        batches = [words[at : at + BATCH] for at in range(0, len(words), BATCH)]
        return [verdict for batch in batches for verdict in self._call(batch, ledger)]

    def _call(self, inputs: list[Any], ledger: ProviderCallLedger) -> list[Verdict]:
        """Make one call and return one verdict for each input, in order."""

        def send() -> Answer:
            timeout = openai.timeout(min(TIMEOUT_SECONDS, settings().openai_timeout_seconds))
            response = openai.client().moderations.create(model=self._model, input=inputs, timeout=timeout)
            response = openai.require_type(response, ModerationCreateResponse)
            if len(openai.require_type(response.results, list)) != len(inputs):
                raise openai.broken_answer()
            verdicts = [_read_result(result) for result in response.results]
            return Answer(json.dumps(verdicts).encode(), {}, response.id)

        billable_request = openai.billable_request("moderation", self._model, {"input": inputs}, {})
        answer = openai.call(ledger, billable_request, send)
        return [Verdict(flagged, tuple(named), scores) for flagged, named, scores in json.loads(answer.body)]


def _read_result(result: Moderation) -> tuple[bool, list[str], dict[str, float]]:
    """Return (flagged, categories, scores) of a result; one without a verdict is broken, never a pass."""
    openai.require_type(result.flagged, bool)
    categories = openai.require_type(result.categories, BaseModel).model_dump(by_alias=True)
    scores = openai.require_type(result.category_scores, BaseModel).model_dump(by_alias=True)
    rounded = {name: round(score, 4) for name, score in scores.items() if score is not None}
    return result.flagged, [name for name, is_flagged in categories.items() if is_flagged], rounded


def _join_verdicts(
    number: int, by_paragraph: Sequence[tuple[Piece, Verdict]], by_sentence: Sequence[tuple[Piece, Verdict]]
) -> Verdict:
    """Return the verdict on one text; a flagged paragraph without a flagged sentence is a span as a whole."""
    own = [(piece, verdict) for piece, verdict in by_paragraph if piece.text == number]
    scores: dict[str, float] = {}
    for _, verdict in own:
        for name, score in verdict.scores.items():
            scores[name] = max(score, scores.get(name, 0.0))
    flagged = [(piece, verdict) for piece, verdict in own if verdict.flagged]
    spans: list[tuple[int, int]] = []
    for piece, _ in flagged:
        sentences = [
            (sentence.start, sentence.end)
            for sentence, verdict in by_sentence
            if verdict.flagged and sentence.text == number and piece.start <= sentence.start < piece.end
        ]
        spans += sentences or [(piece.start, piece.end)]
    categories = dict.fromkeys(name for _, verdict in flagged for name in verdict.categories)
    return Verdict(bool(flagged), tuple(categories), scores, tuple(spans))


def _paragraphs(number: int, text: str) -> Iterator[Piece]:
    """Yield a text's paragraphs, long ones cut between sentences, blank ones left out."""
    start: int | None = None
    end, paragraph = 0, -1
    for sentence in prose.read(text).sentences:
        is_new = sentence.paragraph != paragraph
        if start is not None and (is_new or sentence.end - start > LONGEST_PIECE):
            yield Piece(number, start, end)
            start = None
        start = sentence.start if start is None else start
        end, paragraph = sentence.end, sentence.paragraph
    if start is not None:
        yield Piece(number, start, end)


def _sentences(texts: Sequence[str], piece: Piece) -> list[Piece]:
    """Return a piece's sentences; none where there is only one, which has been checked already."""
    found = prose.read(texts[piece.text][piece.start : piece.end]).sentences
    sentences = [Piece(piece.text, piece.start + one.start, piece.start + one.end) for one in found]
    return sentences if len(sentences) > 1 else []
