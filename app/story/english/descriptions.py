"""Descriptions: the character that a definite common noun means, such as "the old woman" or "her father"."""

from app.story.english.entities import Entity
from app.story.english.kinship import KIN, name_kin
from app.story.english.memory import Memory
from app.story.english.phrases import ORDINALS, Phrase
from app.story.lexicon.entries import words
from app.vocabulary.people import Gender
from app.vocabulary.wordnet.noun_class import NounClass
from app.vocabulary.wordnet.verbs import find_verb

_FAR, _NEAR = 10, 3  # sentences
GENERIC: dict[str, Gender] = {
    **dict.fromkeys(["man", "boy", "gentleman", "fellow", "lad", "guy", "chap"], "male"),
    **dict.fromkeys(["woman", "girl", "lady", "lass", "maiden"], "female"),
    **dict.fromkeys(["child", "person", "kid", "creature", "stranger", "youngster", "figure"], "neutral"),
}
_COURTESY = frozenset(["Mr", "Mrs", "Miss", "Ms", "Dr"])
_ANIMALS = frozenset(["animal", "beast", "creature", "pet", "bird", "fish", "insect"])
_OUTER_MARKS = words(
    "old young eldest oldest youngest elder younger first second third fourth last other another little "
    "big tall short fat thin white black red blue green grey gray brown yellow golden one-eyed blind"
)

_CONTRASTS = (
    frozenset(["old", "young"]),
    frozenset(["big", "tall", "little", "short"]),
    frozenset(["fat", "thin"]),
    words("white black red blue green grey gray brown yellow golden"),
)
"""Adjectives of which one and the same person has one only."""


def find_noun(memory: Memory, phrase: Phrase, barred: frozenset[Entity] = frozenset()) -> Entity | None:
    """Return whom a definite noun means: the last of that noun, or the last one it could describe.

    None of `barred`, such as the subject of its own clause, is described by a general noun.
    """
    same = [one for one in memory.list_recent() if _is_same_noun(one, phrase)]
    detailed = [one for one in same if set(phrase.details) & one.details]
    if detailed:
        return detailed[0]
    marks = set(phrase.modifiers) & _OUTER_MARKS
    if marks:
        marked = [one for one in same if marks & one.marks]
        is_only = len(same) == 1 and not phrase.is_plural and not _contradict(marks, same[0])
        unmarked = [one for one in same if not one.marks & _OUTER_MARKS and memory.now - one.last_seen <= 4]
        same = marked or unmarked or (same if is_only else [])
    if same:
        if phrase.lemma in GENERIC and memory.now - same[0].last_seen > _FAR:
            return _find_described(memory, phrase, barred, _NEAR) or same[0]
        return same[0]
    return _find_described(memory, phrase, barred)


def find_detailed(memory: Memory, phrase: Phrase) -> Entity | None:
    """Return whom a story describes by the same noun and detail again: "a girl with a violin case"."""
    if not phrase.details or phrase.is_plural or phrase.count:
        return None
    known = (one for one in memory.entities if one.survivor is one and phrase.lemma in one.nouns)
    return next((one for one in known if set(phrase.details) <= one.details and not one.is_group), None)


def _contradict(marks: set[str], one: Entity) -> bool:
    """Return whether adjectives tell of another one: the old king is not the young one."""
    told = one.marks | ({"young"} if one.age in ("child", "teen") else set())
    return any(marks & contrast and told & contrast - marks for contrast in _CONTRASTS) or bool(
        marks & ORDINALS
    )


def find_nameless(memory: Memory, named: Entity) -> Entity | None:
    """Return who was described last and has no name yet; `named` is who bears the name."""
    recent = (one for one in memory.list_recent(2) if one is not named and not one.is_narrator)
    return next((one for one in recent if not one.names and not one.is_group), None)


def find_relative(memory: Memory, phrase: Phrase, owner: Entity | None) -> Entity | None:
    """Return the relative of a character that a noun such as "father" means."""
    ordinals, lemma = ORDINALS & set(phrase.modifiers), name_kin(phrase.lemma)
    for entity in memory.list_recent():
        if lemma in map(name_kin, entity.nouns) and entity.is_group == phrase.is_plural:
            if entity is owner or (ordinals and not ordinals & entity.marks):
                continue
            if owner is None or entity.owner is None or entity.owner.survivor is owner:
                return entity
    return None


