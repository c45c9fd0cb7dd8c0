"""Poses: joints in body units (a grown person is 100 tall, feet at zero)."""

import math
from dataclasses import dataclass, replace

from app.film.boards.pen import Point
from app.vocabulary.words import Words, listed

THIGH = 24.0
UPPER_ARM = 18.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the joints are, seen from the side the figure faces to the right."""

    name: str
    hip: Point = (0.0, -47.0)
    chest: Point = (0.5, -75.0)
    back_foot: Point = (-6.0, 0.0)
    front_foot: Point = (6.5, 0.0)
    back_hand: Point = (-12.5, -42.0)
    front_hand: Point = (13.0, -43.0)


STAND = Pose("stand")
POSES = {
    "stand": STAND,
    "walk": Pose("walk", (0, -46), (2.5, -74.5), (-10.5, -1), (11, 0), (-12, -47), (16, -47)),
    "run": Pose("run", (0, -44), (9, -70), (-23, -13), (17, -1), (-9, -54), (27, -58)),
    "sit": Pose("sit", (0, -27), (1, -55), (18, 0), (24, 0), (15, -31), (18, -30)),
    "kneel": Pose("kneel", (0, -25), (5, -52), (-18, -1), (14, 0), (17, -20), (20, -24)),
    "point": replace(STAND, name="point", front_hand=(30.0, -71.0)),
    "reach": replace(STAND, name="reach", chest=(4, -74), front_hand=(25, -60), back_hand=(22, -54)),
    "hold": replace(STAND, name="hold", front_hand=(18.0, -56.0)),
    "sleep": replace(STAND, name="sleep", back_hand=(-5, -50), front_hand=(8, -54)),
}
_WORDS = {
    "sleep": ("sleep", "sleeping", "asleep", "slept", "lay down", "fell asleep", "dreaming"),
    "kneel": listed(
        "kneel, kneels, kneeling, knelt, bows, bowed, crouch, crouched, crouches, dig, digs, "
        "begs, picked up, picks up"
    ),
    "run": listed(
        "run, runs, ran, running, flee, fled, flees, chase, chased, hurried, rushes, rushed, "
        "races, gallop, escaped"
    ),
    "sit": ("sit", "sits", "sat", "sitting", "seated", "rested", "rests", "dines", "ate", "eating"),
    "point": listed(
        "point, points, pointed, pointing, shows, showed, commands, ordered, shouted, waves, waved"
    ),
    "reach": listed(
        "reach, reaches, reached for, gives, gave, hands, offers, offered, takes, took, "
        "opens, opened, touch, touched, pulls, pulled, knocked, caught"
    ),
    "walk": listed(
        "walk, walks, walked, walking, went, goes, come, came, climb, climbs, climbed, "
        "wander, wandered, journey, travel, travelled, follow, followed, enter, entered, "
        "leads, set out, march, strolled, crossed"
    ),
}


def choose_pose(words: Words, place: int) -> Pose:
    """Return the pose that the action's words ask for; only the first of the cast is sure to take it."""
    name = next((pose for pose, cues in _WORDS.items() if words.has_any(*cues)), "stand")
    if place == 0 or name in ("walk", "run", "sit"):
        return POSES[name]
    return POSES["hold" if place % 2 else "stand"]


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
