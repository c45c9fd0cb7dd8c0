"""Where shots begin: the cuts between clauses that give shots of sane length and a picture where it is due.

Dynamic programming chooses the cuts with the least cost: each shot costs by its distance from the ideal
length, and each cut gains by how well it stands and by the new picture that it brings.
"""

import math
from collections.abc import Hashable, Sequence

from app.story.coverage.clauses import Clause
from app.vocabulary.timing import LEAD_SEC, TAIL_SEC

IDEAL_SEC, SHORTEST_SEC, LONGEST_SEC, UTMOST_SEC = 4.0, 2.0, 6.0, 8.0
_NEW_PICTURE, _SAME_PICTURE = 0.8, -0.1
_COST_OF_A_CUT = 0.3
_MOST_CLAUSES = 60  # in a shot, which keeps the search linear
_TOO_LONG = 100.0


def choose_cuts(clauses: Sequence[Clause], pictures: Sequence[Hashable], most: int) -> list[int]:
    """Return the number of the first clause of each shot, of `most` shots at most.

    `pictures` say, clause by clause, what is to be seen, None where a clause asks for nothing new.
    """
    seconds = [clause.seconds for clause in clauses]
    seconds[0] += LEAD_SEC
    seconds[-1] += TAIL_SEC
    gains = [clause.cut - _COST_OF_A_CUT for clause in clauses]
    for number, is_new in enumerate(_find_changes(pictures)):
        gains[number] += _NEW_PICTURE if is_new else _SAME_PICTURE
    cuts = _find_best_cuts(seconds, gains)
    return cuts if len(cuts) <= most else _thin_out(cuts, seconds, most)


def _find_changes(pictures: Sequence[Hashable]) -> list[bool]:
    """Return for each clause whether its picture differs from the last one before it."""
    changes, last = [], None
    for picture in pictures:
        changes.append(picture is not None and picture != last)
        last = last if picture is None else picture
    return changes


def _find_best_cuts(seconds: Sequence[float], gains: Sequence[float]) -> list[int]:
    best = [0.0] + [math.inf] * len(seconds)
    origin = [0] * (len(seconds) + 1)
    for end in range(1, len(seconds) + 1):
        length = 0.0
        for start in range(end - 1, max(-1, end - 1 - _MOST_CLAUSES), -1):
            length += seconds[start]
            if length > UTMOST_SEC and end - start > 1:
                break
            cost = best[start] + _price(length) - gains[start]
            if cost < best[end]:
                best[end], origin[end] = cost, start
    cuts, end = [], len(seconds)
    while end:
        end = origin[end]
        cuts.append(end)
    return cuts[::-1]


def _price(seconds: float) -> float:
    """Return the cost of a shot: little between the shortest and the longest, much beyond."""
    cost = ((seconds - IDEAL_SEC) / 2) ** 2 / 2
    cost += 2.5 * max(0.0, SHORTEST_SEC + 0.2 - seconds) + 2.0 * max(0.0, seconds - LONGEST_SEC)
    return cost + (_TOO_LONG if seconds > UTMOST_SEC else 0.0)


def _thin_out(cuts: Sequence[int], seconds: Sequence[float], most: int) -> list[int]:
    """Return so many of the cuts that stand at even times, for a scene that may not have more shots."""
    total, told, kept = sum(seconds), 0.0, [0]
    share = total / most
    chosen = set(cuts)
    for number, length in enumerate(seconds):
        if number in chosen and told >= share * len(kept) and len(kept) < most:
            kept.append(number)
        told += length
    return kept
