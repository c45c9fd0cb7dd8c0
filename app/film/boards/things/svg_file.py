"""The reader of drawings: an SVG file as filled and stroked outlines."""

import io
from dataclasses import dataclass

from svgelements import SVG, Close, CubicBezier, Line, Move, Path, QuadraticBezier, Shape

from app.film.boards.canvas import enclose
from app.film.boards.pen import Point

# A step of an outline: the letter of an SVG path command, and its points.
Step = tuple[str, tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Outline:
    """One shape of a drawing, in the units of its file; `fill` and `stroke` are `#rrggbb` or None."""

    steps: tuple[Step, ...]
    fill: str | None
    opacity: float = 1.0
    stroke: str | None = None
    stroke_width: float = 0.0

    @property
    def points(self) -> list[Point]:
        """All points of its steps; the outline lies within their hull."""
        return [point for _, points in self.steps for point in points]

    @property
    def area(self) -> float:
        """The area of the box around its points."""
        box = enclose(self.points)
        return box.width * box.height


def read_outlines(svg: bytes) -> tuple[Outline, ...]:
    """Return the shapes of an SVG file in painting order, with all transforms applied."""
    file = SVG.parse(io.BytesIO(svg), reify=True)
    outlines = (_read_shape(element) for element in file.elements() if isinstance(element, Shape))
    return tuple(outline for outline in outlines if outline.steps)


def _read_shape(shape: Shape) -> Outline:
    path = Path(shape)
    path.approximate_arcs_with_cubics()
    opacity = float(shape.values.get("opacity") or 1) * float(shape.values.get("fill-opacity") or 1)
    fill, stroke = _write_colour(shape.fill), _write_colour(shape.stroke)
    return Outline(
        tuple(_read_step(segment) for segment in path),
        fill,
        opacity,
        stroke,
        float(shape.stroke_width or 0.0) if stroke else 0.0,
    )


def _read_step(segment: object) -> Step:
    match segment:
        case Move():
            return "M", (_read_point(segment.end),)
        case Line():
            return "L", (_read_point(segment.end),)
        case QuadraticBezier():
            return "Q", (_read_point(segment.control), _read_point(segment.end))
        case CubicBezier():
            curve = (segment.control1, segment.control2, segment.end)
            return "C", tuple(_read_point(point) for point in curve)
        case Close():
            return "Z", ()
    raise ValueError(f"A drawing has a segment that can't be painted: {segment!r}")


def _read_point(point: tuple[float, float]) -> Point:
    return float(point[0]), float(point[1])


def _write_colour(colour: object) -> str | None:
    value = getattr(colour, "value", None)
    return None if value is None else str(colour)[:7]
