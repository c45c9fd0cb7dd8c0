"""The alignment of a scene's description with its narration, which leaves some of it out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_RUN = 3  # equal words in a row show where the narration goes on after it has left something out


class Alignment:
    """Where the words of a description stand in the narration, in time linear in both."""

    def __init__(self, description: str, narration: str) -> None:
        self._end = len(narration)
        pairs = list(_align(description, narration))
        self._written = [written for written, _ in pairs]
        self._told = [told for _, told in pairs]

    def find(self, offset: int) -> int:
        """Return the offset in the narration of the first word told at or after one of the description."""
        at = bisect_left(self._written, offset)
        return self._told[at] if at < len(self._told) else self._end


def _align(description: str, narration: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of equal words, in order."""
    written = [(match[0].casefold(), match.start()) for match in _WORD.finditer(description)]
    told = [(match[0].casefold(), match.start()) for match in _WORD.finditer(narration)]
    runs = _index_runs([word for word, _ in written])
    at = 0
    for number, (word, start) in enumerate(told):
        if at >= len(written) or written[at][0] != word:
            run = tuple(word for word, _ in told[number : number + _RUN])
            places = runs.get(run, ())
            later = bisect_left(places, at)
            if later >= len(places):
                continue
            at = places[later]
        yield written[at][1], start
        at += 1


def _index_runs(words: Sequence[str]) -> dict[tuple[str, ...], list[int]]:
    runs: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(words)):
        runs.setdefault(tuple(words[start : start + _RUN]), []).append(start)
    return runs
