"""Pronouns by cue words, also where they hang on a verb ("dit-il") or mean one or many ("sie")."""

import re
from collections.abc import Sequence

from app.story.lexicon.entries import Lexicon
from app.story.prose import Word

_JOINTS = re.compile("[-'’]")


def read_pronoun(words: Sequence[Word], index: int, lexicon: Lexicon) -> str:
    """Return the gender of the one that a word means, empty where it is no pronoun for one."""
    word = words[index].lower
    if gender := lexicon.pronouns.get(word) or lexicon.pronouns.get(_JOINTS.split(word)[-1]):
        return gender
    beside = [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]
    gender = lexicon.singular_or_plural.get(word, "")
    return gender if any(_is_singular(other.lower, lexicon) for other in beside) else ""


def says(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word is a verb of saying, alone or with its pronoun: "dit", "dit-il"."""
    return word.lower in lexicon.speech_verbs or word.lower.split("-")[0] in lexicon.speech_verbs


def _is_singular(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.speech_verbs or word in lexicon.singular_verbs or word.endswith("te")
