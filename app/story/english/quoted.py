"""Mentions in quotations: "I" is the speaker, "you" the one spoken to, "she" the last who fits."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.story.english.entities import Entity
from app.story.english.memory import Memory
from app.story.english.pronouns import FIRST_PERSON, GENDERS
from app.story.english.resolver import Reference
from app.story.english.speakers import Utterance
from app.story.prose import Prose

_SECOND_PERSON = frozenset(["you", "your", "yours", "yourself"])
_WORD = re.compile(r"[^\W\d_]+(?: \d+)?")
_REACH = 40  # references before a quotation that a pronoun in it may mean

QuotedMention = tuple[int, int, Entity]


class QuotedMentions:
    """Resolves the pronouns and names of quotations, after all speakers are settled."""

    def __init__(
        self, prose: Prose, utterances: Sequence[Utterance], references: Sequence[Reference], memory: Memory
    ) -> None:
        self._prose, self._utterances = prose, utterances
        self._references = sorted(references, key=lambda one: one.start)
        self._starts = [one.start for one in self._references]
        self._names = {
            word: one.survivor
            for one in memory.entities
            for name in one.names
            for word in (name, name.split()[0], name.split()[-1])
        }

    def find(self) -> Iterator[QuotedMention]:
        """Yield the start, the end and the character of each mention in a quotation."""
        for index, utterance in enumerate(self._utterances):
            start, end = self._prose.quotes[utterance.number]
            speaker, listener = utterance.speaker, self._find_listener(index)
            last: Entity | None = None
            for match in _WORD.finditer(self._prose.text, start, end):
                word = match[0]
                found = self._names.get(word)
                if found is None:
                    found = self._resolve(word.lower(), start, speaker, listener, last)
                elif found not in (speaker, listener):
                    last = found
                if found is not None:
                    yield match.start(), match.end(), found

    def _resolve(
        self, word: str, start: int, speaker: Entity | None, listener: Entity | None, last: Entity | None
    ) -> Entity | None:
        if word in FIRST_PERSON:
            return speaker
        if word in _SECOND_PERSON:
            return listener
        gender = GENDERS.get(word, "neutral")
        if gender == "neutral":
            return None
        if last is not None and last.gender in (gender, "neutral"):
            return last
        at = bisect_left(self._starts, start)
        before = self._references[max(0, at - _REACH) : at]
        people = (entity.survivor for one in reversed(before) for entity in one.entities)
        return next((one for one in people if one.gender == gender and one not in (speaker, listener)), None)

    def _find_listener(self, index: int) -> Entity | None:
        """Return the one spoken to: who is called by name, or who spoke last or speaks next."""
        utterance = self._utterances[index]
        called = [one.survivor for one in utterance.turn.addressed if one.survivor is not utterance.speaker]
        if called:
            return called[0]
        for other in (
            *reversed(self._utterances[max(0, index - 3) : index]),
            *self._utterances[index + 1 : index + 4],
        ):
            is_near = abs(other.turn.paragraph - utterance.turn.paragraph) <= 3
            if is_near and other.speaker not in (None, utterance.speaker):
                return other.speaker
        return None
