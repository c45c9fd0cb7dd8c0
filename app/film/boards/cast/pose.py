"""Poses: joints in body units (a grown person is 100 tall, feet at zero)."""

import math
from dataclasses import dataclass, replace

from app.film.boards.pen import Point
from app.vocabulary.staging import Posture

THIGH = 24.0
UPPER_ARM = 18.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints of a posture are, seen from the side the figure faces to the right."""

    posture: Posture
    hip: Point = (0.0, -47.0)
    chest: Point = (0.5, -75.0)
    back_foot: Point = (-6.0, 0.0)
    front_foot: Point = (6.5, 0.0)
    back_hand: Point = (-12.5, -42.0)
    front_hand: Point = (13.0, -43.0)


STAND = Pose(Posture.STAND)
# Standing with a hand before the body, ready to hold something.
HOLD = replace(STAND, front_hand=(18.0, -56.0))
POSES = {
    Posture.STAND: STAND,
    Posture.WALK: Pose(Posture.WALK, (0, -46), (2.5, -74.5), (-10.5, -1), (11, 0), (-12, -47), (16, -47)),
    Posture.RUN: Pose(Posture.RUN, (0, -44), (9, -70), (-23, -13), (17, -1), (-9, -54), (27, -58)),
    Posture.SIT: Pose(Posture.SIT, (0, -27), (1, -55), (18, 0), (24, 0), (15, -31), (18, -30)),
    Posture.KNEEL: Pose(Posture.KNEEL, (0, -25), (5, -52), (-18, -1), (14, 0), (17, -20), (20, -24)),
    Posture.POINT: Pose(Posture.POINT, front_hand=(30.0, -71.0)),
    Posture.REACH: Pose(Posture.REACH, chest=(4, -74), front_hand=(25, -60), back_hand=(22, -54)),
    Posture.SLEEP: Pose(Posture.SLEEP, back_hand=(-5, -50), front_hand=(8, -54)),
}
# Postures that the whole cast takes together; in any other the others stand.
_SHARED_POSTURES = (Posture.WALK, Posture.RUN, Posture.SIT)


def choose_pose(posture: Posture, place: int, *, is_own: bool = False) -> Pose:
    """Return the pose of the character at a place of the cast, counted from 0.

    A posture is the character's own or the scene's. The first of the cast takes the scene's; the others take
    that only where the whole cast shares it.
    """
    if place == 0 or posture in _SHARED_POSTURES or (is_own and posture is not Posture.STAND):
        return POSES[posture]
    return HOLD if place % 2 else STAND


def place_joint(root: Point, tip: Point, length: float, side: int) -> Point:
    """Place a knee or an elbow between two ends, bending to one side, both bones `length` long."""
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    reach = math.hypot(dx, dy) or 1.0
    # A limb that is nearly stretched stays nearly straight, whatever the exact lengths say.
    length = min(length, reach * (0.515 if reach > length * 1.5 else 1.0))
    bend = math.sqrt(max(0.0, length * length - reach * reach / 4))
    return (root[0] + tip[0]) / 2 + dy / reach * bend * side, (
        root[1] + tip[1]
    ) / 2 - dx / reach * bend * side
