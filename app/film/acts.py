"""The acts of a film: three, of a quarter, a half and a quarter of its length."""

from collections.abc import Sequence
from itertools import accumulate

_FEWEST_SCENES, _SHORTEST_SEC = 6, 60.0
# Where the second and the third act begin, as shares of the film (S. Field, "Screenplay", 1979).
_SECOND, _THIRD = 0.25, 0.75


def find_acts(scene_seconds: Sequence[float]) -> tuple[int, ...]:
    """Return the numbers of the scenes with which the three acts begin, the first of them 0.

    `scene_seconds` are the lengths of the scenes. A film of under six scenes or sixty seconds has no acts:
    the result is ().
    """
    count, total = len(scene_seconds), sum(scene_seconds)
    if count < _FEWEST_SCENES or total < _SHORTEST_SEC:
        return ()
    starts = list(accumulate(scene_seconds, initial=0.0))
    second = min(range(1, count - 1), key=lambda number: abs(starts[number] - _SECOND * total))
    third = min(range(second + 1, count), key=lambda number: abs(starts[number] - _THIRD * total))
    return 0, second, third
