"""Poses: joints in body units (a grown person is 100 tall, feet at zero), made of a stance and a gesture."""

import math
from dataclasses import dataclass

from app.film.boards.cast.gestures import Anchor, Gesture, Hand, find_gesture
from app.film.boards.cast.stances import STANCES, Stance
from app.film.boards.cast.traits import Traits
from app.film.boards.pen import Point
from app.vocabulary.actions import Action
from app.vocabulary.people import Age
from app.vocabulary.staging import Posture

THIGH = 25.0
UPPER_ARM = 17.5
# How tall a head is in body units: children and small folk keep a big head on a short body.
HEAD: dict[Age, float] = {"baby": 36.0, "child": 25.0, "teen": 19.6, "adult": 17.4, "old": 17.8}
# How far the head of a person lies above the line of the shoulders.
_NECK = 4.0
# How much a neck raises the head over a spine that is bent forward.
_RIGHTING = 0.6


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints of a person are, seen from the side the figure faces to the right."""

    stance: Stance
    gesture: Gesture
    hip: Point
    chest: Point
    head: Point
    back_hand: Point
    front_hand: Point

    @property
    def posture(self) -> Posture:
        return self.stance.posture

    @property
    def prop_spot(self) -> Point:
        """Where the thing is that is handled."""
        if self.gesture.prop_spot == "foot":
            x, y = self.stance.front_foot
            return x + 9, y + 3
        x, y = self.front_hand
        return (x + 2, y + 22) if self.gesture.prop_spot == "below" else (x, y)

    @property
    def lean(self) -> float:
        """The angle of the spine in degrees, 0 upright and 90 bent to the right."""
        return math.degrees(math.atan2(self.chest[0] - self.hip[0], self.hip[1] - self.chest[1]))


def strike_pose(traits: Traits, posture: Posture, action: Action | None = None) -> Pose:
    """Return the pose of a person who does something in a posture."""
    return combine(traits, STANCES[posture], find_gesture(posture, action))


def combine(traits: Traits, stance: Stance, gesture: Gesture) -> Pose:
    """Return the joints of a stance with the hands and the head of a gesture."""
    stoop = gesture.lean + (6.0 if traits.age == "old" and stance.is_upright else 0.0)
    hip, chest = stance.hip, (stance.chest[0] + stoop, stance.chest[1] + abs(stoop) * 0.16)
    head = _place_head(hip, chest, HEAD[traits.age])
    spots: dict[Anchor, Point] = {"chest": chest, "head": head}
    size = HEAD[traits.age] / 100

    def place(hand: Hand | None, at_rest: Point) -> Point:
        if hand is None:
            return at_rest[0] + stoop, at_rest[1]
        scale = size if hand.anchor == "head" else 1.0
        x, y = spots[hand.anchor]
        return x + hand.x * scale, y + hand.y * scale

    back, front = place(gesture.back, stance.back_hand), place(gesture.front, stance.front_hand)
    return Pose(stance, gesture, hip, chest, head, back, front)


def _place_head(hip: Point, chest: Point, size: float) -> Point:
    length = math.hypot(chest[0] - hip[0], chest[1] - hip[1]) or 1.0
    along = (chest[0] - hip[0]) / length, (chest[1] - hip[1]) / length - _RIGHTING
    norm = math.hypot(*along) or 1.0
    reach = _NECK + size * 0.46
    return chest[0] + along[0] / norm * reach + 1, chest[1] + along[1] / norm * reach


def place_joint(root: Point, tip: Point, length: float, side: int) -> Point:
    """Place a knee or an elbow between two ends, bending to one side, both bones `length` long."""
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    reach = math.hypot(dx, dy) or 1.0
    # A limb that is nearly stretched stays nearly straight, whatever the exact lengths say.
    length = min(length, reach * (0.507 if reach > length * 1.7 else 1.7))
    bend = math.sqrt(max(0.0, length * length - reach * reach / 4))
    return (root[0] + tip[0]) / 2 + dy / reach * bend * side, (
        root[1] + tip[1]
    ) / 2 - dx / reach * bend * side
