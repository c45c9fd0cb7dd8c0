"""Gestures: the hands and the head of each action, on top of any stance, facing right."""

from dataclasses import dataclass
from typing import Literal

from app.vocabulary.actions import Action
from app.vocabulary.staging import Posture

Anchor = Literal["chest", "head"]
PropSpot = Literal["hand", "foot", "below"]


@dataclass(frozen=True, slots=True)
class Hand:
    """Where a hand is from a joint: in body units, from the head in hundredths of the head's height.

    The elbow bends down or back, or up and outwards where `is_elbow_up`.
    """

    anchor: Anchor
    x: float
    y: float
    is_elbow_up: bool = False


@dataclass(frozen=True, slots=True)
class Gesture:
    """What hands and head do; a hand that is None rests as the stance says.

    `yaw`, `pitch` and `tilt` are those of the head (see `HeadTurn`); `yaw` is None where it looks as it is
    told. `holds` is the noun of what one holds for it where nothing is told. What is handled is in the hand,
    before the foot or falling `below` the hand, turned by `prop_turn` degrees clockwise.
    """

    front: Hand | None = None
    back: Hand | None = None
    lean: float = 0.0
    yaw: float | None = None
    pitch: float = 0.0
    tilt: float = 0.0
    holds: str = ""
    has_both_hands_before: bool = False
    points: bool = False
    prop_spot: PropSpot = "hand"
    prop_turn: float = 0.0


def _at_chest(
    front: tuple[float, float], back: tuple[float, float] | None = None
) -> tuple[Hand, Hand | None]:
    return Hand("chest", *front), Hand("chest", *back) if back else None


