"""Clauses of a dependency parse: who does it, to whom, and whether it happens at all."""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from app.story.beat import BeatStatus
from app.story.english.passages import STUB
from app.story.lexicon.entries import words
from app.vocabulary.wordnet.verbs import find_verb

_CLAUSAL = frozenset(["conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep"])
_FURTHEST = 6  # clauses from which a subject is inherited
# Verbs whose complement does not happen, or is not known to.
_UNREAL = words(
    "want wish hope plan decide ask order dream imagine wonder suppose intend mean expect try forget "
    "remember refuse fear promise need long prepare threaten offer beg tell persuade allow advise agree "
    "like love hate prefer fail hesitate pretend seem appear able ready afraid eager willing about "
    "likely glad"
)
_REPORTING = words(
    "think believe say tell know hear learn dream imagine suppose remember claim explain admit declare "
    "swear mean guess feel realise realize understand forget notice fancy insist"
)
_PRESENTING = words("sit stand lie come go hang live dwell appear emerge rise crouch wait walk")
_REMEMBERING = words("remember forget recall imagine dream miss")
SKY_WORDS = words("rain snow fog mist thunder lightning hail sleet wind drizzle storm moonlight sunlight")
_BEGINNING = words("begin start continue stop keep cease go come finish help let make see hear watch")


def get_lemma(verb: Token) -> str:
    """Return the infinitive of a verb; the model's own drops the e of some: "waded" is no "wad"."""
    lemma = verb.lemma_.lower()
    if not lemma.endswith("e") and find_verb(lemma + "e") is not None and verb.lower_.startswith(lemma + "e"):
        return lemma if find_verb(lemma) is not None and verb.lower_ != lemma + "ed" else lemma + "e"
    return lemma


def find_subject(verb: Token) -> Token | None:
    """Return the subject of a clause, inherited from the clause that governs it; None for a bare passive."""
    for _ in range(_FURTHEST):
        for child in verb.children:
            if child.dep_ in ("nsubj", "csubj") and child.pos_ in (
                "NOUN",
                "PROPN",
                "PRON",
                "ADJ",
                "NUM",
                "DET",
            ):
                is_relative = child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl"
                return verb.head if is_relative else child
        inverted = _find_inverted_subject(verb)
        if inverted is not None:
            return inverted
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if any(child.dep_ == "nsubjpass" for child in verb.children) or verb.dep_ not in _CLAUSAL:
            return None
        governor = verb.head
        if verb.dep_ == "xcomp" and (object_ := find_object(governor)) is not None:
            return object_
        verb = governor
    return None


def _find_inverted_subject(verb: Token) -> Token | None:
    """Return a subject that the parser takes for an object, as in "on a bench sat a woman"."""
    if verb.lemma_ not in _PRESENTING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG"):
        return None
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("dobj", "attr", "npadvmod", "oprd", "dep")
            and child.pos_ in ("NOUN", "PROPN")
        ):
            return child
    if any(child.dep_ == "expl" for child in verb.children):
        # "There came in two dwarfs": the particle is taken for a preposition.
        particle = next(
            (child for child in verb.children if child.dep_ == "prep" and child.i == verb.i + 1), None
        )
        return next((one for one in particle.children if one.dep_ == "pobj"), None) if particle else None
    return None


def find_object(verb: Token) -> Token | None:
    """Return the direct object of a clause, or what a passive clause happens to."""
    wanted = ("nsubjpass", "dobj", "dative")
    for dep in wanted:
        for child in verb.children:
            if child.dep_ == dep and child.text != STUB:
                return child
    return None


