"""The timing of a scene: its shots are cut by the words of its one take, in whole frames."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from app.film.timeline import TimedShot, samples_per_frame, shot_frames, spread, whole_samples
from app.film.words import Word
from app.vocabulary.timing import LEAD_SEC

# A picture comes a little before the word that needs it.
_ANTICIPATION_SEC = 0.15


@dataclass(frozen=True, slots=True)
class SceneLength:
    """What decides the lengths of a scene's shots besides its take.

    `words` is the number of words heard in each shot, and `minimums` the least seconds of each, or None.
    `frames` is the length of the whole scene where that is fixed.
    """

    words: tuple[int, ...]
    minimums: tuple[float | None, ...]
    frames: int | None = None


def time_shots(
    length: SceneLength, words: Sequence[Word], narration_sec: float | None, fps: int
) -> tuple[TimedShot, ...]:
    """Return the shots of a scene, joined as long as its take with its lead and tail, in whole frames.

    `words` are those of the take in seconds from its start, `narration_sec` is the take's length, None
    without one. A shot is held beyond its words for as long as its minimum asks; where the scene's length is
    fixed, all shots share the rest of it.
    """
    natural = shot_frames(narration_sec, fps)
    if narration_sec is None and length.frames is not None:
        natural = length.frames
    natural = max(natural, len(length.words))
    cuts = _find_cuts(length, words, natural, fps)
    spans = [end - start for start, end in pairwise(cuts)]
    return tuple(
        _time_shot(start / fps - LEAD_SEC, span, held, narration_sec, fps, is_last=end == natural)
        for (start, end), span, held in zip(
            pairwise(cuts), spans, _hold(spans, natural, length, fps), strict=True
        )
    )


def place_words(
    length: SceneLength, words: Sequence[Word], shots: Sequence[TimedShot], fps: int
) -> tuple[Word, ...]:
    """Return the words of a take in seconds from the start of its scene, with what is held between them."""
    placed: list[Word] = []
    start = 0
    for shot, (first, after) in zip(shots, pairwise(count_words(length, len(words))), strict=True):
        offset = start / fps + shot.lead_sec - shot.take_sec
        placed += (Word(w.text, w.start_sec + offset, w.end_sec + offset) for w in words[first:after])
        start += shot.frames
    return tuple(placed)


def count_words(length: SceneLength, total: int) -> list[int]:
    """Return the number of the word with which each shot begins, and of all words, as a take has them."""
    ends = list(accumulate(length.words, initial=0))
    return (
        [round(end * total / ends[-1]) for end in ends] if ends[-1] else [*(0 for _ in length.words), total]
    )


def _find_cuts(length: SceneLength, words: Sequence[Word], frames: int, fps: int) -> list[int]:
    """Return the frames at which shots begin, and the scene's end; each shot has at least one frame."""
    cuts, counts = [0], length.words
    for number, at in enumerate(count_words(length, len(words))[1:-1], start=1):
        if 0 < at < len(words):
            wanted = max(words[at - 1].end_sec, words[at].start_sec - _ANTICIPATION_SEC) + LEAD_SEC
            cut = round(wanted * fps)
        else:
            cut = frames * number // len(counts)
        cuts.append(min(max(cut, cuts[-1] + 1), frames - len(counts) + number))
    return [*cuts, frames]


def _hold(spans: Sequence[int], natural: int, length: SceneLength, fps: int) -> list[int]:
    """Return the length in frames of each shot, whose words need `spans`."""
    if length.frames is None:
        least = (whole_samples(seconds or 0.0) for seconds in length.minimums)
        return [
            max(span, -(-samples // samples_per_frame(fps)))
            for span, samples in zip(spans, least, strict=True)
        ]
    if length.frames >= natural:
        rest = spread([span * (length.frames - natural) / natural for span in spans], 1)
        return [span + more for span, more in zip(spans, rest, strict=True)]
    ends = [min(end, length.frames - len(spans) + number) for number, end in enumerate(accumulate(spans), 1)]
    return [end - start for start, end in pairwise([0, *ends])]


def _time_shot(
    take_sec: float, span: int, frames: int, narration_sec: float | None, fps: int, *, is_last: bool
) -> TimedShot:
    """Return a shot that begins so many seconds into its take; they are negative within the scene's lead."""
    lead_sec, start = max(0.0, -take_sec), max(0.0, take_sec)
    if narration_sec is None:
        return TimedShot(frames, None, lead_sec, start)
    end = narration_sec if is_last else take_sec + span / fps
    return TimedShot(frames, max(0.0, min(end, narration_sec) - start), lead_sec, start)
