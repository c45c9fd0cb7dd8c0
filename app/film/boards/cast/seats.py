"""What carries people: seats, beds, mounts and the water, around a person's own place."""

from dataclasses import dataclass

from app.film.boards.cast.animals.painting import measure_animal, paint_animal
from app.film.boards.cast.animals.sources import ANIMALS
from app.film.boards.cast.blocking import Member
from app.film.boards.cast.furnishing import choose_bed, choose_seat, choose_table
from app.film.boards.cast.stances import ON_GROUND
from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen, Point
from app.film.boards.things.catalogue import SOURCES
from app.film.boards.things.painting import find_point, measure_thing, paint_thing
from app.vocabulary.actions import Action
from app.vocabulary.places import Place
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species, find_species
from app.vocabulary.staging import Posture
from app.vocabulary.things.table import find_thing
from app.vocabulary.words import Words, listed

# How high those sit who sit on nothing, how deep a seat takes them in, in body units.
_SITTING = 22.5
_MOUNT = Species.HORSE
# How high a thing is at least that is climbed, and how far up it a climber is, in body units.
_CLIMBABLE, _CLIMBED = 90.0, 30.0
# What is opened and shut by one who stands before it, and how far away it is, in body units.
_AT_DOORS = (Action.OPEN, Action.CLOSE, Action.KNOCK, Action.PUSH, Action.PULL, Action.HIT)
_OPENED = listed(
    "door, gate, cupboard, wardrobe, fridge, oven, elevator, dresser, filing cabinet, mailbox, postbox, stove"
)
_ARM = 24.0
_STEERED = (Setting.SHIP, Setting.SEA, Setting.SHIP_CABIN, Setting.HARBOUR)
"""Where whoever steers stands at a helm."""
_CAR = "car"
# The middle of the front window of vehicles that look to the left, in shares of their boxes.
_WINDOWS = {
    **dict.fromkeys(("car", "jeep", "taxi", "police car"), (0.43, 0.27)),
    "pickup truck": (0.35, 0.3),
    "bus": (0.16, 0.4),
    "minibus": (0.2, 0.35),
    "truck": (0.18, 0.45),
    "ambulance": (0.2, 0.4),
    "fire engine": (0.14, 0.4),
    "tractor": (0.55, 0.25),
}
_OPEN_VEHICLES = ("cart", "carriage", "sled", "motorcycle", "motor scooter", "bicycle", "racing car")
# What a horse pulls.
_DRAWN = ("cart", "carriage", "sled")
SEAT_GAP = 40.0
"""How far behind a driver the next one sits in a vehicle, in body units."""
_BLANKETS = ("#8a4a4a", "#4a6a8a", "#5f7a52", "#8a6a4a")


@dataclass(frozen=True, slots=True)
class Support:
    """What carries a member: how far it raises the member, and how far to the right it stands.

    `thing` is the name of a thing, `table` that of a table; "" for none. `mount` is an animal. Of one who is
    inside a closed car only the head is seen: it `hides_body`. A `draught` animal pulls it.
    """

    rise: float = 0.0
    thing: str = ""
    mount: Species | None = None
    at: float = 0.0
    table: str = ""
    is_bed: bool = False
    hides_body: bool = False
    draught: Species | None = None

    @property
    def is_ridden(self) -> bool:
        """Whether it is larger than the one whom it carries."""
        return self.mount is not None or self.hides_body or self.thing in _OPEN_VEHICLES


def find_support(member: Member, place: Place | None) -> Support:
    """Return what carries a member where it is; lengths are body units of a grown person."""
    posture, size = member.pose.posture, member.traits.stature
    if not member.traits.is_person:
        return Support()
    if member.pose.stance is ON_GROUND:
        return Support()
    if posture is Posture.SIT:
        return _sit_down(choose_seat(member, place), choose_table(member, place), size)
    if posture is Posture.RIDE:
        return _mount(member, size)
    if posture is Posture.DRIVE:
        return _drive(member, place)
    if posture is Posture.CLIMB:
        return _climb(member, size)
    if member.figure.action in _AT_DOORS and posture in (Posture.STAND, Posture.PUSH, Posture.PULL):
        return _stand_before(member, size)
    bed = choose_bed(member, place)
    if bed:
        x, y = _find_seat(bed)
        return Support(-y, bed, at=-x - 2, is_bed=True)
    return Support()


def _sit_down(seat: str, table: str, size: float) -> Support:
    x, y = _find_seat(seat)
    return Support(max(0.0, -y - _SITTING * size), seat, at=-x, table=table)


def _find_seat(name: str) -> Point:
    """Return where one sits on a thing that looks to the right, from its standing point."""
    return find_point(name, SOURCES[name].seat or (0.5, 0.5), faces_left=False)


def _climb(member: Member, size: float) -> Support:
    """Return what is told to be climbed, before the climber's hands; "" where no drawing stands upright."""
    told = find_thing(member.figure.target) if member.figure.target else None
    if told not in SOURCES or measure_thing(told).height < _CLIMBABLE:
        return Support()
    return Support(_CLIMBED, told, at=22 * size)


