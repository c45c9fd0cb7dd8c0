"""A story as paragraphs, sentences and words, each with its position in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import sentencex

from app.story.headings import measure_heading
from app.story.quotation import Span, find_quotations
from app.vocabulary.speech_clock import speaking_seconds

LONGEST_SECONDS = 30.0
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_CLAUSE_ENDS = (
    re.compile(r"(?<=[.!?。！？…][’”\"')])\s|(?<=[.!?])\s|(?<=[。！？])"),
    re.compile(r"(?<=[;:；：—])\s?"),
    re.compile(r"(?<=[,،、，])\s?"),
    re.compile(r"\s"),
)
_LONGEST_TITLE = 80
_WINDOW = 2000  # characters; sentencex takes quadratic time over a long paragraph


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, without a possessive ending; `start` counts from the beginning of the story."""

    text: str
    lower: str
    start: int
    is_possessive: bool
    is_spoken: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a part of one that takes longer than thirty seconds to say."""

    start: int
    end: int
    paragraph: int
    opens_paragraph: bool
    is_heading: bool
    seconds: float
    words: tuple[Word, ...]
    narrated: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Prose:
    """A whole story, read; `quotes` are the spans of its quotations."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Span, ...]


def read(text: str, language: str = "en") -> Prose:
    """Split a story into paragraphs, sentences and words, in time linear in its length."""
    sentences: list[Sentence] = []
    quotes: list[Span] = []
    for number, (start, end) in enumerate(_split_paragraphs(text)):
        quoted = find_quotations(text, start, end)
        openings = [opening for opening, _ in quoted]
        quotes += quoted
        is_heading = _is_heading(text[start:end], number)
        for index, (a, b) in enumerate(_split_sentences(text, start, end, language)):
            words = tuple(_split_words(text, (a, b), quoted, openings))
            sentences.append(
                Sentence(
                    start=a,
                    end=b,
                    paragraph=number,
                    opens_paragraph=index == 0,
                    is_heading=is_heading,
                    seconds=speaking_seconds(text[a:b], language),
                    words=words,
                    narrated=tuple(word.lower for word in words if not word.is_spoken),
                )
            )
    return Prose(text, tuple(sentences), tuple(quotes))


def _split_paragraphs(text: str) -> Iterator[Span]:
    """Part at blank lines, or at every line where a text has none and its lines end like sentences."""
    separator = _BLANK_LINES
    if not _BLANK_LINES.search(text.strip()):
        lines = [line.rstrip() for line in text.splitlines() if line.strip()]
        ended = sum(line[-1] in ".!?。！？”’\"'»」…:" for line in lines)
        separator = re.compile(r"\n\s*" if ended * 3 >= len(lines) * 2 else r"\n(?=[^\S\n]*#)")
    position = 0
    for match in separator.finditer(text):
        yield from _strip_span(text, position, match.start())
        position = match.end()
    yield from _strip_span(text, position, len(text))


def _strip_span(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    body = piece.strip()
    if body:
        start += len(piece) - len(piece.lstrip())
        heading = measure_heading(body)
        if 0 < heading < len(body):
            yield start, start + heading
            yield from _strip_span(text, start + heading, end)
        else:
            yield start, start + len(body)


def _is_heading(paragraph: str, number: int) -> bool:
    if measure_heading(paragraph) == len(paragraph):
        return True
    return (
        number == 0 and len(paragraph) <= _LONGEST_TITLE and "\n" not in paragraph and paragraph[-1].isalnum()
    )


def _split_sentences(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    for a, b in _split_windows(text, start, end):
        # Line breaks inside a paragraph are wrapping; blanks of the same length keep every offset.
        flat = text[a:b].replace("\n", " ").replace("\r", " ")
        whole: Span | None = None
        for boundary in sentencex.get_sentence_boundaries(language, flat):
            left, right = a + boundary["start_index"], a + boundary["end_index"]
            if whole and _is_continued(text, whole[1], right):
                whole = whole[0], right
                continue
            yield from _split_long_sentence(text, whole, language)
            whole = left, right
        yield from _split_long_sentence(text, whole, language)


def _is_continued(text: str, before: int, end: int) -> bool:
    """Tell "Stop! -- and he ran" is one sentence: what follows a shout in a small letter goes on with it."""
    first = re.compile(r"[^\W\d_]").search(text, before, min(end, before + 8))
    return bool(first and first.group().islower() and text[max(0, before - 4) : before].rstrip()[-1:] in "!?")


def _split_windows(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a huge paragraph where a sentence ends, or at least a word, so that each piece is small."""
    while end - start > _WINDOW:
        cut = _find_last_break(text, start + _WINDOW // 2, start + _WINDOW)
        yield start, cut
        start = cut
    yield start, end


def _find_last_break(text: str, low: int, high: int) -> int:
    for pattern in _CLAUSE_ENDS:
        ends = [match.end() for match in pattern.finditer(text, low, high) if low < match.end() < high]
        if ends:
            return ends[-1]
    return high


def _split_long_sentence(text: str, span: Span | None, language: str) -> Iterator[Span]:
    """Part a sentence that takes longer than thirty seconds to say at its clauses, into even parts."""
    if span is None or not (body := text[span[0] : span[1]].strip()):
        return
    start = text.index(body[0], span[0])
    end = start + len(body)
    seconds = speaking_seconds(text[start:end], language)
    if seconds <= LONGEST_SECONDS or end - start < 2:
        yield start, end
        return
    cut = _find_middle_break(text, start, end)
    yield from _split_long_sentence(text, (start, cut), language)
    yield from _split_long_sentence(text, (cut, end), language)


def _find_middle_break(text: str, start: int, end: int) -> int:
    middle, reach = (start + end) // 2, (end - start) // 4
    for pattern in _CLAUSE_ENDS:
        found = [match.start() for match in pattern.finditer(text, middle - reach, middle + reach)]
        inner = [at for at in found if start < at < end and text[start:at].strip()]
        if inner:
            return min(inner, key=lambda at: abs(at - middle))
    return middle


def _split_words(text: str, span: Span, quotes: list[Span], openings: list[int]) -> Iterator[Word]:
    for match in _WORD.finditer(text, *span):
        written = match.group()
        is_possessive = written[-2:].lower() in ("’s", "'s")
        if is_possessive:
            written = written[:-2]
        nearest = bisect_right(openings, match.start()) - 1
        is_spoken = nearest >= 0 and match.start() < quotes[nearest][1]
        # A plural possessive ends in a bare apostrophe: "the ants’ eggs".
        is_possessive = is_possessive or (
            written[-1] == "s" and text[match.end() : match.end() + 2] in ("’ ", "' ")
        )
        yield Word(written, written.lower(), match.start(), is_possessive, is_spoken)
