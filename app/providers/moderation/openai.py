"""Moderation by OpenAI. It tells no spans, so texts are judged in pieces: paragraphs, then sentences."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openai import BaseModel
from openai.types import Moderation, ModerationCreateResponse

from app.core.config import settings
from app.providers import openai
from app.providers.moderation.base import Verdict
from app.providers.till import Answer
from app.story import prose

BATCH = 32
LONGEST_PIECE = 1500
TIMEOUT_SECONDS = 20.0
_SIGNATURES = {b"\x89PNG": "image/png", b"RIFF": "image/webp"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one of the texts: which text, and where in it."""

    text: int
    start: int
    end: int


class OpenAIModeration:
    """Judges with OpenAI's moderation model, which costs nothing but is written down like every call."""

    name = openai.NAME
    costs_money = True
    pays_through_till = True
    sees_pictures = True

    def __init__(self) -> None:
        self.model = self.priced_as = settings().moderation_model
        openai.client()

    def judge(self, texts: Sequence[str]) -> list[Verdict]:
        """Judge each text, paragraph by paragraph, and look for the sentences that are objected to."""
        pieces = [piece for number, text in enumerate(texts) for piece in _paragraphs(number, text)]
        found = list(zip(pieces, self._judged(texts, pieces), strict=True))
        narrow = [part for piece, verdict in found if verdict.flagged for part in _sentences(texts, piece)]
        narrowed = list(zip(narrow, self._judged(texts, narrow), strict=True))
        return [_joined(number, found, narrowed) for number in range(len(texts))]

    def judge_picture(self, picture: bytes) -> Verdict:
        """Judge a picture for what OpenAI can see in one: self-harm, sexual content and violence."""
        kind = next((kind for sign, kind in _SIGNATURES.items() if picture.startswith(sign)), "image/jpeg")
        url = f"data:{kind};base64,{base64.b64encode(picture).decode()}"
        return self._asked([{"type": "image_url", "image_url": {"url": url}}], 1)[0]

    def _judged(self, texts: Sequence[str], pieces: Sequence[Piece]) -> list[Verdict]:
        words = [texts[piece.text][piece.start : piece.end] for piece in pieces]
        batches = [words[at : at + BATCH] for at in range(0, len(words), BATCH)]
        return [verdict for batch in batches for verdict in self._asked(batch, len(batch))]

    def _asked(self, asked: Any, count: int) -> list[Verdict]:
        def call() -> Answer:
            wait = openai.timeout(min(TIMEOUT_SECONDS, settings().openai_timeout_seconds))
            made = openai.client().moderations.create(model=self.model, input=asked, timeout=wait)
            response = openai.expected(made, ModerationCreateResponse)
            if len(openai.expected(response.results, list)) != count:
                raise openai.broken()
            verdicts = [_verdict(result) for result in response.results]
            return Answer(json.dumps(verdicts).encode(), {}, response.id)

        answer = openai.pay("moderation", self.model, {"input": asked}, {}, call)
        return [Verdict(flagged, tuple(named), scores) for flagged, named, scores in json.loads(answer.body)]


def _verdict(result: Moderation) -> tuple[bool, list[str], dict[str, float]]:
    """Read a result; one that lacks a verdict is a broken answer, never a pass."""
    openai.expected(result.flagged, bool)
    named = openai.expected(result.categories, BaseModel).model_dump(by_alias=True)
    scores = openai.expected(result.category_scores, BaseModel).model_dump(by_alias=True)
    rounded = {name: round(score, 4) for name, score in scores.items() if score is not None}
    return result.flagged, [name for name, is_met in named.items() if is_met], rounded


def _joined(
    number: int, found: Sequence[tuple[Piece, Verdict]], narrowed: Sequence[tuple[Piece, Verdict]]
) -> Verdict:
    """Put the verdicts on one text together; a paragraph without a bad sentence is bad as a whole."""
    own = [(piece, verdict) for piece, verdict in found if piece.text == number]
    scores: dict[str, float] = {}
    for _, verdict in own:
        for name, score in verdict.scores.items():
            scores[name] = max(score, scores.get(name, 0.0))
    flagged = [(piece, verdict) for piece, verdict in own if verdict.flagged]
    spans: list[tuple[int, int]] = []
    for piece, _ in flagged:
        inner = [
            (part.start, part.end)
            for part, verdict in narrowed
            if verdict.flagged and part.text == number and piece.start <= part.start < piece.end
        ]
        spans += inner or [(piece.start, piece.end)]
    categories = dict.fromkeys(name for _, verdict in flagged for name in verdict.categories)
    return Verdict(bool(flagged), tuple(categories), scores, tuple(spans))


def _paragraphs(number: int, text: str) -> Iterator[Piece]:
    """Cut a text into paragraphs, and long ones between sentences; blank ones need no judge."""
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
    """Cut a piece into its sentences; one sentence alone has been judged already."""
    words = texts[piece.text][piece.start : piece.end]
    found = prose.read(words).sentences
    shifted = [Piece(piece.text, piece.start + one.start, piece.start + one.end) for one in found]
    return shifted if len(shifted) > 1 else []
