"""Beats by cue words: who does what with what in a language that is not parsed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.story.beat import Beat
from app.story.lexicon.entries import DeedWords
from app.story.people import OWNER_WEIGHT, Mention
from app.story.prose import Prose, Sentence, Word
from app.vocabulary.actions import Action
from app.vocabulary.feelings import Feeling
from app.vocabulary.wordnet.body_actions import find_body_action
from app.vocabulary.wordnet.verb_actions import MOTIONS
from app.vocabulary.wordnet.verbs import find_verb

# With these a thing tells where one is.
_PLACED = MOTIONS | {Action.SIT, Action.LIE, Action.SLEEP, Action.STAND, Action.KNEEL, Action.LEAN}
_SPOKEN_ACTIONS = (Action.TALK, Action.SHOUT, Action.WHISPER)


def find_beats(story: Prose, mentions: Sequence[Sequence[Mention]], deeds: DeedWords) -> Iterator[Beat]:
    """Yield the beats of a story in its order; the subject is told in the clause or in one before it."""
    if not deeds.verbs:
        return
    before: dict[str, Mention] = {}
    for sentence, found in zip(story.sentences, mentions, strict=True):
        told = [one for one in found if not one.is_spoken and one.weight > OWNER_WEIGHT]
        subject: Mention | None = None
        for clause in _split_clauses(story, sentence, deeds):
            inside = [one for one in told if clause[0].start <= one.start <= clause[-1].start]
            named = [one for one in inside if _is_subject(one, clause, deeds)]
            subject = next(iter((*named, *_list_meant(clause, deeds, before))), subject)
            others = [one.person.name for one in inside if one is not subject]
            if subject is not None:
                before[subject.person.gender] = subject
            yield from _read_clause(clause, subject, others, deeds)


def _is_subject(mention: Mention, clause: Sequence[Word], deeds: DeedWords) -> bool:
    """Return whether neither a mention nor the word before it tells that it is an object."""
    at = next((place for place, word in enumerate(clause) if word.start >= mention.start), 0)
    return deeds.objects.isdisjoint(word.lower for word in clause[max(0, at - 1) : at + 1])


def _list_meant(clause: Sequence[Word], deeds: DeedWords, before: Mapping[str, Mention]) -> list[Mention]:
    """Return whom the pronouns of a clause mean: of the gender, or of none, who did something last."""
    genders = [deeds.subjects[word.lower] for word in clause if word.lower in deeds.subjects]
    return [before.get(gender) or before[""] for gender in genders if {gender, ""} & before.keys()]


def _split_clauses(story: Prose, sentence: Sentence, deeds: DeedWords) -> Iterator[list[Word]]:
    """Yield the runs of narrated words between commas and conjunctions, each with a verb at most."""
    clause: list[Word] = []
    for word in sentence.words:
        before = story.text[clause[-1].start + len(clause[-1].text) : word.start] if clause else ""
        if clause and (
            word.is_spoken or word.lower in deeds.breaks or any(mark in before for mark in ",;:—–")
        ):
            yield clause
            clause = []
        if not word.is_spoken:
            clause.append(word)
    if clause:
        yield clause


def _read_clause(
    clause: Sequence[Word], subject: Mention | None, others: Sequence[str], deeds: DeedWords
) -> Iterator[Beat]:
    lower = [word.lower for word in clause]
    if subject is None or not deeds.denials.isdisjoint(lower) or not deeds.unreal.isdisjoint(lower):
        return
    agents = (subject.person.name,)
    start, end = clause[0].start, clause[-1].start + len(clause[-1].text)
    verb = _find_verb(lower, deeds)
    things = tuple(dict.fromkeys(deeds.things[word] for word in lower if word in deeds.things))
    action = _find_action(verb, things) if verb else None
    if action is not None and action not in _SPOKEN_ACTIONS:
        beat = Beat(start, end, verb, action, agents, (*others, *things))
        is_placed = bool(things) and action in _PLACED
        yield replace(beat, patients=tuple(others), relation="on", landmark=things[0]) if is_placed else beat
    feeling = next((deeds.feelings[word] for word in lower if word in deeds.feelings), None)
    if feeling is not None:
        yield Beat(start, end, "feel", agents=agents, status="mental", feeling=Feeling(feeling))


def _find_verb(lower: Sequence[str], deeds: DeedWords) -> str:
    """Return the English verb of a clause, of a separable one by its last word too, "" for none."""
    for word in lower:
        whole = deeds.verbs.get(f"{word} {lower[-1]}") or deeds.verbs.get(word)
        if whole:
            return whole
    return ""


def _find_action(verb: str, things: Sequence[str]) -> Action | None:
    head, _, particle = verb.partition(" ")
    found = find_verb(head, particle)
    for thing in things:
        is_told, action = find_body_action(head, thing, is_plural=False)
        if is_told:
            return action
    return found.action if found else None
