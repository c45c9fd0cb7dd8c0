"""Stances: the spine, the legs and the resting hands of each posture, in body units, facing right."""

from dataclasses import dataclass

from app.film.boards.pen import Point
from app.vocabulary.staging import Posture


@dataclass(frozen=True, slots=True)
class Stance:
    """How a body stands, sits or moves: its joints, with the feet on the ground at y = 0.

    The whole body is turned by `turn` degrees about the point `pivot` of the ground; `body_turn` is how far
    it is turned from the camera at least, 0 for its front and 1 for its side; `yaw` and `pitch` are those of
    the head (see `HeadTurn`). Who `is_in_air` casts no shadow on the ground.
    """

    posture: Posture
    hip: Point = (0.0, -47.0)
    chest: Point = (0.5, -75.0)
    back_foot: Point = (-6.0, 0.0)
    front_foot: Point = (6.5, 0.0)
    back_hand: Point = (-13.5, -43.0)
    front_hand: Point = (14.0, -43.0)
    turn: float = 0.0
    pivot: Point = (0.0, 0.0)
    body_turn: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    is_in_air: bool = False

    @property
    def is_upright(self) -> bool:
        """Whether the body stands or walks, so that age bends it."""
        return self.posture in (Posture.STAND, Posture.WALK, Posture.POINT, Posture.REACH)


_LYING = Stance(
    Posture.LIE,
    back_hand=(-5, -52),
    front_hand=(11, -47),
    turn=-88,
    pivot=(48, -9),
    body_turn=0.2,
    pitch=-0.2,
)
_ALL = (
    Stance(Posture.STAND),
    Stance(Posture.POINT),
    Stance(Posture.REACH, chest=(3, -74.5)),
    Stance(
        Posture.WALK, (0, -46), (2.5, -74.5), (-14, -2), (13, 0), (-13, -47), (17, -49), body_turn=0.6, yaw=50
    ),
    Stance(
        Posture.RUN, (0, -45), (10, -71), (-29, -17), (18, -4), (-10, -53), (28, -62),
        body_turn=0.8, yaw=62, pitch=-0.2,
    ),
    Stance(Posture.SIT, (0, -27), (0, -55.5), (18, 0), (24, 0), (14, -33), (18, -32), body_turn=0.4, yaw=24),
    Stance(
        Posture.KNEEL, (-2, -26), (3, -53), (-22, -2), (13, 0), (12, -30), (17, -32), body_turn=0.5, yaw=35
    ),
    Stance(
        Posture.CROUCH, (-5, -22), (7, -46), (-9, 0), (8, 0), (10, -26), (18, -30), body_turn=0.6, yaw=45
    ),
    Stance(
        Posture.CRAWL, (-17, -25), (10, -30), (-38, -3), (-30, -2), (12, -2), (24, -2),
        body_turn=0.8, yaw=55, pitch=-0.3,
    ),
    _LYING,
    Stance(
        Posture.SLEEP, back_hand=(-5, -52), front_hand=(10, -56), turn=-88, pivot=(48, -9), body_turn=0.2
    ),
    Stance(
        Posture.CLIMB, (-1, -51), (5, -78), (-8, -1), (13, -21), (21, -93), (24, -80),
        body_turn=0.7, yaw=55, pitch=-0.6,
    ),
    Stance(
        Posture.JUMP, (0, -62), (4, -90), (-17, -32), (13, -36), (-18, -104), (24, -108),
        body_turn=0.5, yaw=40, pitch=-0.3, is_in_air=True,
    ),
    Stance(
        Posture.FALL, (-8, -42), (15, -58), (-36, -24), (-20, -4), (30, -78), (40, -50),
        body_turn=0.7, yaw=50, pitch=0.5, is_in_air=True,
    ),
    Stance(
        Posture.RIDE, (0, -27), (2, -55), (5, -1), (9, 0), (17, -38), (20, -37),
        body_turn=0.7, yaw=60, is_in_air=True,
    ),
    Stance(
        Posture.DRIVE, (0, -27), (-2, -55), (22, -4), (26, -4), (23, -46), (25, -44), body_turn=0.7, yaw=60
    ),
    Stance(
        Posture.SWIM, back_foot=(-8, -4), front_foot=(6, 2), back_hand=(-15, -104), front_hand=(16, -98),
        turn=66, pivot=(-38, -2), body_turn=0.6, yaw=40, pitch=-0.8, is_in_air=True,
    ),
    Stance(
        Posture.FLY, back_foot=(-9, -4), front_foot=(4, 2), back_hand=(-19, -88), front_hand=(14, -112),
        turn=58, pivot=(-40, -38), body_turn=0.5, yaw=35, pitch=-0.6, is_in_air=True,
    ),
    Stance(
        Posture.DANCE, (0, -47), (-3, -75), (-3, 0), (20, -14), (-24, -88), (20, -98), yaw=20, body_turn=0.2
    ),
    Stance(
        Posture.KICK, (-3, -46), (-8, -73), (-7, 0), (27, -13), (-27, -62), (9, -56), body_turn=0.7, yaw=55
    ),
    Stance(
        Posture.LUNGE, (0, -41), (5, -68), (-19, 0), (17, 0), (12, -62), (22, -68), body_turn=0.6, yaw=50
    ),
    Stance(
        Posture.STOOP, (-5, -44), (13, -65), (-10, 0), (9, 0), (18, -34), (24, -36),
        body_turn=0.6, yaw=45, pitch=0.7,
    ),
    Stance(
        Posture.PUSH, (-7, -42), (10, -66), (-25, -2), (3, 0), (33, -62), (34, -66), body_turn=0.8, yaw=60
    ),
    Stance(
        Posture.PULL, (-8, -40), (-15, -66), (2, 0), (19, 0), (14, -58), (17, -56), body_turn=0.7, yaw=55
    ),
)  # fmt: skip
STANCES = {stance.posture: stance for stance in _ALL}
# Sitting on the ground itself, with the legs before one.
ON_GROUND = Stance(
    Posture.SIT, (0, -8), (-1, -36.5), (23, 0), (29, -1), (10, -14), (17, -15), body_turn=0.5, yaw=28
)
