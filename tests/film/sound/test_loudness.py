from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.film.sound.filters import split_blocks
from app.film.sound.loudness import measure_loudness, normalize
from app.film.sound.source import load_sound


def stereo(sound: np.ndarray) -> np.ndarray:
    return np.concatenate([sound, sound]).astype(np.float32)


def test_a_full_tone_measures_as_the_standard_says() -> None:
    tone = np.sin(2 * np.pi * 997 * np.arange(48_000 * 5) / 48_000).astype(np.float32)[np.newaxis] * 10 ** (
        -23 / 20
    )

    level = measure_loudness(split_blocks(stereo(tone)))

    assert level.integrated == pytest.approx(-23, abs=0.1)
    assert level.true_peak == pytest.approx(-23, abs=0.2)


@pytest.mark.parametrize("gain", [0.01, 0.3, 1.0])
def test_speech_reaches_the_target_below_the_ceiling(speech: Callable[[float], Path], gain: float) -> None:
    sound = stereo(load_sound(speech(4.0)) * gain)

    reached = normalize(sound)

    assert reached.integrated == pytest.approx(-16, abs=0.5)
    assert reached.true_peak <= -1.3
    assert measure_loudness(split_blocks(sound)) == reached


def test_peaks_that_stand_out_are_held_below_the_ceiling() -> None:
    sound = stereo(np.random.default_rng(1).normal(0, 0.02, (1, 96_000)))
    sound[:, ::12_000] = 0.9

    assert normalize(sound).true_peak <= -1.3


@pytest.mark.parametrize("length", [0, 1, 480, 48_000])
def test_silence_of_any_length_stays_silent(length: int) -> None:
    sound = np.zeros((2, length), np.float32)

    assert normalize(sound).is_silent
    assert not sound.any()


def test_a_click_too_short_to_measure_is_left_alone() -> None:
    sound = np.full((2, 300), 0.5, np.float32)

    normalize(sound)

    assert (sound == 0.5).all()
