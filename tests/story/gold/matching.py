"""Which predicted characters and events are which of the gold data."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from tests.story.gold.gold import GoldCharacter, GoldEvent, GoldText
from tests.story.gold.prediction import PredictedCharacter, PredictedEvent

ActionOf = Callable[[str], str]

_ARTICLE = re.compile(
    r"^(?:the|an?|der|die|das|den|dem|eine?|les?|la|une?|des|el|los|las|una)\s+|^l[’']", re.IGNORECASE
)


class Span(Protocol):
    """A part of a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last character."""


@dataclass(frozen=True, slots=True)
class CastMatch:
    """The matched characters by their gold names, and the gold names of each predicted one.

    `gold_names` maps normalised names, predicted and gold, to gold names: several where a name is that of a
    group. `false_positives` are the predicted characters that match neither a gold character nor an extra.
    """

    pairs: dict[str, PredictedCharacter]
    gold_names: dict[str, tuple[str, ...]]
    false_positives: tuple[PredictedCharacter, ...]

    @property
    def people(self) -> set[str]:
        """The gold names of the whole cast."""
        return {name for names in self.gold_names.values() for name in names}

    def resolve(self, names: Iterable[str]) -> set[str]:
        """Return the gold names of predicted names; one that the gold has not is normalised only."""
        plain = [normalize_name(name) for name in names]
        return {found for name in plain for found in self.gold_names.get(name, (name,))}


def normalize_name(name: str) -> str:
    """Return a name in lower case, with straight apostrophes and without its article."""
    return _ARTICLE.sub("", name.strip()).replace("’", "'").casefold()


def overlaps(span: Span, start: int, end: int) -> bool:
    """Say whether a span shares a character with the part of the text from start to end."""
    return span.start < end and start < span.end


def match_cast(gold: GoldText, predicted: tuple[PredictedCharacter, ...]) -> CastMatch:
    """Match each gold character with at most one predicted one.

    Names decide first: a predicted name that is a name or alias in the gold; then a shared alias. A
    predicted name that is an extra or a group of the gold counts neither as right nor as wrong.
    """
    pairs: dict[str, PredictedCharacter] = {}
    free = list(predicted)
    for has_name_in_common in (_matches_by_name, _matches_by_alias):
        for character in gold.cast:
            found = next((each for each in free if has_name_in_common(character, each)), None)
            if found is not None and character.name not in pairs:
                pairs[character.name] = found
                free.remove(found)
    neutral = _normalize_all((*gold.extras, *(name for group in gold.groups for name in group.names)))
    wrong = tuple(each for each in free if not neutral & _normalize_all((each.name, *each.aliases)))
    return CastMatch(pairs, _list_gold_names(gold, pairs), wrong)


def _list_gold_names(gold: GoldText, pairs: dict[str, PredictedCharacter]) -> dict[str, tuple[str, ...]]:
    groups = {normalize_name(name): group.members for group in gold.groups for name in group.names}
    names = {normalize_name(name): (each.name,) for each in gold.cast for name in each.names}
    return {**groups, **names, **{normalize_name(found.name): (name,) for name, found in pairs.items()}}


def match_events(
    gold: tuple[GoldEvent, ...],
    predicted: tuple[PredictedEvent, ...],
    cast: CastMatch,
    action_of: ActionOf | None,
) -> dict[int, int]:
    """Return the places of matched predicted events by those of the gold events, each event at most once.

    A predicted seen event matches where it overlaps the gold snippet, has the same verb or action, and has
    an agent in common with the gold event, or none of the gold cast where that has none.
    """
    pairs: dict[int, int] = {}
    free = {at for at, each in enumerate(predicted) if each.is_seen}
    for ours, event in enumerate(gold):
        for theirs in sorted(free):
            found = predicted[theirs]
            near = overlaps(found, event.start, event.end) and same_verb(event, found, action_of)
            if near and _shares_agent(event, found, cast):
                pairs[ours] = theirs
                free.remove(theirs)
                break
    return pairs


def same_verb(gold: GoldEvent, predicted: PredictedEvent, action_of: ActionOf | None) -> bool:
    """Say whether a predicted event has the verb of a gold event, or its action.

    Of a phrasal verb ("pick up") the verb alone is enough, unless the predicted action is another one.
    """
    action = gold.action or (action_of(gold.verb) if action_of else "")
    head, *particle = gold.verb.split()
    is_head = bool(particle) and predicted.verb == head and predicted.action in ("", action)
    return predicted.verb == gold.verb or is_head or bool(action and predicted.action == action)


def _shares_agent(event: GoldEvent, found: PredictedEvent, cast: CastMatch) -> bool:
    agents = cast.resolve(found.agents) & cast.people
    return bool(agents & set(event.agents)) or (not agents and not event.agents)


def _matches_by_name(character: GoldCharacter, found: PredictedCharacter) -> bool:
    return normalize_name(found.name) in _normalize_all(character.names)


def _matches_by_alias(character: GoldCharacter, found: PredictedCharacter) -> bool:
    return bool(_normalize_all(character.names) & _normalize_all(found.aliases))


def _normalize_all(names: Iterable[str]) -> set[str]:
    return {normalize_name(name) for name in names}
