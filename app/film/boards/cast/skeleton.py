"""The skeleton of a posed person: where spots of the trunk, knees and elbows lie, in body units."""

import math
from dataclasses import dataclass

from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import THIGH, UPPER_ARM, Pose, place_joint
from app.film.boards.pen import Pen, Point

# How much narrower a trunk is from its side than from its front, as a share.
_NARROWING = 0.42


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg by its joints; `side` is 1 for the one that is further to the right."""

    hip: Point
    knee: Point
    foot: Point
    side: int

    def find_spot(self, length: float, aside: float) -> Point:
        """Return the spot that is `length` down the leg and `aside` off its outer edge."""
        begin, end = (self.hip, self.knee) if length <= THIGH else (self.knee, self.foot)
        whole = math.hypot(end[0] - begin[0], end[1] - begin[1]) or 1.0
        along = (end[0] - begin[0]) / whole, (end[1] - begin[1]) / whole
        rest = min(whole, length if length <= THIGH else length - THIGH)
        return (
            begin[0] + along[0] * rest + along[1] * aside * self.side,
            begin[1] + along[1] * rest - along[0] * aside * self.side,
        )


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A person's joints with the widths of trunk and limbs."""

    pose: Pose
    shoulder: float
    waist: float
    hips: float
    build: float
    legs: tuple[Leg, Leg]

    def find_spot(self, height: float, across: float) -> Point:
        """Return a spot of the trunk: `height` is 0 at the hip and 1 at the shoulders."""
        (hx, hy), (cx, cy) = self.pose.hip, self.pose.chest
        length = math.hypot(cx - hx, cy - hy) or 1.0
        ux, uy = (cx - hx) / length, (cy - hy) / length
        return hx + (cx - hx) * height - uy * across, hy + (cy - hy) * height + ux * across

    def find_shoulder(self, *, is_front: bool) -> Point:
        return self.find_spot(0.91, self.shoulder * (0.84 if is_front else -0.84))

    def find_elbow(self, *, is_front: bool) -> Point:
        """Return the elbow of an arm: it points back or down, or up where the gesture says so."""
        told = self.pose.gesture.front if is_front else self.pose.gesture.back
        shoulder = self.find_shoulder(is_front=is_front)
        hand = self.pose.front_hand if is_front else self.pose.back_hand
        hangs = hand[1] > shoulder[1] + 22 and abs(hand[0] - shoulder[0]) < 16
        side = 1 if (hangs and not is_front) or hand[0] < shoulder[0] - 4 else -1
        return place_joint(
            shoulder, hand, UPPER_ARM, -side if told and told.is_elbow_up and not hangs else side
        )

    def make_chest_pen(self, body: Pen) -> Pen:
        """Return a pen at the middle of the shoulders that is turned with the spine."""
        return body.offset(*self.pose.chest, turn=self.pose.lean)


def make_skeleton(portrait: Portrait, pose: Pose) -> Skeleton:
    """Return the skeleton of a person in a pose."""
    traits = portrait.traits
    narrow = 1 - _NARROWING * (0 if portrait.is_away else portrait.body_turn)
    is_small = traits.age in ("baby", "child")
    shoulder = (9.6 if is_small else 10.6 if traits.is_woman else 12.6) * traits.build * narrow
    waist = (8.6 if is_small else 7.8 if traits.is_woman else 9.6) * traits.build * (narrow + 1) / 2
    hips = (8.8 if is_small else 9.8 if traits.is_woman else 9.4) * traits.build * (narrow + 1) / 2
    return Skeleton(pose, shoulder, waist, hips, traits.build, _make_legs(pose, hips))


def _make_legs(pose: Pose, hips: float) -> tuple[Leg, Leg]:
    inset = hips * 0.42
    feet = (pose.stance.back_foot, pose.stance.front_foot)
    legs = []
    for foot, aside in zip(feet, (-inset, inset), strict=True):
        hip = (pose.hip[0] + aside, pose.hip[1])
        legs.append((hip, place_joint(hip, foot, THIGH, 1), foot))
    first_is_left = legs[0][1][0] + legs[0][2][0] <= legs[1][1][0] + legs[1][2][0]
    sides = (-1, 1) if first_is_left else (1, -1)
    return Leg(*legs[0], sides[0]), Leg(*legs[1], sides[1])
