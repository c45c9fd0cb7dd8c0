"""Animals in close shots: alone as large as a face, or whole beside one."""

from app.film.boards.cast.animals.painting import measure_animal, paint_animal
from app.film.boards.cast.blocking import Cast, Member
from app.film.boards.cast.record import show_member
from app.film.boards.scene_canvas import SceneCanvas
from app.vocabulary.species import Species
from app.vocabulary.staging import Side

# How far from the middle a side of the frame is, as a share of the safe frame's width.
ASIDE: dict[Side, float] = {"left": -0.12, "middle": 0.0, "right": 0.12}
# How high a whole animal is at most beside a bust, in body units.
_LARGEST_ANIMAL = 62.0
# How far before its middle the head of an animal is, as a share of its length.
_HEAD_AHEAD = 0.3


def fit_animal(species: Species, floor: float) -> float:
    """Return how many times its size an animal is beside a bust whose floor is so far below the head."""
    height = measure_animal(species).height
    return min(_LARGEST_ANIMAL / height, floor * 1.2 / height, max(1.0, floor * 0.9 / height))


def find_muzzle(member: Member, floor: float) -> float:
    """Return how far before the middle of an animal beside a bust its head is, in body units."""
    species = member.traits.species
    return measure_animal(species).width * _HEAD_AHEAD * fit_animal(species, floor) if species else 0.0


def place_animal(scene: SceneCanvas, cast: Cast, member: Member, unit: float) -> None:
    """Paint a small animal so close that it fills as much of the frame as a face would."""
    frame, palette = scene.painting.safe, scene.palette
    x = frame.left + frame.width * (0.5 + ASIDE[member.figure.side])
    y, flip = frame.top + frame.height * 0.82, member.faces_left(otherwise=False)
    pen = scene.pen("cast").offset(x, y, unit, flip=flip)
    species, coat = member.traits.species, member.traits.coat
    if species:
        size = _LARGEST_ANIMAL / max(measure_animal(species).height, measure_animal(species).width * 0.8)
        own = pen.offset(0, 0, size / 2.2)
        show_member(scene, cast, member, own, lambda pen: paint_animal(pen, palette, species, coat))
