"""Facial expressions: the mood of a scene as brows, lids and mouth."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expression:
    """A facial expression. Positive `brow` lifts the inner ends (worry); negative lowers them (anger)."""

    brow: float
    lift: float
    lids: float
    mouth: float
    open: float


_EXPRESSIONS = {
    "calm": Expression(0.0, 0.0, 1.0, 1.6, 0.0),
    "warm": Expression(1.0, 1.0, 0.92, 4.6, 0.0),
    "joyful": Expression(0.0, 3.0, 0.86, 6.5, 5.0),
    "sad": Expression(5.0, 0.5, 0.72, -4.2, 0.0),
    "tense": Expression(-4.5, -1.5, 0.92, -2.4, 0.0),
    "fearful": Expression(5.5, 4.0, 1.26, -2.8, 5.5),
    "mysterious": Expression(-1.5, 1.0, 0.80, 1.0, 0.0),
}


def choose_expression(mood: str) -> Expression:
    """Choose the expression for a mood; unknown moods are calm."""
    return _EXPRESSIONS.get(mood, _EXPRESSIONS["calm"])
