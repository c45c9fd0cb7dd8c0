"""Settings: each is found by its words, and none looks like another."""

import itertools

import cv2
import numpy as np
import pytest

from app.film.boards.artist import paint_panel
from app.film.boards.settings.catalogue import (
    DRAWN_AS,
    INDOOR_SETS,
    OUTDOOR_SETS,
    SETS,
    SETS_BY_SETTING,
    choose_set,
)
from app.film.brief import Look, ShotBrief
from app.vocabulary.light import TIMES_OF_DAY, TimeOfDay
from app.vocabulary.place_reader import read_place
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting

PLACES = [Place(setting, indoors) for indoors in (False, True) for setting in Setting]


def _thumbnail(set_name: str) -> np.ndarray:
    pairs = ((place, choose_set(place)) for place in PLACES)
    place = next(place for place, name in pairs if name == set_name)
    panel = paint_panel(ShotBrief("1A", "", "", setting=place.setting, place=place), Look((160, 90)))
    picture = cv2.imdecode(np.frombuffer(panel, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return cv2.resize(picture, (32, 18), interpolation=cv2.INTER_AREA).astype(np.float32)


def test_no_two_sets_look_alike() -> None:
    pictures = {name: _thumbnail(name) for name in SETS}

    distances = {
        (one, two): float(np.abs(pictures[one] - pictures[two]).mean())
        for one, two in itertools.combinations(pictures, 2)
    }

    assert min(distances.values()) > 2.5, min(distances, key=lambda pair: distances[pair])


def test_every_setting_has_a_set_outdoors_and_one_indoors() -> None:
    assert {*SETS_BY_SETTING, *DRAWN_AS} == set(Setting)
    assert {outdoors for outdoors, _ in SETS_BY_SETTING.values()} == {*OUTDOOR_SETS, "cave"}
    assert {indoors for _, indoors in SETS_BY_SETTING.values()} == set(INDOOR_SETS)


def test_a_setting_without_a_set_is_drawn_as_one_that_has_its_own() -> None:
    assert set(DRAWN_AS.values()) <= set(SETS_BY_SETTING)
    assert set(DRAWN_AS).isdisjoint(SETS_BY_SETTING)


@pytest.mark.parametrize("time_of_day", TIMES_OF_DAY)
@pytest.mark.parametrize("place", ["forest", "bedroom"])
def test_the_hour_changes_the_picture(place: str, time_of_day: TimeOfDay) -> None:
    heading = "INT. BEDROOM" if place == "bedroom" else "EXT. FOREST"
    hours = {
        hour: paint_panel(ShotBrief("1A", heading, "", setting=place, time_of_day=hour), Look((96, 54)))
        for hour in TIMES_OF_DAY
    }

    assert sum(picture == hours[time_of_day] for picture in hours.values()) == 1


@pytest.mark.parametrize(
    ("heading", "setting", "name"),
    [
        ("EXT. LIGHTHOUSE - NIGHT", "", "lighthouse"),
        ("EXT. BRIDGE OVER THE STREAM", "", "river"),
        ("INT. CASTLE - DAY", "a castle", "hall"),
        ("EXT. CASTLE - DAY", "a castle", "castle"),
        ("INT. COTTAGE KITCHEN", "", "kitchen"),
        ("EXT. COTTAGE", "", "cottage"),
        ("INT. CAVE", "", "cave"),
        ("EXT. DEEP WOODS", "", "forest"),
        ("EXT. SNOWY MOUNTAINS", "the mountains", "mountains"),
    ],
)
def test_a_place_is_found_by_its_words(heading: str, setting: str, name: str) -> None:
    assert choose_set(read_place(heading, setting, heading)) == name


def test_words_are_matched_whole() -> None:
    assert read_place("", "the lighthouse", "").setting is Setting.LIGHTHOUSE
    assert read_place("", "a cartridge", "").setting is Setting.OPEN_COUNTRY


def test_without_a_word_that_helps_there_is_a_field_or_a_room() -> None:
    assert choose_set(read_place("EXT. 何処か", "何処か", "")) == "field"
    assert choose_set(read_place("INT. 何処か", "何処か", "")) == "room"
