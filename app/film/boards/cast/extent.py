"""How much room a member of a cast takes up across, in body units."""

import math

from app.film.boards.cast.animals.painting import measure_animal
from app.film.boards.cast.blocking import Member
from app.film.boards.cast.pose import HEAD, Pose
from app.film.boards.cast.seats import Support
from app.film.boards.pen import Point
from app.film.boards.things.painting import measure_thing

# The room around the joints of a body, and the least that one takes up.
_MARGIN, _LEAST = 9.0, 42.0


def measure_extent(member: Member, support: Support) -> tuple[float, float]:
    """Return how far one who faces right reaches, with its mount, to the left (negative) and to the right."""
    left, right = _measure_body(member)
    if not support.is_ridden:
        return left, right
    box = measure_animal(support.mount) if support.mount else measure_thing(support.thing)
    front = measure_animal(support.draught).width if support.draught else 0.0
    return min(left, support.at + box.left), max(right, support.at + box.right + front)


def _measure_body(member: Member) -> tuple[float, float]:
    traits = member.traits
    if traits.species and not traits.is_upright:
        box = measure_animal(traits.species)
        return box.left - _MARGIN / 2, box.right + _MARGIN / 2
    across = [x for x, _ in list_joints(member.pose, HEAD[traits.age] * 0.4)]
    left, right = min(across) - _MARGIN * traits.build, max(across) + _MARGIN * traits.build
    spare = max(0.0, _LEAST * traits.build - (right - left)) / 2
    return (left - spare) * traits.stature, (right + spare) * traits.stature


def list_joints(pose: Pose, head: float) -> list[Point]:
    """Return the joints of a pose as they lie after the whole body is turned; `head` is its radius."""
    stance = pose.stance
    (hx, hy), angle = pose.head, math.radians(stance.turn)
    spots = [(hx - head, hy), (hx + head, hy), (hx, hy - head), pose.hip, pose.chest]
    spots += [stance.back_foot, stance.front_foot, pose.back_hand, pose.front_hand]
    cos, sin = math.cos(angle), math.sin(angle)
    return [(stance.pivot[0] + x * cos - y * sin, stance.pivot[1] + x * sin + y * cos) for x, y in spots]
