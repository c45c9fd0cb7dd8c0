"""The catalogue of things: each has a drawing of a known size, and each drawing of ours is used."""

from importlib.resources import files

import pytest

from app.film.boards.layers import Layer
from app.film.boards.palette import choose_palette
from app.film.boards.pen import Pen
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.painting import (
    UNITS_PER_CM,
    find_point,
    load_standing,
    measure_thing,
    paint_thing,
)
from app.vocabulary.things.catalogue import THINGS

DAY, NIGHT = choose_palette("day", "calm"), choose_palette("night", "calm")


def test_every_thing_has_a_drawing_and_every_drawing_a_thing() -> None:
    assert set(SOURCES) == set(THINGS)
    assert len(THINGS) >= 700


def test_every_drawing_of_ours_has_its_file() -> None:
    own = {f"{name.replace(' ', '_')}.svg" for name, source in SOURCES.items() if not source.emoji}

    assert own <= {file.name for file in (files("app.film.boards.things") / "svg").iterdir()}


@pytest.mark.parametrize("name", SOURCES)
def test_every_drawing_can_be_painted_and_stands_on_its_origin(name: str) -> None:
    layer = Layer("cast")

    paint_thing(Pen(layer), DAY, name)

    boxes = [shape.extent for shape in layer.shapes]
    assert max(box.bottom for box in boxes) == pytest.approx(0, abs=1)
    assert min(box.top for box in boxes) == pytest.approx(measure_thing(name).top, rel=0.05, abs=1)


def test_a_thing_is_as_high_as_in_life_unless_it_lies() -> None:
    upright = [name for name, source in SOURCES.items() if not source.lies]

    heights = {name: -measure_thing(name).top / UNITS_PER_CM for name in upright}

    assert heights == pytest.approx({name: THINGS[name].height_cm for name in upright})
    assert -measure_thing("sword").top < 0.5 * THINGS["sword"].height_cm * UNITS_PER_CM


def test_a_thing_looks_to_the_side_that_it_is_told() -> None:
    right, left = (find_point("chair", (0.42, 0.5), faces_left=faces_left)[0] for faces_left in (False, True))

    assert right == pytest.approx(-left)
    assert right > 0


def test_a_lamp_shines_at_night_only() -> None:
    night, day = Layer("night"), Layer("day")

    paint_thing(Pen(night), NIGHT, "lamp post")
    paint_thing(Pen(day), DAY, "lamp post")

    assert len(night.shapes) == len(day.shapes) + 1


def test_the_water_under_a_ship_is_no_part_of_it() -> None:
    assert "#55acee" not in {outline.fill for outline in load_standing("ship").outlines}
