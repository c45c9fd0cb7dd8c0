"""The one reader of what happens in a scene: English words into a `Staging`."""

from app.vocabulary.staging import CROWD_WORDS, HELD_PROP_WORDS, POSTURE_WORDS, Posture, Staging
from app.vocabulary.words import Words


def read_staging(description: str) -> Staging:
    """Return how an English description stages its scene; of several postures or props the first known.

    A text without a known word has people stand with empty hands and no crowd.
    """
    words = Words(description)
    postures = (posture for posture, names in POSTURE_WORDS.items() if words.has_any(*names))
    props = (prop for prop, names in HELD_PROP_WORDS.items() if words.has_any(*names))
    return Staging(next(postures, Posture.STAND), next(props, None), words.has_any(*CROWD_WORDS))
