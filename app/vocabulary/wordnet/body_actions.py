"""What is done with a part of the body: who raises the hands carries nothing, who shakes the head says no."""

from app.vocabulary.actions import Action
from app.vocabulary.words import listed

_RAISING = listed("raise, lift, throw up, put up, hold up, stretch, spread, stick up, fling up, throw, open")
_LOWERING = listed("bow, hang, lower, bend, drop, duck, bury")
_TOUCHING = listed("rub, scratch, stroke, touch, tap, tug, pull, twist, twirl")
_HURTING = listed("burn, cut, hurt, prick, bruise, break, twist, scrape, bang, hit, bump, stub, scald")
_NURSING = listed("hold, clutch, grip, clasp, grab, rub, nurse, squeeze, press")
_WIPING = listed("wipe, dry, mop, dab, wipe away, brush away, blink away")
_HIDING = listed("cover, hide, bury, shield, shade")
_CROSSING = listed("cross, fold")
_STRETCHING = listed("stretch out, hold out, reach out, extend, offer, reach, put out, outstretch")
_LIMBS = listed("knee, ankle, thumb, toe, foot, leg, shin, elbow, wrist, finger, stomach, belly, side, nose")
_HEADS = listed("head, chin, neck, beard, temple, hair, moustache, ear")

_TABLE: tuple[tuple[tuple[str, ...], tuple[str, ...], Action | None], ...] = (
    (_HURTING, (*_LIMBS, "hand", "arm", "shoulder", "head"), Action.HURT),
    (_NURSING, _LIMBS, Action.HURT),
    (
        ("hold", "take", "clasp", "grip", "squeeze", "grasp", "clutch", "seize", "catch"),
        ("hand",),
        Action.HOLD,
    ),
    (("shake",), ("hand",), Action.SHAKE),
    (_RAISING, ("hand", "arm", "fist"), Action.RAISE),
    (("wave", "raise", "lift"), ("hand", "arm"), Action.WAVE),
    (("raise", "point", "wag", "shake"), ("finger", "fist"), Action.POINT),
    (("clap", "rub", "wring"), ("hand",), Action.CLAP),
    (("shake",), ("head",), Action.SHAKE_HEAD),
    (("nod",), ("head",), Action.NOD),
    (_LOWERING, ("head", "chin"), Action.BOW),
    (_TOUCHING, _HEADS, Action.SCRATCH),
    (_WIPING, ("eye", "tear", "cheek", "forehead", "brow", "face", "nose", "mouth", "lip"), Action.WASH),
    (_HIDING, ("face", "eye", "mouth", "ear", "head"), Action.COVER_FACE),
    (_CROSSING, ("arm",), Action.FOLD_ARMS),
    (_CROSSING, ("hand",), Action.PRAY),
    (_STRETCHING, ("hand", "arm"), Action.GIVE),
    (("shrug",), ("shoulder",), Action.SHRUG),
    (("stamp", "tap"), ("foot",), Action.STAMP),
    (("comb", "brush", "braid", "plait"), ("hair", "braid", "plait"), Action.COMB),
    (("open",), ("eye",), Action.LOOK),
    (("open", "shut", "close", "lick", "bite", "purse"), ("mouth", "lip"), None),
    (("close", "shut", "lower", "roll", "narrow", "raise", "lift"), ("eye", "eyebrow", "gaze"), None),
    (("raise", "lift", "turn"), ("head", "face"), Action.LOOK),
    (("swing", "dangle", "cross", "kick", "stretch", "bend"), ("leg",), None),
    (("clench", "grit", "bare", "show"), ("tooth", "fist", "jaw"), None),
    (("hold", "catch", "draw"), ("breath",), None),
    (("brush", "clean"), ("tooth",), Action.WASH),
    (("blow",), ("nose",), Action.COVER_FACE),
    (("put", "lay", "place", "rest"), ("hand", "arm"), Action.PAT),
)
BODY_ACTIONS = {
    (verb, part): action for verbs, parts, action in reversed(_TABLE) for verb in verbs for part in parts
}
"""What is seen where a verb has a part of the body as its object; None where only the face tells it."""

TWO_HANDED = (Action.RAISE,)
"""What is done with both hands: with one of them it is a wave."""


def find_body_action(verb: str, part: str, *, is_plural: bool) -> tuple[bool, Action | None]:
    """Return whether a verb with a part of the body tells another action than the verb alone, and which."""
    key = verb, part
    action = BODY_ACTIONS.get(key)
    if action in TWO_HANDED and not is_plural:
        action = Action.WAVE
    return key in BODY_ACTIONS, action
