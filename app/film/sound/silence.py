"""The longest digital silence in sound."""

from collections.abc import Iterable, Iterator

import numpy as np

from app.film.sound.filters import Block
from app.film.timeline import SAMPLE_RATE

_WINDOW = SAMPLE_RATE // 50
_SILENT = 10 ** (-80 / 20)


class Silence:
    """Finds the longest run of windows of 20 ms in which no sample exceeds −80 dB below full scale."""

    def __init__(self) -> None:
        self._longest = self._current = 0

    def listen(self, sound: Iterable[Block]) -> Iterator[Block]:
        """Yield blocks as they are, and remember how long they are silent."""
        rest = np.zeros((2, 0), np.float32)
        for block in sound:
            rest = np.concatenate([rest, block], axis=1)
            whole = rest.shape[1] // _WINDOW * _WINDOW
            peaks = np.abs(rest[:, :whole]).reshape(2, -1, _WINDOW).max(axis=(0, 2))
            for is_silent in peaks < _SILENT:
                self._current = self._current + 1 if is_silent else 0
                self._longest = max(self._longest, self._current)
            rest = rest[:, whole:]
            yield block

    @property
    def longest_sec(self) -> float:
        """The length of the longest silence heard so far, in seconds."""
        return self._longest * _WINDOW / SAMPLE_RATE
