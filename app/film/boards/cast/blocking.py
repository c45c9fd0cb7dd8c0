"""The blocking of a shot: who is in it, where in the frame each stands, where each looks, what each does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.film.boards.angles import EYE_LEVEL, AngleView
from app.film.boards.canvas import Box
from app.film.boards.cast.builds import BEASTS
from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import HOLD, Pose, choose_pose
from app.film.boards.cast.traits import Traits
from app.film.boards.layers import Layer
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.vocabulary.staging import Figure, HeldProp, Posture, Side, Staging

# How far a speaker's mouth is open at least, in hundredths of the head.
_SPEAKING = 4.0
# The middle of each side of the frame, in shares of its width.
_SIDES: dict[Side, float] = {"left": 0.27, "middle": 0.5, "right": 0.73}


@dataclass(frozen=True, slots=True)
class Member:
    """A character in a shot, with its figure and the pose that is drawn of it."""

    traits: Traits
    figure: Figure
    pose: Pose

    @property
    def is_beast(self) -> bool:
        return self.traits.body in BEASTS

    @property
    def held_prop(self) -> HeldProp | None:
        """What it holds; a sleeper's hands are empty."""
        return None if self.pose.posture is Posture.SLEEP else self.figure.held_prop

    def faces_left(self, *, otherwise: bool) -> bool:
        """Return whether it looks to the left: as it is told, or else into the frame from its side."""
        if self.figure.facing in ("left", "right"):
            return self.figure.facing == "left"
        return otherwise if self.figure.side == "middle" else self.figure.side == "right"


@dataclass(frozen=True, slots=True)
class Cast:
    """The members of a shot, the subject first, the mood on their faces, and the nouns of things to show.

    The cast is `is_staged` where figures are named, so that each member is told where it stands.
    """

    members: tuple[Member, ...]
    mood: str
    things: tuple[str, ...] = ()
    view: AngleView = EYE_LEVEL
    is_staged: bool = False

    @property
    def has_sides(self) -> bool:
        return any(member.figure.side != "middle" for member in self.members)

    def make_portrait(self, palette: Palette, member: Member) -> Portrait:
        """Return a person of the cast under a light, speaking or seen from behind as it is told."""
        expression = choose_expression(self.mood)
        if member.figure.is_speaking:
            expression = replace(expression, open=max(expression.open, _SPEAKING))
        return Portrait(member.traits, palette, expression, is_away=member.figure.facing == "away")


def stage_members(traits: Sequence[Traits], staging: Staging) -> tuple[Member, ...]:
    """Return the members of a cast, each in the pose of its own figure.

    One without a figure stands, or does as the unnamed figure does where that is done together.
    """
    return tuple(_stage_member(one, place, staging) for place, one in enumerate(traits))


def _stage_member(traits: Traits, place: int, staging: Staging) -> Member:
    own = staging.find(traits.name, is_first=place == 0)
    shared = next((figure for figure in staging.figures if not figure.name), None)
    if own is not None:
        figure, pose = own, choose_pose(own.posture, place, is_own=True)
    else:
        figure, pose = Figure(), choose_pose(shared.posture if shared else Posture.STAND, place)
    if figure.held_prop and pose.posture is Posture.STAND and traits.is_person:
        pose = HOLD
    return Member(traits, figure, pose)


def order_by_side(members: Sequence[Member]) -> list[int]:
    """Return the places of members from the left of the frame to the right, otherwise in their order."""
    return sorted(range(len(members)), key=lambda place: _SIDES[members[place].figure.side])


def spread_out(members: Sequence[Member], widths: Sequence[float], frame: Box) -> list[float]:
    """Return the middle of each member across: at its side of the frame, with the others' room kept free.

    The widths together are no larger than the frame's.
    """
    order = order_by_side(members)
    spots = [0.0] * len(members)
    for side, share in _SIDES.items():
        group = [place for place in order if members[place].figure.side == side]
        edge = frame.left + frame.width * share - sum(widths[place] for place in group) / 2
        for place in group:
            spots[place] = edge + widths[place] / 2
            edge += widths[place]
    _push_apart(order, spots, widths, frame)
    return spots


def _push_apart(order: Sequence[int], spots: list[float], widths: Sequence[float], frame: Box) -> None:
    edge = frame.left
    for place in order:
        spots[place] = max(spots[place], edge + widths[place] / 2)
        edge = spots[place] + widths[place] / 2
    edge = frame.right
    for place in reversed(order):
        spots[place] = min(spots[place], edge - widths[place] / 2)
        edge = spots[place] - widths[place] / 2


def paint_in_frame(pen: Pen, frame: Box, paint: Callable[[Pen], Box]) -> Box:
    """Paint a member, moved and made smaller until its head is inside the frame; return that head's box."""
    head = _try_out(pen, paint)
    scale = min(1.0, frame.width / head.width, frame.height / head.height)
    if scale < 1:
        pen = pen.offset(0, 0, scale)
        head = _try_out(pen, paint)
    across = _find_way(head.left, head.right, frame.left, frame.right)
    down = _find_way(head.top, head.bottom, frame.top, frame.bottom)
    return paint(replace(pen, x=pen.x + across, y=pen.y + down))


def _try_out(pen: Pen, paint: Callable[[Pen], Box]) -> Box:
    return paint(replace(pen, layer=Layer("trial")))


def _find_way(first: float, last: float, least: float, most: float) -> float:
    """Return how far a span is to be moved to lie within another, which is no shorter."""
    return max(least - first, min(0.0, most - last))
