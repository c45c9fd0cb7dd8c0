"""Surfaces of rooms: how walls and floors are made, drawn as lines over their paint."""

from collections.abc import Callable
from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point
from app.film.boards.scenery.plane import Plane

Runs = list[list[Point]]


@dataclass(frozen=True, slots=True)
class Surface:
    """A wall or a floor: what it is made of, and its colour; `trim` is that of its lower part or seams."""

    kind: str
    colour: str
    trim: str = ""


def paint_wall(pen: Pen, palette: Palette, wall: Box, surface: Surface) -> None:
    """Paint the back wall of a room with what it is made of."""
    paint = palette.paint(surface.colour)
    trim = palette.paint(surface.trim) if surface.trim else mix(paint, palette.ink, 0.4)
    fade = pen.fade((0, wall.top), (0, wall.bottom), (0.0, mix(paint, palette.ink, 0.12)), (1.0, paint))
    pen.rect((wall.left, wall.top), (wall.width, wall.height), fade)
    _WALLS[surface.kind](pen, wall, paint, trim)


def paint_floor(pen: Pen, palette: Palette, plane: Plane, wall: Box, surface: Surface) -> None:
    """Paint the floor from the back wall to the camera."""
    paint = palette.paint(surface.colour)
    corners = [(wall.left, wall.bottom), (wall.right, wall.bottom)]
    corners += [plane.draw_near(corner, 5) for corner in corners[::-1]]
    bottom = plane.ground + (plane.ground - plane.horizon) * 0.7
    fade = pen.fade((0, wall.bottom), (0, bottom), (0.0, paint), (1.0, mix(paint, palette.ink, 0.3)))
    pen.polygon(corners, fade)
    seam = palette.paint(surface.trim) if surface.trim else mix(paint, palette.ink, 0.4)
    columns, rows, width = _FLOORS[surface.kind]
    pen.lines(_run_away(plane, wall, columns) + _run_across(plane, wall, rows), seam, width, 0.5)


def _run_away(plane: Plane, wall: Box, count: int) -> Runs:
    feet = [(wall.left + wall.width * i / max(1, count), wall.bottom) for i in range(count + 1)]
    return [[foot, plane.draw_near(foot, 5)] for foot in feet] if count else []


def _run_across(plane: Plane, wall: Box, count: int) -> Runs:
    back = (plane.ground - plane.horizon) / (wall.bottom - plane.horizon)
    rows = [back - back * 0.75 * i / max(1, count) for i in range(count)]
    edges = [(wall.left, wall.bottom), (wall.right, wall.bottom)]
    return [[plane.draw_near(edge, back / row) for edge in edges] for row in rows]


# Lines away from the camera, lines across, and how thick they are.
_FLOORS = {
    "boards": (16, 0, 2.0),
    "tiles": (14, 9, 1.8),
    "slabs": (7, 6, 2.6),
    "carpet": (0, 0, 1.0),
    "lino": (6, 4, 1.2),
    "plates": (8, 7, 3.0),
    "earth": (0, 3, 1.4),
}


