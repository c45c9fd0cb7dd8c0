"""When eyes are closed and mouths are open."""

import math
from collections.abc import Iterable
from random import Random

# People blink about every four seconds, for a tenth of one.
_BETWEEN_BLINKS_SEC = (2.2, 5.2)
_BLINK_SEC = 0.13
# How often a mouth opens and shuts while it speaks, in syllables a second.
_SYLLABLES = 4.5
_OPEN_SHARE = 0.62

Span = tuple[float, float]
"""A span of time: its start and its end in seconds from the first frame."""


def list_blinks(seconds: float, rng: Random) -> list[Span]:
    """Return when one person's eyes are closed within a shot."""
    blinks, time = list[Span](), rng.uniform(0.6, _BETWEEN_BLINKS_SEC[0])
    while time + _BLINK_SEC < seconds:
        blinks.append((time, time + _BLINK_SEC))
        time += rng.uniform(*_BETWEEN_BLINKS_SEC)
    return blinks


def is_within(time: float, spans: Iterable[Span]) -> bool:
    """Return whether a time is within one of some spans."""
    return any(start <= time < end for start, end in spans)


def is_mouth_open(time: float, speech: Iterable[Span]) -> bool:
    """Return whether a mouth is open that speaks the words of these spans."""
    for start, end in speech:
        if start <= time < end:
            syllables = max(1, round((end - start) * _SYLLABLES))
            return math.modf((time - start) / (end - start) * syllables)[0] < _OPEN_SHARE
    return False
