"""Things that stand about the figures of a shot."""

from dataclasses import replace

import pytest

from app.film.boards.canvas import Box
from app.film.boards.composition import compose
from app.film.boards.layers import Painting, Shape
from app.film.boards.things.gaps import Span, choose_gap, list_gaps
from app.film.brief import Look, ShotBrief
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from tests.film.boards.shots import FRAMES, brief, mara, tobias

KITCHEN = Place(Setting.KITCHEN, indoors=True)


def list_added(shot: ShotBrief, thing: str, size: tuple[int, int] = FRAMES[0]) -> list[Shape]:
    """Return the shapes that a shot has more when it names a thing."""
    bare, full = (compose(one, Look(size)) for one in (shot, name_things(shot, thing)))
    return [shape for shape in full["cast"].shapes if shape not in bare["cast"].shapes]


def name_things(shot: ShotBrief, *things: str) -> ShotBrief:
    assert shot.staging is not None
    return replace(shot, staging=replace(shot.staging, things=things))


def covers(shapes: list[Shape], head: Box) -> bool:
    x, y = head.centre
    return any(
        shape.box.left < x < shape.box.right and shape.box.top < y < shape.box.bottom for shape in shapes
    )


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize("thing", ["bicycle", "well", "bucket", "castle"])
def test_a_thing_stands_in_the_frame_over_the_subtitles(thing: str, size: tuple[int, int]) -> None:
    shot = brief("wide", mara(side="left"))

    added = list_added(shot, thing, size)

    painting = compose(shot, Look(size))
    assert added
    assert max(shape.box.bottom for shape in added) <= painting.caption_top + 1
    assert min(shape.box.top for shape in added) >= painting.safe.top - 1


@pytest.mark.parametrize("shot_type", ["wide", "full", "medium", "two_shot"])
@pytest.mark.parametrize("thing", ["car", "bucket", "tent"])
def test_no_thing_stands_before_a_face(shot_type: str, thing: str) -> None:
    shot = brief(shot_type, mara(side="left"), tobias(side="right"))

    painting = compose(name_things(shot, thing), Look(FRAMES[0]))

    added = list_added(shot, thing)
    first = min((painting["cast"].shapes.index(shape) for shape in added), default=0)
    assert first == 0 or not any(covers(added, head) for head in painting.heads)


def test_a_small_thing_lies_on_a_table_indoors_and_on_the_ground_outdoors() -> None:
    outdoors = brief("wide", mara(side="left"))
    indoors = replace(outdoors, setting="kitchen", place=KITCHEN)

    on_ground, on_table = (list_added(shot, "teapot") for shot in (outdoors, indoors))

    assert max(shape.box.bottom for shape in on_table) < max(shape.box.bottom for shape in on_ground) - 20


def test_what_is_held_stands_nowhere_else() -> None:
    shot = brief("wide", replace(mara(side="left"), held_prop="lantern"))

    assert list_added(shot, "lantern") == []


@pytest.mark.parametrize("thing", ["castle", "hat", "hand", "door", "moon", "xylophone"])
def test_a_room_holds_no_castle_and_no_picture_what_is_worn_or_built_in(thing: str) -> None:
    shot = replace(brief("wide", mara(side="left")), setting="kitchen", place=KITCHEN)

    assert list_added(shot, thing) == []


def test_a_thing_that_the_set_shows_is_not_placed_twice() -> None:
    shot = replace(brief("wide", mara(side="left")), setting="kitchen", place=KITCHEN)
    painting: Painting = compose(shot, Look(FRAMES[0]))

    there = next(thing.name for thing in painting.things if 700 < thing.foot[0] < 900)

    assert list_added(shot, there) == []


def test_the_gap_next_to_the_middle_is_chosen_of_those_that_are_wide_enough() -> None:
    gaps = list_gaps(Box(0, 0, 100, 50), [Span(40, 50), Span(52, 60)])

    assert gaps == [Span(0, 40), Span(50, 52), Span(60, 100)]
    assert choose_gap(gaps, 20).right <= 40
    assert choose_gap(gaps, 70).width == 40
