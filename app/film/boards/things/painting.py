"""The painting of things: a drawing in the light of a scene, at its real size."""

from collections.abc import Callable

from app.film.boards.canvas import Box, enclose
from app.film.boards.colour import lab, mix, tune
from app.film.boards.layers import Fill, Gradient, Shape
from app.film.boards.palette import LAMPLIGHT, Palette
from app.film.boards.pen import Pen, Point
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.drawing import Drawing, Source, load_drawing
from app.film.boards.things.svg_file import Outline
from app.vocabulary.things.catalogue import THINGS

# The colour of a paint in the light of a scene.
Tone = Callable[[str], str]

# A grown person of 170 cm is 100 units tall.
UNITS_PER_CM = 100 / 170
# The drawings have the colours of a screen; paint is duller.
_CHROMA = 0.8
# How far the lit side goes to the light, and the other one to the ink.
_LIT, _SHADED = 0.1, 0.2
# On things smaller than this, in canvas units, nobody sees a lit side, and it costs time.
_LEAST_SHADED = 80.0
# How far a lit lamp glows: a share of its height, and at least some body units.
_GLOW_SHARE, _LEAST_GLOW = 0.25, 26.0
# How light and how yellow a flame is at least, in OKLab.
_FLAME = (0.66, 0.05)
# How far a thing that lies is turned from its upright drawing, in degrees clockwise.
_LYING = 78.0


def paint_thing(
    pen: Pen,
    palette: Palette,
    name: str,
    *,
    faces_left: bool | None = None,
    depth: float = 1.0,
    tone: Tone | None = None,
) -> None:
    """Paint a thing of the catalogue, standing on the pen's origin, one unit a hundredth of a grown person.

    It looks to the left or the right if it has a side, as its drawing does where `faces_left` is None.
    `depth` is that of `Palette.paint`, which `tone` replaces. Raises KeyError for what has no drawing.
    """
    source, drawing = SOURCES[name], load_standing(name)
    scale, box = find_scale(name), drawing.box
    flip = _is_mirrored(source, faces_left)
    local = pen.offset(0, 0, scale, flip=flip).offset(-(box.left + box.right) / 2, -box.bottom)
    if palette.lamps_lit:
        paint_glow(local, source, drawing, _LEAST_GLOW / scale, 0.6)
    told = tone or (lambda colour: palette.paint(colour, depth))
    paint_drawing(local, palette, drawing, keep_flame(source, told) if palette.lamps_lit else told)


def paint_drawing(pen: Pen, palette: Palette, drawing: Drawing, tone: Tone) -> None:
    """Paint a drawing in the units of its file, lit from the side that the light comes from."""
    box = drawing.box
    light, dark = pen.at(box.left, box.top), pen.at(box.right, box.bottom)
    if (light[0] < dark[0]) == (palette.light_side > 0):
        light, dark = (dark[0], light[1]), (light[0], dark[1])
    is_small = max(box.width, box.height) * pen.scale < _LEAST_SHADED
    for outline in drawing.outlines:
        fill: Fill | None = tone(tune(outline.fill, _CHROMA)) if outline.fill else None
        if isinstance(fill, str) and not is_small:
            fill = _shade(fill, palette, (*light, *dark))
        stroke = tone(tune(outline.stroke, _CHROMA)) if outline.stroke else None
        pen.layer.shapes.append(_place_outline(pen, outline, fill, stroke))


def keep_flame(source: Source, tone: Tone) -> Tone:
    """Return a tone that leaves the flame of a lamp or a fire as bright as it is."""

    def keep(colour: str) -> str:
        lightness, _, yellow = lab(colour)
        return colour if lightness > _FLAME[0] and yellow > _FLAME[1] else tone(colour)

    return keep if source.light else tone


def paint_glow(pen: Pen, source: Source, drawing: Drawing, least: float, strength: float) -> None:
    """Lay the light that a lamp or a fire gives, at least as wide as `least` units of its file."""
    if source.light:
        box = drawing.box
        spot = box.left + box.width * source.light[0], box.top + box.height * source.light[1]
        pen.glow(spot, box.height * _GLOW_SHARE + least, LAMPLIGHT, strength)


def measure_thing(name: str) -> Box:
    """Return the box of a thing around its standing point, in units of a hundredth of a grown person."""
    box, scale = load_standing(name).box, find_scale(name)
    half = box.width * scale / 2
    return Box(-half, -box.height * scale, half, 0.0)


def find_point(name: str, share: Point, *, faces_left: bool | None = None) -> Point:
    """Return a point given in shares of a thing's box, in the units of `measure_thing`."""
    box = measure_thing(name)
    across = 1 - share[0] if _is_mirrored(SOURCES[name], faces_left) else share[0]
    return box.left + box.width * across, box.top + box.height * share[1]


def load_standing(name: str) -> Drawing:
    """Return the drawing of a thing that no hand holds, which may lie on its side."""
    source = SOURCES[name]
    return load_drawing(name, source, _LYING if source.lies else 0.0)


def find_scale(name: str) -> float:
    """Return how many body units a unit of a thing's file is; its height is that of the upright drawing."""
    return THINGS[name].height_cm * UNITS_PER_CM / load_drawing(name, SOURCES[name]).box.height


def _is_mirrored(source: Source, faces_left: bool | None) -> bool:
    return faces_left is not None and source.faces == ("right" if faces_left else "left")


def _place_outline(pen: Pen, outline: Outline, fill: Fill | None, stroke: str | None) -> Shape:
    path, spots = "", list[Point]()
    for letter, points in outline.steps:
        here = [pen.at(*point) for point in points]
        spots += here
        path += letter + " ".join(f"{x:.1f} {y:.1f}" for x, y in here)
    return Shape(path, enclose(spots), fill, outline.opacity, stroke, outline.stroke_width * pen.scale)


def _shade(paint: str, palette: Palette, course: tuple[float, ...]) -> Gradient:
    """Return a paint from its lit side to its shaded one."""
    lit, shaded = mix(paint, palette.light, _LIT), mix(paint, palette.ink, _SHADED)
    return Gradient(course, ((0.0, lit, 1.0), (1.0, shaded, 1.0)))
