"""The painting of cards: letters on the paper, and in the light, of the film's pictures."""

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.film.boards.artist import apply_finish
from app.film.boards.canvas import Box, Canvas, make_canvas
from app.film.boards.colour import mix, rgb
from app.film.boards.finish import Field, Grain, lay_sheet
from app.film.boards.layers import Painting, start_painting
from app.film.boards.lettering import Face, Lettering
from app.film.boards.palette import Palette, choose_palette
from app.film.boards.part import cover_whole
from app.film.boards.pen import Pen
from app.film.boards.plates import Pixels
from app.film.boards.raster import encode_png, flatten
from app.film.boards.rng import seeded_rng
from app.film.brief import Look
from app.film.cards.card import Card, CardKind
from app.vocabulary.frame import still_size

# Part of every cache key: raise it whenever a card's pixels change.
CARD_VERSION = "1"

_PAPER, _INK, _CREAM = "#f2e8d5", "#2a2230", "#f8efdc"
# Shares of the shorter side of the frame that a camera shows.
_SIZES = {CardKind.TITLE: 0.2, CardKind.CHAPTER: 0.15, CardKind.END: 0.2}
_SMALLEST, _SHRINK = 0.045, 0.92
_LINE_SHARE, _SMALL_SHARE = 1.12, 0.036
# Shares of the frame within which letters stand.
_WIDEST, _TALLEST = 0.8, 0.5
_FOOT = 0.9
_MOST_LINES, _MOST_CREDIT_LINES, _LEAST_SMALL_PX = 6, 4, 12
_WASHES, _OPAQUE = 7, 255
# The whole range, so that dark paper stays dark and light paper light.
_TONES = (0.0, 255.0)
_FACE, _SMALL_FACE = "hand", "sans"


@dataclass(frozen=True, slots=True)
class _Block:
    """A text as it is set: its lines, their face, and the height of each in pixels."""

    lines: list[str]
    face: Face
    line_height: int

    @property
    def height(self) -> int:
        return len(self.lines) * self.line_height


def paint_card(card: Card, look: Look) -> bytes:
    """Paint a card as a PNG of `still_size(look.size)` pixels; the same card and look give the same bytes.

    Letters stay within the frame that a locked-off camera shows: long texts are set smaller and in more
    lines. Characters that no typeface has are left out.
    """
    size, canvas = still_size(look.size), make_canvas(look.size)
    palette, is_dark = _choose_light(card, look)
    ink = _CREAM if is_dark else mix(_INK, palette.ink, 0.4)
    flat = flatten(_paint_paper(card, look, canvas, palette, is_dark=is_dark), size)
    sheet, frame = lay_sheet(cover_whole(size), _TONES), _find_frame(canvas, size)
    finished = apply_finish(flat, palette, look.style, sheet)
    # Letters are laid over the finish, which would break up the small ones and draw round the light ones.
    text = Image.new("L", size)
    _write_text(card, Lettering(ImageDraw.Draw(text)), frame)
    lines = Image.new("L", size)
    _write_lines(card, Lettering(ImageDraw.Draw(lines)), frame)
    covers = (_roughen(np.asarray(text, np.uint8), sheet.grain), np.asarray(lines, np.float32) / 255)
    return encode_png(_lay_ink(finished, np.maximum(*covers), ink))


def is_legible(text: str) -> bool:
    """Return whether the typefaces have any letter of a text."""
    letters = Lettering(ImageDraw.Draw(Image.new("L", (1, 1))))
    return any(character.isalnum() for character in letters.keep_legible(text))


def _set_text(letters: Lettering, text: str, largest: int, room: tuple[float, float]) -> _Block:
    """Set a text as large as fits into a room of some pixels, in letters of `largest` pixels at most."""
    width, height = room
    smallest, size = max(8, round(min(room) * _SMALLEST)), largest
    whole = letters.wrap(text, (_FACE, smallest), (math.inf, 1))
    while True:
        lines = letters.wrap(text, (_FACE, size), (width, _MOST_LINES))
        block = _Block(lines, (_FACE, size), round(size * _LINE_SHARE))
        if size <= smallest or (" ".join(lines) == " ".join(whole) and block.height <= height):
            return replace(block, lines=_balance(letters, block, width))
        size = max(smallest, int(size * _SHRINK))


def _balance(letters: Lettering, block: _Block, width: float) -> list[str]:
    """Return the lines of a block, broken so that none is much shorter than the others."""
    text, lines = " ".join(block.lines), block.lines
    narrower = width
    while len(lines) > 1:
        narrower -= width / 40
        tried = letters.wrap(text, block.face, (narrower, len(lines)))
        if " ".join(tried) != text:
            break
        lines = tried
    return lines


