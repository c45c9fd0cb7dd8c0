"""The measurement of pitch."""

import numpy as np
import pytest

from app.film.sound.pitch import measure_pitch
from tests.film.material import hum

RATE = 22_050


@pytest.mark.parametrize("pitch_hz", [70, 96, 130, 206, 326, 400])
def test_a_hum_has_its_pitch(pitch_hz: float) -> None:
    assert measure_pitch(hum(pitch_hz, 1.0), RATE) == pytest.approx(pitch_hz, rel=0.02)


def test_the_median_of_a_changing_pitch_is_that_of_most_of_it() -> None:
    sound = np.concatenate([hum(110, 2.0), hum(300, 0.5)])

    assert measure_pitch(sound, RATE) == pytest.approx(110, rel=0.02)


@pytest.mark.parametrize(
    "sound",
    [np.zeros(0), np.zeros(RATE), np.zeros(10), np.random.default_rng(1).normal(0, 0.1, RATE)],
    ids=["nothing", "silence", "a click", "noise"],
)
def test_what_is_not_voiced_has_no_pitch(sound: np.ndarray) -> None:
    assert measure_pitch(sound, RATE) is None
