"""The pen: draws in a local space (a face, a house, a fox) and leaves shapes in canvas units."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.film.boards.canvas import enclose
from app.film.boards.layers import Fill, Gradient, Layer, Shape, Stop

Point = tuple[float, float]
Points = Sequence[Point]

# The handle length that makes four cubic curves look like a circle.
_CIRCLE = 0.5523


@dataclass(frozen=True, slots=True)
class Pen:
    """A pen over one layer; `moved` gives another that draws elsewhere, smaller, mirrored or turned."""

    layer: Layer
    x: float = 0.0
    y: float = 0.0
    along: Point = (1.0, 0.0)
    down: Point = (0.0, 1.0)

    @property
    def scale(self) -> float:
        """The length of a local unit in canvas units."""
        return math.hypot(*self.down)

    def offset(
        self, x: float, y: float, scale: float = 1.0, *, flip: bool = False, turn: float = 0.0
    ) -> "Pen":
        """Return a pen whose origin is at (x, y) here; `turn` is in degrees, clockwise."""
        cos, sin = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
        side = -1 if flip else 1
        along = self._to_canvas_direction(cos * side, sin * side)
        down = self._to_canvas_direction(-sin, cos)
        origin = self.at(x, y)
        return Pen(self.layer, *origin, along, down)

    def at(self, x: float, y: float) -> Point:
        """Return a local point in canvas units."""
        dx, dy = self._to_canvas_direction(x, y)
        return self.x + dx, self.y + dy

    def polygon(self, points: Points, fill: Fill, opacity: float = 1.0) -> None:
        """Fill the area between straight edges."""
        spots = [self.at(*point) for point in points]
        path = "M" + "L".join(_write_point(spot) for spot in spots) + "Z"
        self._add_shape(path, spots, fill, opacity)

    def blob(self, points: Points, fill: Fill, opacity: float = 1.0) -> None:
        """Fill a soft closed outline through the points."""
        path, spots = _thread_curve([self.at(*point) for point in points], closed=True)
        self._add_shape(path, spots, fill, opacity)

    def line(self, points: Points, stroke: str, width: float, opacity: float = 1.0) -> None:
        """Stroke a soft line through the points."""
        path, spots = _thread_curve([self.at(*point) for point in points], closed=False)
        self.layer.shapes.append(
            Shape(path, enclose(spots), None, opacity, stroke, max(0.3, width * self.scale))
        )

    def lines(self, runs: Sequence[Points], stroke: str, width: float, opacity: float = 1.0) -> None:
        """Stroke many straight runs as one shape: rain, planks, hatching."""
        spots = [[self.at(*point) for point in run] for run in runs]
        path = "".join("M" + "L".join(_write_point(spot) for spot in run) for run in spots)
        box = enclose([spot for run in spots for spot in run] or [(self.x, self.y)])
        self.layer.shapes.append(Shape(path, box, None, opacity, stroke, max(0.3, width * self.scale)))

    def ellipse(
        self, centre: Point, radii: Point, fill: Fill, opacity: float = 1.0, *, turn: float = 0.0
    ) -> None:
        """Fill an ellipse; `turn` is in degrees."""
        pen = self.offset(*centre, turn=turn)
        rx, ry = radii
        kx, ky = rx * _CIRCLE, ry * _CIRCLE
        curve = [(-rx, 0), (-rx, -ky), (-kx, -ry), (0, -ry), (kx, -ry), (rx, -ky), (rx, 0)]
        curve += [(rx, ky), (kx, ry), (0, ry), (-kx, ry), (-rx, ky), (-rx, 0)]
        spots = [pen.at(*point) for point in curve]
        path = f"M{_write_point(spots[0])}" + "".join(
            "C" + " ".join(_write_point(spot) for spot in spots[i : i + 3]) for i in (1, 4, 7, 10)
        )
        self._add_shape(path + "Z", spots, fill, opacity)

    def dot(self, x: float, y: float, radius: float, fill: Fill, opacity: float = 1.0) -> None:
        """Fill a circle."""
        self.ellipse((x, y), (radius, radius), fill, opacity)

    def rect(self, corner: Point, size: Point, fill: Fill, opacity: float = 1.0) -> None:
        """Fill a rectangle from its top left corner."""
        (x, y), (width, height) = corner, size
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill, opacity)

    def limb(self, points: Points, widths: Sequence[float], fill: Fill) -> None:
        """Fill a tapering tube with round joints: an arm, a leg, a branch."""
        for point, width in zip(points, widths, strict=True):
            self.dot(*point, width / 2, fill)
        for (start, end), (thick, thin) in zip(pairwise(points), pairwise(widths), strict=True):
            self.polygon(_outline_tube(start, end, thick, thin), fill)

    def glow(self, centre: Point, radius: float, colour: str, strength: float = 0.6) -> None:
        """Lay a soft disc of light."""
        stops = ((0.0, colour, strength), (0.35, colour, strength * 0.4), (1.0, colour, 0.0))
        x, y = self.at(*centre)
        gradient = Gradient((x, y, radius * self.scale), stops)
        left, top = centre[0] - radius, centre[1] - radius
        self.rect((left, top), (radius * 2, radius * 2), gradient)

    def fade(self, start: Point, end: Point, *stops: tuple[float, str] | Stop) -> Gradient:
        """Return a gradient between two local points from (offset, colour[, opacity]) stops."""
        course = (*self.at(*start), *self.at(*end))
        return Gradient(
            course, tuple((stop[0], stop[1], stop[2] if len(stop) > 2 else 1.0) for stop in stops)
        )

    def _to_canvas_direction(self, x: float, y: float) -> Point:
        return self.along[0] * x + self.down[0] * y, self.along[1] * x + self.down[1] * y

    def _add_shape(self, path: str, spots: Points, fill: Fill, opacity: float) -> None:
        self.layer.shapes.append(Shape(path, enclose(spots), fill, opacity))


def _write_point(spot: Point) -> str:
    return f"{spot[0]:.1f} {spot[1]:.1f}"


def _outline_tube(start: Point, end: Point, thick: float, thin: float) -> list[Point]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length / 2, dx / length / 2
    return [
        (start[0] + nx * thick, start[1] + ny * thick),
        (end[0] + nx * thin, end[1] + ny * thin),
        (end[0] - nx * thin, end[1] - ny * thin),
        (start[0] - nx * thick, start[1] - ny * thick),
    ]


def _thread_curve(spots: Points, *, closed: bool) -> tuple[str, list[Point]]:
    """Thread a Catmull-Rom curve through the spots as cubic Béziers; return its path and all its points."""
    count = len(spots)

    def spot(index: int) -> Point:
        return spots[index % count] if closed else spots[max(0, min(count - 1, index))]

    path, points = f"M{_write_point(spots[0])}", [spots[0]]
    for i in range(count if closed else count - 1):
        before, here, there, after = spot(i - 1), spot(i), spot(i + 1), spot(i + 2)
        out = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        back = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        path += f"C{_write_point(out)} {_write_point(back)} {_write_point(there)}"
        points += (out, back, there)
    return path + ("Z" if closed else ""), points
