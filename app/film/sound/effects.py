"""Spot effects: the sounds of single events that are seen, such as a knock or a splash, synthesized."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from app.film.sound.filters import Block
from app.film.sound.rng import sound_rng
from app.film.timeline import SAMPLE_RATE

_Signal = NDArray[np.floating]
_Synthesis = Callable[[np.random.Generator], _Signal]
_PEAK = 10 ** (-20 / 20)


@lru_cache(maxsize=16)
def make_effect(name: str) -> Block:
    """Return an effect of shape (2, samples), the same on every call. Raises KeyError for an unknown one."""
    mono = _EFFECTS[name](sound_rng(f"effect {name}"))
    echoed = _add_echo(mono)
    return np.asarray(echoed * (_PEAK / np.abs(echoed).max()), np.float32)


def _time(seconds: float) -> _Signal:
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


def _tone(pitch_hz: float, seconds: float, decay: float) -> _Signal:
    """Return a tone whose strength falls by `decay` nepers a second, without clicks at its ends."""
    time = _time(seconds)
    ends = np.minimum(1, time / 0.002) * np.minimum(1, (seconds - time) / 0.01)
    return np.asarray(np.sin(2 * np.pi * pitch_hz * time) * np.exp(-decay * time) * ends)


def _noise(rng: np.random.Generator, seconds: float, band: tuple[float, float], decay: float) -> _Signal:
    """Return noise of a band in hertz whose strength falls by `decay` nepers a second."""
    time = _time(seconds)
    spectrum = np.fft.rfft(rng.normal(0, 1, len(time)))
    hertz = np.fft.rfftfreq(len(time), 1 / SAMPLE_RATE)
    # Slopes of 12 dB an octave sound natural; a brick wall would ring.
    shape = 1 / (1 + (band[0] / np.maximum(hertz, 1)) ** 2) / (1 + (hertz / band[1]) ** 2)
    sound = np.fft.irfft(spectrum * shape, len(time))
    return np.asarray(sound / np.abs(sound).max() * np.exp(-decay * time) * np.minimum(1, time / 0.001))


def _mix(*parts: tuple[float, float, _Signal]) -> _Signal:
    """Return sounds laid over each other; each has its start in seconds and its gain."""
    length = max(round(start * SAMPLE_RATE) + len(sound) for start, _, sound in parts)
    whole = np.zeros(length)
    for start, gain, sound in parts:
        first = round(start * SAMPLE_RATE)
        whole[first : first + len(sound)] += gain * sound
    return whole


def _thump(rng: np.random.Generator, pitch_hz: float) -> _Signal:
    return _mix((0, 1, _tone(pitch_hz, 0.25, 28)), (0, 0.6, _noise(rng, 0.08, (100, 900), 60)))


def _knock(rng: np.random.Generator) -> _Signal:
    return _mix(*((at, gain, _thump(rng, 190)) for at, gain in ((0, 1), (0.19, 0.8), (0.37, 0.9))))


def _door(rng: np.random.Generator) -> _Signal:
    creak = _tone(310, 0.5, 2) * (0.5 + 0.5 * np.sign(np.sin(2 * np.pi * 23 * _time(0.5))))
    return _mix((0, 0.5, _noise(rng, 0.05, (900, 4000), 80)), (0.1, 0.12, creak), (0.62, 1, _thump(rng, 85)))


def _steps(rng: np.random.Generator) -> _Signal:
    foot = [_noise(rng, 0.12, (120, 1400), 42) for _ in range(4)]
    return _mix(*((0.48 * n + rng.uniform(0, 0.03), rng.uniform(0.6, 1), foot[n]) for n in range(4)))


def _running(rng: np.random.Generator) -> _Signal:
    foot = [_noise(rng, 0.1, (140, 1800), 45) for _ in range(6)]
    return _mix(*((0.27 * n + rng.uniform(0, 0.02), rng.uniform(0.7, 1), foot[n]) for n in range(6)))


def _hooves(rng: np.random.Generator) -> _Signal:
    beats = (0, 0.14, 0.3, 0.62, 0.76, 0.92, 1.24, 1.38, 1.54)
    return _mix(*((at, rng.uniform(0.6, 1), _tone(rng.uniform(420, 620), 0.09, 55)) for at in beats))


def _phone(rng: np.random.Generator) -> _Signal:  # noqa: ARG001 - a bell has no chance in it
    ring = (_tone(1320, 0.8, 0.5) + _tone(1650, 0.8, 0.5)) * (0.6 + 0.4 * np.sin(2 * np.pi * 22 * _time(0.8)))
    return _mix((0, 1, ring), (1.1, 1, ring))


def _thunder(rng: np.random.Generator) -> _Signal:
    rolls = (
        (rng.uniform(0.3, 2.2), rng.uniform(0.3, 0.7), _noise(rng, 1.6, (25, 140), 2.2)) for _ in range(5)
    )
    return _mix((0, 1, _noise(rng, 3.5, (25, 260), 1.3)), (0, 0.5, _noise(rng, 0.4, (200, 3000), 14)), *rolls)


def _splash(rng: np.random.Generator) -> _Signal:
    fall = ((rng.uniform(0.1, 0.9), 0.25, _tone(rng.uniform(500, 1400), 0.05, 50)) for _ in range(16))
    return _mix((0, 1, _noise(rng, 0.9, (300, 5000), 5)), (0, 0.5, _noise(rng, 0.4, (60, 300), 9)), *fall)


def _crash(rng: np.random.Generator) -> _Signal:
    shards = (
        (rng.uniform(0, 0.5), rng.uniform(0.1, 0.5), _tone(rng.uniform(2200, 7000), 0.3, 22))
        for _ in range(24)
    )
    return _mix((0, 1, _noise(rng, 0.5, (600, 8000), 12)), *shards)


def _thud(rng: np.random.Generator) -> _Signal:
    return _mix((0, 1, _tone(68, 0.4, 14)), (0, 0.7, _noise(rng, 0.2, (80, 700), 25)))


def _bell(rng: np.random.Generator) -> _Signal:  # noqa: ARG001 - a bell has no chance in it
    partials = ((0.5, 0.5), (1, 1), (1.19, 0.8), (1.5, 0.5), (2, 0.6), (2.74, 0.3), (3.76, 0.2))
    return _mix(*((0, gain, _tone(520 * ratio, 2.6, 1.3 * ratio)) for ratio, gain in partials))


def _bang(rng: np.random.Generator) -> _Signal:
    return _mix((0, 1, _noise(rng, 0.9, (80, 2500), 9)), (0, 0.8, _tone(55, 0.5, 10)))


def _add_echo(mono: _Signal) -> _Signal:
    """Return sound for two ears with a few quiet reflections, so that it is heard in a place."""
    sound = np.zeros((2, len(mono) + round(0.12 * SAMPLE_RATE)))
    for channel, delays in zip(sound, ((0.023, 0.041, 0.083), (0.029, 0.053, 0.097)), strict=True):
        channel[: len(mono)] += mono
        for number, delay in enumerate(delays, start=1):
            first = round(delay * SAMPLE_RATE)
            channel[first : first + len(mono)] += mono * 0.3**number
    return sound


_EFFECTS: Mapping[str, _Synthesis] = {
    "knock": _knock,
    "door": _door,
    "steps": _steps,
    "running": _running,
    "hooves": _hooves,
    "phone": _phone,
    "thunder": _thunder,
    "splash": _splash,
    "crash": _crash,
    "thud": _thud,
    "bell": _bell,
    "bang": _bang,
}
EFFECTS = tuple(_EFFECTS)
