"""The eyes in the drawing of an animal's face."""

from collections.abc import Iterator
from itertools import combinations

from app.film.boards.canvas import Box, enclose
from app.film.boards.colour import lab
from app.film.boards.pen import Point
from app.film.boards.things.drawing import Drawing
from app.film.boards.things.svg_file import Outline

# Eyes are the darkest parts, and smaller than this share of the face.
_DARK, _LARGEST = 0.36, 0.2
# How exactly a pair of eyes is level and about the middle, in shares of the face.
_LEVEL, _CENTRED = 0.03, 0.05


def find_eyes(drawing: Drawing) -> tuple[Box, ...]:
    """Return the boxes of the eyes: the highest pair of a face from the front, the one of a profile."""
    face, spots = drawing.box, list(_list_dark_spots(drawing))
    middle = face.centre[0]
    pairs = [
        pair
        for pair in combinations(spots, 2)
        if abs(pair[0].centre[1] - pair[1].centre[1]) < _LEVEL * face.height
        and abs((pair[0].centre[0] + pair[1].centre[0]) / 2 - middle) < _CENTRED * face.width
    ]
    if pairs:
        return min(pairs, key=lambda pair: pair[0].centre[1])
    return tuple(sorted(spots, key=lambda spot: spot.centre[1])[:1])


def _list_dark_spots(drawing: Drawing) -> Iterator[Box]:
    face = drawing.box
    for outline in drawing.outlines:
        if not outline.fill or lab(outline.fill)[0] > _DARK:
            continue
        for points in _list_runs(outline):
            spot = enclose(points)
            if spot.width < _LARGEST * face.width and spot.height < _LARGEST * face.height:
                yield spot


def _list_runs(outline: Outline) -> Iterator[list[Point]]:
    """Yield the points of each closed run of an outline."""
    run: list[Point] = []
    for letter, points in outline.steps:
        if letter == "M" and run:
            yield run
            run = []
        run += points
    if run:
        yield run
