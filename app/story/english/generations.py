"""Generations: the ages that kinship tells, and which characters are of one family."""

from collections.abc import Collection, Iterable

from app.story.english.entities import Entity
from app.story.english.kinship import name_kin
from app.story.lexicon.entries import words
from app.vocabulary.people import Age
from app.vocabulary.wordnet.nouns import find_noun

_GRANDPARENTS = words("grandfather grandmother grandparent")
_PARENTS = words("father mother parent")
_CHILDREN = words("son daughter niece nephew child")
_SIBLINGS = words("brother sister twin sibling cousin friend classmate playmate schoolmate")
_BORN_TOGETHER = words("brother sister twin sibling")
_LITTLE = words("little baby kid")
_SCHOOL = words("teacher schoolteacher headmaster headmistress classmate schoolmate playmate nanny")
_SPOUSES = words("husband wife")
_BLOOD = (
    _GRANDPARENTS
    | _PARENTS
    | words(
        "son daughter niece nephew child brother sister twin sibling cousin uncle aunt grandson "
        "granddaughter grandchild baby boy girl"
    )
)
_YOUNGER = words("little younger youngest baby small kid tiny")
_ELDER = words("big older elder eldest oldest grown")
_YOUNG: tuple[Age, ...] = ("baby", "child", "teen")
_ROUNDS = 3  # generations along which an age is passed on


def settle_ages(entities: Collection[Entity]) -> None:
    """Set the ages that kinship tells of people whose years the story does not tell."""
    people = [one for one in entities if one.kind in (None, "person") and not one.has_told_age]
    for one in people:
        _learn_youth_of_owner(one)
    for _ in range(_ROUNDS):
        for one in people:
            one.age = _find_age(one)


def _learn_youth_of_owner(one: Entity) -> None:
    """Make a child of whoever has a teacher, a classmate or a little sister."""
    owner = one.owner.survivor if one.owner is not None else None
    if owner is None or owner.kind not in (None, "person") or owner.has_told_age or owner.role is not None:
        return
    nouns = set(map(name_kin, one.nouns))
    is_little = bool(nouns & _BORN_TOGETHER and (one.marks | set(one.adjectives)) & _LITTLE)
    is_grown = bool(set(map(name_kin, owner.nouns)) & (_PARENTS | _SPOUSES | _GRANDPARENTS))
    if owner.age == "adult" and not is_grown and (is_little or nouns & _SCHOOL):
        owner.age = "child"


def _find_age(one: Entity) -> Age:
    nouns = set(map(name_kin, one.nouns))
    owner = one.owner.survivor if one.owner is not None else None
    marks = one.marks | set(one.adjectives)
    if "old" in marks or "elderly" in marks:
        return "old"
    if nouns & _GRANDPARENTS:
        return "old"
    if nouns & _CHILDREN and one.age == "child":
        return "adult" if _is_grown_child(nouns, owner, one) else "child"
    if owner is None or owner.kind == "animal":
        return one.age
    if nouns & _SIBLINGS and one.age in ("adult", "child", "teen") and one.role is None:
        return _find_age_of_sibling(one.age, owner.age, marks)
    is_elder = nouns & (_PARENTS | _SPOUSES) and not nouns & _CHILDREN
    if is_elder and owner.age == "old" and one.age == "adult":
        return "old"
    return one.age


def _is_grown_child(nouns: set[str], owner: Entity | None, one: Entity) -> bool:
    """Return whether a son or a daughter is grown up: those of the old are, and those with children."""
    if nouns & (_PARENTS | _SPOUSES):
        return True
    is_called_child = any(
        (noun := find_noun(name)) is not None and noun.age == "child" for name in nouns - _CHILDREN
    )
    has_grown_parent = owner is not None and owner.age == "old"
    return not is_called_child and (has_grown_parent or one.role is not None)


def _find_age_of_sibling(age: Age, owner: Age, marks: set[str]) -> Age:
    if owner not in _YOUNG:
        return age
    if marks & _YOUNGER:
        return "child"
    if marks & _ELDER and owner != "teen":
        return "teen"
    return owner if owner != "baby" else "child"


def find_families(entities: Iterable[Entity]) -> dict[Entity, Entity]:
    """Return those who are relatives by blood, each with the eldest link of the family's chain of owners."""
    heads: dict[Entity, Entity] = {}

    def find_head(one: Entity) -> Entity:
        while one in heads and heads[one] is not one:
            one = heads[one]
        return one

    for one in entities:
        owner = one.owner.survivor if one.owner is not None else None
        if owner is None or not set(map(name_kin, one.nouns)) & _BLOOD:
            continue
        if "animal" not in (one.kind, owner.kind) and find_head(one) is not find_head(owner):
            heads.setdefault(owner, owner)
            heads[find_head(one)] = find_head(owner)
    return {one: find_head(one) for one in heads}
