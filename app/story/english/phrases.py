"""Noun phrases of a parse: head, proper name, title, modifiers, determiner and owner."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from app.story.lexicon.entries import words
from app.vocabulary.numbers import COLLECTIVES
from app.vocabulary.people import Gender
from app.vocabulary.wordnet.noun_class import Noun, NounClass
from app.vocabulary.wordnet.nouns import find_noun

Determiner = Literal["definite", "indefinite", "negative", "bare"]

TITLES: dict[str, Gender] = {
    **dict.fromkeys(["mr", "mister", "sir", "lord", "king", "prince", "uncle", "father", "brother"], "male"),
    **dict.fromkeys(["master", "grandfather", "grandpa", "emperor", "duke", "count", "baron"], "male"),
    **dict.fromkeys(["mrs", "miss", "ms", "madam", "madame", "lady", "queen", "princess", "aunt"], "female"),
    **dict.fromkeys(["aunty", "auntie", "mother", "sister", "grandmother", "grandma", "granny"], "female"),
    **dict.fromkeys(["empress", "duchess", "countess", "dame", "nurse"], "female"),
    **dict.fromkeys(
        ["dr", "doctor", "professor", "captain", "sergeant", "inspector", "detective"], "neutral"
    ),
    **dict.fromkeys(
        ["officer", "constable", "colonel", "major", "general", "lieutenant", "judge"], "neutral"
    ),
    **dict.fromkeys(
        ["commander", "chief", "agent", "president", "corporal", "private", "admiral"], "neutral"
    ),
}
"""Titles before a name, in lower case without a full stop, and the gender that they tell."""
TITLE_NOUNS = {
    "father": ("priest",),
    "sister": ("nun",),
    "dr": ("doctor",),
    "professor": ("professor", "teacher"),
}
"""The nouns of those titles that are not nouns of their own, or have others."""
ORDINALS = words(
    "elder older eldest oldest youngest elder younger first second third fourth last smallest tallest"
)
"""Words that tell apart people of one noun, and name them alone: "the youngest"."""
_INDEFINITE = words("a an another some any each every several many few no")
_DEFINITE = words("the this that these those his her its their my your our both such")
_QUANTIFIERS = words("many several few other same own more most such whole")
_OUTER_ADJECTIVES = words("old young little big great small poor black white red grey gray brown")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its head token.

    `name` is a proper name as written, with its title ("Mrs Okafor"), "" for a common noun; `title` is its
    title in lower case. `details` are nouns that tell it from others of its noun. `lemma` is the noun, of two
    words where the table of nouns knows them ("police officer").
    """

    head: Token
    lemma: str
    noun: Noun | None
    name: str
    title: str
    modifiers: tuple[str, ...]
    determiner: Determiner
    owner: Token | None
    count: str
    details: tuple[str, ...]
    is_plural: bool
    first: Token
    last: Token

    @property
    def name_words(self) -> tuple[str, ...]:
        """The words of the name without its title."""
        words = tuple(self.name.split())
        return words[1:] if self.title else words


def is_head(token: Token) -> bool:
    """Return whether a token heads a noun phrase."""
    if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        return True
    is_alone = token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "poss")
    has_article = any(child.lower_ == "the" for child in token.children)
    return token.lower_ in ORDINALS and is_alone and has_article


def read_phrase(token: Token) -> Phrase:
    """Return the noun phrase that a token heads."""
    children = [child for child in token.children if child.i < token.i]
    run = _list_name_tokens(token)
    number = _find_number_of_name(token) if run else None
    if len(run) > 2 and run[0].lower_ in _OUTER_ADJECTIVES and _fold(run[1].text) in TITLES:
        run = run[1:]
    title_token = run[0] if len(run) > 1 and _fold(run[0].text) in TITLES else None
    is_name = bool(run) and (number is not None or not (len(run) == 1 and _is_ordinary(token)))
    compounds = [child for child in children if child.dep_ == "compound"]
    lemma, noun = _find_compound(token, compounds)
    owner = next((child for child in children if child.dep_ == "poss"), None)
    numeral = next((child.lower_ for child in children if child.dep_ == "nummod"), "")
    realm = f" {number.text}" if number is not None else _find_realm(token) if is_name else ""
    return Phrase(
        head=token,
        lemma=lemma,
        noun=noun,
        name=" ".join(part.text for part in run) + realm if is_name else "",
        title=_fold(title_token.text) if is_name and title_token is not None else "",
        modifiers=_list_modifiers(children, run),
        determiner=_read_determiner(children, owner, numeral),
        owner=owner,
        count=numeral,
        details=_list_details(token),
        is_plural=_is_plural(token, bool(run)),
        first=_find_first(token, run),
        last=number or token,
    )


