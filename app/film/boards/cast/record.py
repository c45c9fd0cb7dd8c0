"""The record of what a painting shows of its cast."""

from collections.abc import Callable
from dataclasses import replace

from app.film.boards.canvas import Box
from app.film.boards.cast.blocking import Cast, Member, paint_in_frame
from app.film.boards.cast.gestures import REST
from app.film.boards.cast.seats import find_support
from app.film.boards.layers import Depiction, Shape
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.vocabulary.actions import Action
from app.vocabulary.staging import POSTURES, Posture
from app.vocabulary.things.table import find_thing

# The actions that are a posture and no more, which one is in who does nothing else.
_STILL = (Action.STAND,)


def show_member(
    scene: SceneCanvas, cast: Cast, member: Member, pen: Pen, paint: Callable[[Pen], Box]
) -> None:
    """Paint a member by a function that returns its head's box, above the subtitles, and record it."""
    painting, first = scene.painting, len(pen.layer.shapes)
    head = paint_in_frame(pen, replace(painting.safe, bottom=painting.caption_top), paint)
    record_member(scene, cast, member, pen.layer.shapes[first:], head)


def record_member(
    scene: SceneCanvas, cast: Cast, member: Member, shapes: list[Shape], head: Box | None
) -> None:
    """Record a member with its own shapes; one without a head is a shoulder in the foreground."""
    is_away = head is None or (member.traits.is_person and cast.make_portrait(scene.palette, member).is_away)
    scene.painting.depictions.append(
        Depiction(
            member.traits.name,
            member.pose.posture,
            _find_shown_action(member),
            head,
            tuple(shapes),
            _list_things(cast, member),
            is_away=is_away,
        )
    )


def _find_shown_action(member: Member) -> Action | None:
    """Return the action that the posture, the hands or the pair tell, None for one that nobody sees."""
    action, posture = member.figure.action, member.pose.posture
    if action is None or POSTURES.get(action, Posture(action) if action in _STILL else None) is posture:
        return action
    is_told = member.pose.gesture is not REST or member.duo is not None
    return action if is_told and member.traits.is_person else None


def _list_things(cast: Cast, member: Member) -> tuple[str, ...]:
    support = find_support(member, cast.place)
    held = find_thing(member.held_prop) if member.held_prop else None
    table = support.table if cast.sets_table(member) else ""
    return tuple(name for name in (held, support.thing, table) if name)
