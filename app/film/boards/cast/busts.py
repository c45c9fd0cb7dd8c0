"""Faces and busts: where each is in the frame, how large, looking where.

A bust is the upper end of the whole figure, drawn large.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.film.boards.canvas import Box
from app.film.boards.cast.animals.painting import paint_animal
from app.film.boards.cast.blocking import Cast, Member, lies, order_by_side
from app.film.boards.cast.close_animals import ASIDE, find_muzzle, fit_animal, place_animal
from app.film.boards.cast.features import find_features
from app.film.boards.cast.figure import paint_figure, place_head
from app.film.boards.cast.gestures import GAZE, Hand
from app.film.boards.cast.halo import paint_halo
from app.film.boards.cast.pairs import bring_together
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import HEAD, combine, strike_pose
from app.film.boards.cast.record import record_member, show_member
from app.film.boards.cast.seats import Support, find_support, paint_before, paint_behind
from app.film.boards.cast.skull import HeadTurn
from app.film.boards.cast.traits import stand_upright
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.vocabulary.clothes import Headwear
from app.vocabulary.staging import Side

# The height of a head as a share of the reach, how many share the frame, and where the eyes are.
_SIZES = {
    "medium": (0.28, 3, 0.35),
    "medium_close_up": (0.35, 2, 0.40),
    "close_up": (0.48, 1, 0.47),
    "insert": (0.48, 1, 0.47),
    "two_shot": (0.27, 2, 0.37),
    "over_the_shoulder": (0.31, 1, 0.40),
}
# The shots in which hands are raised with what they hold, and how far below the shoulders they may be.
_RAISING, _LOWEST_HAND = ("medium_close_up",), 5.0
# How much of the frame is left free before one who looks aside, as a share of its width.
_LEAD_ROOM = 0.05
# How much of the difference between two heights is seen side by side, the most of it in body units, and how
# far below the eyes of others one lies, as a share of the frame's height.
_DROP, _MOST_DROP, _LOW = 0.4, 13.0, 0.34
# How much higher than usual others are over one who lies, in body units.
_OVER_LYING = 4.0
# How much lower a head stands so that a tall hat fits into the frame, in hundredths of the head.
_ROOM_FOR_HAT: dict[Headwear | None, float] = {
    Headwear.POINTED_HAT: 24.0,
    Headwear.POINTED_CAP: 16.0,
    Headwear.CROWN: 8.0,
    Headwear.TOP_HAT: 10.0,
    Headwear.COOK_HAT: 10.0,
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


def find_unit(scene: SceneCanvas, shot_type: str) -> float:
    """Return a body unit in a close shot in canvas units."""
    return scene.canvas.reach * _SIZES[shot_type][0] / HEAD["adult"]


def _show_faces(cast: Cast, shot_type: str) -> Cast:
    """Return a cast whose animals show their faces in a close-up; from further away they are whole."""
    if shot_type != "close_up":
        return cast
    return replace(
        cast, members=tuple(replace(one, traits=stand_upright(one.traits)) for one in cast.members)
    )


def place_busts(scene: SceneCanvas, cast: Cast, shot_type: str) -> None:
    """Paint the faces of a close shot, each on its side of the frame and looking across it."""
    if shot_type == "over_the_shoulder" and any(map(lies, cast.members)):
        # A shoulder that lies hides whom one sees over it.
        shot_type = "two_shot"
    share, _, eyes = _SIZES[shot_type]
    frame, reach = scene.painting.safe, scene.canvas.reach
    cast = _show_faces(cast, shot_type)
    members = cast.members
    shown = [_adjust_hand(member, shot_type) for member in list_shown(members, shot_type)]
    if len(shown) == 1 and not shown[0].traits.is_person:
        place_animal(scene, cast, shown[0], reach * share / 28)
        return
    unit = find_unit(scene, shot_type) * min(1.0, cast.view.size)
    if len(shown) == 1 and shown[0].traits.is_person:
        # A small one alone fills the frame as others do.
        unit *= min(1.6, max(0.9, HEAD["adult"] / (HEAD[shown[0].traits.age] * shown[0].traits.stature)))
    elif scene.canvas.is_tall and len(shown) > 1:
        unit *= 0.68
    middle, looks_left = 0.5, shot_type == "over_the_shoulder"
    if looks_left and len(cast.members) > 1:
        looks_left = _paint_shoulder(scene, cast, shown[0], unit)
        middle = 0.64 if looks_left else 0.36
    elif cast.has_sides:
        middle += sum(ASIDE[member.figure.side] for member in shown) / len(shown)
    spots, flips = _line_up(scene, shown, middle, unit, looks_left=looks_left)
    y = frame.top + frame.height * (eyes + cast.view.drop)
    bring_together(shown, spots, flips, unit)
    tallest = max(member.eyes for member in shown)
    # The subject is painted last, before the others; who lies is before all.
    for place in sorted(reversed(range(len(shown))), key=lambda place: lies(shown[place])):
        drop = _find_drop(shown, place, tallest)
        if lies(shown[place]) and (len(shown) > 1 or not find_support(shown[place], cast.place).is_bed):
            drop = frame.height * _LOW / unit
        pen = scene.pen("cast").offset(spots[place], y + drop * unit, unit, flip=flips[place])
        if not shown[place].traits.is_person:
            pen = pen.offset(-find_muzzle(shown[place], _find_floor(scene, pen)), 0)
        paint = partial(_paint_half, scene, cast, shown[place], _find_floor(scene, pen))
        show_member(scene, cast, shown[place], pen, paint)


def _find_drop(shown: Sequence[Member], place: int, tallest: float) -> float:
    """Return how much lower a head is than the tallest, in body units; others rise over one who lies."""
    if shown[place].duo:
        return 0.0
    if any(lies(member) for member in shown):
        return -_OVER_LYING
    return min(_MOST_DROP, (tallest - shown[place].eyes) * _DROP)


def _adjust_hand(member: Member, shot_type: str) -> Member:
    """Return a member whose hand does not shade the eyes of a near face, and shows what it holds."""
    if member.pose.gesture is GAZE:
        return replace(member, pose=strike_pose(member.traits, member.pose.posture))
    front = member.pose.gesture.front
    is_low = front is None or (front.anchor == "chest" and front.y > _LOWEST_HAND)
    is_held = member.held_prop is not None and member.pose.gesture.prop_spot == "hand"
    if shot_type not in _RAISING or not is_low or not is_held:
        return member
    gesture = replace(member.pose.gesture, front=Hand("chest", 20, _LOWEST_HAND))
    return replace(member, pose=combine(member.traits, member.pose.stance, gesture))


def _line_up(
    scene: SceneCanvas, shown: Sequence[Member], middle: float, unit: float, *, looks_left: bool
) -> tuple[list[float], list[bool]]:
    """Return where the heads are across, and whether each looks to the left."""
    frame, order = scene.painting.safe, order_by_side(shown)
    spots, flips = [], []
    for place, member in enumerate(shown):
        step = order.index(place) - (len(shown) - 1) / 2
        flips.append(member.faces_left(otherwise=step > 0 or looks_left))
        x = frame.left + frame.width * middle + step * _choose_gap(scene, unit, len(shown))
        if len(shown) == 1 and member.figure.facing in ("left", "right"):
            x += frame.width * _LEAD_ROOM * (1 if flips[-1] else -1)
        spots.append(x)
    return spots, flips


def _choose_gap(scene: SceneCanvas, unit: float, count: int) -> float:
    """Return how far apart the heads of a shot are."""
    gap = unit * (40 if scene.canvas.width > scene.canvas.height else 31)
    return min(gap, scene.painting.safe.width * 0.86 / count)


def _choose_shoulder_side(shoulder: Member, seen: Member) -> Side:
    """Return the side a shoulder is on: its own, or else across from the one who is seen."""
    if shoulder.figure.side != "middle":
        return shoulder.figure.side
    return "right" if seen.figure.side == "left" else "left"


def _find_floor(scene: SceneCanvas, pen: Pen) -> float:
    """Return how far the lower edge of the picture is below a pen, in the pen's units."""
    return (scene.canvas.height - pen.y) / pen.scale