def _is_same_noun(entity: Entity, phrase: Phrase) -> bool:
    if entity.is_group != phrase.is_plural:
        return False
    if phrase.lemma in entity.nouns:
        marks = set(phrase.modifiers) & _OUTER_MARKS
        return not (marks and entity.marks & _OUTER_MARKS and not marks & entity.marks)
    is_head = phrase.lemma.split()[-1] in entity.nouns or any(
        noun.split()[-1] == phrase.lemma for noun in entity.nouns
    )
    is_title = any(name.split()[0].lower().strip(".") == phrase.lemma for name in entity.names)
    return is_head or is_title


def _find_described(
    memory: Memory, phrase: Phrase, barred: frozenset[Entity], reach: int = 25
) -> Entity | None:
    """Return the last character that a general noun describes, such as "the woman" or "the animal"."""
    noun = phrase.noun
    if noun is None or phrase.is_plural:
        return None
    if phrase.lemma in _ANIMALS:
        return next(
            (one for one in memory.list_recent(12) if one.kind == "animal" and not one.is_group), None
        )
    if noun.noun_class is NounClass.ANIMAL:
        kin = (one for one in memory.list_recent(20) if one.kind == "animal" and one.is_named)
        return next((one for one in kin if one.species in (None, noun.species)), None)
    if phrase.lemma not in GENERIC:
        return _find_in_role(memory, phrase) if noun.role is not None else None
    fitting = [one for one in memory.list_recent(reach) if one not in barred and _fits(memory, one, phrase)]
    # Whom the last sentence was about would be "he" now: a noun means the other one.
    others = [one for one in fitting if not _is_topic(memory, one) and memory.now - one.last_seen <= 2]
    return (others or fitting)[0] if fitting else _find_called(memory, phrase)


def _is_topic(memory: Memory, one: Entity) -> bool:
    return one.last_role == "subject" and one.is_named and memory.now - one.last_seen <= 1


def _fits(memory: Memory, one: Entity, phrase: Phrase) -> bool:
    """Return whether a general noun such as "the old man" may describe a character who was seen."""
    noun = phrase.noun
    if noun is None or one.is_group or one.kind not in (None, "person") or one.is_narrator:
        return False
    if phrase.lemma == "stranger" and one.nouns.keys() & KIN.keys():
        return False
    if "neutral" not in (GENERIC[phrase.lemma], one.gender) and one.gender != GENERIC[phrase.lemma]:
        return False
    is_child = noun.age in ("child", "baby")
    is_plain = one.is_named and not one.nouns.keys() - KIN.keys()
    is_fitting = (one.age in ("child", "baby", "teen")) == is_child or (is_plain and one.age == "adult")
    is_near = memory.now - one.last_seen <= _NEAR
    is_unknown = (one.is_named and not one.nouns) or (is_near and not is_plain)
    is_old = "old" not in phrase.modifiers or one.age == "old" or is_unknown
    return is_fitting and is_old


def _find_in_role(memory: Memory, phrase: Phrase) -> Entity | None:
    """Return whom "the teacher" who speaks is: the only one here with "Mr" or "Mrs" and no role yet."""
    verb = phrase.head.head
    known = find_verb(verb.lemma_.lower()) if phrase.head.dep_ == "nsubj" else None
    if known is None or not known.is_speech or phrase.noun is None:
        return None
    near = [one for one in memory.list_recent(12) if one.names and not one.nouns and one.role is None]
    titled = [one for one in near if any(name.split()[0].strip(".") in _COURTESY for name in one.names)]
    fitting = [
        one
        for one in titled
        if "neutral" in (phrase.noun.gender, one.gender) or one.gender == phrase.noun.gender
    ]
    return fitting[0] if len(fitting) == 1 else None


def _find_called(memory: Memory, phrase: Phrase) -> Entity | None:
    """Return the only person of that gender whom others' words have named and the narration has not."""
    gender = GENERIC[phrase.lemma]
    called = [one for one in memory.entities if one.survivor is one and one.names and one.last_seen < 0]
    found = [one for one in called if one.gender == gender != "neutral"]
    return found[0] if len(found) == 1 else None