def _paint_plain(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    pen.rect((wall.left, wall.bottom - wall.height * 0.03), (wall.width, wall.height * 0.03), trim)
    pen.rect((wall.left, wall.top), (wall.width, wall.height * 0.02), mix(paint, trim, 0.5))


def _paint_panelled(pen: Pen, wall: Box, _: str, trim: str) -> None:
    height, count = wall.height * 0.36, 10
    top = wall.bottom - height
    pen.rect((wall.left, top), (wall.width, height), trim)
    dark, step = mix(trim, "#140c08", 0.35), wall.width / count
    pen.lines([[(wall.left, top), (wall.right, top)]], dark, 5, 0.8)
    for i in range(count):
        x = wall.left + step * i
        pen.lines(
            [
                [(x + step * 0.14, top + height * 0.18), (x + step * 0.86, top + height * 0.18)],
                [(x + step * 0.86, top + height * 0.18), (x + step * 0.86, top + height * 0.86)],
                [(x + step * 0.14, top + height * 0.18), (x + step * 0.14, top + height * 0.86)],
            ],
            dark,
            2.2,
            0.55,
        )


def _paint_dado(pen: Pen, wall: Box, _: str, trim: str) -> None:
    height = wall.height * 0.38
    pen.rect((wall.left, wall.bottom - height), (wall.width, height), trim)
    pen.rect((wall.left, wall.bottom - height), (wall.width, 5), mix(trim, "#140c08", 0.4))


def _paint_wallpaper(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    count = 22
    for i in range(0, count, 2):
        x = wall.left + wall.width * i / count
        pen.rect((x, wall.top), (wall.width / count, wall.height), mix(paint, trim, 0.55))
    _paint_plain(pen, wall, paint, mix(trim, "#140c08", 0.3))


def _paint_tiles(pen: Pen, wall: Box, _: str, trim: str) -> None:
    columns, rows = 22, 11
    runs: Runs = [
        [
            (wall.left + wall.width * i / columns, wall.top),
            (wall.left + wall.width * i / columns, wall.bottom),
        ]
        for i in range(columns)
    ]
    runs += [
        [(wall.left, wall.top + wall.height * i / rows), (wall.right, wall.top + wall.height * i / rows)]
        for i in range(rows)
    ]
    pen.lines(runs, trim, 1.6, 0.6)


def _paint_courses(pen: Pen, wall: Box, _: str, trim: str, rows: int, columns: int) -> None:
    runs: Runs = []
    for row in range(rows):
        y, shift = wall.top + wall.height * row / rows, (row * 0.37) % 1
        runs.append([(wall.left, y), (wall.right, y)])
        for i in range(columns):
            x = wall.left + wall.width * (i + shift) / columns
            runs.append([(x, y), (x, y + wall.height / rows)])
    pen.lines(runs, trim, 1.8, 0.55)


def _paint_brick(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    _paint_courses(pen, wall, paint, trim, 16, 14)


def _paint_stone(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    _paint_courses(pen, wall, paint, trim, 9, 9)


def _paint_timber(pen: Pen, wall: Box, _: str, trim: str) -> None:
    xs = [wall.left + wall.width * i / 18 for i in range(19)]
    pen.lines([[(x, wall.top), (x, wall.bottom)] for x in xs], trim, 2.4, 0.6)


def _paint_metal(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    for i in range(9):
        x = wall.left + wall.width * i / 9
        pen.rect((x + 4, wall.top + 4), (wall.width / 9 - 8, wall.height * 0.4), mix(paint, trim, 0.16))
        pen.rect(
            (x + 4, wall.top + wall.height * 0.44),
            (wall.width / 9 - 8, wall.height * 0.54),
            mix(paint, trim, 0.3),
        )
        pen.dot(x + 12, wall.top + 14, 3, trim)
    pen.rect((wall.left, wall.top + wall.height * 0.41), (wall.width, wall.height * 0.025), trim)


def _paint_cloth(pen: Pen, wall: Box, paint: str, trim: str) -> None:
    for i in range(0, 12, 2):
        x = wall.left + wall.width * i / 12
        pen.polygon(
            [
                (x, wall.bottom),
                (x + wall.width / 12, wall.bottom),
                (wall.centre[0], wall.top - wall.height * 0.5),
            ],
            trim,
        )
    pen.rect((wall.left, wall.bottom - 8), (wall.width, 8), mix(paint, trim, 0.5))


_WALLS: dict[str, Callable[[Pen, Box, str, str], None]] = {
    "plain": _paint_plain,
    "panelled": _paint_panelled,
    "dado": _paint_dado,
    "wallpaper": _paint_wallpaper,
    "tiles": _paint_tiles,
    "brick": _paint_brick,
    "stone": _paint_stone,
    "timber": _paint_timber,
    "metal": _paint_metal,
    "cloth": _paint_cloth,
}
