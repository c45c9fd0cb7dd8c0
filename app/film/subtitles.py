"""Subtitles: words with times become cues that can be read, in SRT and WebVTT."""

import html
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pysubs2 import SSAEvent, SSAFile

from app.film.words import Word, ending, joined

# The usual broadcast limits (BBC and Netflix guides): 42 columns, two lines, 5/6 s to 7 s, 17 characters a
# second; two frames of air between cues show that the text has changed.
COLUMNS = 42
LINES = 2
SHORTEST_SEC = 5 / 6
LONGEST_SEC = 7.0
READABLE_CPS = 17.0
_AIR_SEC = 0.083
_HOLD_SEC = 0.35

_BREAK_COST = {"sentence": 0.0, "clause": 0.7, "": 2.4}
_FORBIDDEN = 100.0
_SHORT_WORD = 3
# pysubs2 takes braces for styling and a backslash for an escape, and would drop what they hold.
_PLAIN = str.maketrans({"{": "(", "}": ")", "\\": "∖"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A text of one or two lines and the seconds between which it is shown."""

    start_sec: float
    end_sec: float
    text: str

    @property
    def cps(self) -> float:
        """Characters a viewer must read each second, wide characters counted twice."""
        return columns(self.text.replace("\n", "")) / max(self.end_sec - self.start_sec, 0.001)


def columns(text: str) -> int:
    """Measure text in columns: East Asian wide characters take two, combining marks none."""
    return sum(_column(character) for character in text)


def cues(words: Sequence[Word], until: float | None = None, width: int = COLUMNS) -> tuple[Cue, ...]:
    """Cut spoken words into cues of at most two lines of `width` columns.

    `until` is the last second a cue may reach, usually the end of the shot. The cuts are the cheapest of
    all by dynamic programming: after sentences rather than clauses, clauses rather than anywhere, with
    cues neither hurried nor longer than seven seconds. Every word is kept, in order.
    """
    passage = _Passage([piece for word in words for piece in _pieces(word, width)], width)
    spans = list(pairwise(passage.cheapest_cuts()))
    return tuple(
        _timed(passage, span, until if span is spans[-1] else passage.words[span[1]].start_sec - _AIR_SEC)
        for span in spans
    )


def shifted(film_cues: Iterable[Cue], seconds: float) -> tuple[Cue, ...]:
    """Move cues in time, as from a shot's own clock to the film's."""
    return tuple(Cue(cue.start_sec + seconds, cue.end_sec + seconds, cue.text) for cue in film_cues)


def srt(film_cues: Iterable[Cue]) -> str:
    """Write cues as a SubRip file."""
    return _file((cue, cue.text) for cue in film_cues).to_string("srt")


def vtt(film_cues: Iterable[Cue]) -> str:
    """Write cues as a WebVTT file, its markup characters escaped."""
    return _file((cue, html.escape(cue.text, quote=False)) for cue in film_cues).to_string("vtt")


def _column(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pieces(word: Word, width: int) -> list[Word]:
    """Cut a word that is longer than a line, so that nothing ever leaves the frame."""
    if columns(word.text) <= width:
        return [word]
    step = max(1, width * len(word.text) // columns(word.text))
    parts = [word.text[at : at + step] for at in range(0, len(word.text), step)]
    each = (word.end_sec - word.start_sec) / len(parts)
    starts = [word.start_sec + each * number for number in range(len(parts))]
    return [Word(part, start, start + each) for part, start in zip(parts, starts, strict=True)]


class _Passage:
    """Words with their widths summed up once, so that weighing a cut is arithmetic and not typesetting."""

    def __init__(self, words: Sequence[Word], width: int) -> None:
        self.words, self._width = words, width
        self._endings = [
            # “Who is there?” she said: a small letter shows that the sentence goes on.
            "clause" if ending(word.text) and following.text[:1].islower() else ending(word.text)
            for word, following in pairwise(words)
        ] + [ending(word.text) for word in words[-1:]]
        lengths = [columns(word.text) for word in words]
        spaces = [columns(joined([one.text, two.text])) for one, two in pairwise(words)]
        gaps = [both - one - two for both, one, two in zip(spaces, lengths, lengths[1:], strict=False)]
        self._reach = list(accumulate(map(sum, zip(lengths, [*gaps, 0], strict=False)), initial=0))
        self._gaps = [*gaps, 0]

    def columns(self, first: int, after: int) -> int:
        """Measure the words from `first` up to but not with `after` on one line."""
        return self._reach[after] - self._reach[first] - self._gaps[after - 1]

    def cheapest_cuts(self) -> list[int]:
        """Give the word numbers at which cues begin, and the end."""
        best = [(0.0, 0)]
        for after in range(1, len(self.words) + 1):
            choices = []
            for first in range(after - 1, -1, -1):
                if first < after - 1 and not self._fits(first, after):
                    break
                choices.append((best[first][0] + self._cost(first, after), first))
            best.append(min(choices))
        cuts = [len(self.words)]
        while cuts[-1]:
            cuts.append(best[cuts[-1]][1])
        return cuts[::-1]

    def text(self, first: int, after: int) -> str:
        """Set the words in one line or two of like length, broken after punctuation where that is near."""
        texts = [word.text for word in self.words[first:after]]
        if self.columns(first, after) <= self._width or len(texts) == 1:
            return joined(texts)
        at = min(range(first + 1, after), key=lambda middle: self._unevenness(first, middle, after))
        return f"{joined(texts[: at - first])}\n{joined(texts[at - first :])}"

    def _fits(self, first: int, after: int) -> bool:
        middle = first
        while middle < after and self.columns(first, middle + 1) <= self._width:
            middle += 1
        return middle == after or self.columns(middle, after) <= self._width

    def _unevenness(self, first: int, middle: int, after: int) -> tuple[int, int]:
        upper, lower = self.columns(first, middle), self.columns(middle, after)
        bonus = 24 if self._endings[middle - 1] else 0
        return max(0, max(upper, lower) - self._width), abs(upper - lower) - bonus

    def _parting(self, after: int) -> float:
        """Weigh how much the words before and after a cut belong together."""
        if self._endings[after - 1]:
            return _BREAK_COST[self._endings[after - 1]]
        # "…three locks: but" leaves a word behind that belongs to what follows; so do most short words.
        is_stranded = any(self._endings[max(0, after - 3) : after - 1])
        is_short = columns(self.words[after - 1].text) <= _SHORT_WORD
        return _BREAK_COST[""] + (1.2 if is_stranded else 0.0) + (0.5 if is_short else 0.0)

    def _cost(self, first: int, after: int) -> float:
        start, spoken = self.words[first].start_sec, self.words[after - 1].end_sec
        room = (self.words[after].start_sec if after < len(self.words) else spoken + 1.0) - start
        text = self.columns(first, after)
        cost = 0.4 + (0.2 if text > self._width else 0.0) + self._parting(after)
        cost += 1.3 * self._endings[first : after - 1].count("sentence")
        cost += max(0.0, 1.4 - room) * 2 + (8.0 if room < SHORTEST_SEC + _AIR_SEC else 0.0)
        cost += max(0.0, spoken - start - 5.5) + (_FORBIDDEN if spoken - start > LONGEST_SEC else 0.0)
        return cost + max(0.0, text / max(room, 0.1) - READABLE_CPS) * 0.1


def _timed(passage: _Passage, span: tuple[int, int], limit: float | None) -> Cue:
    """Show a cue with its first word and leave it long enough to be read, if `limit` allows."""
    start, spoken = passage.words[span[0]].start_sec, passage.words[span[1] - 1].end_sec
    text = passage.text(*span)
    wanted = max(spoken + _HOLD_SEC, start + SHORTEST_SEC, start + columns(text) / READABLE_CPS)
    if limit is not None:
        wanted = limit if 0 <= limit - wanted < _HOLD_SEC else min(wanted, limit)
    end = max(min(wanted, start + LONGEST_SEC), start + _AIR_SEC)
    return Cue(round(start, 3), round(end, 3), text)


def _file(texts: Iterable[tuple[Cue, str]]) -> SSAFile:
    file = SSAFile()
    for cue, text in texts:
        start, end = round(cue.start_sec * 1000), round(cue.end_sec * 1000)
        file.append(SSAEvent(start=start, end=end, text=text.translate(_PLAIN).replace("\n", "\\N")))
    return file