def _paint_half(scene: SceneCanvas, cast: Cast, member: Member, floor: float, pen: Pen) -> Box:
    """Paint a member whose head is at the pen's origin, where a unit is a body unit.

    An animal stands on the `floor`, which is so far below the pen, in its units.
    """
    traits = member.traits
    if traits.species and not traits.is_upright:
        size = fit_animal(traits.species, floor)
        return paint_animal(pen.offset(0, floor, size), scene.palette, traits.species, traits.coat)
    portrait = cast.make_portrait(scene.palette, member, is_close=True)
    at = _hang_from_head(pen, portrait, member)
    paint_halo(pen, scene.palette, (0, 2), 35)
    support = find_support(member, cast.place)
    if support.hides_body:
        support = Support()
    paint_behind(at, scene.palette, support)
    box = paint_figure(at, portrait, member.pose, member.held_prop)
    paint_before(at, scene.palette, member, support, has_table=cast.sets_table(member))
    features = find_features(
        place_head(at, portrait, member.pose), portrait, is_speaking=member.figure.is_speaking
    )
    # A head is first tried out on another layer, until it is inside the frame.
    if features and pen.layer is scene.painting["cast"]:
        scene.painting.faces.append(features)
    return box


def _hang_from_head(pen: Pen, portrait: Portrait, member: Member) -> Pen:
    """Return the pen at the feet of a person whose head is where the pen is.

    Who wears a tall hat is a little lower in the frame.
    """
    head = place_head(pen, portrait, member.pose)
    room = _ROOM_FOR_HAT.get(portrait.traits.outfit.headwear, 0.0) * HEAD[portrait.traits.age] / 100
    drop = room
    across, down = head.x - pen.x, head.y - pen.y
    return Pen(pen.layer, pen.x - across, pen.y - down + drop * pen.scale, pen.along, pen.down)


def _paint_shoulder(scene: SceneCanvas, cast: Cast, seen: Member, unit: float) -> bool:
    """Paint the shoulder over which a member is seen; return whether it is on the left."""
    frame, member = scene.painting.safe, find_shoulder(cast.members)
    is_left = _choose_shoulder_side(member, seen) == "left"
    # In a tall frame less of it is in the picture, or it would hide the face across.
    inset = 0.05 if scene.canvas.is_tall else 0.14
    if not member.traits.is_person:
        # An animal is seen from its side, and its muzzle reaches far into the picture.
        inset -= 0.15
    x = frame.left + frame.width * (inset if is_left else 1 - inset)
    pen = scene.pen("foreground").offset(x, frame.top + frame.height * 0.48, unit * 1.4, flip=not is_left)
    if member.traits.is_person:
        portrait = cast.make_portrait(scene.palette, member, is_close=True)
        portrait = Portrait(member.traits, scene.palette, portrait.expression, HeadTurn(180.0), 0.0)
        paint_figure(_hang_from_head(pen, portrait, member), portrait, member.pose)
    else:
        _paint_half(scene, cast, member, _find_floor(scene, pen), pen)
    record_member(scene, cast, member, scene.painting["foreground"].shapes, None)
    return is_left
