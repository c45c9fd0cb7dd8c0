"""Whom a pronoun in an English text means: "sat down beside him", "gave her an apple"."""

import re
from collections.abc import Iterable, Mapping

from app.story.coverage.told_things import SPOKEN
from app.vocabulary.looks import CharacterLook
from app.vocabulary.people import Gender
from app.vocabulary.words import listed

_BEFORE = listed(
    "beside, to, after, past, behind, with, at, toward, towards, near, before, around, against, on, over, "
    r"by, gave, give, gives, follow, follows, call, calls, led, caught, held, met, saw, sees, took, brought, "
    r"\w+ed, \w+ing"
)
# What may stand after "her" where it is not said of a thing of hers.
_AFTER = (
    r"(?=\s*(?:$|[,.;:!?—]|(?:and|but|as|while|a|an|the|some|in|on|at|by|to|up|down|from|with|into|for|fast|"
    r"away|off|out|over|there|again)\b))"
)
_REFERRING = re.compile(rf"\b(?:{'|'.join(_BEFORE)})\s+(him|her){_AFTER}", re.IGNORECASE)
_GENDERS: dict[str, Gender] = {"him": "male", "her": "female"}


def find_referred(
    text: str, agents: Iterable[str], known: Iterable[str], looks: Mapping[str, CharacterLook | None]
) -> str:
    """Return the one of those known whom a text means by a pronoun, "" where it is not known.

    `known` are characters, those first who were in frame last; `agents` do what is told and are not meant.
    """
    found = _REFERRING.search(SPOKEN.sub(" ", text))
    if found is None:
        return ""
    gender, doers = _GENDERS[found[1].casefold()], set(agents)
    others = [name for name in known if name not in doers and not _is_group(looks.get(name))]
    alike = (name for name in others if _has_gender(looks.get(name), gender))
    unsure = (name for name in others if _has_gender(looks.get(name), "neutral"))
    return next(alike, next(unsure, ""))


def _has_gender(look: CharacterLook | None, gender: Gender) -> bool:
    return look is not None and look.gender == gender


def _is_group(look: CharacterLook | None) -> bool:
    return look is not None and look.is_group
