"""Short sounds that are scattered over a loop: birds, drops, crackles, voices of a crowd.

Each function returns stereo sound of shape (2, `length`) at the film's rate, whose end goes on with its
beginning, made with the random numbers of `rng`; its level has no meaning.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from app.film.timeline import SAMPLE_RATE

_Signal = NDArray[np.floating]


def birds(rng: np.random.Generator, length: int) -> _Signal:
    """Return calls of a few birds, each a phrase of short whistles that glide."""
    return _scatter(rng, length, 9, lambda: _call(rng))


def drops(rng: np.random.Generator, length: int) -> _Signal:
    """Return drops that fall near by."""
    return _scatter(
        rng, length, 500, lambda: _ring(rng.uniform(1800, 5200), 0.012) * rng.uniform(0.1, 1) ** 2
    )


def bubbles(rng: np.random.Generator, length: int) -> _Signal:
    """Return the gurgling of a stream."""
    return _scatter(rng, length, 260, lambda: _sweep(rng.uniform(350, 900), 1.35, 0.05) * rng.uniform(0.2, 1))


def crackles(rng: np.random.Generator, length: int) -> _Signal:
    """Return the crackling of wood."""
    return _scatter(rng, length, 240, lambda: _burst(rng, rng.uniform(0.002, 0.015)) * rng.uniform(0.3, 1))


def crickets(rng: np.random.Generator, length: int) -> _Signal:
    """Return two crickets, each with three pulses every half second."""
    pulse = np.concatenate([_ring(4300, 0.02, 0.008)] * 3)
    return _scatter(rng, length, 26, lambda: pulse)


def babble(rng: np.random.Generator, length: int) -> _Signal:
    """Return a crowd: hummed syllables at the pitches of many voices, of which no word can be made out."""
    return _scatter(rng, length, 700, lambda: _syllable(rng))


def engine(rng: np.random.Generator, length: int) -> _Signal:
    """Return the tones of an engine that runs evenly."""
    return _drone(rng, length, 46.0, 9, 0.75)


def hum(rng: np.random.Generator, length: int) -> _Signal:
    """Return the tones of fans and lamps."""
    return _drone(rng, length, 100.0, 4, 0.35)


def _scatter(rng: np.random.Generator, length: int, count: int, make: Callable[[], _Signal]) -> _Signal:
    """Return `count` sounds at random times, from left to right; those at the end go on at the start."""
    sound = np.zeros((2, length))
    for _ in range(count):
        piece, at, place = make(), int(rng.integers(length)), rng.uniform(0.15, 0.85)
        where = np.arange(at, at + len(piece)) % length
        sound[0, where] += piece * np.cos(place * np.pi / 2)
        sound[1, where] += piece * np.sin(place * np.pi / 2)
    return sound


def _call(rng: np.random.Generator) -> _Signal:
    pitch, gap = rng.uniform(2400, 4600), np.zeros(round(rng.uniform(0.03, 0.09) * SAMPLE_RATE))
    glide, seconds = rng.uniform(0.8, 1.3), rng.uniform(0.05, 0.14)
    notes = [_sweep(pitch * rng.uniform(0.9, 1.1), glide, seconds) for _ in range(rng.integers(2, 6))]
    return np.concatenate([part for note in notes for part in (note, gap)]) * rng.uniform(0.3, 1)


def _syllable(rng: np.random.Generator) -> _Signal:
    pitch, seconds = rng.uniform(90, 260), rng.uniform(0.12, 0.3)
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    formant = rng.uniform(400, 1100)
    partials = [
        np.sin(2 * np.pi * pitch * n * time) / (1 + abs(pitch * n - formant) / 250) for n in range(1, 9)
    ]
    return np.asarray(np.sum(partials, axis=0) * np.sin(np.pi * time / seconds) ** 2 * rng.uniform(0.3, 1))


def _sweep(start_hz: float, glide: float, seconds: float) -> _Signal:
    """Return a whistle that glides from a pitch to `glide` times that."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = start_hz * glide ** (time / seconds)
    return np.asarray(
        np.sin(2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE) * np.sin(np.pi * time / seconds) ** 2
    )


def _ring(pitch_hz: float, seconds: float, rise: float = 0.001) -> _Signal:
    """Return a tone that dies away in `seconds`."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    ends = np.minimum(1.0, time / rise) * np.minimum(1.0, (seconds - time) / 0.002)
    return np.asarray(np.sin(2 * np.pi * pitch_hz * time) * np.exp(-4 * time / seconds) * ends)


def _burst(rng: np.random.Generator, seconds: float) -> _Signal:
    """Return noise that dies away in `seconds`."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return rng.normal(0, 1, len(time)) * np.exp(-5 * time / seconds)


def _drone(
    rng: np.random.Generator, length: int, pitch_hz: float, partials: int, brightness: float
) -> _Signal:
    """Return a tone and its partials, each of which fits the loop a whole number of times."""
    turn = np.arange(length) * (2 * np.pi / length)
    cycles = pitch_hz * length / SAMPLE_RATE
    return np.stack(
        [
            np.sum(
                [
                    brightness**n * np.sin(round(cycles * n) * turn + rng.uniform(0, 2 * np.pi))
                    for n in range(1, partials + 1)
                ],
                axis=0,
            )
            for _ in range(2)
        ]
    )
