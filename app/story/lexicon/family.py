"""The family of a story: its two parents, by the nouns for husband, wife, father and mother."""

from collections.abc import Sequence
from itertools import pairwise

from app.story.lexicon.entries import Lexicon
from app.story.lexicon.noun_phrases import NounPhrase
from app.story.people import Person
from app.story.prose import Sentence

_GENDERS = {"he-parent": "male", "she-parent": "female"}
_SPOUSES = frozenset(["husband", "wife"])


class Family:
    """Remembers who is the father and who the mother while a story is read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._members: dict[str, Person] = {}

    def learn_parent(self, at: NounPhrase, recent: Sequence[Person]) -> None:
        """Learn from "his two children" or "his wife" that he is the husband and father."""
        is_kin = at.noun.age == "child" or at.noun.head in self._lexicon.family
        if not is_kin or not at.owner:
            return
        gender = self._lexicon.possessives[at.owner]
        slot = "he-parent" if gender == "male" else "she-parent"
        if self._lexicon.family.get(at.noun.head) == slot or slot in self._members:
            return
        for person in reversed(recent):
            if (
                person.gender == gender
                and person.age != "child"
                and not person.is_plural
                and not person.proper_name
            ):
                self._members[slot] = person
                return

    def find_sibling(self, at: NounPhrase, recent: Sequence[Person]) -> Person | None:
        """Return the child that "his little sister" means, if the story knows a fitting one by name."""
        if at.noun.head not in ("brother", "sister") or at.marks or not at.owner:
            return None
        fitting = (
            p for p in reversed(recent) if p.proper_name and p.age == "child" and p.gender == at.noun.gender
        )
        return next(fitting, None)

    def find_spouse_spoken_of(self, sentence: Sentence, gender: str) -> Person | None:
        """Return the husband for "he" in a sentence about "his wife", and the wife the other way round."""
        slot = "he-parent" if gender == "male" else "she-parent"
        words = sentence.narrated
        for own, relative in pairwise(words):
            other = self._lexicon.family.get(relative)
            if (
                other
                and other != slot
                and relative in _SPOUSES
                and self._lexicon.possessives.get(own) == gender
            ):
                return self._members.get(slot)
        return None

    def find_member(self, at: NounPhrase) -> Person | None:
        """Return the parent that "the mother" or "her husband" means, or None for any other noun."""
        slot = self._lexicon.family.get(at.noun.head)
        if slot is None or (at.noun.head in self._lexicon.generic_heads and not at.owner):
            return None
        if slot not in self._members:
            self._members[slot] = Person(gender=_GENDERS[slot])
        return self._members[slot]
