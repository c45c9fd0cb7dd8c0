"""Ages that a story tells in years: "a baker of sixty", "in her fifties", "aged nine", "a boy, seven,"."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.story.english.clauses import read_status
from app.story.english.entities import Entity
from app.vocabulary.people import Age

_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_DECADES = {f"{word[:-1]}ies": years + 3 for word, years in _TENS.items()}
_MOST_YEARS = 120
_TEENS = 16  # years of somebody "in their teens"
_BECOMING = frozenset(["be", "turn", "become", "reach"])


def learn_age(token: Token, entities: tuple[Entity, ...]) -> None:
    """Learn the age in years that a mention's phrase or its clause tells."""
    if len(entities) != 1:
        return
    number = next((one for one in _list_years(token) if one is not None), None)
    if number is not None:
        entities[0].age, entities[0].has_told_age = _name_age(number), True


def _list_years(token: Token) -> Iterator[int | None]:
    for child in token.children:
        yield from _read_child(child)
    verbs = [child for child in token.children if child.dep_ == "relcl"]
    if token.dep_ == "nsubj":
        verbs.append(token.head)
    for verb in verbs:
        if verb.lemma_ in _BECOMING and read_status(verb) not in ("negated", "unreal"):
            for child in verb.children:
                yield from _read_complement(child)


def _read_child(child: Token) -> Iterator[int | None]:
    """Yield the years of a part of a noun phrase: "of sixty", "in her fifties", "aged nine"."""
    if child.dep_ == "prep" and child.lower_ in ("of", "in", "about", "around"):
        for inner in child.children:
            if inner.dep_ == "pobj":
                yield from _read_number_or_decade(inner)
    elif child.lower_ == "old" or child.lower_ == "aged":
        yield _find_number(child)
    elif child.dep_ == "appos" and (
        child.pos_ == "NUM" or any(one.lower_ == "aged" for one in child.children)
    ):
        yield _read_number(child)
    elif child.dep_ == "amod" and child.lower_.endswith("-old"):
        yield read_number(child.lower_.split("-")[0])


def _read_complement(child: Token) -> Iterator[int | None]:
    if child.dep_ in ("attr", "acomp", "dobj") and read_number(child.lower_.split("-")[0]) is not None:
        yield None if any(one.lower_ in ("of", "years") for one in child.rights) else _read_number(child)
    elif (child.dep_ == "attr" and child.lemma_ == "year") or (
        child.dep_ == "acomp" and child.lower_ == "old"
    ):
        yield _find_number(child)
    elif child.dep_ == "prep" and child.lower_ == "in":
        for inner in child.children:
            yield from _read_number_or_decade(inner)


def _is_number_of_years(token: Token) -> bool:
    return token.pos_ == "NUM" or any(child.lower_ == "aged" for child in token.children)


def _read_number_or_decade(token: Token) -> Iterator[int | None]:
    if token.lower_ in _DECADES:
        yield _DECADES[token.lower_]
    elif token.pos_ == "NUM" and not list(token.rights):
        yield _read_number(token)
    elif token.lower_ == "teens":
        yield _TEENS


def _find_number(token: Token) -> int | None:
    return next((_read_number(one) for one in token.subtree if one.pos_ == "NUM"), None)


def _read_number(token: Token) -> int | None:
    """Return the number of a numeral, of which the parser splits "forty-two"."""
    parts = [*(one for one in token.lefts if one.dep_ in ("compound", "nummod", "punct")), token]
    return read_number("".join(part.lower_ for part in parts))


def read_number(word: str) -> int | None:
    """Return the number of a numeral in words or figures, None where it is no age."""
    if word.isdigit():
        return int(word) if int(word) <= _MOST_YEARS else None
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return _TENS[tens] + (_NUMBERS.index(ones) if ones in _NUMBERS else 0)
    return _NUMBERS.index(word) if word in _NUMBERS else None


def _name_age(years: int) -> Age:
    return (
        "baby"
        if years < 2
        else "child"
        if years < 13
        else "teen"
        if years < 20
        else "adult"
        if years < 58
        else "old"
    )
