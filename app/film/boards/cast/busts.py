"""Faces and busts: where each is in the frame, how large, looking where."""

from collections.abc import Sequence
from functools import partial

from app.film.boards.canvas import Box
from app.film.boards.cast.back import paint_back_view
from app.film.boards.cast.beasts import paint_beast_bust
from app.film.boards.cast.blocking import Cast, Member, order_by_side, paint_in_frame
from app.film.boards.cast.bust import paint_bust
from app.film.boards.cast.small_animals import paint_small
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.vocabulary.clothes import Headwear
from app.vocabulary.staging import Side

# The height of a head as a share of the reach, how many share the frame, and where the eyes are.
_SIZES = {
    "medium": (0.235, 3, 0.36),
    "medium_close_up": (0.33, 2, 0.41),
    "close_up": (0.47, 1, 0.47),
    "insert": (0.47, 1, 0.47),
    "two_shot": (0.27, 2, 0.38),
    "over_the_shoulder": (0.31, 1, 0.40),
}
# How far from the middle a side of the frame is, as a share of the safe frame's width.
_ASIDE: dict[Side, float] = {"left": -0.12, "middle": 0.0, "right": 0.12}
# How much lower a head stands so that a tall hat fits into the frame, in hundredths of the head.
_ROOM_FOR_HAT: dict[Headwear | None, float] = {
    Headwear.POINTED_HAT: 24.0,
    Headwear.POINTED_CAP: 16.0,
    Headwear.CROWN: 8.0,
}


def is_close(shot_type: str) -> bool:
    """Return whether a shot shows faces rather than figures."""
    return shot_type in _SIZES


def list_shown(members: Sequence[Member], shot_type: str) -> tuple[Member, ...]:
    """Return the members whose faces a close shot shows, the subject first."""
    if shot_type == "over_the_shoulder" and len(members) > 1:
        shoulder = find_shoulder(members)
        others = [member for member in members if member is not shoulder]
        return (next((member for member in others if member.figure.is_speaking), others[0]),)
    return tuple(members[: _SIZES[shot_type][1]])


def find_shoulder(members: Sequence[Member]) -> Member:
    """Return the member over whose shoulder the others are seen: one turned away, a listener, the first."""
    away = (member for member in members if member.figure.facing == "away")
    is_heard = any(member.figure.is_speaking for member in members)
    listeners = (member for member in members if is_heard and not member.figure.is_speaking)
    return next(away, next(listeners, members[0]))


def place_busts(scene: SceneCanvas, cast: Cast, shot_type: str) -> None:
    """Paint the faces of a close shot, each on its side of the frame and looking across it."""
    share, _, eyes = _SIZES[shot_type]
    frame, unit = scene.painting.safe, scene.canvas.reach * share / 100 * min(1.0, cast.view.size)
    shown = list_shown(cast.members, shot_type)
    if len(shown) == 1 and not shown[0].is_beast and not shown[0].traits.is_person:
        _place_small(scene, shown[0], scene.canvas.reach * share / 28)
        return
    if scene.canvas.is_tall and len(shown) > 1:
        unit *= 0.68
    middle, looks_left = 0.5 if len(shown) > 1 else 0.46, shot_type == "over_the_shoulder"
    if looks_left and len(cast.members) > 1:
        looks_left = _paint_shoulder(scene, cast, shown[0], unit)
        middle = 0.64 if looks_left else 0.36
    elif cast.has_sides:
        middle = 0.5 + sum(_ASIDE[member.figure.side] for member in shown) / len(shown)
    y, order = frame.top + frame.height * (eyes + cast.view.drop), order_by_side(shown)
    # The subject is painted last, before the others.
    for place in reversed(range(len(shown))):
        member, step = shown[place], order.index(place) - (len(shown) - 1) / 2
        x = frame.left + frame.width * middle + step * _choose_gap(scene, unit, len(shown))
        flip = member.faces_left(otherwise=step > 0 or looks_left)
        pen = scene.pen("cast").offset(x, y, unit, flip=flip)
        head = paint_in_frame(pen, frame, partial(_paint_half, scene, cast, member))
        scene.painting.heads.append(head)


def _choose_gap(scene: SceneCanvas, unit: float, count: int) -> float:
    """Return how far apart the heads of a shot are."""
    gap = unit * (205 if scene.canvas.width > scene.canvas.height else 165)
    return min(gap, scene.painting.safe.width * 0.86 / count)


def _choose_shoulder_side(shoulder: Member, seen: Member) -> Side:
    """Return the side a shoulder is on: its own, or else across from the one who is seen."""
    if shoulder.figure.side != "middle":
        return shoulder.figure.side
    return "right" if seen.figure.side == "left" else "left"


def _paint_half(scene: SceneCanvas, cast: Cast, member: Member, pen: Pen) -> Box:
    traits = member.traits
    if member.is_beast:
        return paint_beast_bust(pen.offset(0, 20), scene.palette, traits.body, traits.hair_colour)
    if not traits.is_person:
        # It stands on what is below the picture, as the others do.
        foot = (scene.canvas.height - pen.y) / pen.scale
        return paint_small(pen.offset(0, foot, min(6.0, foot / 50)), scene.palette, traits.body)
    size = {"child": 0.92, "old": 0.98}.get(traits.age, 1.0)
    drop = (1 - traits.stature) * 62 if traits.stature < 1 else 0.0
    at = pen.offset(0, min(44.0, drop) + _ROOM_FOR_HAT.get(traits.outfit.headwear, 0.0), size)
    # The frame of a closer shot ends above the hands.
    has_hand = pen.scale < scene.canvas.reach * 0.0034
    return paint_bust(at, cast.make_portrait(scene.palette, member), member.held_prop if has_hand else None)


def _paint_shoulder(scene: SceneCanvas, cast: Cast, seen: Member, unit: float) -> bool:
    """Paint the shoulder over which a member is seen; return whether it is on the left."""
    frame, member = scene.painting.safe, find_shoulder(cast.members)
    is_left = _choose_shoulder_side(member, seen) == "left"
    # In a tall frame less of it is in the picture, or it would hide the face across.
    inset = 0.07 if scene.canvas.is_tall else 0.17
    if not member.traits.is_person:
        # An animal is seen from its side, and its muzzle reaches far into the picture.
        inset -= 0.15
    x = frame.left + frame.width * (inset if is_left else 1 - inset)
    pen = scene.pen("foreground").offset(x, frame.top + frame.height * 0.50, unit * 1.5, flip=not is_left)
    if member.traits.is_person:
        paint_back_view(pen, cast.make_portrait(scene.palette, member))
    else:
        _paint_half(scene, cast, member, pen)
    return is_left


def _place_small(scene: SceneCanvas, member: Member, unit: float) -> None:
    """Paint a small animal so close that it fills as much of the frame as a face would."""
    frame, palette = scene.painting.safe, scene.palette
    x = frame.left + frame.width * (0.5 + _ASIDE[member.figure.side])
    y, flip = frame.top + frame.height * 0.82, member.faces_left(otherwise=False)
    pen = scene.pen("cast").offset(x, y, unit, flip=flip)
    head = paint_in_frame(pen, frame, lambda pen: paint_small(pen, palette, member.traits.body))
    scene.painting.heads.append(head)
