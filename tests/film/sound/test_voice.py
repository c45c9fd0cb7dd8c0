from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.film.sound.filters import split_blocks
from app.film.sound.loudness import measure_loudness
from app.film.sound.source import load_sound
from app.film.sound.voice import shape_voice


@pytest.mark.parametrize("gain", [0.05, 1.0])
def test_quiet_and_loud_takes_come_out_equally_loud(speech: Callable[[float], Path], gain: float) -> None:
    voice = shape_voice(load_sound(speech(3.0)) * np.float32(gain))

    assert measure_loudness(split_blocks(voice)).integrated == pytest.approx(-20, abs=0.3)


def test_rumble_is_removed_and_speech_is_kept() -> None:
    time = np.arange(48_000 * 2) / 48_000
    voice = shape_voice(
        (np.sin(2 * np.pi * 30 * time) * 0.2 + np.sin(2 * np.pi * 500 * time) * 0.2).astype(np.float32)[None]
    )

    spectrum = np.abs(np.fft.rfft(voice[0, 24_000:72_000]))
    assert spectrum[30] < spectrum[500] / 10


def test_the_voice_is_not_delayed(speech: Callable[[float], Path]) -> None:
    take = load_sound(speech(2.0))

    voice = shape_voice(take)[:, : take.shape[1]]

    best = np.argmax(np.correlate(np.abs(voice[0, ::48]), np.abs(take[0, ::48]), "full")) - (
        take[0, ::48].size - 1
    )
    assert abs(best) <= 12  # of a millisecond each


@pytest.mark.parametrize("length", [0, 1, 100])
def test_a_very_short_take_is_no_error(length: int) -> None:
    assert np.isfinite(shape_voice(np.zeros((1, length), np.float32))).all()