def _stand_before(member: Member, size: float) -> Support:
    """Return the door or the cupboard that is opened or shut, before the hands; "" for smaller things."""
    told = find_thing(member.figure.target) if member.figure.target else None
    if told not in _OPENED:
        return Support()
    return Support(0.0, told, at=_ARM * size + measure_thing(told).width / 2)


def _drive(member: Member, place: Place | None) -> Support:
    """Return the seat in a set that is a vehicle, an open vehicle, or a car with a head behind its window."""
    told, size = find_thing(member.figure.target) if member.figure.target else None, member.traits.stature
    if place is not None and place.setting in _STEERED:
        return Support()
    if place is not None and place.indoors:
        return _sit_down(choose_seat(member, place), "", size)
    if told in _OPEN_VEHICLES:
        x, y = _find_seat(told)
        draught = _MOUNT if told in _DRAWN else None
        return Support(max(0.0, -y - _SITTING * size), told, at=-x, draught=draught)
    car = told if told in _WINDOWS else _CAR
    x, y = find_point(car, _WINDOWS[car], faces_left=False)
    hx, hy = member.pose.head
    return Support(hy * size - y, car, at=hx * size - x, hides_body=True)


def _mount(member: Member, size: float) -> Support:
    told = find_thing(member.figure.target) if member.figure.target else None
    if told and told in SOURCES and SOURCES[told].seat:
        x, y = _find_seat(told)
        return Support(max(0.0, -y - _SITTING * size), told, at=-x)
    species = find_species(Words(member.figure.target)) if member.figure.target else None
    mount = species if species and ANIMALS[species].body.seat else _MOUNT
    across, down = ANIMALS[mount].body.seat or (0.5, 0.4)
    box = measure_animal(mount)
    # The drawing looks to the left, the mount to the right.
    x, y = box.right - box.width * across, box.top + box.height * down
    return Support(max(0.0, -y - _SITTING * size), mount=mount, at=-x)


def paint_behind(pen: Pen, palette: Palette, support: Support) -> None:
    """Paint what is behind one at the pen's origin, whose feet are raised by the support."""
    ground = pen.offset(support.at, support.rise)
    if support.mount:
        paint_animal(ground, palette, support.mount)
    elif support.thing:
        paint_thing(ground, palette, support.thing, faces_left=False, tone=palette.skin)
    if support.draught:
        front = measure_thing(support.thing).right - measure_animal(support.draught).left
        paint_animal(ground.offset(front, 0), palette, support.draught)


def paint_before(
    pen: Pen, palette: Palette, member: Member, support: Support, *, has_table: bool = True
) -> None:
    """Paint what hides a part of a member: the table, the blanket, the water."""
    if support.table and has_table:
        half = measure_thing(support.table).width / 2
        at = pen.offset(half + 5, support.rise + 3)
        paint_thing(at, palette, support.table, faces_left=False, tone=palette.skin)
    if support.is_bed:
        _blanket(pen.offset(0, 0, member.traits.stature), palette, member)
    if _has_wheel(member, support):
        paint_thing(pen.offset(26, -32), palette, "steering wheel")
    if member.pose.posture is Posture.SWIM:
        _water(pen.offset(0, 0, member.traits.stature), palette)


def _has_wheel(member: Member, support: Support) -> bool:
    is_driving = member.pose.posture is Posture.DRIVE and not support.hides_body
    return is_driving and support.thing not in _OPEN_VEHICLES


def _blanket(pen: Pen, palette: Palette, member: Member) -> None:
    cloth = palette.skin(_BLANKETS[int(member.traits.face * len(_BLANKETS))])
    pen.blob(
        [(-4, -20), (14, -23), (36, -21), (54, -17), (56, 2), (52, 7), (20, 6), (-4, 6), (-8, -6)], cloth
    )
    pen.blob([(-9, -18), (-2, -21), (0, -6), (-2, 6), (-9, 6), (-11, -6)], mix(cloth, palette.light, 0.45))
    for x in (12, 28, 42):
        pen.line([(x, -20), (x + 2, -8), (x - 1, 5)], mix(cloth, palette.ink, 0.3), 0.9, 0.5)


def _water(pen: Pen, palette: Palette) -> None:
    water = mix(palette.sky[1], palette.paint("#4f86a0"), 0.6)
    pen.blob(
        [(-62, -16), (-20, -14), (16, -22), (58, -20), (70, -8), (40, 8), (-40, 10), (-74, -2)], water, 0.82
    )
    for x, y, reach in ((-30, -10, 30), (10, -14, 26), (26, -4, 34), (-22, 2, 30)):
        pen.line(
            [(x - reach, y), (x - reach * 0.3, y - 2.4), (x + reach * 0.4, y + 1), (x + reach, y - 1)],
            mix(water, palette.light, 0.5),
            1.5,
            0.8,
        )
