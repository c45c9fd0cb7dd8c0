"""The thing that a noun names: by the catalogue's own nouns, then by WordNet."""

from functools import cache

from app.vocabulary.things.catalogue import THINGS
from app.vocabulary.things.misread import MISREAD
from app.vocabulary.things.names import THING_NAMES, normalize_noun
from app.vocabulary.wordnet.table import THING_FILE, find_facts

# What one has in the hand where a noun may mean a larger thing as well.
_IN_HAND = {"lamp": "lantern", "candle holder": "candle"}
# Endings of plurals and what the singular has in their place.
_PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("ves", "fe"))


@cache
def find_thing(noun: str) -> str | None:
    """Return the name of the thing that an English noun means, None for what has no drawing.

    `noun` is a noun in any number; of a compound such as "oak table" the last word decides where the whole
    is unknown.
    """
    key = normalize_noun(noun)
    return _find_word(key) or (_find_word(key.rpartition(" ")[2]) if " " in key else None)


def find_held(noun: str) -> str | None:
    """Return the name of the thing that a noun means if one carries it in the hands."""
    name = find_thing(noun)
    name = _IN_HAND.get(name, name) if name else None
    return name if name and THINGS[name].is_held else None


def _find_word(key: str) -> str | None:
    found = _find_singular(key)
    if found or key in MISREAD:
        return found
    forms = (key.removesuffix(end) + instead for end, instead in _PLURALS if key.endswith(end))
    return next((thing for form in forms if (thing := _find_singular(form))), None)


def _find_singular(key: str) -> str | None:
    if key in THING_NAMES:
        return THING_NAMES[key]
    facts = None if key in MISREAD else find_facts(THING_FILE, key)
    return facts[0] if facts else None
