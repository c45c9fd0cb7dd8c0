"""The clauses of a narration: the smallest pieces of it that a shot can hold."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.story import prose
from app.vocabulary.speech_clock import speaking_seconds
from app.vocabulary.words import listed

LONGEST_CLAUSE_SEC = 5.0
_SHORTEST_PIECE_SEC = 3.5
_SENTENCE, _QUOTATION, _QUOTATION_END = 1.0, 0.8, 0.25
_STRONG_STOP, _COMMA, _CONJUNCTION, _NO_STOP = 0.6, 0.35, 0.15, 0.0
_MARKS = "“”„«»「」『』\"‘’'‚‟—–"
_STRONG = re.compile(r"(?:[;:—–](?=[\s”’\"'»)])|[；：])[”’\"'»)]*\s*")
# A sentence within a quotation; a short word with a full stop is rather an abbreviation.
_STOP = re.compile(r"(?:[!?…](?=[\s”’\"'»)])|(?<=[^\W\d_]{4})\.(?=[\s”’\"'»)])|[。！？])[”’\"'»)]*\s*")
_WEAK = re.compile(r"(?:,(?=[\s”’\"'»)])|[،、，])[”’\"'»)]*\s*")
_CONJUNCTIONS = listed(
    "and, but, while, when, until, till, because, as, so, then, or, who, which, where, und, aber, als, "
    "während, bis, weil, dass, denn, et, mais, quand, pendant, parce, puis, qui, y, pero, cuando, mientras, "
    "porque, que"
)
_JOINED = re.compile(rf"(?<=\s)(?:{'|'.join(_CONJUNCTIONS)})(?=\s)", re.IGNORECASE)
# The first letters of words, and each letter of scripts that part no words; marks stay with their letter.
_UNSPACED = "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u1000-\u102a\u1780-\u17b3"
_IDEOGRAPHS = "\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD_START = re.compile(rf"(?<=\s)[^\W_]|[{_UNSPACED}{_IDEOGRAPHS}]")
_LONGEST_TAG = 40  # characters
_SAID = re.compile(r"[^\W_]")


_PATTERNS = ((_JOINED, _CONJUNCTION), (_WEAK, _COMMA), (_STRONG, _STRONG_STOP), (_STOP, _STRONG_STOP))


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of a narration: its span, the seconds that it takes, and how well a cut stands before it.

    `cut` is 1 where a sentence begins, less where a part of one does, and 0 in the midst of a clause.
    """

    start: int
    end: int
    seconds: float
    cut: float


def split_clauses(narration: str, quotes: Sequence[tuple[int, int]], language: str) -> list[Clause]:
    """Return the clauses of a narration, which together are the whole of it, each with a word.

    `quotes` are the spans of what is spoken by a character.
    """
    cuts = _find_cuts(narration, quotes, language)
    starts = _drop_wordless(narration, sorted(cuts))
    clauses = []
    for start, end in pairwise([*starts, len(narration)]):
        for number, (a, b) in enumerate(_split_long(narration, start, end, language)):
            cut = _NO_STOP if number else cuts.get(start, _SENTENCE)
            clauses.append(Clause(a, b, speaking_seconds(narration[a:b], language), cut))
    return clauses


def _find_cuts(narration: str, quotes: Sequence[tuple[int, int]], language: str) -> dict[int, float]:
    """Return where clauses begin, and how well a cut stands there."""
    cuts: dict[int, float] = {}
    for pattern, worth in _PATTERNS:
        for match in pattern.finditer(narration):
            at = match.start() if pattern is _JOINED else match.end()
            cuts[at] = max(worth, cuts.get(at, 0.0))
    for start, end in quotes:
        opening = start - 1 if start and narration[start - 1] in _MARKS else start
        closing = _skip(narration, end, _MARKS)
        cuts[opening] = max(_QUOTATION, cuts.get(opening, 0.0))
        if closing < len(narration) and closing not in cuts:
            cuts[closing] = _QUOTATION_END
        elif closing in cuts:
            cuts[closing] = min(_QUOTATION_END, cuts[closing])
        cuts.pop(start if opening != start else -1, None)
    cuts |= {sentence.start: _SENTENCE for sentence in prose.read(narration, language).sentences}
    _join_tags(narration, quotes, cuts)
    return {at: worth for at, worth in cuts.items() if 0 < at < len(narration)}


def _join_tags(narration: str, quotes: Sequence[tuple[int, int]], cuts: dict[int, float]) -> None:
    """Drop the cuts that part a line from its tag: "At last he said:" or "said the captain."."""
    starts = sorted(cuts)
    for opening, _ in quotes:
        number = bisect_right(starts, opening) - 1
        at, before = (starts[number], max(0, starts[number - 1])) if number > 0 else (0, 0)
        if at - before < _LONGEST_TAG and narration[max(0, at - 3) : at].rstrip()[-1:] in (":", ","):
            cuts.pop(at, None)
    for at in [at for at, worth in cuts.items() if worth == _QUOTATION_END]:
        after = min(narration.find(mark, at) % (len(narration) + 1) for mark in ".!?")
        if after - at < _LONGEST_TAG:  # "said the captain." belongs to the line
            del cuts[at]


def _skip(text: str, at: int, marks: str) -> int:
    """Return the offset of the next word after marks and white space."""
    while at < len(text) and text[at] in marks:
        at += 1
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _drop_wordless(narration: str, starts: Sequence[int]) -> list[int]:
    """Return the starts of pieces that have a word: others belong to the piece before them."""
    kept = [0]
    for start, end in pairwise([*starts, len(narration)]):
        if _SAID.search(narration, start, end) and _SAID.search(narration, kept[-1], start):
            kept.append(start)
    return kept


def _split_long(narration: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the even parts of a piece that takes too long for a shot, cut between words."""
    seconds = speaking_seconds(narration[start:end], language)
    count = math.ceil(seconds / _SHORTEST_PIECE_SEC) if seconds > LONGEST_CLAUSE_SEC else 1
    words = [match.start() for match in WORD_START.finditer(narration, start + 1, end)] if count > 1 else []
    last = start
    for number in range(1, count):
        at = bisect_left(words, start + (end - start) * number // count)
        if at < len(words) and words[at] > last and _SAID.search(narration, last, words[at]):
            yield last, words[at]
            last = words[at]
    yield last, end
