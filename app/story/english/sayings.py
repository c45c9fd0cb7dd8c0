"""Clauses of saying: the verbs beside a quotation, and who their subjects are."""

from spacy.tokens import Token

from app.story.english.clauses import find_subject
from app.story.english.passages import STUB
from app.story.english.pronouns import GENDERS
from app.vocabulary.wordnet.verbs import find_verb

_AFTER, _BEFORE = 9, 16  # tokens within which a verb of saying belongs to a quotation


def list_saying_verbs(stub: Token) -> list[Token]:
    """Return the verbs of saying beside a quotation: those after it first."""
    found: list[Token] = []
    doc = stub.doc
    ends = stub.i + 1 < len(doc) and doc[stub.i + 1].text == "."
    for index in range(stub.i + 1, min(len(doc), stub.i + _AFTER)):
        token = doc[index]
        if token.text == STUB or (token.text in ".!?" and index > stub.i + 2):
            break
        if _is_saying(token) and not (ends and _leads_on(token)):
            found.append(token)
    for index in range(stub.i - 1, max(-1, stub.i - _BEFORE), -1):
        token = doc[index]
        if token.text == STUB or token.text in ".!?":
            break
        if _is_saying(token):
            found.append(token)
    return found


def find_saying_pronoun(stub: Token) -> Token | None:
    """Return the pronoun that stands for the speaker in the clause of saying, None for a noun."""
    subjects = (find_speaking_subject(verb) for verb in list_saying_verbs(stub))
    found = next((one for one in subjects if one is not None), None)
    return found if found is not None and found.lower_ in GENDERS else None


def _is_saying(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    verb = find_verb(token.lemma_.lower())
    return verb is not None and verb.is_speech


def _leads_on(verb: Token) -> bool:
    """Return whether a verb after a finished quotation introduces the next one, as in "The wife said:"."""
    following = verb.doc[verb.i + 1 : verb.i + 6]
    return any(token.text == ":" for token in following) or (
        any(token.text == STUB for token in following)
        and any(c.i < verb.i for c in verb.children if c.dep_ == "nsubj")
    )


def find_speaking_subject(verb: Token) -> Token | None:
    subject = find_subject(verb)
    if subject is not None and subject.text != STUB:
        return subject
    for index in (verb.i + 1, verb.i + 2, verb.i + 3, verb.i - 1):
        if 0 <= index < len(verb.doc):
            token = verb.doc[index]
            if token.pos_ in ("PROPN", "NOUN", "PRON") and token.text != STUB and token.dep_ != "compound":
                return token
    return None
