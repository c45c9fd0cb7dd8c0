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


@pytest.mark.parametrize(
    ("story", "settings"),
    [
        ("A potter, Jan, opened the workshop. He swept it.", ["workshop", "workshop"]),
        ("Ida, the village baker, locked the shop. Ida yawned.", ["bakery", "bakery"]),
        ("Miss Lee wiped the blackboard. Tom yawned.", ["classroom", "classroom"]),
        ("Anna put her hands on the steering wheel. She sighed.", ["car", "car"]),
        ("Tom hammered at the anvil. At noon he walked to the river.", ["workshop", "river"]),
        ("A nurse washed the patient. Then Ada went to the park.", ["hospital ward", "park"]),
    ],
)
def test_things_and_trades_tell_the_place_that_no_noun_names(story: str, settings: list[str]) -> None:
    assert list_settings(read(story).moments) == settings


@pytest.mark.parametrize(
    ("story", "settings"),
    [
        ("Ann sat on the bus. She got out and sneezed.", ["bus", "city street"]),
        ("The class sat in the classroom. They all ran outside.", ["classroom", "school yard"]),
        ("Jim stood on deck. In the cabin Joe was asleep.", ["ship", "ship cabin"]),
        ("Ann sat in the train. She ran down the corridor.", ["train carriage", "train carriage"]),
        ("Ann was in the kitchen. Then she went upstairs.", ["kitchen", "bedroom"]),
        ("Joe sat in the café. He climbed onto the roof.", ["café", "rooftop"]),
        ("The inspector ran along the street. He sat in the station.", ["city street", "police station"]),
    ],
)
def test_parts_of_places_and_ways_in_and_out_move_the_story(story: str, settings: list[str]) -> None:
    assert list_settings(read(story).moments) == settings


@pytest.mark.parametrize(
    "story",
    [
        "Anna sat in the kitchen. She shouted at the tower.",
        "Anna sat in the kitchen. A light burned at the top of the hill.",
        "Anna sat in the kitchen. Tom came down the stairs.",
        "Anna sat in the kitchen. The cat was on top of the car.",
    ],
)
def test_what_is_seen_afar_or_passed_through_does_not(story: str) -> None:
    assert list_settings(read(story).moments) == ["kitchen", "kitchen"]


def test_a_sentence_may_begin_with_where_it_plays_though_it_tells_of_what_was_done_before() -> None:
    story = "Anna walked down the road. In the kitchen her mother had baked a cake."

    assert list_settings(read(story).moments) == ["road", "kitchen"]


@pytest.mark.parametrize(
    ("story", "times"),
    [
        ("Tom got up before dawn. He yawned.", ["night", "night"]),
        ("It was noon. Then the lights went out.", ["day", "night"]),
        ("It was noon. Suddenly everything went dark. Then the light came back.", ["day", "night", "day"]),
        ("It was noon. Tom walked on. The sun went down.", ["day", "day", "sunset"]),
    ],
)
def test_the_sky_and_the_lamps_tell_how_dark_it_is(story: str, times: list[str]) -> None:
    assert [moment.location.time_of_day for moment in read(story).moments] == times


@pytest.mark.parametrize("end", ["The storm had passed.", "The sun was shining."])
def test_weather_ends_where_it_is_told_to_be_over(end: str) -> None:
    assert [moment.weather for moment in read(f"A storm was raging. {end}").moments] == ["storm", None]


@pytest.mark.parametrize(
    ("story", "weathers"),
    [
        ("Tom sat on the ship. Fog lay over the water.", [None, "fog"]),
        ("It was raining. The next morning Tom walked to the market.", ["rain", None]),
    ],
)
def test_weather_begins_with_a_sentence_and_ends_with_the_day(story: str, weathers: list[str | None]) -> None:
    assert [moment.weather for moment in read(story).moments] == weathers


@pytest.mark.parametrize("end", ["He dropped the candle and it went out.", "Then the lights went out."])
def test_lights_that_go_out_move_nobody(end: str) -> None:
    assert set(list_settings(read(f"Tom sat in the cellar. {end}").moments)) == {"cellar"}


def test_a_kind_before_a_name_tells_the_place() -> None:
    story = "Ann lived in a flat. Two days later she stood on Mount Orsa. She slept by Lake Imber."

    assert list_settings(read(story).moments)[:2] == ["flat", "mountain"]


def test_what_is_reached_by_a_time_is_where_the_story_is_then() -> None:
    moments = read("The men crossed a field. By nightfall they had reached a river.").moments

    assert list_settings(moments) == ["field", "river"]
    assert [moment.location.time_of_day for moment in moments] == ["day", "dusk"]
