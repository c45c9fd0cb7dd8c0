"""The board page: a panel with its shot, camera move, length and action."""

import math
from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.film.boards.composition import find_place
from app.film.boards.finish import noise
from app.film.boards.lettering import Lettering
from app.film.boards.page_text import Text, fit_texts, write_texts
from app.film.boards.raster import encode_png
from app.film.brief import ShotBrief
from app.film.image_file import open_image
from app.vocabulary.actions import Action
from app.vocabulary.staging import Posture

PAGE = (1280, 720)
INK, GREY, RED, RULE = "#22202a", "#7a7166", "#c43c26", "#d8cfbc"
_MARGIN = 36
_HEAD = 82
_SHOTS = {"two_shot": "Two-shot", "medium_close_up": "Medium close-up", "close_up": "Close-up"}
_ANGLES = {"low": "Low angle", "high": "High angle", "overhead": "Overhead"}
# The most lines of each fact that may have more than one.
_LINES = {"CAST": 3, "ACTION": 2, "PROPS": 2}
_TEXT_GAP, _FOOT, _TEXT_WIDTH = 14, 18, 976
_READABLE_PX = 15
_PANEL_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5)
_CAMERA = {"static": "Locked off", "pan_left": "Pan left", "pan_right": "Pan right"}


def compose_page(
    panel_png: bytes, brief: ShotBrief, title: str, duration_sec: float, fps: int, words: str = ""
) -> bytes:
    """Lay a panel out as a board page, a PNG of 1280 × 720 pixels.

    `duration_sec` is the shot's screen time, `words` are the story's words that are told in it. Long texts
    are set smaller, and beside a smaller panel; none is cut off. Words in a script that no typeface covers
    are left out and a small note says so; they never turn into boxes.
    """
    page = _make_paper().copy()
    letters = Lettering(ImageDraw.Draw(page))
    panel = open_image(panel_png).convert("RGB")
    texts = _list_texts(brief, words)
    left, top, width, height = _choose_panel(letters, texts, panel.size)
    panel = panel.resize((width, height), Image.Resampling.LANCZOS)
    page.paste(_draw_move(panel, brief.camera_move), (left, top))
    for edge in range(2, 5):
        letters.draw.rectangle(
            (left - edge, top - edge, left + width - 1 + edge, top + height - 1 + edge), outline=INK
        )
    _write_heading(letters, brief, title)
    column = left + width + 24
    foot = _write_facts(
        letters, brief, (column, top), f"{duration_sec:.1f} s · {round(duration_sec * fps)} fr"
    )
    if panel.width > panel.height:
        write_texts(letters, texts, (left, top + height + _TEXT_GAP), _room_below(height))
    else:
        room = (PAGE[0] - _MARGIN - column, PAGE[1] - foot - _TEXT_GAP - _FOOT)
        write_texts(letters, texts, (column, foot + _TEXT_GAP), room)
    if letters.missing:
        note = f"({len(letters.missing)} characters have no typeface here and are left out)"
        letters.write((PAGE[0] - _MARGIN, PAGE[1] - 12), note, ("sans", 13), GREY, anchor="rs")
    return encode_png(np.ascontiguousarray(np.asarray(page)[..., ::-1]))


@lru_cache(maxsize=1)
def _make_paper() -> Image.Image:
    tooth = noise(PAGE, 3, 9) * 1.5 + noise(PAGE, 120, 10) * 2.0
    sheet = np.array((246, 241, 230), np.float32) + tooth[..., None]
    return Image.fromarray(np.clip(sheet, 0, 255).astype(np.uint8))


def _list_texts(brief: ShotBrief, words: str) -> list[Text]:
    """Return what a page says of a shot below its panel: what is seen, then the words that are told."""
    seen, told = (" ".join(text.split()) for text in (brief.description, words))
    if not told or seen == told:
        return [(told or seen, INK)]
    return [(seen, GREY), (told, INK)]


