"""Feelings: what the characters of a parse are told to feel, by verbs, adjectives, adverbs and nouns."""

from spacy.tokens import Token

from app.story.english.clauses import find_object, find_subject, get_lemma, is_passive
from app.story.english.passages import STUB
from app.vocabulary.feelings import (
    CAUSING_VERBS,
    FEELING_ADJECTIVES,
    FEELING_NOUNS,
    FEELING_VERBS,
    FEELINGS_OF_PARTS,
    Feeling,
    find_feeling_of_adverb,
)
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun
from app.vocabulary.words import listed

_PREDICATES = ("acomp", "oprd", "advcl", "amod", "appos", "dep", "ccomp", "attr")
_HAVING = frozenset(listed("have, give, let, shed, feel, wear, force, manage, flash, show, wipe, heave"))
_BY_NOUN = ("with", "in", "of", "from")
# What is said of a thing's colour or of somebody's whole life when it stands before the noun.
_NOT_OF_NOW = frozenset(
    listed(
        "red, white, pale, wild, warm, kind, cold, soft, mad, cross, bitter, gentle, fierce, curious, sick"
    )
)


def read_feeling(clause: Token) -> tuple[Token, Feeling] | None:
    """Return who feels what by a clause's verb or auxiliary, None where no feeling is told."""
    caused = CAUSING_VERBS.get(get_lemma(clause))
    object_ = find_object(clause)
    if caused is not None and object_ is not None:
        return object_, caused
    subject = _find_subject(clause)
    if subject is None:
        return None
    is_of_body = is_body_part(subject) or subject.lemma_.lower() in FEELING_NOUNS
    feeler = find_owner(subject) or _find_owner_in(clause) if is_of_body else subject
    feeling = _read_predicate(clause, subject)
    return (feeler, feeling) if feeler is not None and feeling is not None else None


def is_body_part(token: Token) -> bool:
    """Return whether a noun names a part of the body."""
    noun = find_noun(token.lemma_.lower()) if token.pos_ == "NOUN" else None
    return noun is not None and noun.noun_class is NounClass.BODY_PART


def find_absolute_part(verb: Token) -> Token | None:
    """Return the part of the body of "with his eyes closed" by its participle, None for other verbs."""
    if verb.tag_ not in ("VBN", "VBD", "VBG") or verb.i == 0:
        return None
    before = verb.nbor(-1)
    is_absolute = before.dep_ in ("pobj", "nsubj") and before.head.lower_ == "with"
    return before if is_absolute and is_body_part(before) else None


def find_owner(noun: Token) -> Token | None:
    """Return whose a thing is: "his" in "his hand"."""
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def _find_owner_in(clause: Token) -> Token | None:
    owners = (find_owner(token) for token in clause.subtree if is_body_part(token))
    return next((owner for owner in owners if owner is not None), None)


def _find_subject(clause: Token) -> Token | None:
    passive = next((child for child in clause.children if child.dep_ == "nsubjpass"), None)
    return passive or find_subject(clause)


def _read_predicate(clause: Token, subject: Token) -> Feeling | None:
    lemma, object_ = get_lemma(clause), find_object(clause)
    around = (find_absolute_part(clause), object_, subject)
    parts = [token for token in around if token is not None and is_body_part(token)]
    of_part = (FEELINGS_OF_PARTS.get(f"{lemma} {part.lemma_.lower()}") for part in parts)
    found = next((feeling for feeling in of_part if feeling), None)
    if found is None and clause.pos_ == "VERB":
        found = FEELING_ADJECTIVES.get(clause.lower_) if is_passive(clause) else FEELING_VERBS.get(lemma)
        is_saying = lemma == "cry" and any(one.text == STUB for one in clause.subtree)
        found = None if is_saying else found
        # Who hugs the own knees does it for no love.
        found = None if found is Feeling.LOVING and object_ in parts else found
    told = (_read_word(child, lemma) for child in clause.children)
    found = found or next((feeling for feeling in told if feeling), None)
    found = found or FEELING_NOUNS.get(subject.lemma_.lower())
    return found or _read_epithet(subject)


def _read_word(word: Token, verb: str) -> Feeling | None:
    """Return the feeling that a word beside a verb tells: "angry", "angrily", "with a smile"."""
    if word.dep_ in _PREDICATES and word.pos_ in ("ADJ", "VERB"):
        denied = any(child.dep_ == "neg" or child.lower_ == "less" for child in word.children)
        return None if denied else FEELING_ADJECTIVES.get(word.lower_)
    if word.dep_ == "advmod" and word.lower_.endswith("ly"):
        return find_feeling_of_adverb(word.lower_)
    nouns: list[Token] = []
    if word.dep_ == "prep" and word.lower_ in _BY_NOUN:
        nouns = [child for child in word.children if child.dep_ == "pobj"]
    elif word.dep_ == "dobj" and verb in _HAVING:
        nouns = [word]
    return next(
        (FEELING_NOUNS[one.lemma_.lower()] for one in nouns if one.lemma_.lower() in FEELING_NOUNS), None
    )


def _read_epithet(subject: Token) -> Feeling | None:
    """Return the feeling of "the frightened woman"."""
    words = (child.lower_ for child in subject.children if child.dep_ == "amod")
    return next(
        (FEELING_ADJECTIVES[word] for word in words if word in FEELING_ADJECTIVES.keys() - _NOT_OF_NOW), None
    )
