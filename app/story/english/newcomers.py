"""Newcomers: people whom a story describes first and names later, as "a woman in a red coat" who is Pilar."""

from spacy.tokens import Token

from app.story.english.clauses import read_status
from app.story.english.descriptions import GENERIC
from app.story.english.entities import Entity
from app.story.english.kinship import KIN
from app.story.english.phrases import TITLES
from app.story.english.resolver import Reference, Resolver

_REACH = 6  # sentences between the last description and the name


def find_newcomers(resolver: Resolver) -> dict[str, int]:
    """Return the names of described people, each with the offset at which the description begins.

    Whoever acts under a name for the first time, while exactly one person who was described by a general noun
    is there and is never described again, is that person.
    """
    described = _list_described(resolver)
    found: dict[str, int] = {}
    for name, entity, sentence in _list_first_acts(resolver):
        fitting = [
            start
            for other, start, first, last in described
            if first <= sentence
            and sentence - _find_reach(other) <= last <= sentence
            and _fits(entity, other)
        ]
        if len(fitting) == 1:
            found[name] = fitting[0]
    return found


def _list_described(resolver: Resolver) -> list[tuple[Entity, int, int, int]]:
    """Return the unnamed people of a general noun with their first offset, first and last sentence."""
    found: dict[Entity, tuple[int, int, int]] = {}
    for reference in resolver.references:
        entity = reference.entities[0].survivor
        if reference.is_pronoun or len(reference.entities) > 1 or entity.names or entity.is_group:
            continue
        if entity.nouns and entity.owner is None and set(entity.nouns) <= GENERIC.keys():
            start, first, _ = found.get(entity, (reference.start, reference.sentence, 0))
            found[entity] = start, first, reference.sentence
        elif entity.owner is not None and set(entity.nouns) <= KIN.keys():
            # A relative may be called one again after the name is known.
            found.setdefault(entity, (reference.start, reference.sentence, reference.sentence))
    return [(entity, *where) for entity, where in found.items()]


def _list_first_acts(resolver: Resolver) -> list[tuple[str, Entity, int]]:
    """Return the named people with a name and the sentence in which each acts or speaks first."""
    found: dict[Entity, tuple[str, Entity, int]] = {}
    for reference in resolver.references:
        entity = reference.entities[0].survivor
        if not entity.names or entity in found or entity.kind not in (None, "person"):
            continue
        if _acts(reference) and not _is_introduced(reference.token):
            found[entity] = max(entity.names, key=lambda one: entity.names[one]), entity, reference.sentence
    return list(found.values())


def _is_introduced(name: Token) -> bool:
    """Return whether a name comes with a description of its own: "her partner, Sergeant Doyle, a fat man"."""
    return name.dep_ == "appos" or any(child.dep_ == "appos" for child in name.children)


def _acts(reference: Reference) -> bool:
    verb = reference.token.head
    return reference.token.dep_ == "nsubj" and verb.pos_ == "VERB" and read_status(verb) == "seen"


def _find_reach(described: Entity) -> int:
    return _REACH if described.owner is None else 2


def _fits(entity: Entity, other: Entity) -> bool:
    if other.owner is not None and (other.owner.survivor is entity or entity.gender == "neutral"):
        return False
    if "neutral" not in (entity.gender, other.gender) and entity.gender != other.gender:
        return False
    is_titled = any(name.split()[0].lower().strip(".") in TITLES for name in entity.names)
    if is_titled and other.age not in ("adult", "old"):
        return False
    return "adult" in (entity.age, other.age) or entity.age == other.age
