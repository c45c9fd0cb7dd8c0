"""The people of a story: names, noun phrases and pronouns are resolved, sentence by sentence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.story.lexicon.entries import Lexicon
from app.story.lexicon.family import Family
from app.story.lexicon.names import NameAt, find_names
from app.story.lexicon.noun_phrases import NounPhrase, find_noun_phrases, is_apposition, write_title
from app.story.lexicon.pronouns import read_pronoun
from app.story.people import OWNER_WEIGHT, Mention, Person
from app.story.prose import Prose, Sentence, Word

_MEMORY = 40  # sentences for which "the man" still means the same one
_PRONOUN_MEMORY = 12
_PRONOUN_WEIGHT = 0.5


@dataclass(frozen=True)
class Cast:
    """All characters of a story, and the mentions in each of its sentences, in order."""

    people: tuple[Person, ...]
    mentions: tuple[tuple[Mention, ...], ...]


def find_cast(prose: Prose, lexicon: Lexicon, known: Collection[str] = ()) -> Cast:
    """Find the people of a story and all mentions of them, in time linear in the story's length.

    `known` are proper names already established elsewhere, which need no further evidence.
    """
    names = find_names(prose.sentences, lexicon, known)
    reader = _CastReader(lexicon)
    mentions = [reader.read(index, sentence, names[index]) for index, sentence in enumerate(prose.sentences)]
    return Cast(tuple(reader.people), tuple(map(tuple, mentions)))


class _CastReader:
    """Reads sentences one after the other and remembers whom they were about."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.people: list[Person] = []
        self.recent: list[Person] = []
        self.by_key: dict[str, Person] = {}
        self.family = Family(lexicon)
        self.now = 0

    def read(self, index: int, sentence: Sentence, names: Sequence[NameAt]) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        self.now = index
        self.recent = [person for person in self.recent if index - person.last_seen <= _MEMORY]
        named = {at.index: at for at in names}
        phrases = {at.index: at for at in find_noun_phrases(sentence, self.lexicon)}
        realms = {at.index + 3 for at in phrases.values() if at.realm}
        found: list[Mention] = []
        for position, word in enumerate(sentence.words):
            if position in named:
                people = [self._resolve_name(named[position], sentence.words, found)]
                length = named[position].length
            elif (
                position in phrases and position not in realms and not self._is_title_of_name(position, named)
            ):
                people, length = self._resolve_noun(phrases[position], sentence.words, found), 1
            elif gender := read_pronoun(sentence.words, position, self.lexicon):
                people, length = self._resolve_pronoun(word, sentence, gender), 1
            else:
                continue
            last = sentence.words[position + length - 1]
            is_noun = position in named or position in phrases
            is_pair = len(people) > 1 or self._is_coordinated(sentence, position, length)
            for person in people:
                found.append(_make_mention(person, word, last, is_noun))
                if not word.is_spoken:
                    self._remember(person, moves=not is_pair)
        return found

    def _is_coordinated(self, sentence: Sentence, position: int, length: int) -> bool:
        """Return whether a pair is named, as Hansel and Gretel: the next "she" is more likely another one."""
        before = sentence.words[max(0, position - 2) : position]
        after = sentence.words[position + length : position + length + 2]
        joined = self.lexicon.conjunctions
        follows = len(before) == 2 and before[1].lower in joined and before[0].text in self.by_key
        leads = len(after) == 2 and after[0].lower in joined and after[1].text[0].isupper()
        return follows or leads

    def _is_title_of_name(self, position: int, named: dict[int, NameAt]) -> bool:
        return position + 1 in named and bool(named[position + 1].honorific)

    def _remember(self, person: Person, moves: bool) -> None:
        person.last_seen = self.now
        if person in self.recent:
            if not moves:
                return
            self.recent.remove(person)
        self.recent.append(person)

    def _resolve_name(self, at: NameAt, words: Sequence[Word], found: list[Mention]) -> Person:
        person = self.by_key.get(at.name)
        if person is None:
            person = self._find_namesake(at, words, found) or self._add_named(at.name)
            person.proper_name = person.proper_name or at.name
            self.by_key[at.name] = person
        if noun := self.lexicon.character_nouns.get(at.honorific):
            person.gender = person.gender or noun.gender
        elif at.honorific in ("mr", "sir"):
            person.gender = "male"
        elif at.honorific in ("mrs", "miss", "ms"):
            person.gender = "female"
        return person

    def _find_namesake(self, at: NameAt, words: Sequence[Word], found: list[Mention]) -> Person | None:
        """Find the noun a new name belongs to: "Mr Fox", "the girl Gretel", "the boy was called Hansel"."""
        if animal := self.by_key.get(at.name.lower()):
            return animal
        if not found or found[-1].person.proper_name or found[-1].person.is_plural:
            return None
        before = words[at.index - 1] if at.index else None
        if before is None:
            return None
        is_apposition = found[-1].end + 1 == words[at.index].start
        lead = words[max(0, at.index - 2) : at.index]
        is_called = not before.is_spoken and any(word.lower in self.lexicon.naming_words for word in lead)
        return found[-1].person if is_apposition or is_called else None

    def _resolve_noun(self, at: NounPhrase, words: Sequence[Word], found: list[Mention]) -> list[Person]:
        if found and (self._is_description(at, words, found[-1]) or is_apposition(at, words, found[-1])):
            self.by_key.setdefault(self._make_key(at), found[-1].person)
            if at.noun.head in self.lexicon.generic_heads:
                self._learn(found[-1].person, at)
                return [found[-1].person]
        self.family.learn_parent(at, self.recent)
        if at.noun.is_plural:
            children = self._find_named_children(at)
            return children or [self._get_by_key(at, f"{at.noun.head} many")]
        relative = self.family.find_member(at)
        if relative is None and at.noun.head in self.lexicon.generic_heads and not self._list_ordinals(at):
            person = self._find_recent(at) or self._add_named("")
        elif relative is not None:
            person = relative if relative in self.people else self._add(relative)
        else:
            return [self._get_by_key(at, self._make_key(at))]
        self._learn(person, at)
        return [person]

    def _is_description(self, at: NounPhrase, words: Sequence[Word], last: Mention) -> bool:
        """Return whether this says what the last one is: "she was in reality a wicked witch"."""
        if not at.is_indefinite or last.person.is_plural:
            return False
        between = [word.lower for word in words[: at.index] if word.start >= last.end]
        return (
            bool(between) and any(word in self.lexicon.copulas for word in between[:2]) and len(between) <= 6
        )

    def _list_ordinals(self, at: NounPhrase) -> list[str]:
        return [mark for mark in at.marks if mark != "old"]

    def _make_key(self, at: NounPhrase) -> str:
        if at.realm:
            return f"{at.noun.head} of {at.realm}"
        if at.noun.head in self.lexicon.ordinals:
            return self.lexicon.ordinals[at.noun.head]
        return " ".join(self._list_ordinals(at)) or at.noun.head

    def _get_by_key(self, at: NounPhrase, key: str) -> Person:
        if key not in self.by_key:
            self.by_key[key] = self.family.find_sibling(at, self.recent) or self._add_named("")
        self._learn(self.by_key[key], at)
        return self.by_key[key]

    def _find_named_children(self, at: NounPhrase) -> list[Person]:
        """Read "the children" as the children that the story knows by name."""
        if at.noun.age != "child" or at.is_indefinite:
            return []
        known = [person for person in self.recent if person.age == "child" and not person.is_plural]
        fitting = [person for person in known if at.noun.gender in ("", person.gender)]
        return fitting if len(fitting) > 1 else []

    def _find_recent(self, at: NounPhrase) -> Person | None:
        """Return the last grown woman for "the woman"; "a woman" is a new character."""
        if at.is_indefinite:
            return None
        for person in reversed(self.recent):
            if self._fits(person, at):
                return person
        return None

    def _fits(self, person: Person, at: NounPhrase) -> bool:
        if person.is_plural or person.is_animal != at.noun.is_animal:
            return False
        if person.gender and at.noun.gender and person.gender != at.noun.gender:
            return False
        if (person.age == "child") != (at.noun.age == "child") and not (
            person.proper_name and not person.nouns
        ):
            return False
        is_old = person.age == "old" or "old" in person.marks
        is_near = self.now - person.last_seen <= 2 and not person.proper_name
        return "old" not in at.marks or is_old or is_near

    def _resolve_pronoun(self, word: Word, sentence: Sentence, gender: str) -> list[Person]:
        if word.is_spoken:
            return []
        if spouse := self.family.find_spouse_spoken_of(sentence, gender):
            return [spouse]
        single = [person for person in self.recent if not person.is_plural]
        known = [person for person in reversed(single) if person.gender == gender]
        # Of people not known to be he or she yet, the pronoun means the one the sentence began with.
        unknown = [person for person in single if not person.gender]
        for near, choices in ((3, known), (0, unknown), (_PRONOUN_MEMORY, known), (1, unknown)):
            for person in choices:
                if self.now - person.last_seen <= near:
                    person.gender = gender
                    return [person]
        return []

    def _add_named(self, name: str) -> Person:
        return self._add(Person(proper_name=name))

    def _add(self, person: Person) -> Person:
        self.people.append(person)
        return person

    def _learn(self, person: Person, at: NounPhrase) -> None:
        person.gender = person.gender or at.noun.gender
        if at.noun.age != "adult" and not (person.nouns.keys() & self.lexicon.family.keys()):
            person.age = at.noun.age
        if not person.is_animal and not person.nouns:
            person.is_animal = at.noun.is_animal
        person.is_plural = at.noun.is_plural
        person.nouns[at.noun.head] = at.noun
        person.marks.update(at.marks)
        person.adjectives.update(at.adjectives)
        person.titles[write_title(at, self.lexicon)] += self._weigh_title(at)

    def _weigh_title(self, at: NounPhrase) -> int:
        """Weigh a title: "the woman" says less than "the wife", and that less than "the mother"."""
        if at.noun.head in self.lexicon.generic_heads:
            return 4 if at.marks else 1
        return 15 if at.noun.head in ("father", "mother") else 10


def _make_mention(person: Person, first: Word, last: Word, is_noun: bool) -> Mention:
    weight = 1.0 if is_noun else _PRONOUN_WEIGHT
    if last.is_possessive:
        weight = OWNER_WEIGHT
    if first.is_spoken:
        weight = 0.0
    return Mention(person, first.start, last.start + len(last.text), weight, first.is_spoken)
