"""Speakers: who says each quotation, by the verb of saying beside it, by what they do, or by turns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from app.story.english.address import find_address
from app.story.english.entities import Entity
from app.story.english.kinship import KIN
from app.story.english.passages import Passage
from app.story.english.pronouns import GENDERS
from app.story.english.resolver import Resolver
from app.story.english.sayings import find_saying_pronoun, find_speaking_subject, list_saying_verbs
from app.story.english.turns import Turn, settle_turns
from app.story.prose import Prose

_MEMORY = 6  # quotations among whose speakers turns are taken
_NAME = re.compile(r"(?:^|[,;.!?…—-] ?)([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[,.!?…;]|$)")
_SELF = re.compile(
    r"([Mm]y name is|[Mm]y name['’]s|I am called|I['’]m|I am|[Tt]his is) ([A-Z][\w’-]+(?: \d+)?)"
)
_ASKING = re.compile(r"[Ww]ho are you\?|[Ww]hat(?: is|['’]s) your name\?|[Ww]hat are you called\?")
_ANSWER = re.compile(r"([A-Z][\w’-]+)[.!,]")
_MARKS = "”’\"'»“」』"


@dataclass(slots=True)
class Utterance:
    """One quotation by its number in the story, and the turn it belongs to."""

    number: int
    turn: Turn

    @property
    def speaker(self) -> Entity | None:
        """Who says it, as far as it is known."""
        return self.turn.speaker.survivor if self.turn.speaker is not None else None


class SpeakerFinder:
    """Attributes the quotations of a story, passage by passage."""

    def __init__(self, prose: Prose, resolver: Resolver) -> None:
        self._prose, self._resolver = prose, resolver
        self.utterances: list[Utterance] = []
        self._turns: list[Turn] = []

    def read(self, passage: Passage) -> None:
        """Attribute the quotations of a passage whose mentions have just been resolved."""
        here: list[Utterance] = []
        for index, number in sorted(passage.quotes.items()):
            utterance = Utterance(number, Turn(passage.paragraph))
            self._attribute_by_verb(passage.doc[index], utterance)
            here.append(utterance)
        self._share_told_turns(here)
        for index, utterance in zip(sorted(passage.quotes), here, strict=True):
            self._describe(passage, passage.doc[index], utterance)
            self.utterances.append(utterance)
            if utterance.speaker is not None:
                self._resolver.memory.see(utterance.speaker, "subject")

    def settle(self) -> None:
        """Decide who speaks where the story does not tell, and count everybody's lines."""
        settle_turns(self._turns)
        for utterance in self.utterances:
            if utterance.speaker is not None:
                utterance.speaker.lines += 1

    def _share_told_turns(self, here: Sequence[Utterance]) -> None:
        """Let the quotations of a paragraph without a verb of saying be its speaker's."""
        told = [one.turn for one in here if one.turn.is_told]
        for position, utterance in enumerate(here):
            if not utterance.turn.is_told and told:
                before = [one.turn for one in here[:position] if one.turn.is_told]
                utterance.turn = (before[-1:] or told[:1])[0]
            elif not told and position:
                utterance.turn = here[0].turn

    def _describe(self, passage: Passage, stub: Token, utterance: Utterance) -> None:
        """Note what hints at the speaker, and presume one until all is read."""
        turn = utterance.turn
        last = self.utterances[-1] if self.utterances else None
        if last is not None and not turn.is_told and turn is not last.turn and self._is_continued(last):
            utterance.turn = last.turn
            return
        if turn.is_told:
            self._learn_own_name(utterance, stub)
        turn.addressed |= self._list_addressed(utterance)
        turn.address = find_address(self._get_words(utterance)) or turn.address
        if turn in self._turns[-1:]:
            return
        if not turn.is_told:
            turn.actors = [one for one in self._list_actors(passage, stub) if one not in turn.addressed]
            turn.named = self._find_self_named(utterance) or self._find_answered_name(utterance)
            turn.addressed -= {turn.named} if turn.named is not None else set()
            turn.near = self._list_near()
            named = turn.named or next(iter(turn.actors), None)
            turn.speaker = named or self._find_next_turn(turn)
        self._turns.append(turn)

    def _list_near(self) -> list[Entity]:
        near = [one for one in self._resolver.memory.list_recent(12) if not one.is_group]
        return sorted(
            near, key=lambda one: -min(one.mentions, 12) + self._resolver.memory.now - one.last_seen
        )[:4]

    def _find_self_named(self, utterance: Utterance) -> Entity | None:
        match = _SELF.search(self._get_words(utterance))
        if match is None:
            return None
        is_name = "name" in match[1] or "called" in match[1]
        return self._find_by_name(match[2]) or (self._add(match[2]) if is_name else None)

    def _find_answered_name(self, utterance: Utterance) -> Entity | None:
        """Return who answers a question for a name with it: one who spoke before, and had no name yet."""
        answer = _ANSWER.match(self._get_words(utterance))
        if answer is None or not self.utterances:
            return None
        if _ASKING.search(self._get_words(self.utterances[-1])) is None:
            return None
        named, spoken = self._find_by_name(answer[1]), self.utterances[-2:-1]
        one = spoken[0].speaker if spoken else None
        if named is None or one is None or one.names or one.is_group or one.is_narrator:
            return named
        return named if named.mentions else self._resolver.memory.join(named, one)

    def _learn_own_name(self, utterance: Utterance, stub: Token) -> None:
        """Learn the name of a speaker who tells it: "I'm Sunny," she whispered."""
        named, speaker = self._find_self_named(utterance), utterance.speaker
        if named is None or speaker is None or named is speaker:
            return
        pronoun = find_saying_pronoun(stub)
        if pronoun is not None:
            named.votes[GENDERS[pronoun.lower_]] += 2
            speaker.votes[GENDERS[pronoun.lower_]] -= 1
        is_nameless = pronoun is None and not speaker.names and not speaker.is_group and not named.mentions
        utterance.turn.speaker = self._resolver.memory.join(named, speaker) if is_nameless else named

    def list_address_nouns(self) -> dict[str, frozenset[str]]:
        """Return the nouns by which people with a name are addressed: "Chef" makes its bearer a chef."""
        found: dict[str, set[str]] = {}
        for before, turn, after in zip(
            [None, *self._turns], self._turns, [*self._turns[1:], None], strict=False
        ):
            if turn.address is None or not turn.address.noun or turn.address.noun in KIN:
                continue
            others = [
                one.speaker.survivor
                for one in (before, after)
                if one is not None and one.speaker is not None and abs(one.paragraph - turn.paragraph) <= 2
            ]
            others = [one for one in others if turn.speaker is None or one is not turn.speaker.survivor]
            for name in others[0].names if others and turn.address.fits(others[0]) else ():
                found.setdefault(name, set()).add(turn.address.noun)
        return {name: frozenset(nouns) for name, nouns in found.items()}

    def _get_words(self, utterance: Utterance) -> str:
        start, end = self._prose.quotes[utterance.number]
        return self._prose.text[start:end]

    def _find_by_name(self, name: str) -> Entity | None:
        """Return who bears a name that is spoken to, or a new character of it."""
        names = self._resolver.names
        known = self._resolver.memory.find_spoken_name(name)
        if known is None and (names.is_vocative(name) or names.has_accepted(name)):
            return self._add(name)
        return known

    def _add(self, name: str) -> Entity:
        """Return a new character whom only the words of others name."""
        entity = self._resolver.memory.add_named(name)
        gender = self._resolver.before.genders.get(name)
        if gender is not None:
            entity.votes[gender] += 4
        return entity

    def _attribute_by_verb(self, stub: Token, utterance: Utterance) -> None:
        for verb in list_saying_verbs(stub):
            subject = find_speaking_subject(verb)
            if subject is None:
                continue
            found = [one for one in self._resolver.find(subject) if one.kind is not None or one.names]
            if found:
                utterance.turn.speaker, utterance.turn.is_told = found[0], True
                if subject.pos_ == "PRON":
                    utterance.turn.speaker = self._answer_by_turn(utterance, found[0], subject)
                return

    def _answer_by_turn(self, utterance: Utterance, found: Entity, pronoun: Token) -> Entity:
        """Let the other one answer, where "she said" follows her own line in the paragraph before."""
        last = self.utterances[-1] if self.utterances else None
        if last is None or last.speaker is not found or utterance.turn.paragraph - last.turn.paragraph != 1:
            return found
        if pronoun.lower_ == "i" or self._is_continued(last):
            return found
        others = [
            one.speaker
            for one in self.utterances[-_MEMORY:]
            if one.speaker not in (None, found) and one.speaker.gender == found.gender
        ]
        return others[-1] if others and others[-1] is not None else found

    def _list_actors(self, passage: Passage, stub: Token) -> list[Entity]:
        """Return the subjects of the sentences around a quotation, the nearest first."""
        subjects = [t for t in passage.doc if t.dep_ == "nsubj" and t.head.pos_ in ("VERB", "AUX")]
        subjects.sort(key=lambda token: (abs(token.i - stub.i), token.i))
        found = [one for token in subjects for one in self._resolver.find(token) if not one.is_group]
        return list(dict.fromkeys(found))

    def _find_next_turn(self, turn: Turn) -> Entity | None:
        """Presume that another one answers: one who has talked lately, or matters."""
        previous = self.utterances[-1].speaker if self.utterances else None
        talking = {one.speaker for one in self.utterances[-_MEMORY:]}
        near = [one for one in turn.near if one is not previous and one not in turn.addressed]
        return max(near, key=lambda one: 3 * (one in talking) + min(one.mentions, 20) ** 0.5, default=None)

    def _list_addressed(self, utterance: Utterance) -> set[Entity]:
        names = {match[1] for match in _NAME.finditer(self._get_words(utterance))}
        return {found for name in names if (found := self._find_by_name(name)) is not None}

    def _is_continued(self, utterance: Utterance) -> bool:
        """Return whether a quotation was left open, as in a speech of several paragraphs."""
        start, end = self._prose.quotes[utterance.number]
        opening = self._prose.text[start - 1 : start]
        return opening in ("“", "„", "«", '"') and self._prose.text[end : end + 1] not in tuple(_MARKS)
