"""Coreference: every noun phrase and pronoun of the narration in order, and the character that it means."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from app.story.english import ages, naming, nonreferring, pronouns
from app.story.english.clauses import find_object, find_subject, list_conjuncts
from app.story.english.entities import Entity
from app.story.english.foreknowledge import Foreknowledge
from app.story.english.groups import Groups
from app.story.english.memory import Memory
from app.story.english.names import Names
from app.story.english.nouns import NUMBERS, NounResolver
from app.story.english.passages import STUB, Passage
from app.story.english.phrases import is_head, read_phrase
from app.story.english.told_looks import learn_looks


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of characters: the token, its span and sentence in the story, and whom it means."""

    token: Token
    start: int
    end: int
    sentence: int
    entities: tuple[Entity, ...]
    is_owner: bool
    is_pronoun: bool


class Resolver:
    """Reads the narration once, in order."""

    def __init__(self, names: Names, before: Foreknowledge) -> None:
        self.memory = Memory()
        self.references: list[Reference] = []
        self.names, self.before = names, before
        self._groups = Groups(self.memory)
        self._nouns = NounResolver(self.memory, self._groups, names, before)
        self._known = self._nouns.known
        self._narrator: Entity | None = None
        self._sentence = -1

    def read(self, passage: Passage) -> None:
        """Resolve all mentions of a passage."""
        self._known.clear()
        for sentence in passage.doc.sents:
            self._read_sentence(passage, sentence)

    def find(self, token: Token | None) -> tuple[Entity, ...]:
        """Return whom a token of the passage read last means, with those coordinated with it."""
        found: list[Entity] = []
        for one in list_conjuncts(token) if token is not None else ():
            found += [entity.survivor for entity in self._known.get(one.i, ())]
        return tuple(dict.fromkeys(found))

    @property
    def narrator(self) -> Entity | None:
        """The one who tells the story in the first person, if there is one."""
        return self._narrator

    def _read_sentence(self, passage: Passage, sentence: Span) -> None:
        for token in sentence:
            if token.text == STUB or token.is_punct or token.i in self._known:
                continue
            self._move_to(passage.find_sentence(token))
            entities = self._resolve(token)
            called = naming.find_called(token) if token.pos_ == "PRON" and len(entities) == 1 else None
            if called is not None:
                self._nouns.add_name(entities[0], called)
            if entities:
                self._known[token.i] = entities
                self._remember(passage, token, entities)
        for token in sentence:
            entities = tuple(one.survivor for one in self._known.get(token.i, ()))
            ages.learn_age(token, entities)
            learn_looks(token, entities)

    def _move_to(self, sentence: int) -> None:
        """Count the sentences that are narrated: a long speech makes nobody be forgotten."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.memory.begin_sentence(self.memory.now + 1)

    def _remember(self, passage: Passage, token: Token, entities: tuple[Entity, ...]) -> None:
        role = pronouns.get_role(token)
        is_pronoun = token.pos_ == "PRON"
        for entity in entities:
            self.memory.see(entity, role)
        phrase = None if is_pronoun else read_phrase(token)
        first, last = (phrase.first, phrase.last) if phrase is not None else (token, token)
        for entity in entities:
            if entity.first_start < 0:
                entity.first_start = passage.locate(first)
        self.references.append(
            Reference(
                token,
                passage.locate(first),
                passage.locate(last) + len(last.text),
                self._sentence,
                entities,
                token.dep_ == "poss",
                is_pronoun,
            )
        )
        if token.dep_ == "conj" and not is_pronoun:
            self._remember_together(token)

    def _remember_together(self, token: Token) -> None:
        """Remember the characters that are coordinated, as in "Hansel and Gretel"."""
        first = token
        while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN", "PRON"):
            first = first.head
        together = self.find(first)
        if len(together) > 1:
            self._groups.see_together(together, pronouns.get_role(first))

    def _resolve(self, token: Token) -> tuple[Entity, ...]:
        word = token.lower_
        if token.pos_ == "PRON" or word in pronouns.GENDERS or word in pronouns.PLURALS:
            return self._resolve_pronoun(token, word)
        if not is_head(token) and not (word in NUMBERS and token.pos_ == "NUM"):
            return ()
        phrase = read_phrase(token)
        owner = phrase.owner
        if owner is not None and owner.i not in self._known and owner.i < token.i:
            self._known[owner.i] = self._resolve(owner)
        return self._nouns.resolve(phrase)

    def _resolve_pronoun(self, token: Token, word: str) -> tuple[Entity, ...]:
        if word in pronouns.GENDERS:
            if word in ("it", "its") and nonreferring.is_expletive(token):
                return ()
            own = self._list_own(token) if token.dep_ == "poss" else frozenset[Entity]()
            found = pronouns.resolve(token, self.memory, self._list_barred(token), own)
            return (found,) if found is not None else ()
        if word in pronouns.PLURALS:
            is_all = any(one.lower_ == "all" for one in token.doc[token.i + 1 : token.i + 4])
            barred = self._list_barred(token)
            together = self._groups.find_all() if is_all else self._groups.find_group(barred)
            if len(together) > 1:
                self._groups.see_together(together, pronouns.get_role(token))
            return together
        if word in pronouns.FIRST_PERSON:
            return (self._get_narrator(),)
        if word in pronouns.FIRST_PLURALS:
            narrator = self._get_narrator()
            return (narrator, *self._groups.find_companions(narrator))
        return ()

    def _get_narrator(self) -> Entity:
        if self._narrator is None:
            self._narrator = Entity(kind="person", is_narrator=True)
            self.memory.entities.append(self._narrator)
        return self._narrator.survivor

    def _list_own(self, token: Token) -> frozenset[Entity]:
        """Return the subjects of the clause in which a possessive stands."""
        verb = token.head
        while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
            verb = verb.head
        subject = find_subject(verb)
        known = self._known.get(subject.i, ()) if subject is not None and subject.i != token.i else ()
        return frozenset(entity.survivor for entity in known)

    def _list_barred(self, token: Token) -> frozenset[Entity]:
        """Return whom a pronoun cannot mean: the subject of the clause whose object it is, and reversely."""
        if token.lower_.endswith("self") or token.dep_ == "poss":
            return frozenset()
        verb = token.head
        while verb.head.i != verb.i and (
            verb.pos_ == "ADP" or (verb.dep_ == "conj" and verb.pos_ in ("NOUN", "PROPN", "PRON"))
        ):
            verb = verb.head
        if verb.pos_ not in ("VERB", "AUX"):
            return frozenset()
        others = [find_subject(verb), find_object(verb)] if token.dep_ not in ("nsubj", "nsubjpass") else []
        others += [inner for child in verb.children if child.dep_ == "prep" for inner in child.children]
        barred = [
            e for one in others if one is not None and one.i != token.i for e in self._known.get(one.i, ())
        ]
        return frozenset(entity.survivor for entity in barred)
