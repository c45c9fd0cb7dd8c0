"""A whole person, a hundred units tall when grown, standing on the pen's origin and facing right.

The same figure serves all sizes of shot: a face is the upper end of it, drawn large.
"""

from dataclasses import replace

from app.film.boards.canvas import Box
from app.film.boards.cast.accessories import (
    CARRIED,
    paint_on_back,
    paint_on_body,
    paint_over_back,
    paint_sling,
)
from app.film.boards.cast.gestures import REST
from app.film.boards.cast.hair import paint_back_hair
from app.film.boards.cast.head import find_head_box, paint_head
from app.film.boards.cast.limbs import paint_arm, paint_legs
from app.film.boards.cast.machine import paint_machine_limb, paint_machine_trunk
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import HEAD, Pose
from app.film.boards.cast.skeleton import Skeleton, make_skeleton
from app.film.boards.cast.trunk import paint_trunk
from app.film.boards.layers import Layer
from app.film.boards.pen import Pen
from app.film.boards.things.holding import paint_held
from app.vocabulary.clothes import Headwear
from app.vocabulary.roles import Role
from app.vocabulary.staging import Posture

# How opaque a ghost is.
_GHOSTLY = 0.74
_LYING = (Posture.SLEEP, Posture.LIE)


def place_body(pen: Pen, portrait: Portrait, pose: Pose) -> Pen:
    """Return the pen of a person's own size in which the pose's joints lie."""
    stance = pose.stance
    return pen.offset(0, 0, portrait.traits.stature).offset(*stance.pivot, turn=stance.turn)


def place_head(pen: Pen, portrait: Portrait, pose: Pose) -> Pen:
    """Return the pen of a person's head: a unit is a hundredth of its height."""
    body = place_body(pen, portrait, pose)
    # A head leans less than the spine below it.
    lean = pose.lean * 0.35 + portrait.turn.tilt
    return body.offset(*pose.head, HEAD[portrait.traits.age] / 100, turn=lean)


def paint_figure(pen: Pen, portrait: Portrait, pose: Pose, prop: str | None = None) -> Box:
    """Paint the figure and return the box of its head with hair and hat, in canvas units."""
    if portrait.traits.role is Role.GHOST:
        pen.glow((0, -55), 72, "#e6eeff", 0.5)
        haze = Layer("haze")
        box = _paint_solid(replace(pen, layer=haze), portrait, pose, prop)
        pen.layer.shapes += [replace(shape, opacity=shape.opacity * _GHOSTLY) for shape in haze.shapes]
        return box
    return _paint_solid(pen, portrait, pose, prop)


def paint_head_alone(pen: Pen, portrait: Portrait, pose: Pose) -> Box:
    """Paint no more of the figure than its head, as behind the window of a car; return the head's box."""
    head = place_head(pen, portrait, pose)
    paint_back_hair(head, portrait)
    paint_head(head, portrait)
    return find_head_box(head, portrait)


def _paint_solid(pen: Pen, portrait: Portrait, pose: Pose, prop: str | None) -> Box:
    body, head = place_body(pen, portrait, pose), place_head(pen, portrait, pose)
    skeleton = make_skeleton(portrait, pose)
    prop = prop or _find_carried(portrait, pose)
    if not pose.stance.is_in_air and pose.posture not in _LYING and portrait.traits.role is not Role.GHOST:
        body.ellipse((2, 0.5), (21 * portrait.traits.build, 3.4), portrait.palette.ink, 0.28)
    if portrait.traits.is_machine:
        _paint_machine(body, portrait, skeleton)
        paint_head(head, portrait)
    else:
        _paint_person(body, head, portrait, skeleton)
    if prop:
        paint_held(body.offset(*pose.prop_spot, turn=pose.gesture.prop_turn), portrait.palette, prop)
    return find_head_box(head, portrait)


def _find_carried(portrait: Portrait, pose: Pose) -> str | None:
    """Return the cane or the umbrella that is always carried, if the hands are free for it."""
    if pose.gesture is not REST or not pose.stance.is_upright:
        return None
    return next((CARRIED[item] for item, _ in portrait.traits.worn if item in CARRIED), None)


def _paint_person(body: Pen, head: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    outfit, gesture = portrait.traits.outfit, skeleton.pose.gesture
    is_away = portrait.is_away
    if not is_away and (outfit.is_cloaked or outfit.headwear == Headwear.HOOD):
        _cloak(body, portrait, skeleton)
    paint_back_hair(head, portrait)
    if not is_away:
        paint_on_back(body, portrait, skeleton)
    if not gesture.has_both_hands_before or is_away:
        paint_arm(body, portrait, skeleton, is_front=False)
    if is_away:
        paint_arm(body, portrait, skeleton, is_front=True)
    if portrait.traits.role is not Role.GHOST:
        paint_legs(body, portrait, skeleton)
    paint_trunk(body, portrait, skeleton)
    paint_on_body(body, portrait, skeleton)
    if is_away:
        paint_over_back(body, portrait, skeleton)
    if is_away and outfit.is_cloaked:
        _cloak(body, portrait, skeleton)
    paint_head(head, portrait)
    if gesture.has_both_hands_before and not is_away:
        paint_arm(body, portrait, skeleton, is_front=False)
    if not is_away:
        paint_arm(body, portrait, skeleton, is_front=True)
        paint_sling(body, portrait, skeleton)


def _paint_machine(body: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    pose = skeleton.pose
    for leg, is_front in zip(skeleton.legs, (False, True), strict=True):
        paint_machine_limb(
            body, portrait, [leg.hip, leg.knee, (leg.foot[0], leg.foot[1] - 3)], is_front=is_front
        )
        body.blob(
            [
                (leg.foot[0] - 5, 0.5 + leg.foot[1]),
                (leg.foot[0] - 4, leg.foot[1] - 5),
                (leg.foot[0] + 8, leg.foot[1] - 3),
                (leg.foot[0] + 8, leg.foot[1] + 0.6),
            ],
            portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.4),
        )
    back, front = skeleton.find_shoulder(is_front=False), skeleton.find_shoulder(is_front=True)
    paint_machine_limb(
        body, portrait, [back, skeleton.find_elbow(is_front=False), pose.back_hand], is_front=False
    )
    paint_machine_trunk(body, portrait, skeleton)
    paint_machine_limb(
        body, portrait, [front, skeleton.find_elbow(is_front=True), pose.front_hand], is_front=True
    )


def _cloak(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    cloth, wide = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.22), skeleton.shoulder
    trail = -14.0 if skeleton.pose.posture in (Posture.RUN, Posture.WALK, Posture.RIDE) else -2.0
    (cx, cy), low = skeleton.pose.chest, min(-6.0, skeleton.pose.hip[1] + 38)
    pen.blob(
        [
            (cx - 4, cy - 6),
            (cx - wide * 1.15, cy + 3),
            (cx - wide * 1.5 + trail * 0.5, (cy + low) / 2),
            (cx - wide * 1.6 + trail, low),
            (cx + trail * 0.5, low + 2),
            (cx + wide * 1.45 + trail * 0.3, low),
            (cx + wide * 1.3, (cy + low) / 2),
            (cx + wide * 1.1, cy + 3),
            (cx + 4, cy - 6),
        ],
        cloth,
    )
