"""Contact sheets: all shots of a film, on as many sheets of a bounded size as it takes."""

from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from app.film.boards.artist import paint_panel
from app.film.boards.contact_sheet import contact_sheets
from app.film.brief import Look, ShotBrief

SHOT = ShotBrief("2A", "EXT. SHORE - DAWN", "The tide is out.", setting="shore")
PANEL = paint_panel(SHOT, Look((160, 90)))


def open_sheet(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (6, 1), (7, 2), (13, 3)])
def test_more_shots_than_fit_take_more_sheets(count: int, sheets: int) -> None:
    assert len(contact_sheets([(PANEL, SHOT)] * count, most=6)) == sheets


@pytest.mark.parametrize("size", [(160, 90), (90, 160), (96, 96)])
def test_a_full_sheet_has_a_bounded_size(size: tuple[int, int]) -> None:
    panel = paint_panel(SHOT, Look(size))

    (sheet,) = contact_sheets([(panel, SHOT)] * 60, "The Lantern")

    width, height = open_sheet(sheet).size
    assert (width, height <= 3800) == (1920, True)


def test_each_shot_has_its_number_and_a_line_of_its_own() -> None:
    briefs = (
        SHOT,
        replace(SHOT, number="2B"),
        replace(SHOT, description="Rain."),
        replace(SHOT, angle="low"),
    )

    sheets = {contact_sheets([(PANEL, brief)])[0] for brief in briefs}

    assert len(sheets) == len(briefs)


def test_a_panel_of_another_shape_is_fitted_into_its_place() -> None:
    tall = paint_panel(SHOT, Look((90, 160)))

    mixed, plain = (open_sheet(contact_sheets([(PANEL, SHOT), (other, SHOT)])[0]) for other in (tall, PANEL))

    assert mixed.size == plain.size
    assert np.any(np.asarray(mixed) != np.asarray(plain))


def test_text_that_no_typeface_covers_stops_no_sheet() -> None:
    brief = replace(SHOT, description="森 " * 40)

    assert len(contact_sheets([(PANEL, brief)], "森", columns=3)) == 1
