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
from app.providers.text.cutting import (
    Manuscript,
    Span,
    add_to_cast,
    apply_cast,
    draft_scene,
    repair_spans,
    split_long_span,
)
from app.story import segmentation, timing
from app.story.errors import StoryError
from app.story.scene import SceneDraft

CONTEXT_PASSAGES = 4
CHARACTERS_A_TOKEN = 3
# The answer on a scene takes about as many tokens as its passages; reasoning models think before they speak.
LEAST_OUTPUT_TOKENS = 4000


class UnusableAnswer(Exception):
    """An answer that can't be used: cut off, declined, or not what was asked for."""


class OpenAISegmenter:
    """Cuts stories with a language model."""

    def __init__(self) -> None:
        model = settings().text_model
        self.capabilities = TextCapabilities(
            name=openai.NAME, model=model, costs_money=True, records_calls=True, priced_as=model
        )
        openai.client()

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> list[SceneDraft]:
        """Cut a story of any length, dropping no sentence; raises StoryError too."""
        if not story.text.strip():
            raise StoryError("The story is empty: write at least one sentence.")
        manuscript = Manuscript(story.text, story.story_format, story.language)
        if not len(manuscript):
            return segmentation.cut(story.text, story.story_format, story.language, story.duration_sec)
        scenes = _StoryCutter(manuscript, self.capabilities.model, ledger).cut_scenes()
        return timing.plan(scenes, story.duration_sec, story.language)

    def estimate_units(self, story: StoryRequest) -> dict[str, float]:
        """Estimate what cutting a story will use up."""
        windows = math.ceil(len(story.text) / settings().text_window_characters)
        input_tokens = (len(story.text) * 1.3 + windows * len(INSTRUCTIONS)) / CHARACTERS_A_TOKEN
        return {"input_tokens": math.ceil(input_tokens), "output_tokens": math.ceil(len(story.text) / 3)}


class _StoryCutter:
    """The cutting of one story, window by window."""

    def __init__(self, story: Manuscript, model: str, ledger: ProviderCallLedger) -> None:
        self._story, self._model, self._ledger = story, model, ledger
        self._cast: dict[str, str] = {}
        self._scenes: list[SceneDraft] = []

    def cut_scenes(self) -> list[SceneDraft]:
        """Cut all windows. The last scene of each is cut again with what follows, where seams would show."""
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
                add_to_cast(self._cast, answer)
                return spans, end, ""
        return [], end, f"Cut by the local rules, for OpenAI's answer {reason}."

    def _ask(self, first: int, end: int) -> Breakdown:
        before = [self._story.get_passage(n) for n in range(max(0, first - CONTEXT_PASSAGES), first)]
        passages = {number: self._story.get_passage(number) for number in range(first, end)}
        question = write_question(passages, before, self._cast, self._story.language)
        return _parse_answer(_call_model(self._model, question, self._ledger))

    def _draft_spans(self, spans: Iterable[Span]) -> None:
        for span in chain.from_iterable(split_long_span(self._story, span) for span in spans):
            before = self._scenes[-1] if self._scenes else None
            self._scenes.append(draft_scene(self._story, span, self._cast, before))

    def _cut_locally(self, first: int, end: int, note: str) -> list[SceneDraft]:
        if self._story.drafts:
            drafts = list(self._story.drafts[first:end])
        else:
            drafts = segmentation.cut(self._story.get_text(first, end), "prose", self._story.language)
        return [replace(apply_cast(draft, self._cast), notes=(*draft.notes, note)) for draft in drafts]


def _call_model(model: str, question: str, ledger: ProviderCallLedger) -> Answer:
    most = LEAST_OUTPUT_TOKENS + len(question)
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
    """Keep what was said, or why nothing was."""
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
