"""Alignment of a text with its recording, by the pauses in it."""

import struct

import numpy as np
from numpy.typing import NDArray

from app.film.words import Word, classify_ending, split_words, time_words

_WINDOW_SEC = 0.02
_SILENCE_LEVEL = 0.03  # of the loudest window
_SHORTEST_PAUSE_SEC = 0.12

Samples = NDArray[np.float32]


class NotWav(ValueError):
    """The bytes are no 16-bit PCM WAV file."""


def decode_wav(wav: bytes) -> tuple[Samples, int]:
    """Return the samples of a 16-bit WAV file, mixed to mono at full scale ±1, and their rate. Raises NotWav.

    A streamed file has no correct size in its header; its samples then end with its bytes.
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
            return _mix_to_mono(wav[body : min(len(wav), body + size)], layout[1], layout[5]), layout[2]
        position = body + size + size % 2
    raise NotWav("no samples")


def _mix_to_mono(data: bytes, channels: int, bits: int) -> Samples:
    if bits != 16 or not channels:
        raise NotWav(f"{bits} bits in {channels} channels")
    whole = data[: len(data) // (2 * channels) * 2 * channels]
    samples = np.frombuffer(whole, "<i2").reshape(-1, channels).mean(axis=1)
    return np.asarray(samples / 32768, np.float32)


def align_words(text: str, samples: Samples, rate: int) -> tuple[Word, ...]:
    """Return the words of a mono recording with their times.

    Words share the time in proportion to their letters; where a word ends a clause or a sentence, its end is
    moved to the nearest pause in the recording.
    """
    loud = _measure_levels(samples, rate) > _SILENCE_LEVEL
    if not loud.any():
        return time_words(text, len(samples) / rate)
    windows = np.flatnonzero(loud)
    start = float(windows[0] * _WINDOW_SEC)
    end = min(float((windows[-1] + 1) * _WINDOW_SEC), len(samples) / rate)
    guess = time_words(text, end - start, start)
    return _align_to_pauses(text, guess, _find_pauses(loud), (start, end))


def _measure_levels(samples: Samples, rate: int) -> Samples:
    """Return the mean level of each window of 20 ms as a share (0 to 1) of the loudest."""
    window = max(1, round(_WINDOW_SEC * rate))
    whole = len(samples) // window
    if not whole:
        return np.zeros(1, np.float32)
    level = np.abs(samples[: whole * window]).reshape(whole, window).mean(axis=1)
    return np.asarray(level / max(float(level.max()), 1e-6), np.float32)


def _find_pauses(loud: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """Return the silences between sounds as (start, end) in seconds."""
    edges = np.flatnonzero(np.diff(loud.astype(np.int8)))
    ends_of_sound = [edge + 1 for edge in edges if loud[edge]]
    begins_of_sound = [edge + 1 for edge in edges if not loud[edge]]
    pauses = []
    for quiet in ends_of_sound:
        again = next((begin for begin in begins_of_sound if begin > quiet), None)
        if again is not None and (again - quiet) * _WINDOW_SEC >= _SHORTEST_PAUSE_SEC:
            pauses.append((float(quiet * _WINDOW_SEC), float(again * _WINDOW_SEC)))
    return pauses


def _align_to_pauses(
    text: str, guess: tuple[Word, ...], pauses: list[tuple[float, float]], extent: tuple[float, float]
) -> tuple[Word, ...]:
    """Return the words, timed within the passages between the pauses at which clauses end."""
    breaks: list[tuple[int, tuple[float, float]]] = []
    free = list(pauses)
    for number, word in enumerate(guess[:-1]):
        if not classify_ending(word.text) or not free:
            continue
        nearest = min(free, key=lambda pause: abs(sum(pause) / 2 - word.end_sec))
        if abs(sum(nearest) / 2 - word.end_sec) < 0.6 + 0.1 * (word.end_sec - extent[0]):
            breaks.append((number + 1, nearest))
            free = [pause for pause in free if pause[0] > nearest[1]]
    words = split_words(text)
    aligned: list[Word] = []
    first, start = 0, extent[0]
    for end_number, (quiet, again) in [*breaks, (len(words), (extent[1], extent[1]))]:
        aligned += _spread_words(words[first:end_number], start, quiet)
        first, start = end_number, again
    return tuple(aligned)


def _spread_words(words: list[str], start: float, end: float) -> list[Word]:
    weights = [len(word) + 1 for word in words]
    step = (end - start) / sum(weights)
    spread, at = [], start
    for word, weight in zip(words, weights, strict=True):
        spread.append(Word(word, round(at, 3), round(at + weight * step, 3)))
        at += weight * step
    return spread
