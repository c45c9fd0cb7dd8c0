"""A take from the user's own recording instead of a speech provider."""

from pathlib import Path

from app.film.sound.source import load_sound
from app.film.timeline import SAMPLE_RATE
from app.film.words import time_words
from app.providers.speech.base import Speech
from app.providers.speech.take import Take

CUT_NOTE = "The recording is longer than its scene; its end is cut."


def load_recording(path: Path, text: str, max_seconds: float | None = None) -> Speech:
    """Return a sound file as a take; the text's words are spread over it in proportion to their length.

    A file longer than `max_seconds` is faded out and cut. Raises SoundUnfit for one out of bounds,
    av.FFmpegError for a file that is no sound.
    """
    samples = load_sound(path)[0]
    take = Take(samples, SAMPLE_RATE, time_words(text, len(samples) / SAMPLE_RATE))
    if max_seconds is None or take.seconds <= max_seconds:
        return take.to_speech()
    return take.trim(max_seconds).to_speech((CUT_NOTE,))