def _list_modifiers(children: list[Token], run: list[Token]) -> tuple[str, ...]:
    return tuple(
        child.lower_
        for child in children
        if child.dep_ in ("amod", "compound", "nmod")
        and child not in run
        and child.is_alpha
        and child.lower_ not in _QUANTIFIERS
        and child.pos_ != "VERB"
        and not any(inner.dep_ == "npadvmod" for inner in child.children)
    )


def _fold(word: str) -> str:
    return word.lower().strip(".")


def _list_name_tokens(token: Token) -> list[Token]:
    """Return the capitalised tokens, up to the head, that stand together as a name."""
    if not token.text[0].isupper() or token.pos_ not in ("PROPN", "NOUN", "ADJ", "NUM"):
        return []
    run = [token]
    while run[0].i > token.sent.start:
        before = run[0].nbor(-1)
        is_part = before.head in run or before.head == token
        is_capital = before.text[0].isupper() and before.pos_ in ("PROPN", "NOUN", "ADJ")
        if not (
            is_part and is_capital and before.dep_ in ("compound", "amod", "nmod", "flat", "poss", "appos")
        ):
            break
        if before.is_sent_start and before.pos_ == "ADJ" and before.lower_ not in _OUTER_ADJECTIVES:
            break
        if before.dep_ == "poss":
            break
        run.insert(0, before)
    return run


def _find_number_of_name(token: Token) -> Token | None:
    """Return the number that is a part of a name, as in "Unit 12"."""
    if token.i + 1 >= token.sent.end:
        return None
    following = token.nbor(1)
    is_number = following.is_digit and following.dep_ in ("nummod", "appos") and following.head == token
    return following if is_number and token.tag_ in ("NN", "NNP") else None


def _is_ordinary(token: Token) -> bool:
    """Return whether a capital shows no name: a common noun at the beginning of a sentence."""
    return bool(token.is_sent_start) and token.pos_ != "PROPN"


def _find_first(token: Token, run: list[Token]) -> Token:
    """Return the first token of a noun phrase, its determiner and adjectives included."""
    own = [child for child in token.children if child.dep_ in ("det", "poss", "amod", "nummod", "compound")]
    return min([token, *run, *(child.left_edge for child in own)], key=lambda one: one.i)


def _list_details(token: Token) -> tuple[str, ...]:
    """Return the nouns that tell one of many: the coat of "the woman in the red coat"."""
    following = token.doc[token.i + 1 : token.i + 2]
    return tuple(
        inner.lemma_.lower()
        for one in following
        if one.lower_ in ("in", "with")
        for inner in one.children
        if inner.dep_ == "pobj"
    )


def _find_realm(token: Token) -> str:
    """Return the rest of a name such as "Queen of Hearts"."""
    for child in token.children:
        if child.lower_ == "of" and child.i == token.i + 1:
            place = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if place is not None and place.text[0].isupper() and place.i == token.i + 2:
                return f" of {place.text}"
    return ""


def _find_compound(token: Token, compounds: list[Token]) -> tuple[str, Noun | None]:
    lemma = _singularize(token)
    if compounds:
        pair = f"{compounds[-1].lower_} {lemma}"
        noun = find_noun(pair)
        if noun is not None:
            return pair, noun
    return lemma, find_noun(lemma)


def _singularize(token: Token) -> str:
    if token.lower_ in ORDINALS:
        return token.lower_
    lemma = token.lemma_.lower()
    if token.tag_ in ("NNS", "NNPS") and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 3:
        return lemma[:-1]
    return lemma


def _is_plural(token: Token, is_name: bool) -> bool:
    """Return whether a noun means several; the parser takes a name that ends in s, as Ines, for a plural."""
    if token.tag_ == "NN" and token.lower_ in COLLECTIVES and not is_name:
        return True
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    has_article = any(child.dep_ in ("det", "nummod", "poss") for child in token.children)
    return not is_name or has_article or find_noun(_singularize(token)) is not None


def _read_determiner(children: list[Token], owner: Token | None, numeral: str) -> Determiner:
    words = {child.lower_ for child in children}
    if words & {"no", "neither"}:
        return "negative"
    if owner is not None or words & _DEFINITE:
        return "definite"
    return "indefinite" if words & _INDEFINITE or numeral else "bare"


def is_character_noun(noun: Noun | None) -> bool:
    """Return whether a noun names people, animals or robots."""
    return noun is not None and noun.noun_class in (NounClass.PERSON, NounClass.ANIMAL, NounClass.ROBOT)
