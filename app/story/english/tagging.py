"""Repairs of the parser's tags: first names that are common words or months, such as Will, Mark and June."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from app.vocabulary.first_names import find_name_gender
from app.vocabulary.wordnet.verbs import find_verb

_FINITE = ("VBD", "VBZ", "VBP")
_NOMINAL = ("nsubj", "nsubjpass", "compound", "pobj", "dobj", "poss", "conj", "appos", "attr")


def repair_names(docs: Iterable[Doc]) -> None:
    """Tag as names those that are taken for modals, nouns or dates, and give verbs their subjects."""
    initial: list[Token] = []
    names: set[str] = set()
    for doc in docs:
        for token in doc:
            if not token.text[0].isupper() or not token.is_alpha or token.i + 1 >= len(doc):
                continue
            _repair_name(token)
            if token.is_sent_start:
                initial.append(token)
            elif token.pos_ == "PROPN" and token.dep_ == "nsubj":
                names.add(token.text)
    for token in initial:
        if token.pos_ in ("NOUN", "ADJ") and token.dep_ == "nsubj" and token.text in names:
            token.pos_, token.tag_ = "PROPN", "NNP"


def _repair_name(token: Token) -> None:
    is_first_name = find_name_gender(token.text) != "neutral"
    if token.pos_ == "AUX" and is_first_name:
        _repair_modal(token)
    elif token.dep_ == "npadvmod" and is_first_name:
        _repair_date(token)
    elif token.pos_ in ("NOUN", "ADJ") and token.tag_ != "NNS" and _stands_as_name(token):
        is_inner = not token.is_sent_start and token.dep_ == "nsubj" and not _follows_quotation(token)
        if is_first_name or is_inner:
            token.pos_, token.tag_ = "PROPN", "NNP"


def _repair_modal(token: Token) -> None:
    """Let "Will ran" have a subject: a modal is never followed by a finite verb or a surname."""
    following = token.nbor(1)
    if following.pos_ == "PROPN" and following.dep_ in _NOMINAL:
        token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "compound"
        token.head = following
    elif following.tag_ in _FINITE and not _has_subject(token.head):
        token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "nsubj"


def _repair_date(token: Token) -> None:
    verb = token.head
    if verb.i == token.i + 1 and verb.tag_ in _FINITE and not _has_subject(verb):
        token.pos_, token.tag_, token.dep_ = "PROPN", "NNP", "nsubj"


def _stands_as_name(token: Token) -> bool:
    """Return whether a common word stands where only a name can: bare, and the subject of an act."""
    if token.dep_ not in _NOMINAL or any(child.dep_ in ("det", "poss", "amod") for child in token.children):
        return False
    if not token.is_sent_start:
        return True
    verb = find_verb(token.head.lemma_.lower()) if token.dep_ == "nsubj" else None
    return verb is not None and (verb.is_speech or verb.action is not None)


def _follows_quotation(token: Token) -> bool:
    """Return whether a word may have its capital from the mark, colon or dash before it."""
    return token.i == 0 or (not token.nbor(-1).text[-1].isalnum() and token.nbor(-1).text != ",")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
