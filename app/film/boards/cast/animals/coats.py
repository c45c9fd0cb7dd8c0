"""The coats of animals: a drawing in another colour of fur, feathers or skin."""

from collections import Counter
from functools import lru_cache

from app.film.boards.colour import from_lab, lab
from app.film.boards.things.drawing import Drawing
from app.film.boards.things.svg_file import Outline

# How far the colours of two parts of one coat are apart at most, in OKLab's a and b.
_KINSHIP = 0.06
# Darker and paler parts than these are eyes, hooves and teeth, or marks that stay.
_DARKEST, _PALEST = 0.32, 0.97


def find_coat(drawing: Drawing) -> str:
    """Return the colour of most of a drawing, as `#rrggbb`."""
    areas: Counter[str] = Counter()
    for outline in drawing.outlines:
        if outline.fill and _DARKEST < lab(outline.fill)[0] < _PALEST:
            areas[outline.fill] += int(outline.area * 100)
    return max(areas, key=lambda fill: areas[fill], default="#8a8684")


@lru_cache(maxsize=256)
def dress(drawing: Drawing, colour: str) -> Drawing:
    """Return a drawing whose coat has a colour, `#rrggbb`; "" leaves it as it is."""
    if not colour:
        return drawing
    coat = find_coat(drawing)
    return Drawing(tuple(_dye_outline(outline, coat, colour) for outline in drawing.outlines))


def _dye_outline(outline: Outline, coat: str, wanted: str) -> Outline:
    fill = _dye(outline.fill, coat, wanted) if outline.fill else None
    return Outline(outline.steps, fill, outline.opacity, outline.stroke, outline.stroke_width)


@lru_cache(maxsize=2048)
def _dye(colour: str, coat: str, wanted: str) -> str:
    """Return a colour of a drawing whose coat is to have another one; what is no coat stays as it is."""
    own, was, new = lab(colour), lab(coat), lab(wanted)
    if not _DARKEST < own[0] < _PALEST or max(abs(own[1] - was[1]), abs(own[2] - was[2])) > _KINSHIP:
        return colour
    return from_lab(min(0.98, max(0.05, new[0] + (own[0] - was[0]) * 0.8)), new[1], new[2])