REST = Gesture()
HOLD = Gesture(*_at_chest((17, 19)))
_GESTURES: dict[Action, Gesture] = {
    Action.THROW: Gesture(Hand("chest", -12, -27, is_elbow_up=True), Hand("chest", 24, 2), -5.0, pitch=-0.2),
    Action.CATCH: Gesture(*_at_chest((27, -13), (25, -5)), pitch=-0.5, has_both_hands_before=True),
    Action.HIT: Gesture(Hand("chest", 24, -24), Hand("chest", 16, 10), 4.0),
    Action.EMBRACE: Gesture(*_at_chest((21, 3), (18, 12)), 3.0, pitch=0.2, has_both_hands_before=True),
    Action.POINT: Gesture(*_at_chest((32, -6)), points=True),
    Action.CARRY: Gesture(*_at_chest((19, 15), (16, 17)), -2.0, has_both_hands_before=True),
    Action.HOLD: HOLD,
    Action.TAKE: Gesture(*_at_chest((29, 8)), 4.0, pitch=0.2),
    Action.GIVE: Gesture(*_at_chest((29, 6), (21, 12)), 3.0),
    Action.PUT: Gesture(*_at_chest((25, 20), (16, 20)), 8.0, pitch=0.7),
    Action.EAT: Gesture(Hand("head", 56, 76), Hand("chest", 19, 13), pitch=0.2, holds="bread"),
    Action.DRINK: Gesture(Hand("head", 48, 50), None, tilt=-7, pitch=-0.3, holds="cup"),
    Action.READ: Gesture(*_at_chest((18, 12), (14, 13)), pitch=0.8, holds="book", has_both_hands_before=True),
    Action.WRITE: Gesture(*_at_chest((20, 13), (13, 14)), 3.0, pitch=0.9, holds="pen"),
    Action.PHONE: Gesture(Hand("head", 50, 20), holds="phone"),
    Action.COOK: Gesture(*_at_chest((23, 15), (12, 18)), 3.0, pitch=0.6, holds="pan"),
    Action.OPEN: Gesture(*_at_chest((29, 6)), 3.0),
    Action.CLOSE: Gesture(*_at_chest((29, 8)), 3.0),
    Action.PUSH: Gesture(*_at_chest((25, -2), (23, 5)), has_both_hands_before=True),
    Action.PULL: Gesture(*_at_chest((31, 9), (28, 12)), has_both_hands_before=True),
    Action.HIDE: Gesture(Hand("head", 26, 44), Hand("chest", 10, 6), pitch=0.1, has_both_hands_before=True),
    Action.LOOK: Gesture(yaw=48),
    Action.LISTEN: Gesture(None, Hand("head", -44, 8), tilt=8, yaw=38),
    Action.TALK: Gesture(*_at_chest((22, 10))),
    Action.SHOUT: Gesture(Hand("head", 40, 62), Hand("head", 48, 6), pitch=-0.4, yaw=52),
    Action.WHISPER: Gesture(Hand("head", 46, 46), None, 6.0, yaw=66),
    Action.CRY: Gesture(
        Hand("head", 26, 34), Hand("head", -22, 36), pitch=0.7, tilt=5, has_both_hands_before=True
    ),
    Action.LAUGH: Gesture(Hand("chest", 9, 20), Hand("chest", -6, 21), -3.0, pitch=-0.7, tilt=-9),
    Action.SIGH: Gesture(pitch=0.7, tilt=5),
    Action.SING: Gesture(Hand("chest", 24, 2), Hand("chest", 3, 8), pitch=-0.6, tilt=-5),
    Action.PLAY: Gesture(*_at_chest((15, 16), (4, 12)), pitch=0.3),
    Action.FIGHT: Gesture(*_at_chest((22, -8), (14, -3)), has_both_hands_before=True),
    Action.CUT: Gesture(*_at_chest((23, 16), (15, 19)), 4.0, pitch=0.6, holds="knife"),
    Action.DIG: Gesture(*_at_chest((17, 22), (9, 9)), pitch=0.5, holds="shovel"),
    Action.WORK: Gesture(*_at_chest((23, 8), (16, 18)), 3.0, pitch=0.7),
    Action.WEAR: Gesture(*_at_chest((9, 5), (-8, 5)), pitch=0.4, has_both_hands_before=True),
    Action.SHAKE: Gesture(*_at_chest((27, 10)), 2.0),
    Action.BREAK: Gesture(*_at_chest((21, 6), (10, 8)), 2.0, pitch=0.5, has_both_hands_before=True),
    Action.TURN: Gesture(yaw=75, tilt=3),
    Action.WAKE: Gesture(Hand("chest", 20, -27), Hand("chest", -20, -26), pitch=-0.2, tilt=-5),
    Action.WAVE: Gesture(Hand("chest", 23, -28)),
    Action.BOW: Gesture(Hand("chest", 2, 12), None, pitch=0.9),
    Action.KISS: Gesture(*_at_chest((18, 0), (15, 8)), 4.0, yaw=80, has_both_hands_before=True),
    Action.PRAY: Gesture(*_at_chest((11, 7), (9, 7)), pitch=0.8, has_both_hands_before=True),
    Action.RISE: Gesture(pitch=-0.3),
    Action.KICK: Gesture(pitch=0.5, prop_spot="foot"),
    Action.STAMP: Gesture(*_at_chest((15, 23), (-13, 23)), 4.0, pitch=0.2),
    Action.DROP: Gesture(*_at_chest((25, 10), (17, 13)), 4.0, pitch=0.9, prop_spot="below"),
    Action.POUR: Gesture(*_at_chest((26, 3), (18, 20)), 3.0, pitch=0.7, holds="jug", prop_turn=55.0),
    Action.STIR: Gesture(*_at_chest((24, 15), (15, 20)), 4.0, pitch=0.8, holds="spoon", prop_turn=150.0),
    Action.SWEEP: Gesture(*_at_chest((21, 17), (13, 3)), 6.0, pitch=0.7, holds="broom", prop_turn=14.0),
    Action.WASH: Gesture(*_at_chest((26, 9), (16, 17)), 4.0, pitch=0.6, holds="handkerchief"),
    Action.SEW: Gesture(*_at_chest((18, 11), (12, 13)), 2.0, pitch=0.9, has_both_hands_before=True),
    Action.ROW: Gesture(*_at_chest((24, 13), (21, 16)), -4.0, holds="oar", prop_turn=60.0),
    Action.LIGHT: Gesture(*_at_chest((24, 4), (18, 9)), 3.0, pitch=0.5),
    Action.SMOKE: Gesture(Hand("head", 42, 42), holds="cigarette"),
    Action.SHOOT: Gesture(*_at_chest((33, -5), (27, -1)), -2.0, holds="pistol", prop_turn=-10.0),
    Action.TYPE: Gesture(*_at_chest((24, 17), (19, 19)), 3.0, pitch=0.7, has_both_hands_before=True),
    Action.COUNT: Gesture(*_at_chest((20, 9), (12, 13)), 2.0, pitch=0.8, has_both_hands_before=True),
    Action.KNOCK: Gesture(*_at_chest((30, -12)), 3.0),
    Action.NOD: Gesture(pitch=0.8, tilt=3),
    Action.SHAKE_HEAD: Gesture(yaw=72, tilt=9, pitch=0.2),
    Action.SHRUG: Gesture(*_at_chest((26, 8), (-26, 8)), tilt=9, pitch=-0.1),
    Action.CLAP: Gesture(*_at_chest((16, 4), (14, 8)), has_both_hands_before=True, pitch=-0.2),
    Action.RAISE: Gesture(
        Hand("chest", 21, -33, is_elbow_up=True), Hand("chest", -21, -33, is_elbow_up=True), pitch=-0.2
    ),
    Action.FOLD_ARMS: Gesture(*_at_chest((-7, 15), (9, 12)), -2.0, has_both_hands_before=True),
    Action.COVER_FACE: Gesture(
        Hand("head", 16, 8), Hand("head", -14, 10), 3.0, pitch=0.5, has_both_hands_before=True
    ),
    Action.SCRATCH: Gesture(Hand("head", 33, -24, is_elbow_up=True), tilt=6),
    Action.SALUTE: Gesture(Hand("head", 38, -24, is_elbow_up=True)),
    Action.LEAN: Gesture(*_at_chest((24, 19)), 9.0),
    Action.BLOW: Gesture(Hand("head", 46, 32), pitch=0.1),
    Action.COMB: Gesture(Hand("head", 36, -16, is_elbow_up=True), holds="comb", tilt=5),
    Action.PAT: Gesture(*_at_chest((29, 0)), 3.0),
    Action.HURT: Gesture(*_at_chest((13, 19), (7, 22)), 6.0, pitch=0.6, has_both_hands_before=True),
    Action.YAWN: Gesture(Hand("head", 34, 42), Hand("chest", -18, -24), pitch=-0.3, tilt=-6),
    Action.COUGH: Gesture(Hand("head", 36, 40), None, 4.0, pitch=0.3),
}
# Who looks at nothing that is told looks far away.
GAZE = Gesture(Hand("head", 36, -30), yaw=48)
# Who leans on a cane.
ON_CANE = Gesture(Hand("chest", 19, 24), lean=2.0)
# Who looks at a thing in the hands.
STUDY = Gesture(Hand("chest", 18, 9), Hand("chest", 13, 12), pitch=0.6)
# Gestures that belong to a posture itself, where no other is told.
_BY_POSTURE = {
    Posture.POINT: _GESTURES[Action.POINT],
    Posture.REACH: _GESTURES[Action.TAKE],
}
# Postures whose hands are busy: what is done in them is the posture itself.
_BUSY = (
    Posture.RUN, Posture.CRAWL, Posture.CLIMB, Posture.JUMP, Posture.FALL, Posture.SWIM, Posture.FLY,
    Posture.SLEEP, Posture.DANCE, Posture.DRIVE,
)  # fmt: skip


def find_gesture(posture: Posture, action: Action | None) -> Gesture:
    """Return the gesture of an action in a posture; the hands rest where it has none."""
    if posture in _BUSY:
        return REST
    own = _GESTURES.get(action) if action else None
    return own or _BY_POSTURE.get(posture, REST)
