"""Facial expressions: the mood of a scene or what a person does, as brows, lids and mouth."""

from dataclasses import dataclass, replace

from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling


@dataclass(frozen=True, slots=True)
class Expression:
    """A facial expression. Positive `brow` lifts the inner ends (worry); negative lowers them (anger).

    `lids` is how far the eyes are open, 0 for closed ones. `mouth` is how far its corners are raised and
    `open` how far it is open, in hundredths of the head; `width` is a factor of its width. `blush` is how red
    the cheeks are, 0 to 1.
    """

    brow: float
    lift: float
    lids: float
    mouth: float
    open: float
    width: float = 1.0
    has_tears: bool = False
    blush: float = 0.0


# The mood of a scene shows less than what one feels oneself: not everybody weeps in a sad scene.
_EXPRESSIONS = {
    "calm": Expression(0.5, 1.0, 1.0, 3.0, 0.0),
    "warm": Expression(1.0, 2.0, 0.96, 5.0, 0.0, 1.1),
    "joyful": Expression(0.5, 4.0, 0.95, 6.5, 6.0, 1.2),
    "sad": Expression(4.0, 0.7, 0.86, -2.5, 0.0, 0.92),
    "tense": Expression(-3.0, -0.4, 0.94, -1.2, 0.0, 0.92),
    "fearful": Expression(4.5, 3.0, 1.14, -2.0, 2.5, 0.9),
    "mysterious": Expression(-1.5, 1.5, 0.84, 1.4, 0.0),
}
# What is done shows on the face more than the mood of the scene.
_BY_ACTION = {
    Action.CRY: Expression(8.0, 1.0, 0.35, -6.0, 5.0, 1.0, has_tears=True),
    Action.LAUGH: Expression(1.0, 5.0, 0.0, 8.0, 11.0, 1.35),
    Action.SHOUT: Expression(-4.0, 1.0, 1.05, -1.0, 15.0, 1.0),
    Action.SING: Expression(3.0, 4.0, 0.6, 2.0, 10.0, 0.8),
    Action.SIGH: Expression(5.0, 0.0, 0.55, -3.0, 2.0, 0.7),
    Action.SLEEP: Expression(1.0, 0.0, 0.0, 2.0, 0.0),
    Action.FALL: Expression(6.0, 5.0, 1.3, -3.0, 10.0, 0.9),
    Action.FIGHT: Expression(-7.0, -2.0, 0.95, -3.0, 5.0, 1.1),
    Action.HIT: Expression(-7.0, -2.0, 0.95, -3.0, 5.0, 1.1),
    Action.HIDE: Expression(6.0, 4.0, 1.2, -2.0, 0.0, 0.8),
    Action.EMBRACE: Expression(3.0, 2.0, 0.0, 5.0, 0.0, 1.1),
    Action.DANCE: Expression(1.0, 4.0, 0.95, 7.0, 5.0, 1.2),
    Action.WAKE: Expression(3.0, 5.0, 1.15, 0.5, 5.0, 0.7),
    Action.WHISPER: Expression(1.0, 1.5, 0.9, 1.0, 3.0, 0.6),
    Action.PULL: Expression(-4.0, -1.0, 0.8, -1.0, 0.0, 1.1),
    Action.PUSH: Expression(-4.0, -1.0, 0.8, -1.0, 0.0, 1.1),
}
_BY_ACTION |= {
    Action.SMILE: Expression(1.0, 3.0, 0.9, 8.0, 0.0, 1.25),
    Action.YAWN: Expression(4.0, 4.0, 0.0, -1.0, 16.0, 0.9),
    Action.COUGH: Expression(5.0, 0.0, 0.2, -3.0, 7.0, 0.8),
    Action.HURT: Expression(7.0, -1.0, 0.3, -6.0, 6.0, 1.1),
    Action.STAMP: Expression(-7.0, -2.0, 0.9, -5.0, 0.0, 1.0),
    Action.SHOOT: Expression(-5.0, -1.0, 0.75, -2.0, 0.0, 0.9),
    Action.BLOW: Expression(2.0, 3.0, 0.9, 0.0, 5.0, 0.4),
    Action.CLAP: Expression(1.0, 4.0, 0.95, 7.0, 5.0, 1.2),
    Action.COVER_FACE: Expression(7.0, 1.0, 0.3, -5.0, 0.0, 0.9),
}
_BY_FEELING = {
    Feeling.GLAD: Expression(1.0, 3.5, 0.92, 8.5, 0.0, 1.3),
    Feeling.AMUSED: Expression(1.0, 5.0, 0.0, 8.0, 10.0, 1.3),
    Feeling.LOVING: Expression(2.0, 2.5, 0.75, 6.0, 0.0, 1.1, blush=0.5),
    Feeling.PROUD: Expression(-0.5, 4.5, 0.72, 6.0, 0.0, 1.15),
    Feeling.SAD: Expression(8.0, 0.0, 0.7, -6.5, 0.0, 0.9),
    Feeling.WEEPING: Expression(9.0, 1.0, 0.4, -7.0, 5.0, 1.0, has_tears=True),
    Feeling.ANGRY: Expression(-9.0, -3.0, 0.88, -6.0, 0.0, 1.0, blush=0.35),
    Feeling.AFRAID: Expression(8.0, 6.0, 1.35, -4.5, 6.0, 0.95),
    Feeling.WORRIED: Expression(6.5, 2.0, 1.05, -3.5, 0.0, 0.8),
    Feeling.SURPRISED: Expression(2.0, 8.0, 1.4, -1.0, 9.0, 0.6),
    Feeling.TIRED: Expression(4.0, -0.5, 0.42, -3.0, 0.0, 0.8),
    Feeling.PAINED: Expression(8.0, -1.0, 0.25, -6.0, 6.0, 1.15),
    Feeling.ASHAMED: Expression(6.0, 1.0, 0.55, -3.0, 0.0, 0.75, blush=1.0),
    Feeling.DISGUSTED: Expression(-4.0, -1.0, 0.55, -6.5, 2.0, 1.0),
    Feeling.PUZZLED: Expression(-2.5, 3.5, 0.8, -2.0, 0.0, 0.7),
    Feeling.GRAVE: Expression(-2.5, -0.5, 0.85, -2.0, 0.0, 0.9),
    Feeling.EYES_SHUT: Expression(1.0, 0.0, 0.0, 1.0, 0.0),
}
# Dark moods show through where the act by itself would look glad, and the reverse.
_GLAD = (Action.DANCE, Action.EMBRACE, Action.SING)
_DARK_MOODS = ("sad", "tense", "fearful")
# How far a speaker's mouth is open at least, in hundredths of the head.
_SPEAKING = 6.0


def choose_expression(
    mood: str, action: Action | None = None, feeling: Feeling | None = None, *, is_speaking: bool = False
) -> Expression:
    """Choose the expression of one who feels or does something in a mood; unknown moods are calm."""
    expression = _EXPRESSIONS.get(mood, _EXPRESSIONS["calm"])
    own = _BY_ACTION.get(action) if action else None
    if own and not (action in _GLAD and mood in _DARK_MOODS):
        expression = own
    if feeling is not None and action is not Action.SLEEP:
        expression = _BY_FEELING[feeling]
    if is_speaking and expression.open < _SPEAKING:
        expression = replace(expression, open=_SPEAKING)
    return expression
