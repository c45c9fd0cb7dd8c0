"""The music bed: slow synthesized chords that follow the mood of each shot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from app.film.sound.filters import Block
from app.film.sound.rng import sound_rng
from app.film.timeline import SAMPLE_RATE, Timeline

_CHORD_SEC = 6.0
_OVERLAP_SEC = 1.6
_LEVEL = 0.05
# Only every fourth sample is computed: most of the time is spent on sines.
_DECIMATION = 4

_Signal = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class _Key:
    """A tonic (MIDI note), chords as semitones above it, and the brightness of the sound (0 to 1)."""

    tonic: int
    chords: tuple[tuple[int, ...], ...]
    brightness: float


_KEYS = {
    "calm": _Key(45, ((0, 7, 16, 23), (5, 12, 16, 21), (-3, 7, 12, 16), (7, 14, 17, 23)), 0.4),
    "warm": _Key(43, ((0, 7, 16, 19), (5, 9, 16, 21), (-3, 4, 12, 19), (-5, 7, 14, 17)), 0.5),
    "joyful": _Key(48, ((0, 7, 12, 16), (5, 12, 17, 21), (7, 14, 19, 23), (0, 12, 16, 19)), 0.8),
    "sad": _Key(45, ((0, 7, 12, 15), (-4, 3, 8, 15), (-9, 3, 10, 15), (-2, 5, 10, 14)), 0.3),
    "tense": _Key(38, ((0, 7, 13, 19), (0, 6, 12, 15), (1, 8, 13, 17)), 0.55),
    "fearful": _Key(37, ((0, 6, 12, 15), (0, 7, 13, 18), (-1, 5, 11, 14)), 0.35),
    "mysterious": _Key(40, ((0, 7, 14, 17), (3, 10, 14, 19), (0, 7, 12, 18)), 0.45),
}


@dataclass(frozen=True, slots=True)
class Chord:
    """MIDI notes that swell and fade over samples `start` to `start + length` of the film."""

    start: int
    length: int
    notes: tuple[int, ...]
    brightness: float


def compose_chords(timeline: Timeline, moods: Sequence[str]) -> Iterator[Chord]:
    """Yield the chords under a film: one progression for each mood, which changes with the shots.

    `moods` has one mood for each shot; an unknown or missing one counts as "calm".
    """
    overlap = round(_OVERLAP_SEC * SAMPLE_RATE)
    known = [mood if mood in _KEYS else "calm" for mood in moods[: len(timeline.shots)]]
    known += ["calm"] * (len(timeline.shots) - len(known))
    for mood, numbers in groupby(range(len(known)), key=known.__getitem__):
        span = list(numbers)
        start, end = timeline.start_sample(span[0]), timeline.start_sample(span[-1] + 1)
        count = max(1, round((end - start) / (_CHORD_SEC * SAMPLE_RATE)))
        for number in range(count):
            first = start + (end - start) * number // count
            after = start + (end - start) * (number + 1) // count
            key = _KEYS[mood]
            steps = key.chords[number % len(key.chords)]
            yield Chord(
                max(0, first - overlap // 2),
                min(timeline.samples, after + overlap // 2) - max(0, first - overlap // 2),
                tuple(key.tonic + step for step in steps),
                key.brightness,
            )


def synthesize_chord(chord: Chord) -> Block:
    """Return a chord's sound of shape (2, `length`): soft detuned notes, equal for equal chords."""
    # The names of the class and of its fields are part of the seed: renamed, they would change every film.
    rng = sound_rng(repr(chord))
    count = -(-chord.length // _DECIMATION) + 1
    time: _Signal = np.arange(count, dtype=np.float64) * (_DECIMATION / SAMPLE_RATE)
    sound = np.zeros((2, time.size))
    for number, note in enumerate(chord.notes):
        tremolo = 0.75 + 0.25 * np.sin(2 * np.pi * time / rng.uniform(5, 9) + rng.uniform(0, 6.28))
        for channel in sound:
            pitch = 440 * 2 ** ((note - 69) / 12) * (1 + rng.uniform(-0.0012, 0.0012))
            channel += _synthesize_note(time, pitch, chord.brightness, rng) * tremolo / (1 + 0.3 * number)
    swell = np.clip(np.minimum(time, time[-1] - time) / _OVERLAP_SEC, 0, 1)
    return _upsample(sound * (0.5 - 0.5 * np.cos(np.pi * swell)) * _LEVEL, chord.length)


def _upsample(coarse: _Signal, length: int) -> Block:
    """Return sound at the film's rate, interpolated linearly, which is enough for partials below 2 kHz."""
    at, grid = np.arange(length), np.arange(coarse.shape[1]) * _DECIMATION
    return np.stack([np.interp(at, grid, channel) for channel in coarse]).astype(np.float32)


def _synthesize_note(time: _Signal, pitch: float, brightness: float, rng: np.random.Generator) -> _Signal:
    # Partials fall off steeply, so that none masks the consonants of speech between 2 and 6 kHz.
    strengths = (1.0, 0.5 * brightness, 0.22 * brightness, 0.08 * brightness)
    tone = np.zeros_like(time)
    for number, strength in enumerate(strengths, start=1):
        tone += strength * np.sin(2 * np.pi * pitch * number * time + rng.uniform(0, 6.28))
    return tone
