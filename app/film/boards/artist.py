"""The storyboard artist: paints panels and portraits by rules, without a model."""

from dataclasses import replace

import numpy as np

from app.film.boards import finish
from app.film.boards.canvas import Canvas
from app.film.boards.cast.beasts import paint_beast, paint_beast_bust
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.bust import paint_bust
from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import STAND
from app.film.boards.cast.small_animals import paint_small
from app.film.boards.cast.traits import Traits
from app.film.boards.composition import choose_cast, compose, find_place
from app.film.boards.layers import Painting, start_painting
from app.film.boards.palette import Palette, choose_palette
from app.film.boards.pen import Pen
from app.film.boards.plates import Pixels
from app.film.boards.raster import encode_png, flatten
from app.film.brief import Look, ShotBrief
from app.vocabulary.frame import still_size

# Part of every cache key: raise it whenever a panel's pixels change.
ARTIST_VERSION = "4"

_FINISHES = {"storybook": finish.storybook, "pencil": finish.pencil, "noir": finish.noir}
PORTRAIT_SIZE = 768


def paint_panel(brief: ShotBrief, look: Look) -> bytes:
    """Paint a shot as a PNG of `still_size(look.size)` pixels.

    The same brief and look give the same bytes; the shot's number plays no part, so a shot put in
    before others repaints none of them. Unknown words fall back to the nearest known ones.
    """
    palette = choose_palette(brief.time_of_day, brief.mood, find_place(brief).weather)
    pixels = flatten(compose(brief, look), still_size(look.size))
    return encode_png(apply_finish(pixels, palette, look.style))


def paint_portrait(brief: ShotBrief, look: Look) -> bytes:
    """Return the brief's one character on plain paper, whole figure and bust, a PNG of 768 × 768 pixels."""
    traits = choose_cast(brief)[0]
    palette = replace(choose_palette("day", "calm"), haze="#efe7d6", light="#fffbe8")
    painting = start_painting(Canvas(900, 900))
    pen = Pen(painting["sky"])
    pen.rect((0, 0), (900, 900), "#ece3d0")
    pen.glow((450, 430), 560, "#fbf5e6", 0.9)
    _paint_sheet(painting, palette, traits)
    pixels = flatten(painting, (PORTRAIT_SIZE, PORTRAIT_SIZE))
    return encode_png(apply_finish(pixels, palette, look.style))


def apply_finish(pixels: Pixels, palette: Palette, style: str) -> Pixels:
    """Finish flat BGR pixels in a style; an unknown one is the storybook's."""
    hand = _FINISHES.get(style.strip().casefold(), finish.storybook)
    return np.ascontiguousarray(hand(pixels, palette))


def _paint_sheet(painting: Painting, palette: Palette, traits: Traits) -> None:
    cast = Pen(painting["cast"])
    whole, half = cast.offset(190, 800, 5.8), cast.offset(610, 340, 2.25)
    if traits.body in BEASTS:
        size = 210 / max(
            BEASTS[traits.body].height, BEASTS[traits.body].length * BEASTS[traits.body].height / 100
        )
        paint_beast(cast.offset(190, 800, size), palette, traits.body, traits.hair_colour)
        paint_beast_bust(half.offset(30, 30, 0.86), palette, traits.body, traits.hair_colour)
    elif traits.is_person:
        portrait = Portrait(traits, palette, choose_expression("warm"))
        paint_figure(whole, portrait, STAND)
        paint_bust(half, portrait)
    else:
        paint_small(cast.offset(450, 640, 11), palette, traits.body)
