"""Noun phrases: the characters that names and common nouns of the narration mean."""

from spacy.tokens import Token

from app.story.english import descriptions, naming, nonreferring
from app.story.english.clauses import find_subject
from app.story.english.entities import Entity
from app.story.english.foreknowledge import Foreknowledge
from app.story.english.groups import Groups
from app.story.english.kinship import KIN
from app.story.english.memory import Memory
from app.story.english.names import Names
from app.story.english.passages import STUB
from app.story.english.phrases import ORDINALS, Phrase, is_character_noun, is_head, read_phrase
from app.story.lexicon.entries import words
from app.vocabulary.first_names import find_name_gender
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verbs import find_verb

NUMBERS = {"two": 2, "pair": 2, "three": 3, "four": 4, "five": 5}
"""The numerals that "the" makes a group of."""
_WRITINGS = words("voice sign letter note tablet book poster card message label word text newspaper")
_PEOPLE_IN_GENERAL = frozenset(["people", "folk", "person", "everyone", "somebody", "crowd"])


class NounResolver:
    """Resolves the noun phrases of a passage; `known` maps the tokens resolved so far to characters."""

    def __init__(self, memory: Memory, groups: Groups, names: Names, before: Foreknowledge) -> None:
        self.known: dict[int, tuple[Entity, ...]] = {}
        self._memory, self._groups = memory, groups
        self._names, self._before = names, before

    def resolve(self, phrase: Phrase) -> tuple[Entity, ...]:
        is_nobody = nonreferring.is_simile(phrase.head) or nonreferring.is_generic(phrase)
        if phrase.determiner == "negative" or is_nobody or naming.is_likened(phrase.head):
            return ()
        if phrase.name and self._names.is_character(phrase):
            return (self._resolve_name(phrase),)
        if phrase.head.lower_ in NUMBERS and phrase.determiner == "definite":
            return self._groups.find_number(NUMBERS[phrase.head.lower_])
        if not is_character_noun(phrase.noun) and not self._is_ordinal(phrase):
            return self._resolve_named_thing(phrase) or self._resolve_speaking_thing(phrase)
        if phrase.lemma in _PEOPLE_IN_GENERAL and phrase.determiner == "bare":
            return ()
        if (called := naming.find_called(phrase.head)) is not None:
            return (self._name(phrase, called),)
        return self._identify(phrase)

    def _identify(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Join a noun with whom it is said to be: "Bess was the mare", "the nurse, a tall man,"."""
        identified = naming.find_identified(phrase.head)
        known = self.known.get(identified.i, ()) if identified is not None else ()
        if not known or not known[0].survivor.may_be(phrase):
            return self._resolve_common_noun(phrase)
        if len(known) == 1 and known[0].is_group == phrase.is_plural:
            return (known[0].survivor.learn(phrase),)
        return ()

    def _resolve_named_thing(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Return who is named by an apposition of another kind: "the robot, a dented machine called Pip"."""
        called, same = naming.find_called(phrase.head), naming.find_identified(phrase.head)
        known = self.known.get(same.i, ()) if same is not None and called is not None else ()
        if called is None or len(known) != 1:
            return ()
        self.add_name(known[0].survivor, called)
        return (known[0].survivor,)

    def _is_ordinal(self, phrase: Phrase) -> bool:
        return phrase.determiner == "definite" and is_head(phrase.head) and phrase.head.pos_ in ("ADJ", "NUM")

    def _resolve_speaking_thing(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Make a character of a thing that speaks, as the oven does in a tale."""
        verb = phrase.head.head
        known = find_verb(verb.lemma_.lower()) if phrase.head.dep_ == "nsubj" else None
        is_speaker = known is not None and known.is_speech and any(c.text == STUB for c in verb.subtree)
        self._memory.notice_thing(phrase)
        same = next((one for one in self._memory.list_recent() if phrase.lemma in one.nouns), None)
        if same is not None and same.kind == "other" and phrase.determiner == "definite":
            return (same,)
        if not is_speaker or phrase.name or phrase.noun is None or phrase.lemma in _WRITINGS:
            return ()
        entity = self._memory.add(phrase)
        entity.kind = "other"
        entity.nouns[phrase.lemma] += 1
        self._title(entity, phrase)
        return (entity,)

    def _resolve_name(self, phrase: Phrase) -> Entity:
        entity = self._memory.find_named(phrase)
        if entity is None:
            entity = self._find_epithet(phrase)
        noun_token = naming.find_noun_of_name(phrase.head)
        if noun_token is not None:
            described = self.known.get(noun_token.i) or self._resolve_noun_of_name(noun_token, phrase.head)
            other = described[0].survivor if len(described) == 1 and not described[0].is_group else None
            if other is not None and (other is entity or not naming.has_other_name(other, phrase)):
                entity = other if entity is None else self._memory.join(entity, other)
            else:
                self.known.pop(noun_token.i, None)
        if entity is None and phrase.title:
            entity = self._memory.find_titled(phrase)
        if entity is None:
            entity = self._memory.add(phrase)
            self._learn_kind(entity, phrase)
        newcomer = self._find_newcomer(phrase, entity)
        entity = self._memory.join(entity, newcomer) if newcomer is not None else entity
        entity.learn(phrase)
        self._memory.name(entity, phrase)
        if noun_token is not None and noun_token.dep_ != "poss":
            self.known.setdefault(noun_token.i, (entity,))
        naming.learn_title(entity, phrase)
        if entity.owner is None and entity.nouns.keys() & KIN.keys():
            entity.owner = self._find_owner(phrase)
        called = naming.find_called(phrase.head)
        if called is not None:
            self.add_name(entity, called)
        return entity

    def _resolve_noun_of_name(self, token: Token, name: Token) -> tuple[Entity, ...]:
        phrase = read_phrase(token)
        if not is_character_noun(phrase.noun):
            return ()
        if phrase.determiner == "definite" and phrase.owner is None:
            same = descriptions.find_noun(self._memory, phrase)
            if same is not None and naming.has_other_name(same, read_phrase(name)):
                return ()
        found = self._resolve_common_noun(phrase)
        self.known[token.i] = found
        return found

    def add_name(self, entity: Entity, called: Token) -> None:
        """Give a character a further name, such as Nan in "they called her Nan"."""
        name = read_phrase(called)
        if name.name:
            self._memory.name(entity, name)
            self.known[called.i] = (entity,)

    def _find_newcomer(self, phrase: Phrase, named: Entity) -> Entity | None:
        """Return the one who was described before the story gave the name."""
        if naming.is_parenthesis(phrase.head):
            return descriptions.find_nameless(self._memory, named)
        start = self._before.newcomers.get(phrase.name, -1)
        if start < 0:
            return None
        return next((one for one in self._memory.list_recent() if one.first_start == start), None)

    def _find_epithet(self, phrase: Phrase) -> Entity | None:
        """Return the hatter of whom "the Hatter" tells, or the relative who is called "Grandma"."""
        if phrase.lemma in KIN and phrase.determiner == "bare" and " " not in phrase.name:
            return descriptions.find_relative(self._memory, phrase, None)
        if phrase.determiner != "definite" or phrase.title or not is_character_noun(phrase.noun):
            return None
        return descriptions.find_noun(self._memory, phrase)

    def _learn_kind(self, entity: Entity, phrase: Phrase) -> None:
        gender = find_name_gender((phrase.name_words or (phrase.name,))[0])
        is_bare = phrase.determiner == "bare" or phrase.owner is not None
        is_noun = is_bare and is_character_noun(phrase.noun) and self._names.is_animal(phrase)
        if entity.kind is None and is_noun:
            entity.learn_noun_of_name(phrase)
        if entity.kind in (None, "person") and gender != "neutral":
            entity.votes[gender] += 2
        for noun in self._before.nouns.get(phrase.name, ()):
            entity.nouns[noun] += 1
            known = find_noun(noun)
            entity.role = entity.role or (known.role if known is not None else None)
        learned = self._before.genders.get(phrase.name)
        if learned:
            entity.votes[learned] += 4

    def _name(self, phrase: Phrase, called: Token) -> Entity:
        """Join a noun with the name it is given: "a girl named Nella", "the boy was called Hansel"."""
        name = read_phrase(called)
        entity = self._memory.find_named(name)
        if not name.name:
            return next(iter(self._resolve_common_noun(phrase)), None) or self._memory.add(phrase)
        described = next(iter(self._identify(phrase)), None) or self._memory.add(phrase)
        entity = described if entity is None else self._memory.join(entity, described)
        self._memory.name(entity, name)
        self.known[called.i] = (entity,)
        self._learn_kind(entity, name)
        return entity

    def _resolve_common_noun(self, phrase: Phrase) -> tuple[Entity, ...]:
        owner = self._find_owner(phrase)
        naming.learn_kinship(phrase, owner)
        if phrase.determiner == "definite" or phrase.determiner == "bare":
            found = self._find_known(phrase, owner)
            if found:
                return tuple(entity.learn(phrase) if len(found) == 1 else entity for entity in found)
        if phrase.determiner == "indefinite":
            again = descriptions.find_detailed(self._memory, phrase)
            if again is not None or nonreferring.is_unreal(phrase.head):
                return (again,) if again is not None else ()
        if phrase.lemma in ORDINALS and phrase.determiner == "definite":
            return ()
        entity = self._memory.add(phrase)
        entity.owner = owner
        self._title(entity, phrase)
        if phrase.lemma in KIN and entity.told_gender == "neutral":
            entity.told_gender = KIN[phrase.lemma]
        return (entity,)

    def _find_owner(self, phrase: Phrase) -> Entity | None:
        known = self.known.get(phrase.owner.i) if phrase.owner is not None else None
        return known[0].survivor if known else None

    def _find_known(self, phrase: Phrase, owner: Entity | None) -> tuple[Entity, ...]:
        if phrase.is_plural:
            return self._find_known_group(phrase)
        if phrase.lemma in KIN:
            relative = descriptions.find_relative(self._memory, phrase, owner)
            if relative is None and owner is None:
                relative = descriptions.find_noun(self._memory, phrase)
            if relative is not None:
                self._title(relative, phrase)
            return (relative,) if relative is not None else ()
        found = descriptions.find_noun(self._memory, phrase, self._list_barred(phrase))
        if found is not None:
            self._title(found, phrase)
        return (found,) if found is not None else ()

    def _list_barred(self, phrase: Phrase) -> frozenset[Entity]:
        """Return the subjects of the clause of a noun phrase that is no subject: they are not meant."""
        verb = phrase.head.head
        while verb.pos_ == "ADP" and verb.head.i != verb.i:
            verb = verb.head
        subject = find_subject(verb) if verb.pos_ == "VERB" else None
        known = self.known.get(subject.i, ()) if subject is not None and subject != phrase.head else ()
        return frozenset(one.survivor for one in known)

    def _find_known_group(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Return the single characters that "the children" are, or the group of that noun."""
        group = descriptions.find_noun(self._memory, phrase)
        noun = phrase.noun
        is_family = noun is not None and (noun.age == "child" or phrase.lemma in KIN)
        if phrase.determiner == "definite" and noun is not None and is_family:
            known = [one for one in self._memory.list_recent(40) if one.is_named and not one.is_group]
            known = [one for one in known if noun.gender in ("neutral", one.gender)]
            known = [one for one in known if one.age == "child" or phrase.lemma in one.nouns]
            if len(known) > 1:
                return tuple(known[:4])
        if group is None and phrase.determiner == "definite" and phrase.count in NUMBERS:
            return self._groups.find_number(NUMBERS[phrase.count])
        return (group,) if group is not None else ()

    def _title(self, entity: Entity, phrase: Phrase) -> None:
        marks = [word for word in phrase.modifiers if word in entity.marks or not entity.titles][:2]
        entity.titles[" ".join([*marks, phrase.head.lower_ if phrase.is_plural else phrase.lemma])] += 1