def _find_frame(canvas: Canvas, size: tuple[int, int]) -> Box:
    """Return what a locked-off camera shows, in pixels of the still."""
    scale, safe = size[0] / canvas.width, canvas.safe
    return Box(safe.left * scale, safe.top * scale, safe.right * scale, safe.bottom * scale)


def _paint_paper(card: Card, look: Look, canvas: Canvas, palette: Palette, *, is_dark: bool) -> Painting:
    """Paint the paper: washes of the scene's sky, light by day and dark by night."""
    painting = start_painting(canvas)
    pen = Pen(painting["sky"])
    is_noir = look.style == "noir"
    ground, share = (palette.ink, 0.08 if is_noir else 0.4) if is_dark else (_PAPER, 0.34)
    top, middle, bottom = (mix(ground, sky, share) for sky in palette.sky)
    fill = pen.fade((0, 0), (0, canvas.height), (0.0, top), (0.6, middle), (1.0, bottom))
    pen.rect((0, 0), (canvas.width, canvas.height), fill)
    rng = seeded_rng("card", card.kind, card.text, look.seed)
    for _ in range(_WASHES):
        spot = (rng.uniform(0, canvas.width), rng.uniform(0, canvas.height))
        colour = mix(ground, rng.choice(palette.sky), 0.15 if is_noir else 0.8)
        pen.glow(spot, rng.uniform(0.25, 0.6) * canvas.reach, colour, 0.3)
    glow, strength = (mix(ground, palette.sky[1], 0.5), 0.5) if is_dark else (_PAPER, 0.9)
    pen.glow((canvas.width / 2, canvas.height / 2), canvas.reach * 0.8, glow, strength)
    return painting


def _write_text(card: Card, letters: Lettering, frame: Box) -> None:
    """Write the text in the middle of the frame, with a stroke of the brush under it."""
    short = min(frame.width, frame.height)
    room = (frame.width * _WIDEST, frame.height * _TALLEST)
    block = _set_text(letters, card.text, round(short * _SIZES[card.kind]), room)
    middle, top = frame.centre[0], frame.centre[1] - block.height / 2
    for number, line in enumerate(block.lines):
        spot = (round(middle), round(top + (number + 0.5) * block.line_height))
        letters.write(spot, line, block.face, "white", anchor="mm")
    _draw_stroke(letters, (middle, top + block.height + 0.05 * short), short)


def _draw_stroke(letters: Lettering, centre: tuple[float, float], short: float) -> None:
    (x, y), reach, thick = centre, short * 0.16, max(1.0, short * 0.004)
    diamond = short * 0.014
    for side in (-1, 1):
        letters.draw.polygon(
            [(x + side * 2 * diamond, y - thick), (x + side * reach, y), (x + side * 2 * diamond, y + thick)],
            fill=_OPAQUE,
        )
    letters.draw.polygon(
        [(x - diamond, y), (x, y - diamond), (x + diamond, y), (x, y + diamond)], fill=_OPAQUE
    )


def _write_lines(card: Card, letters: Lettering, frame: Box) -> None:
    """Write the small lines at the foot of the frame."""
    size = max(_LEAST_SMALL_PX, round(min(frame.width, frame.height) * _SMALL_SHARE))
    room = (frame.width * _WIDEST, _MOST_CREDIT_LINES)
    lines = [line for text in card.lines for line in letters.wrap(text, (_SMALL_FACE, size), room)]
    foot = frame.top + frame.height * _FOOT
    for number, line in enumerate(reversed(lines)):
        spot = (round(frame.centre[0]), round(foot - number * size * 1.3))
        letters.write(spot, line, (_SMALL_FACE, size), "white", anchor="mm")


def _choose_light(card: Card, look: Look) -> tuple[Palette, bool]:
    """Return the light of a card, and whether its paper is dark: in black ink always, in pencil never."""
    palette = choose_palette(card.time_of_day, card.mood)
    return palette, look.style == "noir" or (look.style != "pencil" and palette.lamps_lit)


def _roughen(cover: Pixels, grain: Grain) -> Field:
    """Return letters as a hand writes them on the paper, with crooked edges and a broken tone, 0 to 1."""
    bent = cv2.remap(cover, grain.crooked_x, grain.crooked_y, cv2.INTER_LINEAR)
    return np.asarray(bent, np.float32) / 255 * (0.82 + 0.18 * grain.pencil)


def _lay_ink(pixels: Pixels, cover: Field, ink: str) -> Pixels:
    colour = np.array(rgb(ink)[::-1], np.float32)
    share = cover[..., None]
    return np.asarray(np.rint(pixels * (1 - share) + colour * share), np.uint8)
