"""The seconds of a scene's shots: those that their words need, and their shares of a scene's length."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from app.story.shot import ShotDraft
from app.vocabulary.speech_clock import natural_seconds, speaking_seconds
from app.vocabulary.timing import LEAD_SEC, TAIL_SEC


def list_natural_seconds(texts: Sequence[str], language: str = "en") -> list[float]:
    """Return the seconds that each shot of a scene needs for its words, in whole milliseconds.

    The first one has the scene's lead and the last one its tail: the sum is `natural_seconds` of the joined
    text.
    """
    if not texts:
        return []
    total = natural_seconds("".join(texts), language)
    spoken = [speaking_seconds(text, language) for text in texts]
    shares = spoken if sum(spoken) > 0 else [1.0] * len(texts)
    spread = (total - LEAD_SEC - TAIL_SEC) / sum(shares)
    seconds = [share * spread for share in shares]
    seconds[0] += LEAD_SEC
    seconds[-1] += TAIL_SEC
    return _round_steadily(seconds, total)


def stretch_shots(shots: Sequence[ShotDraft], duration_sec: float, language: str) -> tuple[ShotDraft, ...]:
    """Return the shots of a scene that lasts so many seconds, shared out by what their words need."""
    natural = list_natural_seconds([shot.text for shot in shots], language)
    factor = duration_sec / (sum(natural) or 1.0)
    seconds = _round_steadily([second * factor for second in natural], duration_sec)
    return tuple(replace(shot, duration_sec=span) for shot, span in zip(shots, seconds, strict=True))


def hold_shots(shots: Sequence[ShotDraft], language: str) -> tuple[ShotDraft, ...]:
    """Return the shots with the seconds of their words at least: longer ones are held and keep theirs."""
    natural = list_natural_seconds([shot.text for shot in shots], language)
    return tuple(
        replace(shot, duration_sec=max(seconds, shot.duration_sec))
        for shot, seconds in zip(shots, natural, strict=True)
    )


def sum_seconds(shots: Sequence[ShotDraft]) -> float:
    """Return the seconds of some shots together."""
    return round(sum(shot.duration_sec for shot in shots), 3)


def _round_steadily(seconds: Sequence[float], total: float) -> list[float]:
    """Round to milliseconds so that the sum stays `total`."""
    ends = [0.0, *(round(end, 3) for end in accumulate(seconds))]
    ends[-1] = total
    return [round(end - start, 6) for start, end in pairwise(ends)]
