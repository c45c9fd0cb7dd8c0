"""Contact sheets: all shots of a film at a glance, each a small panel with its number and a few words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from app.film.boards.lettering import Lettering
from app.film.boards.page import GREY, INK, RED, name_angle, name_shot_type
from app.film.boards.raster import encode_png
from app.film.brief import ShotBrief
from app.film.image_file import open_image

MOST_ON_SHEET = 60
_WIDTH = 1920
_MARGIN, _GAP = 36, 18
_HEAD = 70
_TEXT = 76
_PAPER = "#f6f1e6"


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The columns of a sheet and the pixels of each panel."""

    columns: int
    panel: tuple[int, int]

    def find_corner(self, place: int) -> tuple[int, int]:
        """Return the left and top pixel of the panel at a place, counted from 0."""
        row, column = divmod(place, self.columns)
        width, height = self.panel
        return _MARGIN + column * (width + _GAP), _HEAD + row * (height + _TEXT)


def contact_sheets(
    shots: Sequence[tuple[bytes, ShotBrief]],
    title: str = "",
    *,
    columns: int | None = None,
    most: int = MOST_ON_SHEET,
) -> list[bytes]:
    """Return sheets with at most so many shots each, PNG files that are 1920 pixels wide.

    Every shot is its panel as PNG and its brief. The panels have the aspect of the first one; without
    `columns` that decides how many there are in a row. No shots give one empty sheet.
    """
    layout = _choose_layout(shots, columns)
    runs = [shots[start : start + most] for start in range(0, len(shots), max(1, most))] or [shots]
    return [
        _draw_sheet(run, layout, title + (f"  ·  {number} of {len(runs)}" if len(runs) > 1 else ""))
        for number, run in enumerate(runs, 1)
    ]


def _choose_layout(shots: Sequence[tuple[bytes, ShotBrief]], columns: int | None) -> SheetLayout:
    aspect = 16 / 9
    if shots:
        with open_image(shots[0][0]) as panel:
            aspect = panel.width / panel.height
    columns = max(1, columns or (5 if aspect > 1.2 else 6 if aspect > 0.8 else 8))
    width = (_WIDTH - 2 * _MARGIN - (columns - 1) * _GAP) // columns
    return SheetLayout(columns, (width, round(width / aspect)))


def _draw_sheet(shots: Sequence[tuple[bytes, ShotBrief]], layout: SheetLayout, title: str) -> bytes:
    rows = max(1, math.ceil(len(shots) / layout.columns))
    height = _HEAD + rows * (layout.panel[1] + _TEXT) + _MARGIN // 2
    sheet = Image.new("RGB", (_WIDTH, height), _PAPER)
    letters = Lettering(ImageDraw.Draw(sheet))
    heading = letters.shorten(title, ("hand", 36), _WIDTH - 2 * _MARGIN)
    letters.write((_MARGIN, _HEAD // 2), heading, ("hand", 36), GREY, anchor="lm")
    for place, (panel_png, brief) in enumerate(shots):
        _draw_shot(sheet, layout, layout.find_corner(place), panel_png)
        _write_shot(letters, layout, layout.find_corner(place), brief)
    return encode_png(np.ascontiguousarray(np.asarray(sheet)[..., ::-1]))


def _draw_shot(sheet: Image.Image, layout: SheetLayout, corner: tuple[int, int], panel_png: bytes) -> None:
    panel = open_image(panel_png).convert("RGB")
    panel.thumbnail(layout.panel, Image.Resampling.LANCZOS, reducing_gap=2.0)
    left = corner[0] + (layout.panel[0] - panel.width) // 2
    top = corner[1] + (layout.panel[1] - panel.height) // 2
    sheet.paste(panel, (left, top))
    edges = (left - 1, top - 1, left + panel.width, top + panel.height)
    ImageDraw.Draw(sheet).rectangle(edges, outline=INK)


def _write_shot(letters: Lettering, layout: SheetLayout, corner: tuple[int, int], brief: ShotBrief) -> None:
    """Write a shot's number, size and angle, and below what is seen."""
    x, y, room = corner[0], corner[1] + layout.panel[1] + 6, layout.panel[0]
    letters.write((x, y), brief.number, ("typewriter-bold", 18), RED)
    after = round(letters.width(f"{brief.number} ", ("typewriter-bold", 18)))
    size = ", ".join(filter(None, (name_shot_type(brief), name_angle(brief).lower())))
    letters.write((x + after, y), letters.shorten(size, ("sans", 16), room - after), ("sans", 16), GREY)
    for number, line in enumerate(letters.wrap(brief.description, ("sans", 16), (room, 2)), 1):
        letters.write((x, y + 20 * number), line, ("sans", 16), INK)
