"""The repair of a model's scenes: every passage in exactly one scene, in order, word for word as written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.providers.text.answer import Breakdown, SceneCut
from app.providers.text.cast import ModelCast
from app.story import prose, segmentation
from app.story.completion import complete_fields
from app.story.scene import DialogueLine, SceneDraft
from app.story.wording import make_speakable
from app.vocabulary.place_reader import read_place
from app.vocabulary.speech_clock import speaking_seconds

MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Span:
    """The passages from `first` up to `end`, and the scene that a model made of them, or None."""

    first: int
    end: int
    cut: SceneCut | None


class Manuscript:
    """A story as passages: the sentences of prose, or the scenes that a screenplay's slug lines make."""

    def __init__(self, text: str, story_format: str, language: str) -> None:
        self.text, self.language = text, language
        self.drafts = () if story_format == "prose" else tuple(segmentation.cut(text, story_format, language))
        sentences = () if self.drafts else prose.read(text, language).sentences
        self._spans = [(sentence.start, sentence.end) for sentence in sentences]
        self._paragraphs = [sentence.paragraph for sentence in sentences]

    def __len__(self) -> int:
        return len(self.drafts or self._spans)

    def get_passage(self, number: int) -> str:
        """Return the text of one passage."""
        if self.drafts:
            return self.drafts[number].description
        start, end = self._spans[number]
        return self.text[start:end]

    def get_text(self, first: int, end: int) -> str:
        """Return the passages from `first` up to `end` as they stand in the story."""
        return self.text[self._spans[first][0] : self._spans[end - 1][1]]

    def find_window_end(self, first: int, characters: int) -> int:
        """Return the end of a window of at most so many characters, after a whole paragraph if possible.

        The window holds one passage at least.
        """
        size, end, whole = 0, first, first
        while end < len(self):
            size += len(self.get_passage(end))
            if size > characters and end > first:
                return whole if whole > first else end
            end += 1
            if self.drafts or end == len(self) or self._paragraphs[end] != self._paragraphs[end - 1]:
                whole = end
        return end

    def find_half(self, first: int, end: int) -> int:
        """Return where the first half of a window ends, after at least one passage."""
        return self.find_window_end(
            first, sum(len(self.get_passage(number)) for number in range(first, end)) // 2
        )

    def estimate_seconds(self, number: int) -> float:
        """Return the estimated seconds that a narrator needs for a passage."""
        return speaking_seconds(self.get_passage(number), self.language)


def repair_spans(answer: Breakdown, first: int, end: int) -> list[Span]:
    """Return spans in which every passage from `first` up to `end` is in exactly one scene.

    Scenes are taken in the order of their first passages; gaps go to the scene before, overlaps to the
    later one, and numbers outside the window are dropped. The result is empty where no scene is left.
    """
    cuts = {cut.first_passage: cut for cut in answer.scenes if first <= cut.first_passage < end}
    if not cuts:
        return []
    starts = sorted(cuts)
    bounds = [first, *starts[1:], end]
    return [Span(bounds[i], bounds[i + 1], cuts[start]) for i, start in enumerate(starts)]


def split_long_span(story: Manuscript, span: Span) -> Iterator[Span]:
    """Split a scene longer than thirty seconds between sentences; a screenplay's scenes stay as they are."""
    if story.drafts:
        yield from (Span(number, number + 1, span.cut) for number in range(span.first, span.end))
        return
    first, seconds = span.first, 0.0
    for number in range(span.first, span.end):
        length = story.estimate_seconds(number)
        if number > first and seconds + length > prose.LONGEST_SECONDS:
            yield Span(first, number, span.cut)
            first, seconds = number, 0.0
        seconds += length
    yield Span(first, span.end, span.cut)


def draft_scene(story: Manuscript, span: Span, cast: ModelCast, before: SceneDraft | None) -> SceneDraft:
    """Return the scene of a span: its passages word for word, and what the model said of them."""
    given = _read_cut(span.cut, cast) if span.cut else {}
    if story.drafts:
        own = story.drafts[span.first]
        fields = {name: value for name, value in given.items() if name not in {"heading", "characters"}}
        return _add_beats(cast.apply(_read_place(replace(own, **fields), given)), span, cast)
    scene = complete_fields(story.get_text(span.first, span.end), given, before, story.language)
    lines = _choose_dialogue(span.cut, scene, cast) if span.cut else scene.dialogue
    return _add_beats(cast.apply(_read_place(replace(scene, dialogue=lines), given)), span, cast)


def _add_beats(scene: SceneDraft, span: Span, cast: ModelCast) -> SceneDraft:
    return replace(scene, beats=cast.find_beats(span.cut, scene.description)) if span.cut else scene


def _read_place(scene: SceneDraft, given: Mapping[str, Any]) -> SceneDraft:
    """Return a scene with the place that the model's own words describe."""
    if not given.get("background_prompt"):
        return scene
    return replace(scene, place=read_place(scene.heading, scene.setting, scene.background_prompt))


def _read_cut(cut: SceneCut, cast: ModelCast) -> dict[str, Any]:
    names = list(dict.fromkeys(map(cast.get_name, cut.characters)))
    named = [name for name in names if name][:MOST_PEOPLE]
    words = {
        "heading": " ".join(cut.heading.split())[:200].upper(),
        "setting": " ".join(cut.setting.split())[:200],
        "background_prompt": " ".join(cut.background_prompt.split())[:1000],
    }
    shot = {name: getattr(cut, name) for name in ("time_of_day", "mood", "shot_type", "camera_move")}
    return {**{k: v for k, v in words.items() if v}, **shot, "characters": tuple(named)}


def _choose_dialogue(cut: SceneCut, scene: SceneDraft, cast: ModelCast) -> tuple[DialogueLine, ...]:
    """Return the model's lines that the text contains, and those of the text that the model overlooked."""
    lines: dict[int, DialogueLine] = {}
    for spoken in cut.dialogue:
        line = make_speakable(spoken.line).strip('“”"«»„ ')
        at = scene.narration.find(line) if line else -1
        if at >= 0:
            lines[at] = DialogueLine(cast.get_name(spoken.character), line)
    taken = [(at, at + len(line.line)) for at, line in lines.items()]
    for own in scene.dialogue:
        at = scene.narration.find(own.line)
        if at >= 0 and not any(start < at + len(own.line) and at < end for start, end in taken):
            lines[at] = own
    return tuple(lines[at] for at in sorted(lines))
