"""The blocking of a shot: who is in it, where in the frame each stands, where each looks, what each does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.film.boards.angles import EYE_LEVEL, AngleView
from app.film.boards.canvas import Box
from app.film.boards.cast.duos import Duo
from app.film.boards.cast.expression import choose_expression
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import Pose
from app.film.boards.cast.traits import Traits
from app.film.boards.cast.turning import turn_body, turn_head
from app.film.boards.layers import Layer
from app.film.boards.moment import AS_TOLD, Moment
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.vocabulary.actions import Action
from app.vocabulary.places import Place
from app.vocabulary.staging import Figure, Posture, Side

# The middle of each side of the frame, in shares of its width.
_SIDES: dict[Side, float] = {"left": 0.27, "middle": 0.5, "right": 0.73}
# Postures in which hands are empty.
_EMPTY_HANDED = (Posture.SLEEP, Posture.LIE, Posture.CRAWL, Posture.CLIMB, Posture.SWIM)


@dataclass(frozen=True, slots=True)
class Member:
    """A character in a shot, with its figure and the pose that is drawn of it.

    `partner` is the name of the one it acts with, and `duo` how the two stand to each other; `is_leading`
    tells the one who acts. `passengers` are seen beside it in the same vehicle.
    """

    traits: Traits
    figure: Figure
    pose: Pose
    partner: str = ""
    duo: Duo | None = None
    is_leading: bool = False
    passengers: tuple["Member", ...] = ()

    @property
    def is_carried(self) -> bool:
        """Whether it lies in the arms of another."""
        return self.duo is not None and self.duo.is_carried and not self.is_leading

    @property
    def held_prop(self) -> str | None:
        """What it holds; a sleeper's hands are empty."""
        if self.pose.posture in _EMPTY_HANDED or self.is_carried:
            return None
        return self.figure.held_prop or self.pose.gesture.holds or None

    @property
    def eyes(self) -> float:
        """How high its eyes are over the ground, in body units of a grown person."""
        return -self.pose.head[1] * self.traits.stature

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
    moment: Moment = AS_TOLD
    place: Place | None = None

    @property
    def has_sides(self) -> bool:
        return any(member.figure.side != "middle" for member in self.members)

    def find(self, name: str) -> Member | None:
        """Return the member of a name."""
        return next((member for member in self.members if member.traits.name == name), None)

    def sets_table(self, member: Member) -> bool:
        """Return whether the table of those who sit together is drawn with a member."""
        return member.duo is None or member.is_leading

    def make_portrait(self, palette: Palette, member: Member, *, is_close: bool = False) -> Portrait:
        """Return a person of the cast under a light, with the face and the turn of what it does."""
        action = Action.SLEEP if member.pose.posture is Posture.SLEEP else member.figure.action
        speaks = member.figure.is_speaking and not self.moment.has_shut_mouths
        expression = choose_expression(self.mood, action, member.figure.feeling, is_speaking=speaks)
        if self.moment.has_shut_mouths:
            expression = replace(expression, open=0.0)
        if self.moment.has_closed_eyes:
            expression = replace(expression, lids=0.0)
        target = self.find(member.partner or member.figure.target)
        rise = target.eyes - member.eyes if target is not None and target is not member else 0.0
        turn = turn_head(
            member.figure, member.pose, is_close=is_close, rise=rise, has_partner=member.duo is not None
        )
        if member.duo is not None and not turn.is_away and member.pose.gesture.yaw is None:
            turn = replace(turn, yaw=member.duo.yaw)
        return Portrait(member.traits, palette, expression, turn, turn_body(turn, member.pose))


def lies(member: Member) -> bool:
    """Return whether a member lies on the ground or on a bed, not in the arms of another."""
    return member.pose.posture in (Posture.SLEEP, Posture.LIE) and not member.is_carried


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
