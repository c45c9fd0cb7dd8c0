"""Beats: who does what to whom with what, from the clauses of a parse."""

from dataclasses import replace

from spacy.tokens import Token

from app.story.beat import Beat, BeatStatus
from app.story.english.body import read_body_act, read_light_verb
from app.story.english.clauses import (
    find_agent,
    find_object,
    find_particle,
    find_subject,
    get_lemma,
    is_passive,
    list_conjuncts,
    read_status,
)
from app.story.english.entities import Entity
from app.story.english.feelings import find_absolute_part, read_feeling
from app.story.english.passages import STUB, Passage
from app.story.english.patients import find_last_thing, find_part, find_patient, is_thing, name_thing
from app.story.english.phrases import read_phrase
from app.story.english.resolver import Resolver
from app.story.lexicon.entries import words
from app.vocabulary.actions import Action
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.wordnet.verb_actions import SPEECH_VERBS
from app.vocabulary.wordnet.verb_class import Verb
from app.vocabulary.wordnet.verbs import find_verb

_HANDS = words("hand arm fist palm finger")
_DRINKS = words("tea wine coffee beer milk water juice ale cider lemonade whisky whiskey brandy soup")
_RELATIONS = words(
    "in on at under beneath behind beside by near over above between among inside into onto through "
    "across along around before against from down up off out to towards past"
)


class BeatReader:
    """Reads the beats of the passage that was resolved last."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.beats: list[tuple[Beat, tuple[Entity, ...], tuple[Entity, ...]]] = []

    def read(self, passage: Passage) -> None:
        """Read one passage; the names of the agents and patients are filled in when all is known."""
        for token in passage.doc:
            if token.pos_ == "VERB":
                self._read_verb(passage, token)
            if token.pos_ in ("VERB", "AUX"):
                self._read_feeling(passage, token)

    def _read_feeling(self, passage: Passage, token: Token) -> None:
        """Read what a clause tells of somebody's feelings, which shows on the face."""
        felt = read_feeling(token) if read_status(token) == "seen" else None
        agents = self._resolver.find(felt[0]) if felt is not None else ()
        if felt is not None and agents:
            at = passage.locate(token)
            beat = Beat(at, at + len(token.text), get_lemma(token), status="mental", feeling=felt[1])
            if any(child.lower_ == "asleep" for child in token.children):
                beat = replace(beat, action=Action.SLEEP, status="seen")
            self.beats.append((beat, agents, ()))

    def _read_verb(self, passage: Passage, token: Token) -> None:
        particle = find_particle(token)
        verb = find_verb(get_lemma(token), particle)
        # "He went on" with a quotation is no walk.
        is_saying = verb is not None and (
            verb.action is Action.TALK or f"{get_lemma(token)} {particle}" in SPEECH_VERBS
        )
        if token.lemma_ == "go" and token.head.lemma_ == "let":
            verb = find_verb("let go")
        if verb is None or (is_saying and any(one.text == STUB for one in token.subtree)):
            return
        patient = find_absolute_part(token) or find_patient(token)
        subject = find_agent(token) if is_passive(token) else find_subject(token)
        agents = self._find_agents(subject)
        verb = _read_meal(token, patient) or verb
        light = read_light_verb(token)
        verb, patient = light or (verb, patient)
        act = read_body_act(token, patient, agents, self._resolver)
        verb = act.verb or verb if act else verb
        if verb.action is None and not verb.is_mental and act is None:
            return
        if not agents and not is_passive(token) and not (subject is not None and _is_visible(subject)):
            return
        status: BeatStatus = "mental" if verb.is_mental and verb.action is None else read_status(token)
        patients = act.others if act else self._resolver.find(patient)
        if status == "seen":
            for one in agents:
                one.acts += 1
        self.beats.append((self._make(passage, token, verb, status), agents, patients))

    def _find_agents(self, subject: Token | None) -> tuple[Entity, ...]:
        """Return who a subject is, by its apposition where it is no character: "her coach, Mr Brandt"."""
        named = [child for child in subject.children if child.dep_ == "appos"] if subject is not None else []
        found = (self._resolver.find(one) for one in (subject, *named))
        return next(filter(None, found), ())

    def _list_things(self, patient: Token | None) -> list[str]:
        """Return the nouns of the things that something is done to; "it" is the last thing told of."""
        if patient is None:
            return []
        if patient.lower_ == "it" and not self._resolver.find(patient):
            last = find_last_thing(patient)
            return [read_phrase(last).lemma] if last is not None else []
        return [name_thing(one) for one in list_conjuncts(patient) if is_thing(one)]

    def _make(self, passage: Passage, token: Token, verb: Verb, status: BeatStatus) -> Beat:
        patient = find_patient(token)
        things = self._list_things(patient)
        relation, landmark = _find_relation(token)
        left, right = _find_span(token)
        return Beat(
            start=passage.locate(left),
            end=passage.locate(right) + len(right.text),
            verb=_name_verb(token),
            action=verb.action,
            patients=tuple(things),
            instrument=_find_instrument(token),
            relation=relation,
            landmark=landmark,
            manner=next(
                (c.lower_ for c in token.children if c.dep_ == "advmod" and c.lower_.endswith("ly")), ""
            ),
            status=status,
        )


