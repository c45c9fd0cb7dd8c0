"""Told looks: what the narration says of how somebody looks, as short noun phrases and adjectives."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.story.english.clauses import get_lemma, is_passive, list_conjuncts, read_status
from app.story.english.entities import Entity
from app.story.english.phrases import is_character_noun
from app.story.lexicon.entries import words
from app.vocabulary.wordnet.nouns import find_noun

_WEARING = words("wear have don sport carry bear put pull slip throw button tie wrap knot grow dye")
_UNDRESSING = words("off away down aside")
_BEING = words("be look seem appear grow turn become")
_BEHIND_VERBS = ("in", "with", "under")
_JOINTS = frozenset(["with", "in", "under", "behind", "wearing", "of"])
_BODY = words("head brow forehead eye arm neck shoulder back leg hand wrist waist")
_PARTS = frozenset(["amod", "compound", "nmod", "nummod", "poss", "det", "punct", "advmod", "npadvmod"])
_OUTER = frozenset(["relcl", "acl", "conj", "cc", "appos", "advcl"])


def learn_looks(token: Token, entities: tuple[Entity, ...]) -> None:
    """Learn what the clause and the phrase of a mention tell of the looks of the one who is meant."""
    if len(entities) != 1 or entities[0].kind == "animal":
        return
    entity = entities[0]
    for phrase in dict.fromkeys(_list_told(token)):
        if phrase not in entity.told:
            entity.told.append(phrase)
    adjectives = [one.lower_ for one in _list_predicates(token) if one.lower_.isalpha()]
    entity.adjectives.update(one for one in adjectives if one not in entity.adjectives)


def _list_told(token: Token) -> Iterator[str]:
    yield from _read_phrase(token)
    if token.dep_ == "poss":
        yield from _read_possession(token.head)
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX"):
        yield from _read_clause(verb)
    for child in token.children:
        if child.dep_ in ("relcl", "acl", "amod") and child.pos_ == "VERB":
            yield from _read_clause(child)


def _read_phrase(token: Token) -> Iterator[str]:
    """Yield what stands with a noun: "with a grey beard", "in a red coat", "bald", "one-eyed"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _JOINTS:
            yield from _read_objects(child)
        elif child.dep_ in ("amod", "compound", "appos") and child.pos_ != "PROPN":
            yield _join([*child.subtree]) if child.dep_ == "amod" else child.lower_


def _read_clause(verb: Token) -> Iterator[str]:
    if read_status(verb) in ("negated", "unreal"):
        return
    is_wearing = _is_wearing(verb)
    for child in verb.children:
        if is_wearing and child.dep_ in ("dobj", "nsubj", "ccomp") and child.i > verb.i:
            yield from (f"{said} {_read_part(verb)}".strip() for said in _read_nouns(child))
        elif not is_wearing and child.dep_ == "prep" and child.lower_ in _BEHIND_VERBS:
            # "He stood at the wheel in his blue cap": clothes behind any verb.
            yield from _read_objects(child)
        elif child.dep_ == "conj" and not any(one.dep_ == "nsubj" for one in child.children):
            yield from _read_clause(child)


def _read_part(verb: Token) -> str:
    """Return where on the body something is worn: "round his head"."""
    parts = [child for child in verb.children if child.dep_ == "prep" and child.i > verb.i]
    said = (_join([*child.subtree]) for child in parts)
    return next((one for one in said if _BODY & set(one.split())), "")


def _is_wearing(verb: Token) -> bool:
    is_undressing = any(child.lower_ in _UNDRESSING for child in verb.children)
    is_said = get_lemma(verb) in _WEARING or verb.lower_ in ("wore", "worn")
    return is_said and not is_passive(verb) and not is_undressing


def _list_predicates(token: Token) -> Iterator[Token]:
    """Yield the adjectives that a clause says of its subject: "he was tall and bald"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in _BEING or read_status(verb) in ("negated", "unreal"):
        return
    for child in verb.children:
        if child.dep_ == "acomp":
            yield from (one for one in list_conjuncts(child) if one.pos_ == "ADJ")


def _read_possession(noun: Token) -> Iterator[str]:
    """Yield a part of the body or a garment with what is said of it: "her hair was white"."""
    if is_character_noun(find_noun(noun.lemma_.lower())) or _is_away(noun):
        return
    yield _read_noun(noun)
    for said in _list_predicates(noun):
        yield f"{_join([*said.lefts, said])} {noun.lemma_.lower()}"
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "in":
            yield from (f"{noun.lemma_.lower()} in {said}" for said in _read_objects(child))


def _is_away(noun: Token) -> bool:
    """Return whether a clause tells that something is not worn, or no more."""
    verb = noun.head if noun.dep_ != "pobj" else noun.head.head
    is_undressing = any(
        child.lower_ in _UNDRESSING for child in verb.children if child.dep_ in ("prt", "advmod")
    )
    # Who has not taken off a coat wears it.
    return verb.pos_ == "VERB" and is_undressing is not (read_status(verb) in ("negated", "unreal"))


def _read_objects(preposition: Token) -> Iterator[str]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield from _read_nouns(child)


def _read_nouns(first: Token) -> Iterator[str]:
    for noun in list_conjuncts(first):
        if is_character_noun(find_noun(noun.lemma_.lower())):
            return
        yield _read_noun(noun)
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in ("with", "under"):
                yield from _read_objects(child)


def _read_noun(noun: Token) -> str:
    """Return a noun with its own modifiers and what stands behind it with a preposition, in lower case."""
    before = [one for child in noun.lefts if child.dep_ in _PARTS for one in child.subtree]
    behind = [
        one
        for child in noun.rights
        if child.dep_ == "prep" and child.lower_ not in ("with", "under")
        for one in child.subtree
        if not any(up.dep_ in _OUTER for up in (one, one.head))
    ]
    return _join([*before, noun, *behind])


def _join(tokens: list[Token]) -> str:
    return " ".join(token.lower_ for token in tokens if token.is_alpha or token.is_digit)
