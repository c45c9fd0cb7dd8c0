"""Noun phrases and pronouns that refer to nobody: expletive, generic, compared with or unreal."""

from spacy.tokens import Token

from app.story.english.clauses import read_status
from app.story.english.phrases import Phrase

_SIMILES = frozenset(["like", "as", "than"])


def is_expletive(token: Token) -> bool:
    """Return whether "it" means nothing, as in "it was evening"."""
    return (
        token.dep_ == "nsubj"
        and token.head.lemma_ in ("be", "seem", "rain", "snow", "take")
        and any(child.dep_ in ("attr", "acomp", "ccomp", "npadvmod") for child in token.head.children)
    )


def is_unreal(token: Token) -> bool:
    """Return whether a noun stands in a clause that tells what is not, or is only wished or compared."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    status = read_status(verb)
    return status == "unreal" or (status == "negated" and token.dep_ in ("dobj", "attr", "nsubj"))


def is_generic(phrase: Phrase) -> bool:
    """Return whether a plural means a kind, as in "goats know where paths are" amid a tale of the past."""
    if not phrase.is_plural or phrase.determiner != "bare" or phrase.name:
        return False
    return phrase.head.head.tag_ in ("VBP", "VBZ") and phrase.head.sent.root.tag_ == "VBD"


def is_simile(token: Token) -> bool:
    """Return whether a noun is only compared with: "as brave as a lion", "like a wolf"."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in _SIMILES
        and token.head.dep_ in ("prep", "advmod", "mark")
    )
