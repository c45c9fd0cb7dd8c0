"""The things that a stretch tells of, which stand in its picture."""

import re

from app.story.coverage.told_nouns import find_things
from app.vocabulary.shots import ShotType
from app.vocabulary.things.table import find_thing

MOST_THINGS = 3
# Shots so close that nothing stands beside a face.
_CLOSE: frozenset[ShotType] = frozenset(["close_up", "medium_close_up", "over_the_shoulder", "insert"])
SPOKEN = re.compile(r"[“«„\"][^”»“\"]*(?:[”»“\"]|$)")
# A fragment of capitalized words, as the title of a story is.
_TITLE = re.compile(r"\A\s*(?:(?:[A-Z][\w’'-]*|of|the|and|a|an|in|at|on|to|for|with)\s?)+[.!?:]\s")
DENIAL = re.compile(
    r"\b(?:no|not|nothing|never|without|neither|nor|if|wished|wanted)\b|n['’]t\b", re.IGNORECASE
)


def add_told_things(things: tuple[str, ...], text: str, shot_type: ShotType) -> tuple[str, ...]:
    """Return a picture's things and those that its English text tells of outside speech, three at most.

    Only what has a drawing is added, and nothing to a close shot or where the text denies something.
    """
    narrated = _TITLE.sub("", SPOKEN.sub(" ", text), count=1)
    if shot_type in _CLOSE or DENIAL.search(narrated):
        return things
    parts = " ".join(thing for thing in things if " " in thing).split()
    told = (thing for thing in find_things(narrated) if find_thing(thing) and thing not in parts)
    return tuple(dict.fromkeys((*things, *told)))[:MOST_THINGS]
