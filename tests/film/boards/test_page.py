"""The board page: the panel with its facts, in any shape and any script."""

import hashlib
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.film.boards.artist import paint_panel
from app.film.boards.lettering import Lettering
from app.film.boards.page import PAGE, compose_page
from app.film.boards.page_text import fit_texts
from app.film.brief import Look, ShotBrief
from app.vocabulary.actions import Action
from app.vocabulary.shots import CAMERA_MOVES
from app.vocabulary.staging import Figure, Posture, Staging
from tests.interpreter import run_python

SCENE = ShotBrief("2A", "EXT. SHORE - DAWN", "The tide is out.", ("Mara",), ("a girl",), setting="shore")


SCRIPT = """
import hashlib
from tests.film.boards.test_page import SCENE
from app.film.boards.artist import paint_panel
from app.film.boards.page import compose_page
from app.film.brief import Look
from tests.interpreter import run_python
page = compose_page(paint_panel(SCENE, Look((160, 90))), SCENE, "T", 1.0, 24)
print(hashlib.sha256(page).hexdigest())
"""


def _letters() -> Lettering:
    return Lettering(ImageDraw.Draw(Image.new("RGB", (400, 100))))


@pytest.mark.parametrize("size", [(320, 180), (180, 320), (200, 200)])
def test_a_page_holds_a_panel_of_any_shape(size: tuple[int, int]) -> None:
    panel = paint_panel(SCENE, Look(size))

    page = compose_page(panel, SCENE, "The Lantern", 6.5, 24)

    assert Image.open(BytesIO(page)).size == PAGE


def test_each_camera_move_is_drawn_and_a_locked_camera_is_not() -> None:
    panel = paint_panel(SCENE, Look((320, 180)))

    reds = {}
    for move in CAMERA_MOVES:
        brief = ShotBrief("2A", "EXT. SHORE", "", camera_move=move)
        page = np.asarray(Image.open(BytesIO(compose_page(panel, brief, "", 6.5, 24))).convert("RGB")).astype(
            int
        )
        reds[move] = int(((page[82:630, 36:1010, 0] - page[82:630, 36:1010, 1]) > 110).sum())

    assert reds["static"] == 0
    assert all(count > 500 for move, count in reds.items() if move != "static")


def test_another_process_lays_out_the_same_page_to_the_same_bytes() -> None:
    other = run_python("-c", SCRIPT)

    page = compose_page(paint_panel(SCENE, Look((160, 90))), SCENE, "T", 1.0, 24)
    assert other == hashlib.sha256(page).hexdigest()


def test_what_no_typeface_covers_is_left_out_and_remembered() -> None:
    letters = _letters()

    letters.write((0, 0), "Mara 森 again 森", ("typewriter", 20), "#ffffff")

    assert letters.missing == "森"
    assert letters.keep_legible("森") == ""


def test_an_accent_that_cannot_be_written_is_dropped_before_the_letter_is() -> None:
    letters = _letters()

    assert letters.keep_legible("ｗｏｌｆ cafḝ") == "wolf cafe"
    assert letters.missing == ""


def test_a_caption_is_cut_with_an_ellipsis_inside_its_room() -> None:
    letters = _letters()

    lines = letters.wrap("word " * 200, ("sans", 20), (180, 2))

    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(letters.width(line, ("sans", 20)) <= 180 for line in lines)


def test_a_page_says_what_a_shot_has_beyond_its_scene() -> None:
    panel = paint_panel(SCENE, Look((160, 90)))
    staging = Staging((Figure("Mara", Posture.RUN),))
    briefs = [
        SCENE,
        replace(SCENE, angle="low"),
        replace(SCENE, props=("key",)),
        replace(SCENE, staging=staging),
        replace(SCENE, number="2B"),
    ]

    pages = {compose_page(panel, brief, "T", 1.0, 24) for brief in briefs}

    assert len(pages) == len(briefs)


def test_figures_that_just_stand_leave_a_page_as_it_is() -> None:
    panel = paint_panel(SCENE, Look((160, 90)))

    pages = {
        compose_page(panel, replace(SCENE, staging=Staging(figures)), "T", 1.0, 24)
        for figures in ((), (Figure("Mara"),), (Figure("Mara", action=Action.STAND),))
    }

    assert len(pages) == 1


def test_a_long_text_is_set_smaller_and_never_cut_off() -> None:
    panel, letters = paint_panel(SCENE, Look((160, 90))), _letters()
    words = " ".join(f"word{number}" for number in range(400))

    for room in ((976, 60), (580, 300)):
        size, lines = fit_texts(letters, [("Mara runs.", "#000000"), (words, "#000000")], room)
        assert " ".join(line for line, _ in lines) == f"Mara runs. {words}"
        assert all(letters.width(line, ("sans", size)) <= room[0] for line, _ in lines)

    short, long = (compose_page(panel, SCENE, "T", 1.0, 24, text) for text in ("Two words.", words))
    assert short != long
    inked = np.asarray(Image.open(BytesIO(long)).convert("L")) < 90
    assert not inked[-8:].any()
