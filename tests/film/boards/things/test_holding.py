"""Things in hands."""

import pytest

from app.film.boards.layers import Layer
from app.film.boards.palette import choose_palette
from app.film.boards.pen import Pen
from app.film.boards.things.holding import measure_held, paint_held
from app.film.boards.things.painting import measure_thing
from app.vocabulary.things.catalogue import THINGS

DAY = choose_palette("day", "calm")
HELD = [thing.name for thing in THINGS.values() if thing.is_held]


@pytest.mark.parametrize("name", HELD)
def test_whatever_one_holds_is_painted_around_the_hand(name: str) -> None:
    layer, box = Layer("cast"), measure_held(name)

    paint_held(Pen(layer), DAY, name)

    assert layer.shapes
    assert max(box.left, box.top) < 1
    assert min(box.right, box.bottom) > -1


@pytest.mark.parametrize("noun", ["key", "ring", "coin", "apple"])
def test_a_small_thing_is_larger_than_life_in_a_hand(noun: str) -> None:
    held, real = measure_held(noun), measure_thing(noun)

    assert max(held.width, held.height) > 1.5 * max(real.width, real.height)
    assert max(held.width, held.height) >= 7


def test_a_sword_points_up_and_a_bucket_hangs_down() -> None:
    sword, bucket = measure_held("sword"), measure_held("bucket")

    assert -sword.top > 3 * sword.bottom
    assert bucket.bottom > 10 * -bucket.top


def test_what_has_no_drawing_is_not_painted() -> None:
    layer = Layer("cast")

    paint_held(Pen(layer), DAY, "xylophone of justice")

    assert layer.shapes == []
