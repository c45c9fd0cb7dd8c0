"""The box of a room: back wall, side walls, floor and ceiling."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.plane import Plane
from app.film.boards.scenery.surfaces import Surface, paint_floor, paint_wall


@dataclass(frozen=True, slots=True)
class Interior:
    """A built room: its back wall in canvas units, how far away that is, and its floor."""

    wall: Box
    away: float
    plane: Plane

    def hang(self, pen: Pen, across: float, up: float) -> Pen:
        """Return a pen on the back wall `up` units above the floor; its unit is that of people there."""
        unit = self.plane.measure_unit(self.away)
        x = self.wall.left + self.wall.width * across
        return pen.offset(x, self.wall.bottom - up * unit, unit)

    @property
    def width(self) -> float:
        """The width of the back wall in body units."""
        return self.wall.width / self.plane.measure_unit(self.away)


def measure_interior(plane: Plane, width: float, height: float, away: float) -> Interior:
    """Return a room `width` of its set's width and `height` body units high, its back wall at `away`."""
    bottom, half = plane.find_y(away), plane.spread * width / 2
    top = bottom - height * plane.measure_unit(away)
    return Interior(Box(plane.middle - half, top, plane.middle + half, bottom), away, plane)


def build_interior(scene: SceneCanvas, room: Interior, walls: Surface, floor: Surface, ceiling: str) -> None:
    """Stand the walls, lay the floor and close the room above."""
    pen, palette, wall = scene.pen("sky"), scene.palette, room.wall
    side = mix(palette.paint(walls.colour), palette.ink, 0.2)
    pen.rect((0, 0), (scene.canvas.width, scene.canvas.height), side)
    over = palette.paint(ceiling)
    corners = [(wall.left, wall.top), (wall.right, wall.top)]
    pen.polygon([*corners, *(room.plane.draw_near(corner, 6) for corner in corners[::-1])], over)
    paint_floor(pen, palette, room.plane, wall, floor)
    _trim_sides(
        pen, room, palette.paint(walls.trim) if walls.trim else mix(side, palette.ink, 0.3), walls.kind
    )
    paint_wall(pen, palette, wall, walls)
    corner = mix(side, palette.ink, 0.35)
    pen.lines([[(x, wall.top), (x, wall.bottom)] for x in (wall.left, wall.right)], corner, 2.5, 0.7)


def _trim_sides(pen: Pen, room: Interior, trim: str, kind: str) -> None:
    wall, plane = room.wall, room.plane
    lines = {"brick": 8, "stone": 6, "tiles": 8, "timber": 5, "metal": 3}.get(kind, 0)
    heights = [wall.top + wall.height * (i + 1) / (lines + 1) for i in range(lines)]
    runs = [[(x, y), plane.draw_near((x, y), 5)] for x in (wall.left, wall.right) for y in heights]
    pen.lines(runs, trim, 1.8, 0.4)
    if kind in ("panelled", "dado"):
        for x in (wall.left, wall.right):
            foot, top = (x, wall.bottom), (x, wall.bottom - wall.height * 0.37)
            shade = mix(trim, "#140c08", 0.2)
            pen.polygon([foot, top, plane.draw_near(top, 5), plane.draw_near(foot, 5)], shade)
