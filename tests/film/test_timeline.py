from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.film.timeline import TimedShot, Timeline, samples_per_frame, shot_frames, spread

RATES = st.sampled_from([24, 25, 30])


@given(st.floats(0, 600), RATES)
def test_a_shot_holds_its_narration_and_wastes_less_than_a_frame(seconds: float, fps: int) -> None:
    frames = shot_frames(seconds, fps, minimum=0)

    spare = Fraction(frames, fps) - Fraction(seconds + 0.9)
    assert -Fraction(1, 40_000) <= spare < Fraction(1, fps) + Fraction(1, 40_000)


@pytest.mark.parametrize(("seconds", "frames"), [(1.1, 50), (0.7, 40), (4.1, 125)])
def test_lengths_that_are_exact_in_decimals_gain_no_frame(seconds: float, frames: int) -> None:
    assert shot_frames(seconds, 25, minimum=0) == frames


def test_a_shot_without_narration_lasts_the_minimum() -> None:
    assert shot_frames(None, 24) == 60
    assert shot_frames(None, 24, minimum=4.0) == 96


@given(st.lists(st.floats(0.01, 60), max_size=60), RATES)
def test_spreading_is_exact_in_total_and_within_a_frame_each(durations: list[float], fps: int) -> None:
    frames = spread(durations, fps)

    assert sum(frames) == round(sum(map(Fraction, durations)) * fps)
    assert all(abs(count - length * fps) < 1 for count, length in zip(frames, durations, strict=True))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=30), RATES)
def test_every_shot_begins_on_a_whole_sample_where_the_one_before_ends(counts: list[int], fps: int) -> None:
    film = Timeline(fps, tuple(TimedShot(count) for count in counts))

    for number, count in enumerate(counts):
        assert film.start_sample(number + 1) - film.start_sample(number) == count * samples_per_frame(fps)
    assert film.start_sample(len(counts)) == film.samples


def test_narration_begins_its_lead_after_the_shot() -> None:
    film = Timeline(24, (TimedShot(60), TimedShot(72, 2.0, lead_sec=0.4)))

    assert film.narration_sample(1) == 60 * 2000 + 19_200


def test_a_rate_that_does_not_divide_the_samples_is_refused() -> None:
    with pytest.raises(ValueError, match="29"):
        samples_per_frame(29)
