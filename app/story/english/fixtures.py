"""Fixtures: where a sentence plays by the things that it tells of, when it names no place."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from app.story.english.clauses import get_lemma
from app.story.english.place_claims import LOOKING, find_governing_verb, is_real, is_told
from app.story.lexicon.english_fixtures import FIXTURES, SURE_FIXTURES, TRADE_PLACES
from app.vocabulary.settings import Setting
from app.vocabulary.wordnet.verbs import find_verb

_APART = frozenset(["of", "like", "about", "beyond", "from", "past", "as", "than"])
_STEERING = frozenset(["wheel", "seat"])
_OF_CARS = frozenset(["steering", "driver", "passenger", "back", "front"])
_DRIVEN = frozenset(["car", "van", "truck", "lorry", "taxi", "jeep", "pickup"])


def find_fixtures(sentence: Span) -> Iterator[tuple[Setting, bool]]:
    """Yield the places of the things in a sentence, and for each whether it is found nowhere else."""
    for token in sentence:
        if token.pos_ == "VERB" and _is_driving(token):
            yield Setting.CAR, True
        if token.pos_ != "NOUN" or not _is_present(token):
            continue
        lemma = token.lemma_.lower()
        if _is_steered(token):
            yield Setting.CAR, True
        elif lemma in FIXTURES and token.dep_ != "compound":
            yield FIXTURES[lemma], lemma in SURE_FIXTURES


def find_trades(sentence: Span) -> Iterator[Setting]:
    """Yield the places of the trades that a sentence names."""
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in TRADE_PLACES:
            yield TRADE_PLACES[token.lemma_.lower()]


def _is_present(token: Token) -> bool:
    """Return whether a thing is where the sentence plays, and is not only looked at or compared with."""
    verb = find_governing_verb(token)
    if verb is not None and not is_told(verb):
        return False
    if token.dep_ != "pobj":
        return True
    is_looked_at = verb is not None and get_lemma(verb) in LOOKING
    is_apart = token.head.lower_ in _APART and not (token.head.lower_ == "from" and not _is_motion(verb))
    return not is_apart and not is_looked_at


def _is_motion(verb: Token | None) -> bool:
    known = find_verb(verb.lemma_.lower()) if verb is not None else None
    return known is not None and known.is_motion


def _is_steered(token: Token) -> bool:
    return token.lemma_.lower() in _STEERING and any(child.lower_ in _OF_CARS for child in token.children)


def _is_driving(verb: Token) -> bool:
    """Return whether somebody drives a car, and no animals, cart or nail, nor drives off."""
    if get_lemma(verb) != "drive" or not is_real(verb):
        return False
    driver = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    driven = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "prt")]
    is_person = driver is not None and driver.pos_ in ("PRON", "PROPN") and driver.lower_ != "it"
    return is_person and all(one.lemma_.lower() in _DRIVEN for one in driven)
