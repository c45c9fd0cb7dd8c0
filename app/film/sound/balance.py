"""The balance of a mix: how far speech is above what is heard with it."""

import math

import numpy as np

from app.film.sound.filters import Block
from app.film.timeline import SAMPLE_RATE

_WINDOW = SAMPLE_RATE // 10
_SPOKEN_RMS = 10 ** (-45 / 20)


class Balance:
    """Sums up the power of speech and of its bed, in the tenths of a second in which somebody speaks."""

    def __init__(self) -> None:
        self._speech, self._bed = 0.0, 0.0

    def add(self, speech: Block, bed: Block) -> None:
        """Add the next block of speech, and of everything else that is heard with it."""
        whole = speech.shape[1] // _WINDOW * _WINDOW
        powers = [
            np.square(sound[:, :whole]).reshape(2, -1, _WINDOW).mean(axis=(0, 2)) for sound in (speech, bed)
        ]
        is_spoken = powers[0] > _SPOKEN_RMS**2
        self._speech += float(powers[0][is_spoken].sum())
        self._bed += float(powers[1][is_spoken].sum())

    @property
    def speech_over_bed_db(self) -> float | None:
        """The decibels by which speech is louder than its bed; None without the one or the other."""
        if not self._speech or not self._bed:
            return None
        return round(10 * math.log10(self._speech / self._bed), 1)
