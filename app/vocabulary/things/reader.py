"""The reader of things: which thing an English text puts into a hand."""

import re

from app.vocabulary.things.clothes import CLOTHES
from app.vocabulary.things.table import find_held
from app.vocabulary.words import listed

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# The words after which a thing is in the hands, and how many words after them it is named.
_CARRYING = frozenset(
    listed(
        "with, hold, holds, held, holding, carry, carries, carried, carrying, take, takes, took, taking, "
        "bring, brings, brought, bringing, lift, lifts, lifted, raise, raises, raised, grab, grabs, grabbed, "
        "grip, grips, gripped, wield, wields, wielded, wielding, swing, swings, swung, clutch, clutches, "
        "clutched, clutching, picks, picked, reads, reading, drinks, drank, eats, ate, plays, played, "
        "offers, offered"
    )
)
_REACH = 4


def read_held(text: str) -> str | None:
    """Return the thing that a text tells to be in the hands, the first of several, or None.

    What one wears is not held.
    """
    words = _WORD.findall(text.casefold())
    for place, word in enumerate(words):
        if not _CARRYING.isdisjoint(words[max(0, place - _REACH) : place]):
            found = read_carried(" ".join(words[place : place + 2])) or read_carried(word)
            if found:
                return found
    return None


def read_carried(noun: str) -> str | None:
    """Return the thing that a noun phrase means if one carries it in the hands and does not wear it."""
    name = find_held(noun)
    return None if name in _WORN else name


_WORN = frozenset(thing.name for thing in CLOTHES)
