"""Settings: each is found by its words, and none looks like another."""

import itertools

import cv2
import numpy as np
import pytest

from app.film.boards.artist import paint_panel
from app.film.boards.canvas import make_canvas
from app.film.boards.composition import compose
from app.film.boards.layers import start_painting
from app.film.boards.palette import choose_palette
from app.film.boards.raster import flatten
from app.film.boards.rng import seeded_rng
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.sets.by_setting import SETS_BY_SETTING
from app.film.boards.sets.catalogue import INDOOR_SETS, OUTDOOR_SETS, SETS, choose_set
from app.film.brief import Look, ShotBrief
from app.vocabulary.light import TIMES_OF_DAY, TimeOfDay
from app.vocabulary.place_reader import read_place
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting

# Houses on a street differ in their signs and colours only.
LIKE_OTHERS = ("front", "police", "hospital", "forest", "modern street", "old street")


def _list_layouts(setting: Setting) -> list[str]:
    return [name for sets in SETS_BY_SETTING[setting] for name in (*sets.past, *sets.today)]


def _thumbnail(set_name: str) -> np.ndarray:
    painting = start_painting(make_canvas((160, 90)))
    palette = choose_palette("day", "calm", indoors=set_name in INDOOR_SETS)
    SETS[set_name](SceneCanvas(painting, palette, seeded_rng(set_name), ()))
    picture = flatten(painting, (160, 90))
    return cv2.resize(picture, (32, 18), interpolation=cv2.INTER_AREA).astype(np.float32)


def test_no_two_sets_look_alike() -> None:
    pictures = {name: _thumbnail(name) for name in SETS if not any(like in name for like in LIKE_OTHERS)}

    distances = {
        (one, two): float(np.abs(pictures[one] - pictures[two]).mean())
        for one, two in itertools.combinations(pictures, 2)
    }

    assert len(pictures) > 100
    assert min(distances.values()) > 2.5, min(distances, key=lambda pair: distances[pair])


def test_every_setting_has_sets_outdoors_and_indoors() -> None:
    named = {name for setting in Setting for name in _list_layouts(setting)}

    assert named == set(SETS)
    for outdoors, indoors in SETS_BY_SETTING.values():
        assert {*outdoors.past, *outdoors.today} <= set(OUTDOOR_SETS)
        assert {*indoors.past, *indoors.today} <= set(INDOOR_SETS)


def test_a_place_looks_the_same_each_time_and_others_of_its_kind_differ() -> None:
    street = Place(Setting.CITY_STREET, indoors=False, era="modern")

    chosen = {choose_set(street, 1, f"street {number}") for number in range(20)}

    assert choose_set(street, 1, "street 3") == choose_set(street, 1, "street 3")
    assert len(chosen) > 1


@pytest.mark.parametrize("setting", [Setting.KITCHEN, Setting.CITY_STREET, Setting.OFFICE, Setting.SCHOOL])
@pytest.mark.parametrize("indoors", [False, True])
def test_today_looks_other_than_the_past(setting: Setting, indoors: bool) -> None:
    past, today = (choose_set(Place(setting, indoors, era=era)) for era in ("past", "modern"))

    assert past != today


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
def test_people_stand_above_the_subtitles(name: str, size: tuple[int, int]) -> None:
    painting = start_painting(make_canvas(size))
    palette = choose_palette("night", "calm", indoors=name in INDOOR_SETS)

    area = SETS[name](SceneCanvas(painting, palette, seeded_rng(name), ()))

    tall = area.person_share * painting.canvas.reach
    assert painting.safe.top < area.ground - tall < area.ground < painting.canvas.caption_top


@pytest.mark.parametrize(("shot_type", "share"), [("extreme_wide", 0.27), ("wide", 0.41), ("full", 0.62)])
def test_the_camera_comes_as_near_as_the_size_of_the_shot_says(shot_type: str, share: float) -> None:
    place = Place(Setting.FARM, indoors=False)

    painting = compose(ShotBrief("1A", "", "", shot_type=shot_type, place=place), Look((320, 180)))

    area = SETS[choose_set(place)](_start_scene())
    seen = area.person_share * painting.canvas.height / painting.window.height
    assert seen == pytest.approx(share, abs=0.01)


def test_fire_and_water_are_told_to_the_camera() -> None:
    scene = _start_scene()

    SETS["campsite"](scene)
    SETS["beach"](scene)

    assert scene.painting.flames
    assert scene.painting.water is not None


def _start_scene() -> SceneCanvas:
    return SceneCanvas(
        start_painting(make_canvas((320, 180))), choose_palette("day", "calm"), seeded_rng(1), ()
    )


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
        ("INT. CASTLE - DAY", "a castle", "great hall"),
        ("EXT. CASTLE - DAY", "a castle", "castle"),
        ("EXT. COTTAGE", "", "cottage"),
        ("INT. CAVE", "", "cave"),
        ("EXT. FOREST PATH", "", "forest path"),
        ("EXT. SNOWY MOUNTAINS", "the mountains", "mountain"),
    ],
)
def test_a_place_is_found_by_its_words(heading: str, setting: str, name: str) -> None:
    assert choose_set(read_place(heading, setting, heading)) == name


def test_words_are_matched_whole() -> None:
    assert read_place("", "the lighthouse", "").setting is Setting.LIGHTHOUSE
    assert read_place("", "a cartridge", "").setting is Setting.OPEN_COUNTRY


def test_without_a_word_that_helps_there_is_a_field_or_a_room() -> None:
    assert choose_set(read_place("EXT. 何処か", "何処か", "")) in ("field", "field fence")
    assert choose_set(read_place("INT. 何処か", "何処か", "")) in ("old room", "old room blue")


def test_a_room_whose_lights_are_out_is_darker_than_by_night() -> None:
    lit = choose_palette("night", "calm", indoors=True)
    unlit = choose_palette("day", "calm", indoors=True, is_unlit=True)

    assert not unlit.lamps_lit
    assert unlit.exposure < lit.exposure
