"""Plates: a set is drawn once for all its shots, and what is kept never shows in a picture."""

from dataclasses import replace

import numpy as np
import pytest

from app.film.boards.artist import paint_panel
from app.film.boards.canvas import Canvas
from app.film.boards.layers import Layer
from app.film.boards.pen import Pen
from app.film.boards.plates import MOST_BYTES, PLATES, Plate, PlateCache, load_plates, rasterize
from app.film.brief import Look, ShotBrief
from app.vocabulary.light import Weather
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting

LOOK = Look((320, 180))
WIDE = ShotBrief("1A", "EXT. SHORE", "Mara looks.", ("Mara",), ("a girl",), setting="shore")
RAINY = Place(Setting.HARBOUR, indoors=False, weather=Weather.RAIN)
SHOTS = [
    replace(WIDE, shot_type=shot_type, angle=angle, place=place)
    for shot_type in ("wide", "medium", "close_up", "insert")
    for angle in ("eye", "low")
    for place in (Place(Setting.KITCHEN, indoors=True), RAINY)
]


@pytest.fixture(autouse=True)
def cold_cache() -> None:
    """Start every test with no plates."""
    PLATES.clear()


def _plate(side: int) -> Plate:
    return Plate(np.zeros((side, side, 3), np.uint8), np.zeros((side, side), np.uint8), 0, 0, (side, side))


def test_a_still_is_the_same_whatever_was_drawn_before() -> None:
    warm = [paint_panel(shot, LOOK) for shot in SHOTS]
    again = [paint_panel(shot, LOOK) for shot in reversed(SHOTS)][::-1]

    cold = []
    for shot in SHOTS:
        PLATES.clear()
        cold.append(paint_panel(shot, LOOK))

    assert warm == again == cold


def test_another_pose_or_size_draws_no_set_anew() -> None:
    paint_panel(WIDE, LOOK)
    kept = PLATES.bytes

    paint_panel(replace(WIDE, description="Mara runs."), LOOK)
    paint_panel(replace(WIDE, shot_type="full"), LOOK)

    assert PLATES.bytes == kept > 0


def test_no_more_is_kept_than_the_bound() -> None:
    cache = PlateCache(most_bytes=1000)

    for number in range(9):
        cache.add(bytes([number]), _plate(10))

    assert cache.bytes <= 1000
    assert (cache.get(bytes([0])) is None, cache.get(bytes([8])) is None) == (True, False)


def test_the_plate_last_used_stays() -> None:
    cache = PlateCache(most_bytes=1000)
    cache.add(b"set", _plate(10))
    cache.add(b"other", _plate(10))

    assert cache.get(b"set") is not None
    cache.add(b"third", _plate(10))

    assert (cache.get(b"set") is None, cache.get(b"other") is None) == (False, True)


def test_a_plate_larger_than_the_bound_is_not_kept() -> None:
    cache = PlateCache(most_bytes=1000)

    cache.add(b"huge", _plate(40))

    assert cache.bytes == 0


def test_a_process_keeps_at_most_64_megabytes() -> None:
    assert MOST_BYTES <= 64 * 2**20


def test_a_plate_is_cut_to_what_it_shows() -> None:
    layer = Layer("cast")
    Pen(layer).dot(100, 50, 10, "#ff0000")

    (plate,) = rasterize(layer.shapes, Canvas(320, 180), (320, 180))

    assert (plate.left, plate.top) == (89, 39)
    assert plate.alpha.shape == (22, 22)


def test_a_curve_is_cut_nowhere() -> None:
    layer = Layer("cast")
    Pen(layer).blob([(60, 90), (160, 60), (260, 90), (160, 150)], "#ff0000")

    (plate,) = rasterize(layer.shapes, Canvas(320, 180), (320, 180))

    assert max(plate.alpha[0].max(), plate.alpha[-1].max(), *plate.alpha[:, [0, -1]].max(axis=0)) == 0


def test_what_lies_outside_the_canvas_is_not_drawn() -> None:
    layer = Layer("cast")
    Pen(layer).dot(-100, 50, 10, "#ff0000")

    assert load_plates(layer.shapes, Canvas(320, 180), (320, 180)) == []
