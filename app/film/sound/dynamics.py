"""The dynamics of a film: quiet scenes are mixed below intense ones, so that a whole film has a range."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.film.timeline import Timeline

# Films of one level have a loudness range of 2 LU and tire the ear; with these they have 4 to 6.
QUIETEST_DB, LOUDEST_DB = -5.0, 1.2
_SMOOTHING_SEC = 12.0
_GRID_SEC = 0.5


class Dynamics:
    """The gain of the whole mix over a film, from how intense each shot is.

    `intensities` has a number for each shot, of any scale. They are smoothed over some seconds and ranked:
    the most intense moments are heard at LOUDEST_DB, the quietest at QUIETEST_DB, the rest evenly between.
    Without differences a film rises towards its last quarter and falls at its end, as three acts do.
    """

    def __init__(self, timeline: Timeline, intensities: Sequence[float] = ()) -> None:
        count = max(2, round(timeline.seconds / _GRID_SEC))
        self._at = np.linspace(0, max(timeline.samples, 1), count)
        curve = _smooth(_sample(timeline, intensities, self._at)) + 1e-3 * _arc(count)
        ranks = np.argsort(np.argsort(curve, kind="stable"), kind="stable") / (count - 1)
        self._gains = QUIETEST_DB + (LOUDEST_DB - QUIETEST_DB) * _smooth(ranks, 2.0)

    def find_gain(self, start: int, count: int) -> NDArray[np.float32]:
        """Return the gain, as a factor, of each of `count` samples from `start` on."""
        decibels = np.interp(np.arange(start, start + count), self._at, self._gains)
        return np.asarray(10 ** (decibels / 20), np.float32)


def _sample(
    timeline: Timeline, intensities: Sequence[float], at: NDArray[np.floating]
) -> NDArray[np.floating]:
    """Return the intensity of the shot at each of some samples."""
    starts = [timeline.start_sample(number) for number in range(len(timeline.shots))]
    known = np.zeros(len(starts))
    known[: len(intensities)] = intensities[: len(starts)]
    return np.asarray(known[np.searchsorted(starts, at, side="right") - 1])


def _smooth(curve: NDArray[np.floating], seconds: float = _SMOOTHING_SEC) -> NDArray[np.floating]:
    """Return a curve averaged over a window of some seconds; before and after it its ends go on."""
    width = max(1, min(round(seconds / _GRID_SEC), len(curve)) // 2 * 2 + 1)
    window = np.hanning(width + 2)[1:-1]
    padded = np.pad(curve, width // 2, mode="edge")
    return np.convolve(padded, window / window.sum(), mode="valid")


def _arc(count: int) -> NDArray[np.floating]:
    """Return the arc of a story: it rises from its beginning to its climax, and falls at its end."""
    return np.interp(np.linspace(0, 1, count), (0.0, 0.25, 0.8, 1.0), (0.0, 0.5, 1.0, 0.2))
