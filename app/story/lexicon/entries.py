"""The shapes that a language's cue words come in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from app.vocabulary.light import Weather
from app.vocabulary.people import Age
from app.vocabulary.roles import Role
from app.vocabulary.setting_facts import SETTINGS
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species

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
    """What a word says of the place; `weight` is how surely it means that the story is there.

    A tree hints at a forest with less than 1.
    """

    setting: Setting
    weight: float = 1.0

    @property
    def indoors(self) -> bool | None:
        """Whether the place is under a roof; None for a building, which the story is in or before."""
        return SETTINGS[self.setting].indoors


@dataclass(frozen=True, slots=True)
class CharacterNoun:
    """A noun for a character: `title` is the name on screen, `head` the noun in the singular.

    `gender` is "" where the noun tells none.
    """

    title: str
    head: str
    gender: str = ""
    age: Age = "adult"
    role: Role | None = None
    species: Species | None = None
    is_plural: bool = False

    @property
    def is_animal(self) -> bool:
        return self.species is not None


@dataclass(frozen=True)
class DeedWords:
    """The words of a language for deeds: forms of verbs, with the last word of a separable one, and things.

    Their values are English infinitives and nouns, those of `feelings` names of feelings. A clause with one
    of the `denials` or the `unreal` words tells nothing that is seen; `breaks` begin another clause.
    `subjects` are pronouns with their genders, `objects` those that are no subject.
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[str, str] = field(default_factory=dict)
    feelings: Mapping[str, str] = field(default_factory=dict)
    denials: frozenset[str] = frozenset()
    unreal: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    subjects: Mapping[str, str] = field(default_factory=dict)
    objects: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """One language's cue words, all in lower case; an empty one finds nothing and breaks nothing."""

    places: Phrases[PlaceCue] = field(default_factory=lambda: Phrases({}))
    locatives: frozenset[str] = frozenset()
    leavings: frozenset[str] = frozenset()
    inside_words: frozenset[str] = frozenset()
    outside_words: frozenset[str] = frozenset()
    times: Phrases[str] = field(default_factory=lambda: Phrases({}))
    weathers: Phrases[Weather] = field(default_factory=lambda: Phrases({}))
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
    singular_or_plural: Mapping[str, str] = field(default_factory=dict)
    singular_verbs: frozenset[str] = frozenset()
    drops_subjects: bool = False
    tags_within_quotes: bool = False
    group_pronouns: frozenset[str] = frozenset()
    article_genders: Mapping[str, str] = field(default_factory=dict)
    possessives: Mapping[str, str] = field(default_factory=dict)
    speech_verbs: frozenset[str] = frozenset()
    deeds: DeedWords = field(default_factory=DeedWords)
    acts: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    modern_words: frozenset[str] = frozenset()
    tale_words: frozenset[str] = frozenset()
    article: str = ""
    are_nouns_capitalised: bool = False


def spread(table: Mapping[Value, str]) -> dict[str, Value]:
    """Return `{phrase: meaning}`, which finds fast, for `{meaning: "phrase, phrase"}`, which reads well."""
    return {phrase.strip(): value for value, phrases in table.items() for phrase in phrases.split(",")}


def cue_places(table: Mapping[Setting, str]) -> Phrases[PlaceCue]:
    """Return the phrases that name each setting as cues of full weight."""
    return Phrases({phrase: PlaceCue(setting) for phrase, setting in spread(table).items()})


def name_characters(
    people: Mapping[tuple[str, Age], str],
    animals: Mapping[Species, str],
    roles: Mapping[str, Role],
    groups: Mapping[str, str],
) -> dict[str, CharacterNoun]:
    """Return a language's nouns for characters by their heads, in lower case.

    `people` and `animals` list them with their articles ("der König"), `roles` tells some heads' roles, and
    `groups` has the heads of plurals ("die Hunde": "hund"). Of two nouns with one head, such as "der Alte"
    and "die Alte", each is also found by its article.
    """
    nouns = {
        title.strip(): CharacterNoun("", "", gender, age)
        for (gender, age), titles in people.items()
        for title in titles.split(",")
    }
    listed = spread(animals).items()
    nouns |= {title: CharacterNoun("", "", species=species) for title, species in listed}
    found: dict[str, CharacterNoun] = {}
    for title, noun in nouns.items():
        head = title.replace("’", " ").split()[-1].lower()
        whole = replace(noun, title=title[0].upper() + title[1:], head=head, role=roles.get(head))
        if head in found:
            found |= {found[head].title.lower(): found[head], title.lower(): whole}
        found[head] = whole
    return found | _list_groups(found, groups)


def _list_groups(nouns: Mapping[str, CharacterNoun], groups: Mapping[str, str]) -> dict[str, CharacterNoun]:
    """Return the plurals of nouns by their words; a group is neither he nor she."""
    return {
        title.split()[-1].lower(): replace(
            nouns[head], title=title[0].upper() + title[1:], gender="", is_plural=True
        )
        for title, head in groups.items()
        if head in nouns
    }


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())
