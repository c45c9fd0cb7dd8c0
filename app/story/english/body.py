"""Acts on parts of the body, one's own or another's, and light verbs: "raised her hands", "gave a nod"."""

from dataclasses import dataclass

from spacy.tokens import Token

from app.story.english.clauses import find_object, find_particle, get_lemma
from app.story.english.entities import Entity
from app.story.english.feelings import find_owner, is_body_part
from app.story.english.resolver import Resolver
from app.vocabulary.actions import Action
from app.vocabulary.wordnet.body_actions import find_body_action
from app.vocabulary.wordnet.verb_class import Verb
from app.vocabulary.wordnet.verbs import find_verb
from app.vocabulary.words import listed

_LIGHT_VERBS = frozenset(["give", "take", "have", "make", "let"])
# Nouns that are verbs, too, and tell what is done with a light verb.
_DEEDS = frozenset(
    listed(
        "nod, shrug, sigh, laugh, smile, grin, shout, kick, push, shove, hug, kiss, wave, bow, bite, sip, "
        "gulp, swig, look, glance, step, jump, leap, hop, scream, shriek, cry, yawn, wink, pat, puff, "
        "pull, tug, salute, cough, sob, gasp, groan, moan, yell, roar, whistle, growl, bark, curtsy, "
        "slap, punch, ride, walk, swim, nap, run, drink, call, whisper, chuckle, giggle, stretch, dive"
    )
)
_BURSTING = {"tear": Action.CRY, "laughter": Action.LAUGH, "song": Action.SING, "sob": Action.CRY}
# What is done to another with a part of the other's body.
_ON_ANOTHER = {"hand": (Action.HOLD, Action.SHAKE)}


@dataclass(frozen=True, slots=True)
class BodyAct:
    """An act on a part of a body: what is seen, None for what the verb alone says, and whose body it is."""

    verb: Verb | None
    others: tuple[Entity, ...]


def read_body_act(
    token: Token, patient: Token | None, agents: tuple[Entity, ...], resolver: Resolver
) -> BodyAct | None:
    """Return the act of a verb on a part of a body, None where its object is no such part."""
    if patient is None or not is_body_part(patient):
        return None
    part, is_plural = patient.lemma_.lower(), patient.tag_ == "NNS"
    phrase = f"{get_lemma(token)} {find_particle(token)}".strip()
    is_told, action = find_body_action(phrase, part, is_plural=is_plural)
    if not is_told:
        is_told, action = find_body_action(get_lemma(token), part, is_plural=is_plural)
    owners = _find_others(find_owner(patient), agents, resolver)
    if owners and action not in _ON_ANOTHER.get(part, ()):
        is_told = False
    if action is Action.PAT:
        owners = _find_touched(token, agents, resolver)
        is_told = bool(owners)
    return BodyAct(Verb(action) if is_told else None, owners)


def _find_others(owner: Token | None, agents: tuple[Entity, ...], resolver: Resolver) -> tuple[Entity, ...]:
    return tuple(one for one in resolver.find(owner) if one not in agents)


def _find_touched(token: Token, agents: tuple[Entity, ...], resolver: Resolver) -> tuple[Entity, ...]:
    """Return on whom a hand is laid: "on his shoulder", "around her"."""
    objects = (inner for child in token.children if child.dep_ == "prep" for inner in child.children)
    found = (
        (*_find_others(one, agents, resolver), *_find_others(find_owner(one), agents, resolver))
        for one in objects
    )
    return next(filter(None, found), ())


def read_light_verb(token: Token) -> tuple[Verb, Token | None] | None:
    """Return what "gave him a hug" or "took a bite" tells and to whom, None for other verbs."""
    lemma = get_lemma(token)
    if lemma == "burst" and find_object(token) is None:
        return _read_burst(token)
    if lemma not in _LIGHT_VERBS:
        return None
    objects = [child for child in token.children if child.dep_ == "dobj"]
    noun = next((one.lemma_.lower() for one in objects if one.lemma_.lower() in _DEEDS), "")
    verb = find_verb(noun) if noun else None
    return (verb, next((child for child in token.children if child.dep_ == "dative"), None)) if verb else None


def _read_burst(token: Token) -> tuple[Verb, Token | None] | None:
    """Return weeping for "burst into tears", and running for "burst through the door"."""
    objects = [inner for child in token.children if child.dep_ == "prep" for inner in child.children]
    told = next((_BURSTING[one.lemma_.lower()] for one in objects if one.lemma_.lower() in _BURSTING), None)
    is_through = any(child.lower_ in ("in", "into", "through", "out") for child in token.children)
    action = told or (
        Action.RUN if is_through and not any(c.dep_ == "xcomp" for c in token.children) else None
    )
    return (Verb(action, is_motion=action is Action.RUN), None) if action else None
