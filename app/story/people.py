"""The people of a story while it is read, and where they are mentioned."""

from collections import Counter
from dataclasses import dataclass, field

from app.story.lexicon.entries import CharacterNoun
from app.vocabulary.looks import Kind
from app.vocabulary.people import Age

OWNER_WEIGHT = 0.2  # the weight of a mention that only says whose something is


@dataclass(slots=True, eq=False)
class Person:
    """A character of the story: what they are called and are like, and when they were last mentioned.

    `told` are phrases for how they look, such as "short grey hair" and "a red coat"; relatives by blood
    share a `family`.
    """

    gender: str = ""
    age: Age = "adult"
    has_told_age: bool = False
    is_animal: bool = False
    is_plural: bool = False
    proper_name: str = ""
    titles: Counter[str] = field(default_factory=Counter)
    adjectives: Counter[str] = field(default_factory=Counter)
    nouns: dict[str, CharacterNoun] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)
    aliases: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    family: str = ""
    kind: Kind = "person"
    last_seen: int = -1

    @property
    def name(self) -> str:
        """The one name on screen: a proper name, or else the title used most, a telling one if it can be."""
        if self.proper_name:
            return self.proper_name
        ranked = sorted(self.titles.items(), key=lambda item: (-item[1], item[0]))
        return ranked[0][0] if ranked else "Somebody"


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a character; offsets count characters from the beginning of the story.

    `weight` says how surely the character is there: 1 for one who is named, less for a pronoun, nearly
    nothing for the king of "the king's daughter" and nothing for one who is only talked of.
    """

    person: Person
    start: int
    end: int
    weight: float
    is_spoken: bool = False
