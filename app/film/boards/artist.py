"""The storyboard artist: paints panels and portraits by rules, without a model."""

from dataclasses import replace

import numpy as np

from app.film.boards import finish
from app.film.boards.canvas import Canvas
from app.film.boards.cast.animals.painting import measure_animal, paint_animal
from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.figure import paint_figure
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import strike_pose
from app.film.boards.cast.traits import Traits, stand_upright
from app.film.boards.composition import choose_cast, compose, find_falling, find_place
from app.film.boards.finish import Sheet, lay_sheet, measure_tones
from app.film.boards.layering import Layering
from app.film.boards.layers import Painting, start_painting
from app.film.boards.moment import AS_TOLD, AT_REST, Moment
from app.film.boards.palette import Palette, choose_palette
from app.film.boards.part import cover_whole
from app.film.boards.pen import Pen
from app.film.boards.plates import Pixels
from app.film.boards.raster import Raster, encode_png, flatten
from app.film.brief import Look, ShotBrief
from app.film.motion.layered_still import Layers
from app.film.motion.layers_file import add_layers
from app.vocabulary.frame import still_size
from app.vocabulary.staging import Posture

# Part of every cache key: raise it whenever a panel's pixels change.
ARTIST_VERSION = "6"

# The licence of the drawings asks for it: https://creativecommons.org/licenses/by/4.0/.
CREDIT = "Things and animals are drawn after Twemoji by Twitter, Inc. and other contributors, CC BY 4.0."

_FINISHES = {"storybook": finish.storybook, "pencil": finish.pencil, "noir": finish.noir}
PORTRAIT_SIZE = 768


def paint_panel(brief: ShotBrief, look: Look) -> bytes:
    """Paint a shot as a PNG of `still_size(look.size)` pixels, which holds the layers that move within it.

    The same brief and look give the same bytes; the shot's number plays no part, so a shot put in
    before others repaints none of them. Unknown words fall back to the nearest known ones.
    """
    told, falling = _Panel(brief, look, AS_TOLD), find_falling(brief)
    if not falling:
        return add_layers(encode_png(told.pixels), told.cut_layers())
    dry = _Panel(brief, look, replace(AS_TOLD, is_dry=True))
    layers = replace(dry.cut_layers(), falling=falling, dry=dry.pixels)
    return add_layers(encode_png(told.pixels), layers)


class _Panel:
    """A shot as it is drawn at one moment, in finished BGR `pixels`."""

    def __init__(self, brief: ShotBrief, look: Look, moment: Moment) -> None:
        self._brief, self._look, self._moment = brief, look, moment
        self._palette = choose_palette(brief.time_of_day, brief.mood, find_place(brief).weather)
        self._painting = compose(brief, look, moment)
        self._raster = Raster(self._painting, still_size(look.size))
        flat = self._raster.draw()
        self._tones = measure_tones(flat)
        self.pixels = self._finish(flat, lay_sheet(cover_whole(still_size(look.size)), self._tones))

    def cut_layers(self) -> Layers:
        """Return what moves within the shot."""
        rest = None
        if self._painting.faces:
            rest = compose(self._brief, self._look, replace(AT_REST, is_dry=self._moment.is_dry))
        return Layering(self._painting, self._raster, self._tones, self._finish).cut(rest)

    def _finish(self, pixels: Pixels, sheet: Sheet) -> Pixels:
        return apply_finish(pixels, self._palette, self._look.style, sheet)


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
    sheet = lay_sheet(cover_whole((PORTRAIT_SIZE, PORTRAIT_SIZE)), measure_tones(pixels))
    return encode_png(apply_finish(pixels, palette, look.style, sheet))


def apply_finish(pixels: Pixels, palette: Palette, style: str, sheet: Sheet) -> Pixels:
    """Finish flat BGR pixels in a style on their paper; an unknown style is the storybook's."""
    hand = _FINISHES.get(style.strip().casefold(), finish.storybook)
    return np.ascontiguousarray(hand(pixels, palette, sheet))


def _paint_sheet(painting: Painting, palette: Palette, traits: Traits) -> None:
    cast = Pen(painting["cast"])
    whole = cast.offset(190, 800, 5.8)
    if traits.species:
        box = measure_animal(traits.species)
        size = 320 / max(box.width, box.height)
        at = cast.offset(210, 800 + box.bottom * size, size)
        paint_animal(at, palette, traits.species, traits.coat)
    standing = stand_upright(traits)
    if standing.is_person:
        portrait = Portrait(standing, palette, choose_expression("warm"))
        pose = strike_pose(standing, Posture.STAND)
        if not traits.species:
            paint_figure(whole, portrait, pose)
        paint_figure(cast.offset(610, 1620 * standing.stature**0.5, 15.5), portrait, pose)
