"""Inserts: the thing a shot is about fills the frame."""

from dataclasses import replace

import pytest

from app.film.boards.composition import compose
from app.film.brief import Look, ShotBrief
from app.vocabulary.staging import Staging
from tests.film.boards.shots import FRAMES, bound, brief, holds, mara


@pytest.mark.parametrize("noun", ["letter", "the old key", "rowing boat", "chest", "wooden table", "throne"])
def test_an_insert_shows_the_thing_it_is_about(noun: str) -> None:
    shot = brief("insert", mara(), things=(noun,))

    staged, told = compose(shot, Look(FRAMES[0])), compose(_tell_props(shot, noun), Look(FRAMES[0]))

    assert staged["cast"].shapes == told["cast"].shapes != []
    assert staged.heads == told.heads == []
    assert holds(staged.canvas.whole, bound(staged))


def test_an_insert_shows_the_first_thing_that_has_a_drawing() -> None:
    painting = compose(brief("insert", mara(), things=("xylophone", "sword")), Look(FRAMES[0]))

    assert (
        painting["cast"].shapes == compose(brief("insert", things=("sword",)), Look(FRAMES[0]))["cast"].shapes
    )


def test_an_insert_without_a_drawing_shows_the_half_figure_or_else_the_set() -> None:
    person, empty = (
        compose(brief("insert", *figures, things=("xylophone",)), Look(FRAMES[0]))
        for figures in ((mara(),), ())
    )

    assert len(person.heads) == 1
    assert (empty["cast"].shapes, empty.heads) == ([], [])
    assert empty.blur < person.blur


def _tell_props(shot: ShotBrief, noun: str) -> ShotBrief:
    return replace(shot, staging=Staging(shot.staging.figures if shot.staging else ()), props=(noun,))
