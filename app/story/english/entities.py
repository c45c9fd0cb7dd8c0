"""The characters of a story while it is read: names, traits, and when they were last seen."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

from app.story.english.kinship import KIN
from app.story.english.phrases import Phrase
from app.story.lexicon.entries import words
from app.vocabulary.looks import Kind
from app.vocabulary.people import AGE_WORDS, PEOPLE_NOUNS, Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.species import Species
from app.vocabulary.wordnet.noun_class import Noun, NounClass
from app.vocabulary.wordnet.nouns import find_noun

_KINDS: dict[NounClass, Kind] = {
    NounClass.PERSON: "person",
    NounClass.ANIMAL: "animal",
    NounClass.ROBOT: "robot",
}
_GENDERED = frozenset(
    noun for (gender, _), nouns in PEOPLE_NOUNS.items() if gender != "neutral" for noun in nouns
) - words(
    "shoemaker cobbler captain soldier hunter sailor farmer baker servant policeman robber thief beggar "
    "merchant blacksmith smith peasant shepherd butcher tailor miller gardener carpenter potter weaver "
    "clockmaker innkeeper coachman barber tinker woodcutter wood-cutter ferryman lighthouse-keeper"
)


@dataclass(eq=False, slots=True)
class Entity:
    """One character, or a group that acts as one.

    `names` and `titles` count what it is called ("Alice"; "the old woman"), `nouns` its common nouns.
    `told` are phrases for its looks in the order of the story ("short grey hair"). `owner` is whose relative
    or servant it is. `told_gender` is what its nouns and titles say, `votes` what
    pronouns say.
    """

    kind: Kind | None = None
    is_group: bool = False
    names: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    marks: set[str] = field(default_factory=set)
    details: set[str] = field(default_factory=set)
    adjectives: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    told_gender: Gender = "neutral"
    votes: Counter[Gender] = field(default_factory=Counter)
    age: Age = "adult"
    has_told_age: bool = False
    species: Species | None = None
    role: Role | None = None
    owner: "Entity | None" = None
    lines: int = 0
    acts: int = 0
    mentions: int = 0
    first_start: int = -1
    last_seen: int = -99
    last_role: str = ""
    is_narrator: bool = False
    has_article: bool = False
    _survivor: "Entity | None" = None

    @property
    def survivor(self) -> "Entity":
        """The entity itself, or the one it was found to be the same as."""
        here = self
        while here._survivor is not None:
            here = here._survivor
        return here

    @property
    def gender(self) -> Gender:
        """The gender that its nouns tell, or else most of the pronouns that mean it."""
        if self.told_gender != "neutral" or not self.votes:
            return self.told_gender
        return self.votes.most_common(1)[0][0]

    @property
    def is_named(self) -> bool:
        """Whether the story knows it by a proper name."""
        return bool(self.names)

    def learn(self, phrase: Phrase) -> Self:
        """Learn from a noun phrase that means it."""
        noun = phrase.noun
        self.has_article = self.has_article or (bool(phrase.name) and _is_epithet(phrase))
        if noun is not None and (not phrase.name or _is_epithet(phrase)):
            self._learn_noun(phrase, noun)
        self.details.update(phrase.details)
        if not phrase.name:
            self.adjectives.update(phrase.modifiers)
            self.marks.update(phrase.modifiers)
        self._learn_age(phrase)
        return self

    def _learn_age(self, phrase: Phrase) -> None:
        """Learn the age that adjectives tell, where it was not told in years."""
        own = phrase.name.lower().split()[:1] if " " in phrase.name else []
        told = next((AGE_WORDS[word] for word in (*phrase.modifiers, *own) if word in AGE_WORDS), None)
        if told is not None and not self.has_told_age and self.kind != "animal":
            self.age = told

    def learn_kin(self, noun: str) -> None:
        """Learn from a word for a relative before a name, as in "my aunt Vera"."""
        self.nouns[noun] += 1
        self.kind = self.kind or "person"
        known = find_noun(noun)
        if known is not None and self.age == "adult" and not self.has_told_age:
            self.age = known.age
        if self.told_gender == "neutral":
            self.told_gender = KIN[noun]

    def learn_being(self, lemma: str, noun: Noun) -> None:
        """Learn from the noun of an animal or a robot before a name, as in "the robot Pim"."""
        self.nouns[lemma] += 1
        self.kind = _KINDS.get(noun.noun_class)
        self.species, self.role = self.species or noun.species, self.role or noun.role

    def may_be(self, phrase: Phrase) -> bool:
        """Return whether a noun may describe it: a child is no man, and a woman is none either."""
        noun = phrase.noun
        if noun is None or self.kind not in (None, "person"):
            return True
        if self.age == "child" and phrase.lemma in ("man", "woman"):
            return False
        return "neutral" in (self.told_gender, noun.gender) or self.told_gender == noun.gender

    def learn_noun_of_name(self, phrase: Phrase) -> None:
        """Learn from a name that is a noun, as Fox is in a fable."""
        if phrase.noun is not None:
            self._learn_noun(phrase, phrase.noun)

    def _learn_noun(self, phrase: Phrase, noun: Noun) -> None:
        self.nouns[phrase.lemma] += 1
        kind = _KINDS.get(noun.noun_class)
        self.kind = self.kind or kind
        if self.kind != kind:
            return
        if noun.gender != "neutral" and is_gendered(phrase.lemma):
            self.told_gender = noun.gender if self.told_gender == "neutral" else self.told_gender
        if noun.age != "adult" and self.age == "adult" and not self.has_told_age:
            self.age = noun.age
        if (
            kind == "person"
            and self.age == "adult"
            and phrase.modifiers[:1] == ("little",)
            and noun.age == "child"
        ):
            self.age = "child"
        self.species = self.species or noun.species
        self.role = self.role or noun.role

    def absorb(self, other: "Entity") -> None:
        """Join another entity that was found to be the same one."""
        for mine, theirs in (
            (self.names, other.names),
            (self.titles, other.titles),
            (self.nouns, other.nouns),
            (self.adjectives, other.adjectives),
        ):
            mine.update(theirs)
        self.votes.update(other.votes)
        self.marks |= other.marks
        self.details |= other.details
        self.kind = self.kind if other.kind is None or other.kind == "person" else other.kind
        if self.told_gender == "neutral":
            self.told_gender = other.told_gender
        self.age = (
            self.age if self.has_told_age or (self.age != "adult" and not other.has_told_age) else other.age
        )
        self.has_told_age = self.has_told_age or other.has_told_age
        self.told += other.told
        self.species, self.role = self.species or other.species, self.role or other.role
        self.owner = self.owner or other.owner
        self.lines, self.acts = self.lines + other.lines, self.acts + other.acts
        self.mentions += other.mentions
        self.last_seen = max(self.last_seen, other.last_seen)
        other._survivor = self


def is_gendered(lemma: str) -> bool:
    """Return whether a noun tells a gender for sure, as "queen" does and "commander" does not."""
    return lemma in _GENDERED or lemma.endswith(("man", "woman", "boy", "girl", "lady"))


def _is_epithet(phrase: Phrase) -> bool:
    """Return whether a name is a noun with an article, as "the Hatter" is."""
    return phrase.determiner == "definite" and phrase.owner is None
