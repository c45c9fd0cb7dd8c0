"""The shapes that a language's cue words come in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A phrase found in a run of words: where it starts, how many words it takes, what it means."""

    index: int
    length: int
    value: Value


class Phrases(Generic[Value]):
    """A table from phrases of whole words to meanings, searched in one pass over a sentence."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self._by_first_word: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries.items():
            words = tuple(phrase.split())
            self._by_first_word.setdefault(words[0], []).append((words, value))
        for choices in self._by_first_word.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def values(self) -> set[Value]:
        """Return every meaning in the table."""
        return {value for choices in self._by_first_word.values() for _, value in choices}

    def find(self, words: Sequence[str]) -> Iterator[Found[Value]]:
        """Yield the phrases that occur in `words` (lower case) from left to right, the longest first."""
        index = 0
        while index < len(words):
            found = self._at(words, index)
            if found:
                yield found
            index += found.length if found else 1

    def _at(self, words: Sequence[str], index: int) -> Found[Value] | None:
        for phrase, value in self._by_first_word.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return Found(index, len(phrase), value)
        return None


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """A setting; `indoors` is None for a building, which the words around it put us into or before.

    `weight` is how surely the word means that the story is there: a tree hints at a forest.
    """

    setting: str
    indoors: bool | None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class CharacterNoun:
    """Somebody known by what they are: `title` is the name on screen, `head` the noun in the singular."""

    title: str
    head: str
    gender: str = ""
    age: str = "adult"
    kind: str = "person"
    is_plural: bool = False


@dataclass(frozen=True)
class Lexicon:
    """One language's cue words, all in lower case; an empty one finds nothing and breaks nothing."""

    places: Phrases[PlaceCue] = field(default_factory=lambda: Phrases({}))
    locatives: frozenset[str] = frozenset()
    leavings: frozenset[str] = frozenset()
    inside_words: frozenset[str] = frozenset()
    outside_words: frozenset[str] = frozenset()
    times: Phrases[str] = field(default_factory=lambda: Phrases({}))
    weathers: Phrases[str] = field(default_factory=lambda: Phrases({}))
    moods: Mapping[str, str] = field(default_factory=dict)
    openings: Phrases[float] = field(default_factory=lambda: Phrases({}))
    character_nouns: Mapping[str, CharacterNoun] = field(default_factory=dict)
    generic_heads: frozenset[str] = frozenset()
    family: Mapping[str, str] = field(default_factory=dict)
    ordinals: Mapping[str, str] = field(default_factory=dict)
    modifiers: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    similes: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    pronouns: Mapping[str, str] = field(default_factory=dict)
    group_pronouns: frozenset[str] = frozenset()
    possessives: Mapping[str, str] = field(default_factory=dict)
    speech_verbs: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    modern_words: frozenset[str] = frozenset()
    tale_words: frozenset[str] = frozenset()
    article: str = ""
    are_nouns_capitalised: bool = False


def spread(table: Mapping[Value, str]) -> dict[str, Value]:
    """Turn `{meaning: "phrase, phrase"}`, which reads well, into `{phrase: meaning}`, which finds fast."""
    return {phrase.strip(): value for value, phrases in table.items() for phrase in phrases.split(",")}


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())