def _choose_panel(
    letters: Lettering, texts: Sequence[Text], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return left, top, width and height of the largest panel that leaves its texts room to be read."""
    places = [_fit_panel(size, scale) for scale in _PANEL_SCALES]
    if size[0] <= size[1]:
        return places[0]
    roomy = (place for place in places if fit_texts(letters, texts, _room_below(place[3]))[0] >= _READABLE_PX)
    return next(roomy, places[-1])


def _fit_panel(size: tuple[int, int], shrink: float) -> tuple[int, int, int, int]:
    """Place a panel on the page: left, top, width and height in pixels."""
    room = (976, 549) if size[0] > size[1] * 1.2 else (700, 610)
    scale = min(room[0] / size[0], room[1] / size[1]) * shrink
    return _MARGIN, _HEAD, round(size[0] * scale), round(size[1] * scale)


def _room_below(height: int) -> tuple[int, int]:
    """Return the width and height of the room for text below a wide panel."""
    return _TEXT_WIDTH, PAGE[1] - _HEAD - height - _TEXT_GAP - _FOOT


def _write_heading(letters: Lettering, brief: ShotBrief, title: str) -> None:
    letters.draw.rectangle((_MARGIN - 4, 24, _MARGIN + 84, 66), fill=INK)
    letters.write((_MARGIN + 40, 46), brief.number, ("typewriter-bold", 30), "#f6f1e6", anchor="mm")
    room = 250
    size = next((px for px in range(34, 18, -2) if letters.width(title, ("hand", px)) <= room), 18)
    shown = letters.shorten(title, ("hand", size), room)
    letters.write((PAGE[0] - _MARGIN, 47), shown, ("hand", size), GREY, anchor="rm")
    slug = letters.shorten(brief.heading.upper(), ("typewriter-bold", 26), PAGE[0] - room - 2 * _MARGIN - 124)
    letters.write((_MARGIN + 102, 47), slug, ("typewriter-bold", 26), INK, anchor="lm")


def _write_facts(letters: Lettering, brief: ShotBrief, corner: tuple[int, int], duration: str) -> int:
    x, y = corner
    for label, value in _list_facts(letters, brief, duration):
        letters.write((x, y), label, ("typewriter", 15), RED if label == "CAMERA" else GREY)
        y += 19
        for line in letters.wrap(value, ("sans", 22), (PAGE[0] - _MARGIN - x, _LINES.get(label, 1))):
            letters.write((x, y), line, ("sans", 22), INK)
            y += 27
        letters.draw.line((x, y + 5, PAGE[0] - _MARGIN, y + 5), fill=RULE)
        y += 13
    return y


def _list_facts(letters: Lettering, brief: ShotBrief, duration: str) -> list[tuple[str, str]]:
    weather = find_place(brief).weather
    facts = [
        ("SHOT", name_shot_type(brief)),
        ("CAMERA", _CAMERA.get(brief.camera_move, _make_label(brief.camera_move))),
        ("ANGLE", name_angle(brief)),
        ("LIGHT", _make_label(brief.time_of_day) + (f", {weather}" if weather else "")),
        ("MOOD", _make_label(brief.mood)),
        ("DURATION", duration),
        ("CAST", ", ".join(filter(None, map(letters.keep_legible, brief.characters))) or "—"),
        ("ACTION", ", ".join(_list_actions(letters, brief))),
        ("PROPS", ", ".join(filter(None, map(letters.keep_legible, brief.props)))),
    ]
    return [(label, value) for label, value in facts if value]


def _list_actions(letters: Lettering, brief: ShotBrief) -> list[str]:
    """Return what each figure does, such as "Mara: run"; those who just stand do nothing."""
    figures = brief.staging.figures if brief.staging else ()
    first = brief.characters[0] if brief.characters else ""
    told = [(figure.name or first, figure.action or figure.posture) for figure in figures]
    return [
        f"{letters.keep_legible(name)}: {action}".removeprefix(": ")
        for name, action in told
        if action not in (Action.STAND, Posture.STAND)
    ]


def name_shot_type(brief: ShotBrief) -> str:
    """Return the size of a shot in words, such as "Medium close-up"."""
    return _SHOTS.get(brief.shot_type, _make_label(brief.shot_type))


def name_angle(brief: ShotBrief) -> str:
    """Return the angle of a shot in words, nothing at eye level."""
    return "" if brief.angle == "eye" else _ANGLES.get(brief.angle, _make_label(brief.angle))


def _make_label(word: str) -> str:
    return word.replace("_", " ").capitalize()


def _draw_move(panel: Image.Image, move: str) -> Image.Image:
    """Draw the camera's move over the panel as red pencil arrows."""
    lines = _MOVES.get(move, ())
    if not lines:
        return panel
    # Drawn at twice the size and reduced, for Pillow's lines have hard edges.
    width, height = panel.width * 2, panel.height * 2
    mask = np.zeros((height, width), np.uint8)
    for x0, y0, x1, y1, has_tip in lines:
        start, end = (round(x0 * width), round(y0 * height)), (round(x1 * width), round(y1 * height))
        cv2.line(mask, start, end, 230, 10, cv2.LINE_AA)
        if has_tip:
            _draw_tip(mask, start, end)
    soft = cv2.resize(mask, panel.size, interpolation=cv2.INTER_AREA)
    return Image.composite(Image.new("RGB", panel.size, RED), panel, Image.fromarray(soft))


def _draw_tip(mask: NDArray[np.uint8], start: tuple[int, int], end: tuple[int, int]) -> None:
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    for turn in (2.6, -2.6):
        barb = (round(end[0] + math.cos(angle + turn) * 38), round(end[1] + math.sin(angle + turn) * 38))
        cv2.line(mask, end, barb, 230, 10, cv2.LINE_AA)


def _mark_corners(inset: float) -> list[tuple[float, float, float, float, bool]]:
    marks = []
    for x, along in ((inset, 0.07), (1 - inset, -0.07)):
        for y, down in ((inset, 0.11), (1 - inset, -0.11)):
            marks += [(x, y, x + along, y, False), (x, y, x, y + down, False)]
    return marks


def _mark_spokes(start: float, end: float) -> list[tuple[float, float, float, float, bool]]:
    return [
        (
            start if left else 1 - start,
            start if up else 1 - start,
            end if left else 1 - end,
            end if up else 1 - end,
            True,
        )
        for left in (True, False)
        for up in (True, False)
    ]


_MOVES = {
    "push_in": (*_mark_corners(0.17), *_mark_spokes(0.04, 0.15)),
    "pull_out": (*_mark_corners(0.17), *_mark_spokes(0.15, 0.04)),
    "pan_left": ((0.70, 0.93, 0.30, 0.93, True),),
    "pan_right": ((0.30, 0.93, 0.70, 0.93, True),),
    "tilt_up": ((0.955, 0.72, 0.955, 0.28, True),),
    "tilt_down": ((0.955, 0.28, 0.955, 0.72, True),),
}
