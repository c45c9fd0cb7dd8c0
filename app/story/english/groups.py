"""Groups: characters who act together, and whom "they", "the two" and "we" mean."""

import math
from dataclasses import dataclass

from app.story.english.entities import Entity
from app.story.english.memory import Memory

_SETS, _REACH = 8, 15


@dataclass(slots=True)
class _Set:
    """Characters who were seen together."""

    entities: tuple[Entity, ...]
    uses: int = 0
    last_seen: int = -99
    last_role: str = ""


class Groups:
    """The characters who were seen together, the last seen ones last."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._sets: list[_Set] = []

    def see_together(self, entities: tuple[Entity, ...], role: str) -> None:
        """Remember who acted together, as Hansel and Gretel do: the next "they" may mean them."""
        same = next((one for one in self._sets if set(one.entities) == set(entities)), None)
        if same is None:
            same = _Set(entities)
            self._sets = [*self._sets[-_SETS:], same]
        same.uses, same.last_seen, same.last_role = same.uses + 1, self._memory.now, role

    def find_number(self, number: int) -> tuple[Entity, ...]:
        """Return whom "the two" or "the three" means: those who acted together, or were seen last."""
        subject = next((one for one in self._memory.list_recent(1) if one.last_role == "subject"), None)
        sets = [one for one in self._sets if len(one.entities) == number and subject not in one.entities]
        if sets:
            return max(sets, key=self._score_set).entities
        return tuple(one for one in self._memory.list_recent(6) if not one.is_group)[:number]

    def find_group(self, barred: frozenset[Entity] = frozenset()) -> tuple[Entity, ...]:
        """Return whom "they" means: a group, those who acted together, or the two who matter most here."""
        groups = [
            _Set((one,), one.mentions, one.last_seen, one.last_role)
            for one in self._memory.list_recent(8)
            if one.is_group
        ]
        sets = [*self._sets, *groups, *self._list_pair()]
        scored = [
            (self._score_set(one), one)
            for one in sets
            if self._memory.now - one.last_seen <= _REACH and not barred & set(one.entities)
        ]
        if scored:
            score, best = max(scored, key=lambda pair: (pair[0], pair[1].last_seen))
            if score > 0:
                return tuple(dict.fromkeys(one.survivor for one in best.entities))
        return ()

    def _list_pair(self) -> list[_Set]:
        """Return the two who matter most of those seen in the last sentences."""
        near = [
            one
            for one in self._memory.list_recent(3)
            if not one.is_group and (one.kind != "animal" or one.is_named)
        ]
        near.sort(key=lambda one: self._memory.now - one.last_seen - math.log1p(min(one.mentions, 20)))
        if len(near) < 2:
            return []
        seen = min(one.last_seen for one in near[:2])
        role = "subject" if any(one.last_role == "subject" for one in near[:2]) else "other"
        return [_Set(tuple(near[:2]), 0, seen, role)]

    def find_all(self) -> tuple[Entity, ...]:
        """Return everybody who was seen in the last sentences, for "they all"."""
        return tuple(one for one in self._memory.list_recent(8) if not one.is_narrator)[:6]

    def find_companions(self, narrator: Entity) -> tuple[Entity, ...]:
        """Return who is with the narrator, for "we": the one who matters most of those seen lately."""
        near = [one for one in self._memory.list_recent(8) if one is not narrator and not one.is_group]
        near.sort(key=lambda one: 0.5 * (self._memory.now - one.last_seen) - min(one.mentions, 20))
        return tuple(near[:1])

    def _score_set(self, group: _Set) -> float:
        score = 2.0 if group.uses else 1.2
        score += 0.25 * math.log1p(min(group.uses, 20)) - 0.25 * (self._memory.now - group.last_seen)
        score += 1.0 if group.last_role == "subject" else 0.0
        if all(one.kind == "animal" and not one.names for one in group.entities):
            score -= 0.5
        return score
