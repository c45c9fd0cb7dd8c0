"""Where the acts of a film begin."""

import pytest

from app.film.acts import find_acts


def test_acts_begin_near_a_quarter_and_three_quarters_of_the_length() -> None:
    assert find_acts([10.0] * 8) == (0, 2, 6)
    assert find_acts([40.0, 5, 5, 5, 5, 5, 35]) == (0, 1, 6)


@pytest.mark.parametrize("seconds", [[30.0] * 5, [9.0] * 6, []])
def test_a_short_film_has_no_acts(seconds: list[float]) -> None:
    assert find_acts(seconds) == ()


def test_acts_begin_at_different_scenes_even_where_one_scene_is_most_of_the_film() -> None:
    first, second, third = find_acts([1.0, 1, 1, 1, 1, 100])

    assert first < second < third