def find_agent(verb: Token) -> Token | None:
    """Return who does what a passive clause tells, after "by"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Return whether a clause is passive."""
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def list_conjuncts(token: Token) -> Iterator[Token]:
    """Yield a noun and those coordinated with it."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from list_conjuncts(child)


def find_particle(verb: Token) -> str:
    """Return the particle of a phrasal verb, such as "up", or an adverb or adjective that works as one."""
    for child in verb.children:
        if child.dep_ == "prt":
            return child.lower_
    for child in verb.children:
        is_beside = child.i == verb.i + 1 and child.lower_ != "home"
        if is_beside and (
            child.dep_ in ("advmod", "acomp", "oprd") or (child.dep_ == "prep" and verb.lemma_ == "get")
        ):
            return child.lower_
    return ""


def read_status(verb: Token) -> BeatStatus:
    """Return whether a clause is seen, negated, unreal, earlier or reported."""
    children = list(verb.children)
    if _is_negated(verb, children):
        return "negated"
    if _is_unreal(verb, children):
        return "unreal"
    if _is_earlier(verb, children):
        return "earlier"
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "pcomp") and verb.head.pos_ in ("VERB", "AUX", "ADJ", "ADP"):
        complement = _read_complement(verb, children)
        if complement:
            return complement
    if verb.dep_ in ("conj", "xcomp", "ccomp", "dep", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return _inherit_status(verb, children)
    if verb.dep_ == "relcl" and any(c.lower_ in ("had", "'d") and c.dep_ == "aux" for c in children):
        return "earlier"
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        return "unreal"
    return "seen"


def _is_negated(verb: Token, children: list[Token]) -> bool:
    if any(
        c.dep_ == "neg" or c.lower_ in ("never", "nor", "neither", "hardly", "scarcely") for c in children
    ):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "without":
        return True
    nouns = [c for c in children if c.dep_ in ("dobj", "nsubj", "nsubjpass")]
    return any(
        noun.lower_ in ("nothing", "nobody", "none", "no-one", "noone")
        or any(inner.lower_ in ("no", "neither") for inner in noun.children)
        for noun in nouns
    )


def _is_earlier(verb: Token, children: list[Token]) -> bool:
    """Return whether a clause is remembered; "when they had reached the wood" tells what happens now."""
    if verb.tag_ != "VBN" or not any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in children):
        return False
    is_now = any(
        c.lower_ in ("when", "after", "once", "as", "scarcely", "hardly", "till", "until") for c in children
    )
    return not (verb.dep_ == "advcl" and is_now)


def _is_unreal(verb: Token, children: list[Token]) -> bool:
    if any(
        (c.tag_ == "MD" and c.dep_ == "aux") or (c.lower_ == "'d" and verb.tag_ == "VB") for c in children
    ):
        return True
    marks = {c.lower_ for c in children if c.dep_ == "mark"}
    if marks & {"if", "unless", "whether", "lest"}:
        return True
    is_like = any(c.lower_ in ("as", "like") for c in children) and bool(marks & {"if", "though", "like"})
    return is_like or (verb.dep_ == "pcomp" and verb.head.lower_ in ("like", "of", "for", "about", "before"))


def _read_complement(verb: Token, children: list[Token]) -> BeatStatus | None:
    head = verb.head.lemma_.lower()
    if verb.dep_ == "advcl":
        is_purpose = any(c.lower_ == "to" and c.dep_ == "aux" for c in children)
        return "unreal" if is_purpose else None
    if verb.dep_ == "ccomp":
        is_quotation = verb.i < verb.head.i or any(c.text == STUB for c in children)
        return None if is_quotation else "reported" if head in _REPORTING | _UNREAL else None
    if head in _BEGINNING:
        return None
    if head in _UNREAL or (verb.dep_ == "xcomp" and verb.head.pos_ in ("ADJ", "AUX")):
        return "unreal"
    return None


def _inherit_status(verb: Token, children: list[Token]) -> BeatStatus:
    above = read_status(verb.head)
    if above == "seen" or verb.dep_ == "advcl":
        return "reported" if above == "reported" else "seen"
    has_own = any(c.dep_ in ("aux", "nsubj") for c in children) or verb.tag_ in ("VBD", "VBZ", "VBP")
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        return "seen"
    return "seen" if has_own and verb.dep_ == "conj" and above in ("negated", "earlier", "unreal") else above


def list_told_words(sentence: Span, hiding: Collection[BeatStatus]) -> list[str]:
    """Return the words of a sentence in lower case, without clauses of some statuses."""
    hidden: set[int] = set()
    for token in sentence:
        if token.pos_ == "VERB" and read_status(token) in hiding:
            hidden.update(inner.i for inner in token.subtree)
        elif token.lemma_ in _REMEMBERING:
            hidden.update(
                inner.i for child in token.children if child.dep_ == "dobj" for inner in child.subtree
            )
    shown = (token for token in sentence if token.i not in hidden and not token.is_punct)
    # A person may be called Sunny or Dawn, which tells nothing of the sky.
    return [token.lower_ for token in shown if not _may_be_name(token)]


def _may_be_name(token: Token) -> bool:
    if token.is_sent_start and token.lower_ in SKY_WORDS:
        return False  # The parser takes the first noun of "Snow was falling" for a name.
    return token.pos_ == "PROPN" or (token.text[0].isupper() and not token.is_sent_start)
