"""Stories cut by OpenAI, a window at a time, with one cast; the local segmenter is the fallback."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from openai.types.responses import Response
from pydantic import ValidationError

from app.core.config import settings
from app.providers import openai
from app.providers.ledger import Answer, ProviderCallLedger
from app.providers.text.answer import INSTRUCTIONS, SHAPE, Breakdown, write_question
from app.providers.text.base import StoryRequest, TextCapabilities
from app.providers.text.cast import ModelCast
from app.providers.text.cutting import (
    Manuscript,
    Span,
    draft_scene,
    repair_spans,
    split_long_span,
)
from app.story import segmentation, timing
from app.story.coverage.story import cover_story
from app.story.errors import StoryError
from app.story.scene import SceneDraft, StoryDraft

CONTEXT_PASSAGES = 4
CHARACTERS_A_TOKEN = 3
# An answer, which lists every beat, has at most about twice as many tokens as its prompt has characters; the
# tokens of reasoning are added.
TOKENS_A_CHARACTER = 2
LEAST_OUTPUT_TOKENS = 4000


class UnusableAnswer(Exception):
    """An answer that can't be used: it is incomplete, a refusal, or not of the requested shape."""


class OpenAISegmenter:
    """Cuts stories with a language model."""

    def __init__(self) -> None:
        model = settings().text_model
        self.capabilities = TextCapabilities(
            name=openai.NAME, model=model, costs_money=True, records_calls=True, priced_as=model
        )
        openai.client()

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> StoryDraft:
        """Return the scenes of a story of any length, with every sentence of it, and its cast.

        Raises StoryError, ProviderBusy or ProviderRefused.
        """
        if not story.text.strip():
            raise StoryError("The story is empty: write at least one sentence.")
        manuscript = Manuscript(story.text, story.story_format, story.language)
        if not len(manuscript):
            return segmentation.read_story(story.text, story.story_format, story.language, story.duration_sec)
        cutter = _StoryCutter(manuscript, self.capabilities.model, ledger)
        covered = cover_story(cutter.cut_scenes(), story.language)
        scenes = timing.plan(covered, story.duration_sec, story.language)
        return StoryDraft(tuple(scenes), cutter.cast.draft_characters(scenes))

    def estimate_units(self, story: StoryRequest) -> dict[str, float]:
        """Return the estimated tokens that cutting a story will use, by kind."""
        windows = math.ceil(len(story.text) / settings().text_window_characters)
        input_tokens = (len(story.text) * 1.3 + windows * len(INSTRUCTIONS)) / CHARACTERS_A_TOKEN
        return {"input_tokens": math.ceil(input_tokens), "output_tokens": len(story.text)}


class _StoryCutter:
    """The cutting of one story, window by window."""

    def __init__(self, story: Manuscript, model: str, ledger: ProviderCallLedger) -> None:
        self._story, self._model, self._ledger = story, model, ledger
        self.cast = ModelCast()
        self._scenes: list[SceneDraft] = []

    def cut_scenes(self) -> list[SceneDraft]:
        """Return the scenes of all windows.

        The last scene of each window is cut again with the next one, because the window may end inside it.
        """
        first = 0
        while first < len(self._story):
            spans, end, note = self._break_down_window(first)
            if not note and end < len(self._story) and len(spans) > 1:
                end = spans.pop().first
            if note:
                self._scenes += self._cut_locally(first, end, note)
            else:
                self._draft_spans(spans)
            first = end
        return self._scenes

    def _break_down_window(self, first: int) -> tuple[list[Span], int, str]:
        """Return the spans of a window or of half of it, its end, and a note if no answer was usable."""
        whole = self._story.find_window_end(first, settings().text_window_characters)
        for end in dict.fromkeys((whole, self._story.find_half(first, whole))):
            try:
                answer = self._ask(first, end)
                spans = repair_spans(answer, first, end)
                if not spans:
                    raise UnusableAnswer("named no scene")
            except UnusableAnswer as unusable:
                reason = str(unusable)
            else:
                self.cast.add(answer.cast)
                return spans, end, ""
        return [], end, f"Cut by the local rules, because OpenAI's answer {reason}."

    def _ask(self, first: int, end: int) -> Breakdown:
        before = [self._story.get_passage(n) for n in range(max(0, first - CONTEXT_PASSAGES), first)]
        passages = {number: self._story.get_passage(number) for number in range(first, end)}
        question = write_question(passages, before, self.cast.members, self._story.language)
        return _parse_answer(_call_model(self._model, question, self._ledger))

    def _draft_spans(self, spans: Iterable[Span]) -> None:
        for span in chain.from_iterable(split_long_span(self._story, span) for span in spans):
            before = self._scenes[-1] if self._scenes else None
            self._scenes.append(draft_scene(self._story, span, self.cast, before))

    def _cut_locally(self, first: int, end: int, note: str) -> list[SceneDraft]:
        if self._story.drafts:
            drafts = list(self._story.drafts[first:end])
        else:
            drafts = segmentation.cut(self._story.get_text(first, end), "prose", self._story.language)
        return [replace(self.cast.apply(draft), notes=(*draft.notes, note)) for draft in drafts]


def _call_model(model: str, question: str, ledger: ProviderCallLedger) -> Answer:
    most = LEAST_OUTPUT_TOKENS + TOKENS_A_CHARACTER * len(question)
    bound = {"input_tokens": math.ceil((len(question) + len(INSTRUCTIONS)) / 2), "output_tokens": most}

    def send() -> Answer:
        made = openai.client().responses.create(
            model=model,
            instructions=INSTRUCTIONS,
            input=question,
            text={"format": SHAPE},
            max_output_tokens=most,
            store=False,
            safety_identifier=openai.safety_identifier(ledger),
        )
        response = openai.require_type(made, Response)
        return Answer(_pack_answer(response), _count_units(response, bound), response.id)

    sent = {"instructions": INSTRUCTIONS, "input": question, "shape": SHAPE}
    return openai.call(ledger, openai.billable_request("responses", model, sent, bound), send)


def _pack_answer(response: Response) -> bytes:
    """Return a response's text, refusal and reason for incompleteness as JSON. Raises ProviderBusy."""
    text, refusal = "", ""
    for item in openai.require_type(response.output, list):
        for content in item.content or [] if item.type == "message" else []:
            text += content.text if content.type == "output_text" else ""
            refusal += content.refusal if content.type == "refusal" else ""
    if response.status == "failed":
        raise openai.broken_answer()
    reason = response.incomplete_details.reason if response.incomplete_details else ""
    return json.dumps({"text": text, "refusal": refusal, "incomplete": reason}).encode()


def _count_units(response: Response, bound: Mapping[str, float]) -> dict[str, float]:
    usage = response.usage
    if usage is None:
        return dict(bound)
    details = usage.input_tokens_details
    cached = details.cached_tokens or 0 if details else 0
    return {
        "input_tokens": usage.input_tokens - cached,
        "cached_input_tokens": cached,
        "output_tokens": usage.output_tokens,
    }


def _parse_answer(answer: Answer) -> Breakdown:
    said = json.loads(answer.body)
    if said["refusal"]:
        raise UnusableAnswer("was a refusal")
    if said["incomplete"]:
        raise UnusableAnswer("was cut off")
    try:
        return Breakdown.model_validate_json(said["text"])
    except ValidationError as error:
        raise UnusableAnswer("could not be read") from error
