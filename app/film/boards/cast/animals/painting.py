"""Whole animals, standing on the pen's origin and looking to the right."""

from app.film.boards.canvas import Box, enclose
from app.film.boards.cast.animals.coats import dress
from app.film.boards.cast.animals.sources import ANIMALS, AnimalSource
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.film.boards.things.drawing import Drawing, load_drawing
from app.film.boards.things.painting import UNITS_PER_CM, paint_drawing
from app.vocabulary.species import Species
from app.vocabulary.staging import Posture

# Where the head of a body from the side is: the share of its length and of its height.
_HEAD_LENGTH, _HEAD_HEIGHT = 0.4, 0.5
# How high those are over the ground that fly, in body units.
_IN_THE_AIR = 62.0
# How flat an animal is that lies, and how far one leans forward that runs, in degrees.
_LYING, _RUNNING = 0.72, -7.0
_AT_REST = (Posture.SLEEP, Posture.LIE)
_IN_HASTE = (Posture.RUN, Posture.JUMP)
_LEAST_SIZE = 11.0
# The horn of a unicorn, in shares of the drawing from its foot.
_HORN = ((0.22, 0.97), (0.36, 1.2), (0.29, 0.93))


def paint_animal(
    pen: Pen, palette: Palette, species: Species, coat: str = "", posture: Posture = Posture.STAND
) -> Box:
    """Paint an animal in a posture and return the box of its head in canvas units."""
    source = ANIMALS[species]
    drawing, scale = load_animal(source, species, coat or source.coat), _find_scale(source, species)
    box, up = drawing.box, _IN_THE_AIR if source.flies or posture is Posture.FLY else 0.0
    if not up:
        half = box.width * scale * 0.4
        pen.ellipse((0, 0.3), (half, half * 0.09), palette.ink, 0.26)
    own = pen.offset(0, -up, turn=_RUNNING if posture in _IN_HASTE else 0.0)
    if posture in _AT_REST:
        own = Pen(own.layer, own.x, own.y, own.along, (own.down[0] * _LYING, own.down[1] * _LYING))
    local = own.offset(0, 0, scale, flip=source.body.faces == "left")
    paint_drawing(local.offset(-(box.left + box.right) / 2, -box.bottom), palette, drawing, palette.skin)
    if source.has_horn:
        horn = [(box.width * x * scale, -box.height * y * scale) for x, y in _HORN]
        own.polygon(horn, palette.paint("#e8c46a"))
    if posture in _IN_HASTE and not up:
        _paint_dust(pen, palette, box.width * scale)
    return _find_head(own, box.width * scale, box.height * scale, is_front=source.body.faces == "viewer")


def load_animal(source: AnimalSource, species: Species, coat: str) -> Drawing:
    """Return the body of a species in a coat; without one it has its own."""
    return dress(load_drawing(name_body(species), source.body), coat)


def name_body(species: Species) -> str:
    """Return the name of the drawing of our own with which a species is drawn."""
    return _OWN_BODIES.get(species, species.value)


def measure_animal(species: Species) -> Box:
    """Return the box of an animal around its standing point, in body units."""
    source = ANIMALS[species]
    box, scale = load_drawing(name_body(species), source.body).box, _find_scale(source, species)
    up = _IN_THE_AIR if source.flies else 0.0
    half = box.width * scale / 2
    return Box(-half, -box.height * scale - up, half, -up)


# Species that share a drawing of our own.
_OWN_BODIES = {
    **dict.fromkeys((Species.FOAL, Species.PONY, Species.UNICORN), "horse"),
    **dict.fromkeys((Species.FALCON, Species.HAWK), "eagle"),
    Species.PANDA: "bear",
    Species.STAG: "deer",
    Species.TOAD: "frog",
}


def _find_scale(source: AnimalSource, species: Species) -> float:
    """Return how many body units a unit of the drawing is."""
    box = load_drawing(name_body(species), source.body).box
    return max(source.height_cm * UNITS_PER_CM, _LEAST_SIZE) / box.height


def _find_head(pen: Pen, length: float, height: float, *, is_front: bool) -> Box:
    left = -length / 2 if is_front else length * (0.5 - _HEAD_LENGTH)
    corners = [pen.at(x, y) for x in (left, length / 2) for y in (-height, -height * (1 - _HEAD_HEIGHT))]
    return enclose(corners)


def _paint_dust(pen: Pen, palette: Palette, length: float) -> None:
    for place, size in enumerate((0.07, 0.1, 0.06)):
        at = (-length * (0.5 + 0.11 * place), -length * size * 0.6)
        pen.ellipse(at, (length * size, length * size * 0.7), palette.paint("#cbb894"), 0.5)
