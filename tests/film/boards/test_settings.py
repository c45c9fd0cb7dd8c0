"""Settings: each is found by its words, and none looks like another."""

import itertools

import cv2
import numpy as np
import pytest

from app.film.boards.artist import paint_panel
from app.film.boards.settings.catalogue import SETTINGS, Setting, choose_setting
from app.film.brief import Look, SceneBrief
from app.vocabulary.light import TIMES_OF_DAY


def _named(setting: Setting) -> SceneBrief:
    heading = "INT." if setting.indoors else "EXT."
    return SceneBrief(1, f"{heading} PLACE", "", setting=setting.words[0])


def _thumbnail(setting: Setting) -> np.ndarray:
    panel = paint_panel(_named(setting), Look((160, 90)))
    picture = cv2.imdecode(np.frombuffer(panel, np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return cv2.resize(picture, (32, 18), interpolation=cv2.INTER_AREA).astype(np.float32)


def test_no_two_settings_look_alike() -> None:
    pictures = {setting.name: _thumbnail(setting) for setting in SETTINGS}

    distances = {
        (one, two): float(np.abs(pictures[one] - pictures[two]).mean())
        for one, two in itertools.combinations(pictures, 2)
    }

    assert min(distances.values()) > 2.5, min(distances, key=lambda pair: distances[pair])


@pytest.mark.parametrize("time_of_day", TIMES_OF_DAY)
@pytest.mark.parametrize("place", ["forest", "bedroom"])
def test_the_hour_changes_the_picture(place: str, time_of_day: str) -> None:
    heading = "INT. BEDROOM" if place == "bedroom" else "EXT. FOREST"
    hours = {
        hour: paint_panel(SceneBrief(1, heading, "", setting=place, time_of_day=hour), Look((96, 54)))
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
    assert choose_setting(heading, setting, heading).name == name


def test_words_are_matched_whole() -> None:
    assert choose_setting("", "the lighthouse").name == "lighthouse"
    assert choose_setting("", "a cartridge").name == "field"


def test_without_a_word_that_helps_there_is_a_field_or_a_room() -> None:
    assert choose_setting("EXT. 何処か", "何処か").name == "field"
    assert choose_setting("INT. 何処か", "何処か").name == "room"
