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
from app.film.boards.raster import Pixels, encode_png, flatten
from app.film.brief import Look, ShotBrief
from app.vocabulary.frame import still_size

# Part of every cache key: raise it whenever a panel's pixels change.
ARTIST_VERSION = "3"

_FINISHES = {"storybook": finish.storybook, "pencil": finish.pencil, "noir": finish.noir}
PORTRAIT_SIZE = 768


def paint_panel(brief: ShotBrief, look: Look) -> bytes:
    """Paint a scene as a PNG of `still_size(look.size)` pixels.

    The same brief and look give the same bytes; the scene's number plays no part, so a scene put in
    before others repaints none of them. Unknown words fall back to the nearest known ones.
    """
    palette = choose_palette(brief.time_of_day, brief.mood, find_place(brief).weather)
    return encode_png(_apply_finish(compose(brief, look), still_size(look.size), palette, look.style))


def paint_portrait(brief: ShotBrief, look: Look) -> bytes:
    """Return the brief's one character on plain paper, whole figure and bust, a PNG of 768 × 768 pixels."""
    traits = choose_cast(brief)[0]
    palette = replace(choose_palette("day", "calm"), haze="#efe7d6", light="#fffbe8")
    painting = start_painting(Canvas(900, 900))
    pen = Pen(painting["sky"])
    pen.rect((0, 0), (900, 900), "#ece3d0")
    pen.glow((450, 430), 560, "#fbf5e6", 0.9)
    _paint_sheet(painting, palette, traits)
    return encode_png(_apply_finish(painting, (PORTRAIT_SIZE, PORTRAIT_SIZE), palette, look.style))


def _apply_finish(painting: Painting, size: tuple[int, int], palette: Palette, style: str) -> Pixels:
    hand = _FINISHES.get(style.strip().casefold(), finish.storybook)
    return np.ascontiguousarray(hand(flatten(painting, size), palette))


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
