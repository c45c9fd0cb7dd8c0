"""A take that somebody recorded, in place of one that is spoken."""

from pathlib import Path

from app.film.sound.source import whole
from app.film.timeline import SAMPLE_RATE
from app.film.words import timed
from app.providers.speech.base import Speech
from app.providers.speech.take import Take

CUT = "The recording is longer than its scene; its end is cut."


def recorded(path: Path, text: str, max_seconds: float | None = None) -> Speech:
    """Read a sound file as a take; the text's words are spread over it by their length.

    What is longer than `max_seconds` is faded out and cut. Raises av.FFmpegError for what is no sound.
    """
    samples = whole(path)[0]
    take = Take(samples, SAMPLE_RATE, timed(text, len(samples) / SAMPLE_RATE))
    if max_seconds is None or take.seconds <= max_seconds:
        return take.as_speech()
    return take.cut(max_seconds).as_speech((CUT,))
