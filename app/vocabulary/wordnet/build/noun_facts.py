"""Finds the facts of WordNet's nouns: class, species, setting, role, gender, age."""

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

from app.vocabulary.people import Age, Gender
from app.vocabulary.roles import Role
from app.vocabulary.settings import Setting
from app.vocabulary.species import Species
from app.vocabulary.wordnet.build import kinds
from app.vocabulary.wordnet.build.database import Database
from app.vocabulary.wordnet.build.noun_classes import choose_class, classify_sense, share_uses
from app.vocabulary.wordnet.noun_class import Noun, NounClass

Kind = TypeVar("Kind", Species, Role, Setting)
_FEMALE = frozenset(["woman", "female", "girl", "female_child", "female_person"])
_MALE = frozenset(["man", "male", "boy", "male_child", "male_person"])
_AGES: dict[str, Age] = {
    "baby": "baby",
    "child": "child",
    "adolescent": "teen",
    "old_person": "old",
    "grandparent": "old",
}
_FEMALE_ENDING = re.compile(r"(woman|girl|lady|wife|maid|mother|sister|daughter|(?<=[rtnldvi])ess|trix)$")
_MALE_ENDING = re.compile(r"(?<!wo)(man|boy|father|brother|lord|gentleman|master)$")
_FEMALE_GLOSS = re.compile(
    r"^\W*(?:(?:an?|the|young|old|elderly|unmarried|married)\s)*(?:woman|girl|female|lady)\b"
)
_MALE_GLOSS = re.compile(r"^\W*(?:(?:an?|the|young|old|elderly|unmarried|married)\s)*(?:man|boy|male)\b")


class KindFinder(Generic[Kind]):
    """Finds the nearest kind, such as a species, among the senses that are wider than a sense."""

    def __init__(
        self,
        database: Database,
        classes: set[NounClass],
        everyday: Mapping[str, Kind],
        wider: Mapping[str, Kind],
    ) -> None:
        self._database = database
        self._wider: Mapping[str, Kind] = wider
        self._classes = classes
        self._by_sense: dict[str, Kind] = {}
        for word, kind in everyday.items():
            sense = self._find_sense(word)
            if sense:
                self._by_sense.setdefault(sense, kind)

    def _find_sense(self, word: str) -> str | None:
        if word not in self._database.senses:
            return None
        for offset, _ in sorted(self._database.weigh_senses(word).items(), key=lambda item: -item[1]):
            if classify_sense(self._database, offset) in self._classes:
                return offset
        return None

    def find(self, offset: str) -> Kind | None:
        """Return the kind of the nearest sense that has one, or None."""
        for above, _ in self._database.walk_up(offset):
            synset = self._database.synsets[above]
            found = self._by_sense.get(above) or self._wider.get(synset.words[0])
            if found:
                return found
        return None


class NounReader:
    """Finds the facts of nouns in WordNet."""

    def __init__(self, database: Database) -> None:
        self._database = database
        places = {NounClass.PLACE, NounClass.VEHICLE}
        self._species = KindFinder(database, {NounClass.ANIMAL}, kinds.EVERYDAY_SPECIES, kinds.WIDER_SPECIES)
        self._roles = KindFinder(database, {NounClass.PERSON}, kinds.EVERYDAY_ROLES, kinds.WIDER_ROLES)
        self._settings = KindFinder(database, places, kinds.EVERYDAY_SETTINGS, kinds.WIDER_SETTINGS)

    def read(self, lemma: str) -> Noun | None:
        """Return what a noun names by its most frequent sense of its class, None for a proper name."""
        shares = share_uses(self._database, lemma)
        if not shares:
            return None
        noun_class = choose_class(shares)
        sense = self._choose_sense(lemma, noun_class)
        is_person = noun_class is NounClass.PERSON
        has_setting = noun_class in (NounClass.PLACE, NounClass.VEHICLE)
        return Noun(
            noun_class,
            species=self._species.find(sense) if noun_class is NounClass.ANIMAL else None,
            setting=self._settings.find(sense) if has_setting else None,
            role=self._roles.find(sense) if is_person else None,
            gender=self._find_gender(lemma, sense) if is_person else "neutral",
            age=self._find_age(sense) if is_person else "adult",
            person_share=round(shares.get(NounClass.PERSON, 0.0), 2),
            animal_share=round(shares.get(NounClass.ANIMAL, 0.0), 2),
        )

    def _choose_sense(self, lemma: str, noun_class: NounClass) -> str:
        weights = self._database.weigh_senses(lemma)
        of_class = [
            offset
            for offset in weights
            if not self._database.synsets[offset].is_instance
            and classify_sense(self._database, offset) is noun_class
        ]
        return max(of_class or weights, key=lambda offset: weights[offset])

    def _find_gender(self, lemma: str, sense: str) -> Gender:
        gloss = self._database.synsets[sense].gloss
        wider = {word for above, _ in self._database.walk_up(sense) for word in self._words(above)}
        if _FEMALE_ENDING.search(lemma) or _FEMALE_GLOSS.search(gloss):
            return "female"
        if _MALE_ENDING.search(lemma) or _MALE_GLOSS.search(gloss):
            return "male"
        if wider & _FEMALE:
            return "female"
        return "male" if wider & _MALE else "neutral"

    def _find_age(self, sense: str) -> Age:
        for above, _ in self._database.walk_up(sense):
            synset = self._database.synsets[above]
            if "offspring" not in synset.words and synset.words[0] in _AGES:
                return _AGES[synset.words[0]]
        return "adult"

    def _words(self, offset: str) -> tuple[str, ...]:
        synset = self._database.synsets[offset]
        return synset.words if synset.file == "noun.person" else ()
