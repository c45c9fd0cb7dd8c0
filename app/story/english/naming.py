"""Statements of names and identity: "a girl named Nella", "Bess was the mare", "whose name was Button"."""

from spacy.tokens import Token

from app.story.english.clauses import find_subject, read_status
from app.story.english.entities import Entity
from app.story.english.kinship import INVERSE_KIN, KIN
from app.story.english.phrases import TITLE_NOUNS, TITLES, Phrase, is_character_noun
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.nouns import find_noun

_NAMING = frozenset(["call", "name"])
_KINDS = (NounClass.ANIMAL, NounClass.ROBOT)
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
        if child.dep_ == "relcl" and noun.dep_ == "ROOT":
            # The parser takes the name of "the robot Pim came" for the subject of a clause of its own.
            subject = next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
            if subject is not None and subject.pos_ == "PROPN" and subject.i == noun.i + 1:
                return subject
    if noun.dep_ in ("nsubjpass", "nsubj", "dobj") and noun.head.lemma_ in _NAMING:
        has_object = any(child.dep_ == "dobj" for child in noun.head.children)
        return _find_name(noun.head, noun) if has_object == (noun.dep_ == "dobj") else None
    return None


def _find_name(verb: Token, named: Token | None = None) -> Token | None:
    wanted = ("oprd", "attr", "dobj", "xcomp", "ccomp", "npadvmod")
    for child in verb.children:
        if child != named and child.dep_ in wanted and child.text[0].isupper() and child.i > verb.i:
            return child
    return None


def find_identified(noun: Token) -> Token | None:
    """Return whom a noun is said to be: "who was a dwarf", "Bess was the mare", "the nurse, a tall man,"."""
    noun = find_likened(noun) or noun
    if noun.dep_ == "appos":
        return _find_apposed(noun)
    if noun.dep_ != "attr" or noun.head.lemma_ not in ("be", "become") or read_status(noun.head) == "negated":
        return None
    subject = find_subject(noun.head)
    if subject is None or subject.lower_ in ("it", "this", "that", "there", "what"):
        return None
    return subject


def find_likened(noun: Token) -> Token | None:
    """Return the noun that a person is likened to before what they are: the bear of "a bear of a man"."""
    likened = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if likened is None or likened.pos_ != "NOUN" or noun.head.i != likened.i + 1:
        return None
    is_likened = all(any(child.lower_ == "a" for child in one.children) for one in (likened, noun))
    return likened if is_likened else None


def is_likened(noun: Token) -> bool:
    """Return whether a noun only tells what somebody is like: the bear of "a bear of a man"."""
    inner = (one for child in noun.children if child.lower_ == "of" for one in child.children)
    return any(find_likened(one) is not None and is_character_noun(find_noun(one.lemma_)) for one in inner)


def _find_apposed(noun: Token) -> Token | None:
    """Return whom an apposition describes: its noun, or the subject where it stands behind a thing."""
    head = noun.head
    if noun.tag_ not in ("NN", "NNP") or head.tag_ not in ("NN", "NNP", "PRP") or noun.i < head.i:
        return None
    if head.pos_ in ("PROPN", "PRON") or is_character_noun(find_noun(head.lemma_.lower())):
        return head
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return find_subject(verb) if any(child.lower_ in ("a", "an") for child in noun.children) else None


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
            elif noun is not None and entity.kind is None and noun.noun_class in _KINDS:
                entity.learn_being(word.lemma_.lower(), noun)
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


def has_other_name(entity: Entity, phrase: Phrase) -> bool:
    """Return whether somebody has a name already that is not a part of a phrase's, nor a relative's noun."""
    names = {word for name in entity.names if name.lower() not in KIN for word in name.split()}
    return bool(names) and names.isdisjoint(phrase.name_words or phrase.name.split())


def learn_kinship(phrase: Phrase, owner: Entity | None) -> None:
    """Learn what the owner of a relative is: she whose child is told of is a mother."""
    inverse = INVERSE_KIN.get(phrase.lemma)
    if owner is None or inverse is None or owner.gender == "neutral" or owner.kind == "animal":
        return
    owner.nouns[inverse[owner.gender == "female"]] += 1
