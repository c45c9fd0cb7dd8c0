"""The display list: shapes in depth layers, and the SVG they become.

Layers stay apart until the raster, so that a camera can move them against each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.film.boards.canvas import Box, Canvas
from app.film.boards.keystone import Keystone
from app.vocabulary.actions import Action
from app.vocabulary.staging import Posture

# "light" is the air of a set that a soft backdrop takes up; everywhere else it is empty.
LAYERS = ("sky", "far", "mid", "near", "light", "cast", "foreground", "air")
BACKDROP = LAYERS[:4]

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
    """One path with its paint, in canvas units; `box` holds all its points, those of curves too."""

    path: str
    box: Box
    fill: Fill | None = None
    opacity: float = 1.0
    stroke: str | None = None
    stroke_width: float = 0.0

    @property
    def extent(self) -> Box:
        """The box that holds the path with its stroke."""
        edge = self.stroke_width / 2
        return Box(self.box.left - edge, self.box.top - edge, self.box.right + edge, self.box.bottom + edge)


@dataclass(slots=True)
class Layer:
    """Shapes at one depth, painted in order."""

    name: str
    shapes: list[Shape] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Features:
    """Where the eyes and the mouth of a face are, in canvas units, and whether it speaks."""

    eyes: Box
    mouth: Box
    is_speaking: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing that stands in a set: its name, its foot and a body unit there, in canvas units."""

    name: str
    foot: tuple[float, float]
    unit: float


@dataclass(frozen=True, slots=True)
class Depiction:
    """A member of the cast as a painting shows it.

    `head` is the box of its head with hair and hat, in units of the display list, None for a shoulder in the
    foreground. `shapes` are those of the member and of what carries it; `things` are the names of what it
    holds, sits on, lies in or climbs. `action` is None where the pose tells none; one who `is_away` is seen
    from behind.
    """

    name: str
    posture: Posture
    action: Action | None
    head: Box | None
    shapes: tuple[Shape, ...]
    things: tuple[str, ...] = ()
    is_away: bool = False


@dataclass(slots=True)
class Painting:
    """A scene as a display list, with the record of what it shows.

    `window` is the part of the set that fills the picture, in canvas units; the cast is in front of it.
    `blur` is how soft the backdrop is, in canvas units. `keystone` bends the whole.

    `faces` are those whose features are large enough to move. `flames` are the boxes that fires light, and
    `water` is that of a surface of water, all as the set was painted; `things` are those that stand in it.
    `props` are the names of the things that the shot adds to the set, beside those of its `depictions`.
    """

    canvas: Canvas
    layers: dict[str, Layer]
    window: Box
    keystone: Keystone
    set_name: str = ""
    depictions: list[Depiction] = field(default_factory=list)
    props: list[str] = field(default_factory=list)
    blur: float = 0.0
    faces: list[Features] = field(default_factory=list)
    flames: list[Box] = field(default_factory=list)
    water: Box | None = None
    things: list[Standing] = field(default_factory=list)

    def __getitem__(self, name: str) -> Layer:
        return self.layers[name]

    @property
    def heads(self) -> list[Box]:
        """The boxes of the heads as they are seen, in canvas units, in the order of painting."""
        return [self.keystone.bend(one.head) for one in self.depictions if one.head]

    @property
    def things_in_window(self) -> list[str]:
        """The names of the set's things that are in the picture."""
        window = self.window
        return [thing.name for thing in self.things if window.left < thing.foot[0] < window.right]

    @property
    def safe(self) -> Box:
        """The part of the display list that a locked-off camera shows."""
        return self.keystone.find_shown(self.canvas.safe)

    @property
    def caption_top(self) -> float:
        """The height in the display list at which burned-in subtitles begin."""
        return self.keystone.find_shown(replace(self.canvas.safe, bottom=self.canvas.caption_top)).bottom

    def show_part(self, height: float, spot: float, across: float, top: float) -> None:
        """Let a part of the set fill the picture, moved as little as is needed to lie within the set.

        `height` and `top` are in canvas units; the place `spot` is shown at the share `across` of the width.
        """
        width = self.canvas.width * height / self.canvas.height
        left = min(max(0.0, spot - across * width), self.canvas.width - width)
        top = min(max(0.0, top), self.canvas.height - height)
        self.window = Box(left, top, left + width, top + height)


def start_painting(canvas: Canvas) -> Painting:
    """Start a painting with every layer empty."""
    layers = {name: Layer(name) for name in LAYERS}
    return Painting(canvas, layers, canvas.whole, Keystone(canvas.width, canvas.height))


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
