"""Subtitles: cues from spoken words with times, and their files in SubRip and WebVTT."""

import html
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from pysubs2 import SSAEvent, SSAFile

from app.film.turns import Turn
from app.film.words import Word, classify_ending, join_words

# The usual limits of broadcasters (BBC Subtitle Guidelines, Netflix Timed Text Style Guide): 42 columns, two
# lines, 5/6 s to 7 s, 17 characters a second; a gap of two frames shows that the text has changed.
COLUMNS = 42
SHORTEST_SEC = 5 / 6
LONGEST_SEC = 7.0
READABLE_CPS = 17.0
_GAP_SEC = 0.083
_HOLD_SEC = 0.35

_BREAK_COST = {"sentence": 0.0, "clause": 0.7, "": 2.4}
_FORBIDDEN = 100.0
_SHORT_WORD = 3
# pysubs2 reads braces as styling and a backslash as an escape, and would drop the text in them.
_PLAIN = str.maketrans({"{": "(", "}": ")", "\\": "∖"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A text of one or two lines, and the seconds from which and until which it is shown."""

    start_sec: float
    end_sec: float
    text: str

    @property
    def cps(self) -> float:
        """The characters to be read a second, wide characters counted twice."""
        return count_columns(self.text.replace("\n", "")) / max(self.end_sec - self.start_sec, 0.001)


def count_columns(text: str) -> int:
    """Return the width of a text in columns: wide East Asian characters take two, combining marks none."""
    return sum(_column_width(character) for character in text)


def cut_cues(words: Sequence[Word], until: float | None = None, width: int = COLUMNS) -> tuple[Cue, ...]:
    """Return spoken words as cues of at most two lines of `width` columns.

    `until` is the last second at which a cue may be shown, usually the end of the shot. The cuts are those of
    the lowest total cost, found by dynamic programming: a cut after a sentence costs less than one after a
    clause, and that less than any other; cues that cannot be read in time, or last longer than seven seconds,
    cost more. Every word is
    in exactly one cue, in order.
    """
    cutter = _CueCutter([piece for word in words for piece in _split_long_word(word, width)], width)
    spans = list(pairwise(cutter.find_cuts()))
    return tuple(
        _time_cue(cutter, span, until if span is spans[-1] else cutter.words[span[1]].start_sec - _GAP_SEC)
        for span in spans
    )


def cut_turns(words: Sequence[Word], turns: Sequence[Turn], until: float | None = None) -> tuple[Cue, ...]:
    """Return spoken words as `cut_cues` does, and each cue of one speaker.

    A recording may count its words otherwise than the text, whose `turns` then share them in proportion.
    """
    ends = list(accumulate((turn.words for turn in turns), initial=0))
    edges = [round(end * len(words) / max(ends[-1], 1)) for end in ends]
    spans = [(first, after) for first, after in pairwise(edges) if after > first]
    cues = (
        cut_cues(words[first:after], words[after].start_sec - _GAP_SEC if after < len(words) else until)
        for first, after in spans
    )
    return tuple(chain.from_iterable(cues))


def write_srt(film_cues: Iterable[Cue]) -> str:
    """Return cues as the text of a SubRip file."""
    return _build_file((cue, cue.text) for cue in film_cues).to_string("srt")


def write_vtt(film_cues: Iterable[Cue]) -> str:
    """Return cues as the text of a WebVTT file, with markup characters escaped."""
    return _build_file((cue, html.escape(cue.text, quote=False)) for cue in film_cues).to_string("vtt")


def _column_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _split_long_word(word: Word, width: int) -> list[Word]:
    """Return a word in parts that each fit on a line."""
    if count_columns(word.text) <= width:
        return [word]
    step = max(1, width * len(word.text) // count_columns(word.text))
    parts = [word.text[at : at + step] for at in range(0, len(word.text), step)]
    each = (word.end_sec - word.start_sec) / len(parts)
    starts = [word.start_sec + each * number for number in range(len(parts))]
    return [Word(part, start, start + each) for part, start in zip(parts, starts, strict=True)]


class _CueCutter:
    """Finds the cheapest cuts; widths are summed up once, so that the cost of a cue is simple arithmetic."""

    def __init__(self, words: Sequence[Word], width: int) -> None:
        self.words, self._width = words, width
        self._endings = [
            # “Who is there?” she said: a lower-case letter shows that the sentence goes on.
            "clause"
            if classify_ending(word.text) and following.text[:1].islower()
            else classify_ending(word.text)
            for word, following in pairwise(words)
        ] + [classify_ending(word.text) for word in words[-1:]]
        lengths = [count_columns(word.text) for word in words]
        spaces = [count_columns(join_words([one.text, two.text])) for one, two in pairwise(words)]
        gaps = [both - one - two for both, one, two in zip(spaces, lengths, lengths[1:], strict=False)]
        self._reach = list(accumulate(map(sum, zip(lengths, [*gaps, 0], strict=False)), initial=0))
        self._gaps = [*gaps, 0]

    def count_columns(self, first: int, after: int) -> int:
        """Return the width of words `first` up to but not including `after` on one line."""
        return self._reach[after] - self._reach[first] - self._gaps[after - 1]

    def find_cuts(self) -> list[int]:
        """Return the numbers of the words with which cues begin, and the number of words."""
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

    def set_lines(self, first: int, after: int) -> str:
        """Return the words in one line or in two of similar length, rather broken after punctuation."""
        texts = [word.text for word in self.words[first:after]]
        if self.count_columns(first, after) <= self._width or len(texts) == 1:
            return join_words(texts)
        at = min(range(first + 1, after), key=lambda middle: self._unevenness(first, middle, after))
        return f"{join_words(texts[: at - first])}\n{join_words(texts[at - first :])}"

    def _fits(self, first: int, after: int) -> bool:
        middle = first
        while middle < after and self.count_columns(first, middle + 1) <= self._width:
            middle += 1
        return middle == after or self.count_columns(middle, after) <= self._width

    def _unevenness(self, first: int, middle: int, after: int) -> tuple[int, int]:
        upper, lower = self.count_columns(first, middle), self.count_columns(middle, after)
        bonus = 24 if self._endings[middle - 1] else 0
        return max(0, max(upper, lower) - self._width), abs(upper - lower) - bonus

    def _break_cost(self, after: int) -> float:
        """Return the cost of a cut before word `after`: higher where the words around it belong together."""
        if self._endings[after - 1]:
            return _BREAK_COST[self._endings[after - 1]]
        # In “…three locks: but” the last word belongs to what follows, as most short words do.
        is_stranded = any(self._endings[max(0, after - 3) : after - 1])
        is_short = count_columns(self.words[after - 1].text) <= _SHORT_WORD
        return _BREAK_COST[""] + (1.2 if is_stranded else 0.0) + (0.5 if is_short else 0.0)

    def _cost(self, first: int, after: int) -> float:
        start, spoken = self.words[first].start_sec, self.words[after - 1].end_sec
        room = (self.words[after].start_sec if after < len(self.words) else spoken + 1.0) - start
        text = self.count_columns(first, after)
        cost = 0.4 + (0.2 if text > self._width else 0.0) + self._break_cost(after)
        cost += 1.3 * self._endings[first : after - 1].count("sentence")
        cost += max(0.0, 1.4 - room) * 2 + (8.0 if room < SHORTEST_SEC + _GAP_SEC else 0.0)
        cost += max(0.0, spoken - start - 5.5) + (_FORBIDDEN if spoken - start > LONGEST_SEC else 0.0)
        return cost + max(0.0, text / max(room, 0.1) - READABLE_CPS) * 0.1


def _time_cue(cutter: _CueCutter, span: tuple[int, int], limit: float | None) -> Cue:
    """Return a cue that starts with its first word and lasts as long as reading takes, at most to `limit`."""
    start, spoken = cutter.words[span[0]].start_sec, cutter.words[span[1] - 1].end_sec
    text = cutter.set_lines(*span)
    wanted = max(spoken + _HOLD_SEC, start + SHORTEST_SEC, start + count_columns(text) / READABLE_CPS)
    if limit is not None:
        wanted = limit if 0 <= limit - wanted < _HOLD_SEC else min(wanted, limit)
    end = max(min(wanted, start + LONGEST_SEC), start + _GAP_SEC)
    return Cue(round(start, 3), round(end, 3), text)


def _build_file(texts: Iterable[tuple[Cue, str]]) -> SSAFile:
    file = SSAFile()
    for cue, text in texts:
        start, end = round(cue.start_sec * 1000), round(cue.end_sec * 1000)
        file.append(SSAEvent(start=start, end=end, text=text.translate(_PLAIN).replace("\n", "\\N")))
    return file
