"""Two who act on each other, brought together in the frame."""

from collections.abc import Sequence

from app.film.boards.cast.blocking import Member


def bring_together(members: Sequence[Member], spots: list[float], flips: list[bool], unit: float) -> None:
    """Move the two of a duo, in place, to the distance of what they do, and turn them to each other.

    `spots` are the middles of the members across and `unit` is a body unit, both in canvas units.
    """
    pair = [place for place, member in enumerate(members) if member.duo is not None]
    if len(pair) != 2:
        return
    first, second = sorted(pair, key=lambda place: spots[place])
    duo = members[first].duo
    if duo is None:
        return
    size = (members[first].traits.stature + members[second].traits.stature) / 2
    middle, half = (spots[first] + spots[second]) / 2, duo.gap * unit * size / 2
    spots[first], spots[second] = middle - half, middle + half
    if duo.is_carried:
        leads = first if members[first].is_leading else second
        flips[first] = flips[second] = leads == second
        return
    flips[first], flips[second] = False, True
