"""The cue words of each language, as data, and the one door to them."""

from app.story.lexicon.english import ENGLISH
from app.story.lexicon.entries import Lexicon
from app.story.lexicon.french import FRENCH
from app.story.lexicon.german import GERMAN
from app.story.lexicon.spanish import SPANISH

_PLAIN = Lexicon()
LEXICONS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def get_lexicon(language: str) -> Lexicon:
    """Return the cue words of a language tag (`de`, `de-AT`), empty ones where a language has no tables."""
    return LEXICONS.get(language.lower().replace("_", "-").split("-")[0], _PLAIN)
