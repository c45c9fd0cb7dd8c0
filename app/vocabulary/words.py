"""Searches free text for words and phrases: whole words only, in any script."""

import re
from collections.abc import Collection, Iterable

_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of a text, which can be searched for words and phrases.

    A plural matches its singular ("doors" matches "door"), and "lighthouse" does not match "house".
    """

    def __init__(self, *texts: str) -> None:
        self.sequence: list[str] = [word for text in texts for word in _WORD.findall(text.casefold())]
        self._singular = [_singular(word) for word in self.sequence]
        self._joined = (f" {' '.join(self.sequence)} ", f" {' '.join(self._singular)} ")

    def __contains__(self, phrase: str) -> bool:
        return any(f" {phrase} " in joined for joined in self._joined)

    def count(self, phrases: Iterable[str]) -> int:
        """Return how many different phrases of a list the text contains."""
        return sum(phrase in self for phrase in phrases)

    def first(self, phrases: Iterable[str]) -> str | None:
        """Return the first phrase of a list, in the list's order, that the text contains, or None."""
        return next((phrase for phrase in phrases if phrase in self), None)

    def first_in_text(self, phrases: Collection[str]) -> str | None:
        """Return the phrase that begins first in the text, the longest of those at that word, or None."""
        longest = max((phrase.count(" ") + 1 for phrase in phrases), default=0)
        for start in range(len(self.sequence)):
            for length in range(longest, 0, -1):
                for words in (self.sequence, self._singular):
                    phrase = " ".join(words[start : start + length])
                    if phrase in phrases:
                        return phrase
        return None

    def has_any(self, *phrases: str) -> bool:
        """Return whether the text contains any of the phrases."""
        return self.first(phrases) is not None


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def listed(phrases: str) -> tuple[str, ...]:
    """Return the phrases of a comma-separated list."""
    return tuple(phrase.strip() for phrase in phrases.split(","))
