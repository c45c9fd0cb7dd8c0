"""What a face says: the mood of a scene as brows, lids and mouth."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mien:
    """A facial expression. Positive `brow` lifts the inner ends (worry); negative lowers them (anger)."""

    brow: float
    lift: float
    lids: float
    mouth: float
    open: float


_MIENS = {
    "calm": Mien(0.0, 0.0, 1.0, 1.6, 0.0),
    "warm": Mien(1.0, 1.0, 0.92, 4.6, 0.0),
    "joyful": Mien(0.0, 3.0, 0.86, 6.5, 5.0),
    "sad": Mien(5.0, 0.5, 0.72, -4.2, 0.0),
    "tense": Mien(-4.5, -1.5, 0.92, -2.4, 0.0),
    "fearful": Mien(5.5, 4.0, 1.26, -2.8, 5.5),
    "mysterious": Mien(-1.5, 1.0, 0.80, 1.0, 0.0),
}


def mien_of(mood: str) -> Mien:
    """Choose the expression for a mood; unknown moods are calm."""
    return _MIENS.get(mood, _MIENS["calm"])
