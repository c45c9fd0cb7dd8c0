"""When words are spoken in a recording, by listening for its pauses."""

import struct

import numpy as np
from numpy.typing import NDArray

from app.film.words import Word, ending, timed, tokens

_WINDOW_SEC = 0.02
_QUIET = 0.03  # of the loudest window
_SHORTEST_PAUSE_SEC = 0.12

Samples = NDArray[np.float32]


class NotWav(ValueError):
    """These bytes are no 16-bit PCM WAV file."""


def decoded(wav: bytes) -> tuple[Samples, int]:
    """Give the samples of a 16-bit WAV file, mixed to mono, and their rate. Raises NotWav.

    A file that was written as a stream does not know its own size: it then ends where its bytes end.
    """
    if wav[:4] != b"RIFF" or wav[8:12] != b"WAVE":
        raise NotWav("no RIFF header")
    position, layout = 12, None
    while position + 8 <= len(wav):
        name, size = wav[position : position + 4], struct.unpack_from("<I", wav, position + 4)[0]
        body = position + 8
        if name == b"fmt ":
            layout = struct.unpack_from("<HHIIHH", wav, body)
        elif name == b"data" and layout is not None:
            return _mono(wav[body : min(len(wav), body + size)], layout[1], layout[5]), layout[2]
        position = body + size + size % 2
    raise NotWav("no samples")


def _mono(data: bytes, channels: int, bits: int) -> Samples:
    if bits != 16 or not channels:
        raise NotWav(f"{bits} bits in {channels} channels")
    whole = data[: len(data) // (2 * channels) * 2 * channels]
    samples = np.frombuffer(whole, "<i2").reshape(-1, channels).mean(axis=1)
    return np.asarray(samples / 32768, np.float32)


def timed_by_ear(text: str, samples: Samples, rate: int) -> tuple[Word, ...]:
    """Time the words of a recording.

    Words share the time by their letters; where one ends a clause or a sentence, its end is moved to the
    nearest pause that can be heard.
    """
    loud = _loudness(samples, rate) > _QUIET
    if not loud.any():
        return timed(text, len(samples) / rate)
    heard = np.flatnonzero(loud)
    start = float(heard[0] * _WINDOW_SEC)
    end = min(float((heard[-1] + 1) * _WINDOW_SEC), len(samples) / rate)
    guess = timed(text, end - start, start)
    return _anchored(text, guess, _pauses(loud), (start, end))


def _loudness(samples: Samples, rate: int) -> Samples:
    window = max(1, round(_WINDOW_SEC * rate))
    whole = len(samples) // window
    if not whole:
        return np.zeros(1, np.float32)
    level = np.abs(samples[: whole * window]).reshape(whole, window).mean(axis=1)
    return np.asarray(level / max(float(level.max()), 1e-6), np.float32)


def _pauses(loud: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """List the silences between sounds as (start, end) in seconds."""
    edges = np.flatnonzero(np.diff(loud.astype(np.int8)))
    ends_of_sound = [edge + 1 for edge in edges if loud[edge]]
    begins_of_sound = [edge + 1 for edge in edges if not loud[edge]]
    pauses = []
    for quiet in ends_of_sound:
        again = next((begin for begin in begins_of_sound if begin > quiet), None)
        if again is not None and (again - quiet) * _WINDOW_SEC >= _SHORTEST_PAUSE_SEC:
            pauses.append((float(quiet * _WINDOW_SEC), float(again * _WINDOW_SEC)))
    return pauses


def _anchored(
    text: str, guess: tuple[Word, ...], pauses: list[tuple[float, float]], extent: tuple[float, float]
) -> tuple[Word, ...]:
    """Put each stretch between two pauses where it is heard, and share its time among its words."""
    breaks: list[tuple[int, tuple[float, float]]] = []
    free = list(pauses)
    for number, word in enumerate(guess[:-1]):
        if not ending(word.text) or not free:
            continue
        nearest = min(free, key=lambda pause: abs(sum(pause) / 2 - word.end_sec))
        if abs(sum(nearest) / 2 - word.end_sec) < 0.6 + 0.1 * (word.end_sec - extent[0]):
            breaks.append((number + 1, nearest))
            free = [pause for pause in free if pause[0] > nearest[1]]
    words = tokens(text)
    placed: list[Word] = []
    first, start = 0, extent[0]
    for end_number, (quiet, again) in [*breaks, (len(words), (extent[1], extent[1]))]:
        placed += _shared(words[first:end_number], start, quiet)
        first, start = end_number, again
    return tuple(placed)


def _shared(words: list[str], start: float, end: float) -> list[Word]:
    weights = [len(word) + 1 for word in words]
    step = (end - start) / sum(weights)
    placed, at = [], start
    for word, weight in zip(words, weights, strict=True):
        placed.append(Word(word, round(at, 3), round(at + weight * step, 3)))
        at += weight * step
    return placed
