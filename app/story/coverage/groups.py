"""How many the groups of a scene are, where its text tells their number."""

import re

from app.story.scene import SceneDraft
from app.vocabulary.numbers import NUMBERS
from app.vocabulary.plurals import singularize
from app.vocabulary.staging import MOST_EXTRAS

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 3  # words from a number to its noun


def count_groups(scene: SceneDraft) -> dict[str, int]:
    """Return the numbers of those groups of a scene that its English text counts, by name."""
    told = [word.casefold() for word in _WORD.findall(f"{scene.narration} {scene.description}")]
    counts: dict[str, int] = {}
    for name, look in zip(scene.characters, scene.looks, strict=False):
        words = [word.casefold() for word in _WORD.findall(name)]
        if look is None or not look.is_group or any(word in NUMBERS for word in words):
            continue
        count = next(filter(None, (_find_number(told, at) for at in _list_places(told, words))), 0)
        if count > 1:
            counts[name] = min(MOST_EXTRAS, count)
    return counts


def _list_places(told: list[str], words: list[str]) -> list[int]:
    """Return where in a text the noun of a name stands."""
    noun = singularize(words[-1]) if words else ""
    return [at for at, word in enumerate(told) if word == noun or singularize(word) == noun]


def _find_number(told: list[str], at: int) -> int:
    """Return the number that stands before a noun, 0 for none."""
    return next((NUMBERS[word] for word in reversed(told[max(0, at - _REACH) : at]) if word in NUMBERS), 0)
