"""The soft light behind people, which parts them from the set."""

from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point

# How opaque it is in the middle by day, and where it is dark.
_BY_DAY, _IN_THE_DARK = 0.34, 0.36
_LIGHTNESS = 0.36


def paint_halo(pen: Pen, palette: Palette, centre: Point, radius: float) -> None:
    """Lay the light of the haze behind someone; lengths are in the pen's units."""
    strength = _IN_THE_DARK if palette.lamps_lit else _BY_DAY
    pen.glow(centre, radius, mix(palette.haze, palette.light, _LIGHTNESS), strength)
