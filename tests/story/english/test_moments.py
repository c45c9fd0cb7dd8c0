"""Where and when the sentences of a story play."""

import pytest

from app.story.english.timeline import find_clock_time
from tests.story.english.stories import list_settings, read


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("a quarter to nine in the evening", "dusk"),
        ("at 23:10", "night"),
        ("half past ten in the morning", "morning"),
        ("one of them came", ""),
    ],
)
def test_a_clock_time_is_a_time_of_day(words: str, time: str) -> None:
    assert find_clock_time(words) == time


def test_an_hour_is_of_the_half_of_the_day_in_which_the_story_is() -> None:
    assert find_clock_time("it was five past nine", "day") == "morning"
    assert find_clock_time("it was five past nine", "night") == "night"


@pytest.mark.parametrize("story", ["That night Anna did not sleep.", "She could see the road by night."])
def test_what_does_not_happen_at_night_tells_that_it_is_night(story: str) -> None:
    assert read(story).moments[0].location.time_of_day == "night"


def test_what_happened_on_an_earlier_night_does_not() -> None:
    assert read("Anna had met a wolf that night.").moments[0].location.time_of_day == "day"


def test_rain_lasts_until_it_stops() -> None:
    reading = read("It was raining. Anna ran across the street. Then the rain stopped. Anna laughed.")

    assert [moment.weather for moment in reading.moments] == ["rain", "rain", None, None]


def test_the_place_changes_where_the_story_goes_and_returns() -> None:
    story = "Anna sat in the kitchen. She went into the garden. She walked back into the kitchen."

    assert list_settings(read(story).moments) == ["kitchen", "garden", "kitchen"]


def test_a_place_that_is_only_looked_at_or_wished_for_is_no_scene() -> None:
    story = "Anna sat in the kitchen. She looked at the forest. She wanted to go to the harbour."

    assert set(list_settings(read(story).moments)) == {"kitchen"}


def test_a_tree_beside_the_tea_table_makes_no_forest() -> None:
    story = "There was a table under a tree, and Anna had tea at it with Tom. Anna filled the cup."

    assert "forest" not in list_settings(read(story).moments)


def test_a_person_called_sunny_tells_nothing_of_the_sky() -> None:
    reading = read("It was midnight. Then Sunny opened the door. Everybody knew Sunny.")

    assert {moment.location.time_of_day for moment in reading.moments} == {"night"}


@pytest.mark.parametrize(
    ("story", "times"),
    [
        ("Anna sat down. It was midnight. Anna slept.", ["night", "night", "night"]),
        ("Anna sat down. Then the night fell. Anna slept.", ["day", "night", "night"]),
        ("Anna sat down. The sun stood low. Anna slept.", ["sunset", "sunset", "sunset"]),
    ],
)
def test_the_first_time_told_is_that_of_the_beginning_unless_it_is_a_change(
    story: str, times: list[str]
) -> None:
    assert [moment.location.time_of_day for moment in read(story).moments] == times


def test_a_dialogue_plays_at_the_place_that_a_speaker_shows() -> None:
    story = "“I lost my boat on the sea.”\n\n“On the sea!”\n\n“Is this the lighthouse?”\n\n“Yes, sit down.”"

    assert set(list_settings(read(story).moments)) == {"lighthouse"}
