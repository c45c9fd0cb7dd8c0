"""What two people do with each other: how near they stand, and what the other one does meanwhile."""

from dataclasses import dataclass

from app.film.boards.cast.gestures import Gesture, Hand
from app.vocabulary.actions import Action
from app.vocabulary.staging import Posture


@dataclass(frozen=True, slots=True)
class Duo:
    """How two stand to each other; `gap` is the distance between them in body units.

    `own` and `other` are the gestures of the one who acts and of the one who is acted on; None for those of
    their own figures. `yaw` turns both heads to each other. The other one lies in the arms of the first
    where `is_carried`.
    """

    gap: float
    own: Gesture | None = None
    other: Gesture | None = None
    posture: Posture | None = None
    yaw: float = 62.0
    is_carried: bool = False


_HUG = Gesture(Hand("chest", 20, 4), Hand("chest", 17, 13), 3.0, 75.0, 0.2, has_both_hands_before=True)
_TAKING = Gesture(Hand("chest", 28, 8), None, 2.0, pitch=0.2)
_GUARD = Gesture(Hand("chest", 18, -8), Hand("chest", 13, -2), -6.0, pitch=-0.1, has_both_hands_before=True)
_WALTZ = Gesture(Hand("chest", 19, -10), Hand("chest", 16, 8), has_both_hands_before=True)
_HAND_IN_HAND = Gesture(Hand("chest", 19, 27))

DUOS: dict[Action, Duo] = {
    Action.EMBRACE: Duo(15, _HUG, _HUG, yaw=75),
    Action.KISS: Duo(24, Gesture(Hand("chest", 17, 2), None, 4.0, 80.0), _HUG, yaw=80),
    Action.GIVE: Duo(60, None, _TAKING),
    Action.TAKE: Duo(60, None, Gesture(Hand("chest", 28, 6), None, -1.0)),
    Action.SHAKE: Duo(56, None, Gesture(Hand("chest", 27, 10), None, 2.0)),
    Action.FIGHT: Duo(48, None, Gesture(Hand("chest", 21, -9), Hand("chest", 13, -2)), Posture.LUNGE),
    Action.HIT: Duo(44, None, _GUARD),
    Action.PAT: Duo(46, Gesture(Hand("chest", 27, 1), None, 3.0), Gesture(yaw=50)),
    Action.KICK: Duo(50, None, _GUARD),
    Action.CATCH: Duo(46, None, _GUARD),
    Action.PUSH: Duo(42, None, _GUARD, Posture.STAND),
    Action.PULL: Duo(58, None, _TAKING, Posture.STAND),
    Action.HOLD: Duo(42, _HAND_IN_HAND, _HAND_IN_HAND, yaw=40),
    Action.CARRY: Duo(14, None, None, Posture.LIE, is_carried=True),
    Action.DANCE: Duo(40, _WALTZ, _WALTZ, Posture.DANCE),
    Action.WHISPER: Duo(27, None, Gesture(tilt=-3, yaw=20), yaw=70),
}
# Two who sit face each other, with room for a table between them.
AT_ONE_TABLE = Duo(92, yaw=34)
