"""Statements of names and identity: "a girl named Nella", "Bess was the mare", "whose name was Button"."""

from spacy.tokens import Token

from app.story.english.clauses import find_subject, read_status
from app.story.english.entities import Entity
from app.story.english.kinship import KIN
from app.story.english.phrases import TITLE_NOUNS, TITLES, Phrase
from app.vocabulary.people import Age
from app.vocabulary.wordnet.nouns import find_noun

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
_NAMING = frozenset(["call", "name"])
_MERE_TITLES = frozenset(["mr", "mister", "mrs", "miss", "ms", "sir", "madam", "madame", "master"])


def find_called(noun: Token) -> Token | None:
    """Return the name that a noun is given in its own clause, as in "a boy called Hansel"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ in _NAMING:
            return _find_name(child)
        if child.dep_ == "relcl" and child.lemma_ == "be":
            subject = next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
            if subject is not None and subject.lemma_ == "name":
                return _find_name(child)
    if noun.dep_ in ("nsubjpass", "nsubj") and noun.head.lemma_ in _NAMING:
        return _find_name(noun.head)
    return None


def _find_name(verb: Token) -> Token | None:
    wanted = ("oprd", "attr", "dobj", "xcomp", "ccomp", "npadvmod")
    for child in verb.children:
        if child.dep_ in wanted and child.text[0].isupper() and child.i > verb.i:
            return child
    return None


def find_identified(noun: Token) -> Token | None:
    """Return the subject that a noun is said to be: "who was a dwarf", "Bess was the mare"."""
    if noun.dep_ != "attr" or noun.head.lemma_ not in ("be", "become") or read_status(noun.head) == "negated":
        return None
    subject = find_subject(noun.head)
    if subject is None or subject.lower_ in ("it", "this", "that", "there", "what"):
        return None
    return subject


def find_noun_of_name(name: Token) -> Token | None:
    """Return the noun in apposition to a name, as in "the goat, Button," and "Button, her goat"."""
    if name.dep_ == "appos" and name.head.pos_ == "NOUN":
        return name.head
    for child in name.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            return child
    if name.dep_ == "attr" and name.head.lemma_ == "be":
        subject = next((child for child in name.head.children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_ == "name":
            return next((child for child in subject.children if child.dep_ == "poss"), None)
    return None


def is_parenthesis(name: Token) -> bool:
    """Return whether a name is told of the last one described: "Clementine, for that was her name,"."""
    following = [token.lower_ for token in name.doc[name.i + 1 : name.i + 7]]
    return (
        following[:2] in ([",", "for"], [",", "as"]) and following[5:] == ["name"] and following[3] == "was"
    )


def learn_title(entity: Entity, phrase: Phrase) -> None:
    """Learn gender and role from the title of a name, such as "Captain" or "Mrs"."""
    if not phrase.title:
        before = [child for child in phrase.head.children if child.dep_ == "compound"]
        before = [child for child in before if child.i < phrase.head.i and child.is_lower]
        for word in before:
            noun = find_noun(word.lemma_.lower())
            if word.lemma_.lower() in KIN:
                entity.learn_kin(word.lemma_.lower())
            elif noun is not None and noun.role is not None:
                entity.role = entity.role or noun.role
                entity.nouns[word.lemma_.lower()] += 1
        return
    entity.kind = entity.kind or "person"
    gender = TITLES[phrase.title]
    if entity.told_gender == "neutral" and gender != "neutral":
        entity.told_gender = gender
    if phrase.title not in _MERE_TITLES:
        for title in TITLE_NOUNS.get(phrase.title, (phrase.title,)):
            noun = find_noun(title)
            entity.nouns[title] += 1
            if noun is not None:
                entity.role = entity.role or noun.role
                entity.age = noun.age if entity.age == "adult" else entity.age


def learn_age(token: Token, entities: tuple[Entity, ...]) -> None:
    """Learn the age that a clause tells of its subject: "Thabo was eleven", "she was nineteen years old".

    It may be a clause about the token: "Yusuf, who was nine".
    """
    if len(entities) != 1:
        return
    clauses = [child for child in token.children if child.dep_ == "relcl"]
    if token.dep_ == "nsubj":
        clauses.append(token.head)
    for child in (one for clause in clauses if clause.lemma_ == "be" for one in clause.children):
        years = child if child.dep_ in ("attr", "acomp") and child.pos_ == "NUM" else None
        if child.dep_ == "acomp" and child.lower_ == "old":
            years = next((one for one in child.subtree if one.pos_ == "NUM"), None)
        number = _read_number(years.lower_) if years is not None else None
        if number is not None:
            entities[0].age = _name_age(number)


def _read_number(word: str) -> int | None:
    if word.isdigit() and len(word) <= 3:
        return int(word)
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
        if years < 62
        else "old"
    )