def _is_visible(subject: Token) -> bool:
    """Return whether a subject that is no character can be seen to do something, as a crate that falls."""
    noun = find_noun(subject.lemma_.lower()) if subject.pos_ in ("NOUN", "PROPN") else None
    return noun is not None and noun.noun_class is not NounClass.NOTHING


def _read_meal(token: Token, patient: Token | None) -> Verb | None:
    """Return eating or drinking for "had tea"."""
    if token.lemma_ not in ("have", "take") or patient is None:
        return None
    noun = find_noun(patient.lemma_.lower())
    if noun is None or noun.noun_class is not NounClass.FOOD:
        return None
    if token.lemma_ == "take":
        return None
    action = Action.DRINK if patient.lemma_.lower() in _DRINKS else Action.EAT
    return Verb(action, is_speech=False, is_mental=False, is_motion=False)


def _name_verb(token: Token) -> str:
    """Return a verb's infinitive, with the particle of a phrasal verb: "fall asleep", "take off".

    An adverb that only tells the direction of an intransitive verb is no part of it: "sat down" is "sit".
    """
    lemma = get_lemma(token)
    for child in token.children:
        if child.lower_ in ("asleep", "awake"):
            return f"{lemma} {child.lower_}"
        if child.dep_ == "prt":
            whole, bare = find_verb(lemma, child.lower_), find_verb(lemma)
            is_same = whole is not None and bare is not None and whole.action is bare.action
            is_direction = is_same and find_object(token) is None
            return lemma if is_direction else f"{lemma} {child.lower_}"
    return lemma


def _find_relation(token: Token) -> tuple[str, str]:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _RELATIONS:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.pos_ in ("NOUN", "PROPN"):
                    return child.lower_, find_part(inner).lemma_.lower()
    return "", ""


def _is_in_hand(noun: Token) -> bool:
    """Return whether a thing is told to be in somebody's hands: "the hat in his hands"."""
    spots = (inner for child in noun.children if child.dep_ == "prep" for inner in child.children)
    return is_thing(noun) and any(spot.lemma_.lower() in _HANDS for spot in spots)


def _find_instrument(token: Token) -> str:
    held = find_patient(token)
    if held is not None and _is_in_hand(held):
        return held.lemma_.lower()
    object_ = find_object(token)
    aside = [] if object_ is None or not is_thing(object_) else list(object_.children)
    for child in (*token.children, *aside):
        if child.dep_ == "prep" and child.lower_ == "with":
            tool = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if tool is not None and is_thing(tool):
                return tool.lemma_.lower()
    return ""


def _find_span(token: Token) -> tuple[Token, Token]:
    """Return the first and the last token of a clause without the clauses that it governs."""
    inner = {"conj", "advcl", "ccomp", "relcl", "parataxis"}
    own = [token]
    pending = [child for child in token.children if child.dep_ not in inner and child.dep_ != "punct"]
    while pending:
        child = pending.pop()
        own.append(child)
        pending += [one for one in child.children if one.dep_ not in inner and one.dep_ != "punct"]
    return min(own, key=lambda one: one.i), max(own, key=lambda one: one.i)
