"""How what happens is framed: the sizes, best first, the angle and the move of the camera for each action."""

from enum import StrEnum

from app.story.coverage.axis import TRAVELS
from app.vocabulary.actions import Action
from app.vocabulary.looks import CharacterLook
from app.vocabulary.roles import Role
from app.vocabulary.shots import Angle, CameraMove, ShotType
from app.vocabulary.species import Species


class Intent(StrEnum):
    """What a shot is for."""

    ESTABLISH = "establish"
    ACTION = "action"
    FEELING = "feeling"
    INSERT = "insert"
    REVEAL = "reveal"
    SPEECH = "speech"
    REACTION = "reaction"
    NARRATION = "narration"


FEELINGS = frozenset([Action.CRY, Action.LAUGH, Action.SIGH, Action.SMILE, Action.YAWN])
FIGHTS = frozenset([Action.FIGHT, Action.HIT, Action.SHOUT, Action.THROW, Action.CATCH, Action.SHOOT])
WIDE_SIZES: tuple[ShotType, ...] = ("extreme_wide", "wide", "full", "two_shot")
_WHOLE_BODY = TRAVELS | {
    Action.FALL,
    Action.DANCE,
    Action.FIGHT,
    Action.DIG,
    Action.THROW,
    Action.LIE,
    Action.SLEEP,
    Action.RISE,
    Action.KNEEL,
    Action.SIT,
    Action.KICK,
    Action.STAMP,
    Action.DROP,
    Action.SWEEP,
    Action.ROW,
}
_FACES = frozenset(
    [
        Action.LOOK,
        Action.LISTEN,
        Action.WHISPER,
        Action.READ,
        Action.WRITE,
        Action.PHONE,
        Action.WAKE,
        Action.NOD,
    ]
)
_POWERFUL_ROLES = frozenset([Role.KING, Role.QUEEN, Role.GIANT, Role.WITCH])
_POWERFUL_SPECIES = frozenset([Species.BEAR, Species.DRAGON, Species.LION, Species.ELEPHANT, Species.WOLF])
_SMALL_SPECIES = frozenset([Species.ANT, Species.BEE, Species.BEETLE, Species.BUTTERFLY, Species.MOUSE])
_HELPLESS = frozenset([Action.FALL, Action.CRAWL, Action.KNEEL, Action.CRY])
_DANGEROUS_MOODS = ("tense", "fearful")
_LOW_ACTS = frozenset([*FIGHTS, Action.JUMP, Action.CLIMB, Action.POINT, Action.RISE, Action.RIDE])
_HIGH_ACTS = frozenset([Action.RUN, Action.HIDE, Action.WALK])
_OVERHEAD = frozenset([Action.SLEEP, Action.LIE])


def rank_sizes(action: Action | None, people: int) -> tuple[ShotType, ...]:
    """Return the sizes in which an action of so many people is seen well, the best first."""
    if people > 2:
        return ("full", "wide", "extreme_wide")
    if people == 2:
        return ("full", "two_shot", "wide") if action in _WHOLE_BODY else ("two_shot", "full", "medium")
    if action in _WHOLE_BODY:
        return ("full", "wide", "medium")
    if action in FEELINGS:
        return ("close_up", "medium_close_up", "medium")
    if action in _FACES:
        return ("medium_close_up", "close_up", "medium")
    return ("medium", "medium_close_up", "full")


def choose_angle(action: Action | None, power: int, other: int, mood: str = "calm") -> Angle:
    """Return the angle from which one of some power is seen who does something to one of another power.

    Powers are 1 for the mighty, -1 for the small, and 0 for all others. In danger those who flee or hide are
    seen from above, and those who fight from below.
    """
    if action in _OVERHEAD:
        return "overhead"
    if action in _HELPLESS and power <= 0:
        return "high"
    if mood in _DANGEROUS_MOODS and action in _LOW_ACTS | _HIGH_ACTS:
        return "low" if action in _LOW_ACTS else "high"
    if power > max(0, other) or (power > other and action in FIGHTS):
        return "low"
    return "high" if power - other <= -2 else "eye"


def measure_power(look: CharacterLook | None) -> int:
    """Return 1 for a king, a giant or a bear, -1 for a small child or a mouse, 0 for all others."""
    if look is None:
        return 0
    if look.role in _POWERFUL_ROLES or look.species in _POWERFUL_SPECIES:
        return 1
    return -1 if look.age in ("baby", "child") or look.species in _SMALL_SPECIES else 0


def choose_move(intent: Intent, action: Action | None, travel: str) -> CameraMove:
    """Return the move of the camera: none in talk, along with those who travel, closer for a feeling."""
    if intent in (Intent.SPEECH, Intent.INSERT, Intent.REACTION):
        return "static"
    if action in (Action.CLIMB, Action.RISE, Action.FLY):
        return "tilt_up"
    if action is Action.FALL:
        return "tilt_down"
    if action in TRAVELS:
        return "pan_left" if travel == "left" else "pan_right"
    return "push_in" if intent in (Intent.FEELING, Intent.REVEAL) else "static"
