"""Quiet and intense moments of a film."""

import numpy as np
import pytest

from app.film.sound.dynamics import LOUDEST_DB, QUIETEST_DB, Dynamics
from app.film.timeline import SAMPLE_RATE, TimedShot, Timeline

FILM = Timeline(24, tuple(TimedShot(24 * 10) for _ in range(12)))


def decibels(dynamics: Dynamics, second: float) -> float:
    """Return the gain at a second of the film."""
    return float(20 * np.log10(dynamics.find_gain(round(second * SAMPLE_RATE), 1)[0]))


def test_an_intense_shot_is_louder_than_a_quiet_one() -> None:
    dynamics = Dynamics(FILM, (0, 0, 0, 2, 0, 0, 0, 0, -1, 0, 0, 0))

    assert decibels(dynamics, 35) == pytest.approx(LOUDEST_DB, abs=0.7)
    assert decibels(dynamics, 85) == pytest.approx(QUIETEST_DB, abs=0.7)


@pytest.mark.parametrize("intensities", [(), (1.0,) * 12])
def test_a_film_without_differences_rises_and_falls(intensities: tuple[float, ...]) -> None:
    dynamics = Dynamics(FILM, intensities)

    start, climax, end = (decibels(dynamics, second) for second in (1, 96, 119))
    assert start < end < climax


@pytest.mark.parametrize("shots", [(), (TimedShot(1),), (TimedShot(24),)])
def test_the_shortest_film_has_a_level(shots: tuple[TimedShot, ...]) -> None:
    gains = Dynamics(Timeline(24, shots or (TimedShot(2),))).find_gain(0, 4_000)

    assert np.isfinite(gains).all()


def test_the_gain_never_jumps() -> None:
    gains = 20 * np.log10(Dynamics(FILM, (5, -5) * 6).find_gain(0, FILM.samples))

    assert np.abs(np.diff(gains[::4_800])).max() < 1
