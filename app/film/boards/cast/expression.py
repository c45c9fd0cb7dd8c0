"""Facial expressions: the mood of a scene or what a person does, as brows, lids and mouth."""

from dataclasses import dataclass, replace

from app.vocabulary.actions import Action


@dataclass(frozen=True, slots=True)
class Expression:
    """A facial expression. Positive `brow` lifts the inner ends (worry); negative lowers them (anger).

    `lids` is how far the eyes are open, 0 for closed ones. `mouth` is how far its corners are raised and
    `open` how far it is open, in hundredths of the head; `width` is a factor of its width.
    """

    brow: float
    lift: float
    lids: float
    mouth: float
    open: float
    width: float = 1.0
    has_tears: bool = False


_EXPRESSIONS = {
    "calm": Expression(0.5, 1.0, 1.0, 3.0, 0.0),
    "warm": Expression(1.0, 2.0, 0.96, 5.0, 0.0, 1.1),
    "joyful": Expression(0.5, 4.0, 0.95, 6.5, 6.0, 1.2),
    "sad": Expression(6.0, 0.5, 0.78, -4.5, 0.0, 0.9),
    "tense": Expression(-4.5, -1.0, 0.94, -2.0, 0.0, 0.9),
    "fearful": Expression(6.5, 4.5, 1.25, -3.0, 5.5, 0.9),
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
# Dark moods show through where the act by itself would look glad, and the reverse.
_GLAD = (Action.DANCE, Action.EMBRACE, Action.SING)
_DARK_MOODS = ("sad", "tense", "fearful")
# How far a speaker's mouth is open at least, in hundredths of the head.
_SPEAKING = 6.0


def choose_expression(mood: str, action: Action | None = None, *, is_speaking: bool = False) -> Expression:
    """Choose the expression of one who does something in a mood; unknown moods are calm."""
    expression = _EXPRESSIONS.get(mood, _EXPRESSIONS["calm"])
    own = _BY_ACTION.get(action) if action else None
    if own and not (action in _GLAD and mood in _DARK_MOODS):
        expression = own
    if is_speaking and expression.open < _SPEAKING:
        expression = replace(expression, open=_SPEAKING)
    return expression
