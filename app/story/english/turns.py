"""Turn-taking: the most likely speakers of a conversation, where the story does not tell all of them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.story.english.address import Address
from app.story.english.entities import Entity

_NEAR = 3  # paragraphs between two turns of one conversation
_IMPOSSIBLE = -1000.0
_STRANGER = 2.0


@dataclass(slots=True, eq=False)
class Turn:
    """One quotation, or more of one paragraph: its speaker if the story tells it, and what hints at one.

    `actors` act in its paragraph, the nearest first; `addressed` are spoken to by name; `presumed` is who the
    speaker was taken for while the story was read, `near` who was there; `address` is how the other
    one is spoken to.
    """

    paragraph: int
    speaker: Entity | None = None
    is_told: bool = False
    actors: list[Entity] = field(default_factory=list)
    addressed: set[Entity] = field(default_factory=set)
    named: Entity | None = None
    near: list[Entity] = field(default_factory=list)
    address: Address | None = None


def settle_turns(turns: Sequence[Turn]) -> None:
    """Give each turn its most likely speaker, run by run, in time linear in the number of turns."""
    run: list[Turn] = []
    for turn in turns:
        if run and turn.paragraph - run[-1].paragraph > _NEAR:
            _settle_run(run)
            run = []
        run.append(turn)
    _settle_run(run)


def _settle_run(run: Sequence[Turn]) -> None:
    """Decode one conversation by Viterbi's algorithm over pairs of successive speakers."""
    if all(turn.is_told for turn in run):
        return
    choices = [_list_candidates(run, index) for index in range(len(run))]
    strangers = _list_strangers(run, choices)
    best: dict[tuple[Entity | None, Entity | None], float] = {(None, None): 0.0}
    origins: list[dict[tuple[Entity | None, Entity | None], tuple[Entity | None, Entity | None]]] = []
    for index, turn in enumerate(run):
        after: dict[tuple[Entity | None, Entity | None], float] = {}
        origin: dict[tuple[Entity | None, Entity | None], tuple[Entity | None, Entity | None]] = {}
        for (earlier, last), score in best.items():
            for one in choices[index]:
                value = score + _score(run, index, turn, one) + _score_turn(run, index, one, last, earlier)
                value -= _STRANGER if one in strangers[index] else 0.0
                if value > after.get((last, one), _IMPOSSIBLE):
                    after[last, one], origin[last, one] = value, (earlier, last)
        best = after
        origins.append(origin)
    state = max(best, key=lambda pair: best[pair])
    for index in range(len(run) - 1, -1, -1):
        run[index].speaker = state[1]
        state = origins[index][state]


def _list_strangers(
    run: Sequence[Turn], choices: Sequence[Sequence[Entity | None]]
) -> list[set[Entity | None]]:
    """Return for each turn those candidates of whom the conversation has told nothing yet."""
    present: set[Entity] = set()
    strangers: list[set[Entity | None]] = []
    for index, turn in enumerate(run):
        answered = run[index + 1].addressed if index + 1 < len(run) else set()
        told = [turn.named, turn.speaker if turn.is_told else None]
        present |= {one.survivor for one in (*turn.near, *turn.actors, *turn.addressed, *answered)}
        present |= {one.survivor for one in told if one is not None}
        strangers.append({one for one in choices[index] if one is not None and one not in present})
    return strangers


def _list_candidates(run: Sequence[Turn], index: int) -> list[Entity | None]:
    turn = run[index]
    if turn.is_told:
        return [turn.speaker]
    window = run[max(0, index - 6) : index + 7]
    found: list[Entity | None] = [
        one.speaker.survivor for one in window if one.is_told and one.speaker is not None
    ]
    found += [one.survivor for near in window for one in (*near.addressed, *near.actors[:2])]
    found += [one.named.survivor for one in window if one.named is not None]
    found += [one.survivor for one in turn.near]
    return [*dict.fromkeys(found)][:8] or [None]


def _score(run: Sequence[Turn], index: int, turn: Turn, one: Entity | None) -> float:
    """Return how well a speaker fits a turn by itself."""
    if one is None or turn.is_told:
        return 0.0
    score = 0.3 * math.sqrt(min(one.mentions, 16)) + (0.4 if one.lines else 0.0)
    if one.kind == "animal" and not one.lines:
        score -= 2.0
    if turn.named is one:
        score += 4.0
    if one in turn.addressed:
        score -= 4.0
    if turn.actors and one is turn.actors[0]:
        score += 3.0
    elif one in turn.actors:
        score += 0.5
    if one in turn.near:
        score += 0.6 - 0.1 * turn.near.index(one)
    if index + 1 < len(run) and one in run[index + 1].addressed:
        score += 1.0
    return score


def _score_address(address: Address | None, one: Entity | None) -> float:
    """Return how well a form of address fits the one spoken to."""
    if address is None or one is None:
        return 0.0
    return -2.5 if not address.fits(one) else 1.0 if address.names(one) else 0.0


def _score_turn(
    run: Sequence[Turn], index: int, one: Entity | None, last: Entity | None, earlier: Entity | None
) -> float:
    """Return how well a speaker follows those before: people take turns, and who is addressed answers."""
    if index == 0 or one is None:
        return 0.0
    score = 0.0
    if one is last and run[index].paragraph != run[index - 1].paragraph:
        score -= 2.5
    if one in run[index - 1].addressed:
        score += 1.5
    if one is not last:
        score += _score_address(run[index - 1].address, one) + _score_address(run[index].address, last)
    if one is earlier:
        score += 1.2
    return score
