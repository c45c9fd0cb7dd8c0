"""The reader of staging: an English description as a `Staging`."""

from app.vocabulary.staging import CROWD_WORDS, HELD_PROP_WORDS, POSTURE_WORDS, Posture, Staging
from app.vocabulary.words import Words


def read_staging(description: str) -> Staging:
    """Return the staging of an English description; without a known word, figures stand with empty hands."""
    words = Words(description)
    postures = (posture for posture, names in POSTURE_WORDS.items() if words.has_any(*names))
    props = (prop for prop, names in HELD_PROP_WORDS.items() if words.has_any(*names))
    return Staging(next(postures, Posture.STAND), next(props, None), words.has_any(*CROWD_WORDS))
