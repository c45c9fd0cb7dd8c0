"""What is heard besides speech and music."""

import pytest

from app.film.sound.ambience import list_textures
from app.film.sound.textures import TEXTURES, make_loop
from app.pipeline.soundscape import find_effect
from app.story.beat import Beat
from app.vocabulary.actions import Action
from app.vocabulary.light import Weather
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting


@pytest.mark.parametrize(
    ("beat", "effect"),
    [
        (Beat(0, 9, "knock", Action.HIT, ("Ann",), ("door",)), "knock"),
        (Beat(0, 9, "open", Action.OPEN, ("Ann",), ("door",)), "door"),
        (Beat(0, 9, "open", Action.OPEN, ("Ann",), ("letter",)), ""),
        (Beat(0, 9, "ring", None, (), ("telephone",)), "phone"),
        (Beat(0, 9, "ring", None, ("Ann",), ("bell",)), "bell"),
        (Beat(0, 9, "fall", Action.FALL, ("Ann",), (), "", "into", "river"), "splash"),
        (Beat(0, 9, "fall", Action.FALL, ("Ann",)), "thud"),
        (Beat(0, 9, "ride", Action.RIDE, ("Ann",), ("horse",)), "hooves"),
        (Beat(0, 9, "ride", Action.RIDE, ("Ann",), ("bicycle",)), ""),
        (Beat(0, 9, "shatter", Action.BREAK, (), ("glass",)), "crash"),
        (Beat(0, 9, "think", None, ("Ann",)), ""),
    ],
    ids=lambda value: value.verb if isinstance(value, Beat) else value,
)
def test_an_event_has_the_sound_of_what_is_done_with_what(beat: Beat, effect: str) -> None:
    assert find_effect(beat) == effect


@pytest.mark.parametrize(
    ("place", "time_of_day", "textures"),
    [
        (None, "day", ("room tone",)),
        (Place(Setting.BEACH, indoors=False), "day", ("sea",)),
        (Place(Setting.FOREST, indoors=False), "day", ("leaves", "birds")),
        (Place(Setting.FOREST, indoors=False), "night", ("leaves", "crickets")),
        (Place(Setting.FOREST, False, Weather.STORM), "night", ("leaves", "rain", "storm")),
        (Place(Setting.KITCHEN, True, era="past"), "day", ("room tone", "fire")),
        (Place(Setting.KITCHEN, True, Weather.RAIN, "modern"), "day", ("room tone", "rain on the roof")),
        (Place(Setting.CITY_STREET, False, era="modern"), "day", ("street",)),
        (Place(Setting.CITY_STREET, False, era="past"), "day", ("crowd",)),
        (Place(Setting.OUTER_SPACE, indoors=False), "night", ("room tone",)),
    ],
)
def test_a_place_is_heard_with_its_weather_and_hour(
    place: Place | None, time_of_day: str, textures: tuple[str, ...]
) -> None:
    assert list_textures(place, time_of_day) == textures


def test_every_place_is_heard_at_any_time() -> None:
    places = [
        Place(setting, indoors, weather, era)
        for setting in Setting
        for indoors in (True, False)
        for weather in (None, *Weather)
        for era in ("past", "modern")
    ]
    heard = {name for place in places for name in list_textures(place, "night") + list_textures(place, "day")}

    assert heard == set(TEXTURES)


@pytest.mark.parametrize("name", ["birds", "engine", "sea"])
def test_a_loop_goes_on_where_it_ends(name: str) -> None:
    loop = make_loop(name)

    assert abs(loop[:, 0] - loop[:, -1]).max() <= abs(loop[:, 1:] - loop[:, :-1]).max()
