"""Pronouns: the character that "she" means, by gender, number, clause and how prominent each one is."""

import math

from spacy.tokens import Token

from app.story.english.clauses import find_subject, read_status
from app.story.english.entities import Entity
from app.story.english.memory import Memory
from app.vocabulary.people import Gender

GENDERS: dict[str, Gender] = {
    **dict.fromkeys(["he", "him", "his", "himself"], "male"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "female"),
    **dict.fromkeys(["it", "its", "itself"], "neutral"),
}
"""Third-person pronouns of the singular, with the gender that they tell."""
PLURALS = frozenset(["they", "them", "their", "theirs", "themselves", "both"])
FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself"])
FIRST_PLURALS = frozenset(["we", "us", "our", "ours", "ourselves"])
_AWAY = frozenset(["earlier", "reported", "unreal"])
_REACH = 8  # sentences
_LEAST = 0.2
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "poss": "owner",
    "attr": "subject",
}


def get_role(token: Token) -> str:
    """Return the role of a mention in its clause: subject, object, owner or other."""
    head = token
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    if head.dep_ == "nsubjpass" and head.head.lemma_ in ("call", "name"):
        return "named"
    if head.dep_ not in ("nsubj", "poss") and find_subject(head.head) == head:
        return "subject"
    role = _ROLES.get(head.dep_, "other")
    is_away = role == "subject" and head.head.pos_ == "VERB" and read_status(head.head) in _AWAY
    return "other" if is_away else role


def resolve(token: Token, memory: Memory, barred: frozenset[Entity], own: frozenset[Entity]) -> Entity | None:
    """Return whom a pronoun of the third person singular means.

    `barred` are the others of its clause, `own` the subjects of the clause that a possessive stands in.
    """
    gender = GENDERS[token.lower_]
    scored = [
        (score, -index, one)
        for index, one in enumerate(memory.list_recent(_REACH))
        if one not in barred and (score := _score(one, gender, token, memory, own)) > -math.inf
    ]
    if not scored:
        return None
    score, _, best = max(scored, key=lambda item: item[:2])
    if score < _LEAST:
        return None
    rivals = sum(other > score - 0.8 for other, _, _ in scored) - 1
    if gender != "neutral" and not rivals:
        best.votes[gender] += 1
    return best


def _score(one: Entity, gender: Gender, token: Token, memory: Memory, own: frozenset[Entity]) -> float:
    """Return how well a character fits a pronoun, or minus infinity where it cannot be meant."""
    if one.is_group or one.is_narrator:
        return -math.inf
    fitness = _score_gender(one, gender, memory)
    if fitness == -math.inf:
        return fitness
    distance = memory.now - one.last_seen
    score = fitness + 2.0 - 0.55 * distance
    role = get_role(token)
    if one.last_role == "subject":
        score += (1.4, 1.0)[distance] if distance <= 1 else 0.5
    elif one.last_role == "named":
        score += 0.6
    elif one.last_role == "object":
        score += 0.35
    elif one.last_role == "owner":
        score += 0.1
    if role == one.last_role:
        score += 0.3
    if role == "owner" and one in own:
        score += 1.5
    return score + 0.25 * math.log1p(min(one.mentions, 30)) + 0.3 * one.is_named


def _score_gender(one: Entity, gender: Gender, memory: Memory) -> float:
    if gender == "neutral":
        if one.kind in ("animal", "robot", "other"):
            fitness = 0.4 if one.gender == "neutral" else -0.3
            return fitness - (2.5 if memory.has_nearer_thing(one) else 0.0)
        return 0.0 if one.age == "baby" and not one.is_named else -math.inf
    if "neutral" not in (one.told_gender, gender) and one.told_gender != gender:
        return -math.inf
    votes = one.votes.total()
    if one.gender == gender:
        return 0.8
    if one.gender != "neutral":
        # Other pronouns say otherwise; the fewer they are, the more they may be wrong.
        return -0.8 - 0.5 * min(votes, 5)
    if one.kind == "other":
        return -0.8
    if one.kind == "robot":
        return -0.5
    if one.kind == "animal":
        return 0.2 if one.lines else 0.0 if one.is_named else -0.6
    return 0.3
