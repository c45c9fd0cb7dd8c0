"""The display list: shapes in depth layers, and the SVG they become.

Layers stay apart until the raster, so that a camera can move them against each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.film.boards.canvas import Box, Canvas

LAYERS = ("sky", "far", "mid", "near", "cast", "foreground", "air")
BACKDROP = LAYERS[:4]
FRONT = LAYERS[4:]

Stop = tuple[float, str, float]


@dataclass(frozen=True, slots=True)
class Gradient:
    """A run of colours along a line (x1, y1, x2, y2) or out from a centre (x, y, radius)."""

    course: tuple[float, ...]
    stops: tuple[Stop, ...]

    @property
    def is_radial(self) -> bool:
        return len(self.course) == 3


Fill = str | Gradient


@dataclass(frozen=True, slots=True)
class Shape:
    """One path with its paint, in canvas units."""

    path: str
    box: Box
    fill: Fill | None = None
    opacity: float = 1.0
    stroke: str | None = None
    stroke_width: float = 0.0


@dataclass(slots=True)
class Layer:
    """Shapes at one depth, painted in order."""

    name: str
    shapes: list[Shape] = field(default_factory=list)


@dataclass(slots=True)
class Painting:
    """A scene as a display list, with the boxes of its heads, by which it is framed."""

    canvas: Canvas
    layers: dict[str, Layer]
    heads: list[Box] = field(default_factory=list)
    blur: float = 0.0
    zoom: float = 1.0

    def __getitem__(self, name: str) -> Layer:
        return self.layers[name]


def start_painting(canvas: Canvas) -> Painting:
    """Start a painting with every layer empty."""
    return Painting(canvas, {name: Layer(name) for name in LAYERS})


def write_svg(shapes: Iterable[Shape], view: Box, size: tuple[int, int]) -> str:
    """Write shapes as an SVG document that shows `view` (canvas units) at `size` (pixels)."""
    definitions: dict[Gradient, str] = {}
    body = "".join(_write_element(shape, definitions) for shape in shapes)
    gradients = "".join(_write_gradient(gradient, name) for gradient, name in definitions.items())
    box = f"{view.left:.2f} {view.top:.2f} {view.width:.2f} {view.height:.2f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}" viewBox="{box}" '
        f'preserveAspectRatio="none"><defs>{gradients}</defs>{body}</svg>'
    )


def _write_element(shape: Shape, definitions: dict[Gradient, str]) -> str:
    # `opacity` would make the renderer composite a layer of its own for every shape; these two do not.
    fill = "none"
    if isinstance(shape.fill, Gradient):
        fill = f"url(#{definitions.setdefault(shape.fill, f'g{len(definitions)}')})"
    elif shape.fill:
        fill = shape.fill
    paint = f'fill="{fill}"'
    if shape.opacity < 1:
        paint += f' fill-opacity="{shape.opacity:.3f}" stroke-opacity="{shape.opacity:.3f}"'
    if shape.stroke:
        paint += f' stroke="{shape.stroke}" stroke-width="{shape.stroke_width:.2f}"'
        paint += ' stroke-linecap="round" stroke-linejoin="round"'
    return f'<path d="{shape.path}" {paint}/>'


def _write_gradient(gradient: Gradient, name: str) -> str:
    stops = "".join(
        f'<stop offset="{offset:.3f}" stop-color="{colour}" stop-opacity="{opacity:.3f}"/>'
        for offset, colour, opacity in gradient.stops
    )
    keys = ("cx", "cy", "r") if gradient.is_radial else ("x1", "y1", "x2", "y2")
    course = " ".join(f'{key}="{value:.2f}"' for key, value in zip(keys, gradient.course, strict=True))
    kind = "radialGradient" if gradient.is_radial else "linearGradient"
    return f'<{kind} id="{name}" gradientUnits="userSpaceOnUse" {course}>{stops}</{kind}>'
