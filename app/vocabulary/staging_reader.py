"""The reader of staging: an English description as a `Staging`."""

from app.vocabulary.staging import CROWD_WORDS, POSTURE_WORDS, Figure, Posture, Staging
from app.vocabulary.things.reader import read_held
from app.vocabulary.words import Words


def read_staging(description: str) -> Staging:
    """Return the staging of an English description, in which the first character does what it says.

    Without a known word all stand with empty hands, and there are no figures.
    """
    words = Words(description)
    postures = (posture for posture, names in POSTURE_WORDS.items() if words.has_any(*names))
    first = Figure("", next(postures, Posture.STAND), read_held(description))
    return Staging(() if first == Figure() else (first,), has_crowd=words.has_any(*CROWD_WORDS))
