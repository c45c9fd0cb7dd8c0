"""Arms, hands, legs and shoes of a whole person."""

import math

from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Leg, Skeleton
from app.film.boards.cast.styles import find_style
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.accessories import Accessory
from app.vocabulary.clothes import CLOTH_COLOURS

# Figures drawn larger than this (canvas units a body unit) get fingers, seams and buttons.
FINE_BODY = 5.0


def paint_legs(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint both legs with their shoes, the far one first."""
    style, build, worn = find_style(portrait.traits), skeleton.build, dict(portrait.traits.worn)
    cloth = (
        portrait.skin
        if style.has_bare_legs
        else portrait.shade(portrait.cloth(portrait.traits.outfit.second), 0.12)
    )
    if style.is_one_piece or style.has_matching_trousers:
        cloth = portrait.cloth(portrait.traits.outfit.main)
    thick = 1.25 if style.is_bulky else 0.72 if style.has_bare_legs else 1.0
    for leg, tone in zip(skeleton.legs, (portrait.shade(cloth, 0.22), cloth), strict=True):
        ankle = (leg.foot[0], leg.foot[1] - 3)
        widths = [10.5 * build * thick, 8.4 * build * thick, 6.2 * build * thick]
        pen.limb([leg.hip, leg.knee, ankle], widths, tone)
        if leg is skeleton.legs[1] and Accessory.WOODEN_LEG in worn:
            wood = portrait.cloth("#8a5f38")
            pen.limb([leg.knee, (leg.foot[0], leg.foot[1] + 0.4)], [6.2 * build, 3.6], wood)
            continue
        _shoe(pen, portrait, leg)


def _shoe(pen: Pen, portrait: Portrait, leg: Leg) -> None:
    style = find_style(portrait.traits)
    x, y = leg.foot
    lean = math.degrees(math.atan2(leg.knee[0] - leg.foot[0], leg.foot[1] - leg.knee[1]))
    is_raised = y < -5
    at = pen.offset(x, y - 3, turn=lean * 0.8 if is_raised else 0.0)
    turned = portrait.body_turn
    toe = 4.5 + 4 * min(1.0, turned * 1.6)
    boots = dict(portrait.traits.worn).get(Accessory.BOOTS)
    colour = portrait.cloth(CLOTH_COLOURS.get(boots or "", style.shoes))
    if style.has_boots or boots is not None:
        at.polygon([(-3.8, -10), (3.8, -10), (4.2, 1), (-4, 1)], colour)
    at.blob([(-4.2, 3.4), (-4.2, -1.5), (-2, -3.4), (2.6, -3), (toe, 0.8), (toe, 3.5)], colour)
    if pen.scale > FINE_BODY:
        at.line([(-4, 3), (toe - 0.4, 3.1)], portrait.shade(colour, 0.5), 1.0, 0.7)


def paint_arm(pen: Pen, portrait: Portrait, skeleton: Skeleton, *, is_front: bool) -> None:
    """Paint an arm with its hand."""
    style, build = find_style(portrait.traits), skeleton.build
    hand = skeleton.pose.front_hand if is_front else skeleton.pose.back_hand
    shoulder, elbow = skeleton.find_shoulder(is_front=is_front), skeleton.find_elbow(is_front=is_front)
    cloth = portrait.cloth(portrait.traits.outfit.main)
    sleeve = mix(cloth, portrait.palette.light, 0.07) if is_front else portrait.shade(cloth, 0.22)
    wrist = _go(elbow, hand, 0.84)
    thick = 1.2 if style.is_bulky else 1.0
    slim = 0.9 if portrait.traits.is_woman or portrait.traits.is_child else 1.0
    widths = [8.2 * build * slim * thick, 6.8 * build * slim * thick, style.cuff * thick]
    if style.has_short_sleeves:
        skin = portrait.skin if is_front else portrait.shade(portrait.skin, 0.15)
        pen.limb([shoulder, elbow, hand], [6.4 * build, 5.4 * build, 4.2], skin)
        pen.limb([shoulder, _go(shoulder, elbow, 0.62)], [8.8 * build * slim, 8.2 * build * slim], sleeve)
    else:
        pen.limb([shoulder, elbow, wrist], widths, sleeve)
        across = _turn(_go((0, 0), _direction(elbow, hand), 1.0))
        half = style.cuff * 0.5 * thick
        ends = [
            (wrist[0] - across[0] * half, wrist[1] - across[1] * half),
            (wrist[0] + across[0] * half, wrist[1] + across[1] * half),
        ]
        pen.line(ends, portrait.cloth(portrait.traits.outfit.trim), 1.5, 0.8)
    if pen.scale > FINE_BODY:
        pen.line(
            [_go(shoulder, elbow, 0.25), elbow, _go(elbow, hand, 0.6)],
            portrait.shade(sleeve, 0.35),
            0.5,
            0.25,
        )
    _hand(pen, portrait, elbow, hand, points=is_front and skeleton.pose.gesture.points)


def _hand(pen: Pen, portrait: Portrait, elbow: Point, hand: Point, *, points: bool) -> None:
    style = find_style(portrait.traits)
    skin = portrait.cloth(style.gloves) if style.gloves else portrait.skin
    along = _direction(elbow, hand)
    angle = math.degrees(math.atan2(along[1], along[0]))
    palm = pen.offset(*hand, turn=angle)
    size = 1.15 if portrait.traits.age in ("baby", "child") else 1.0
    palm.ellipse((-0.4, 0), (3.5 * size, 2.8 * size), skin)
    palm.limb([(-1.6, -1.8), (1.6, -3.6)], [2.2, 1.7], skin)
    if points:
        palm.limb([(1, -1), (8.2, -1.2)], [2.1, 1.5], skin)
    if pen.scale > FINE_BODY:
        dark = portrait.shade(skin, 0.4)
        for y in (-1.2, 0.4, 1.8):
            palm.line([(1.0, y), (3.3, y * 0.92)], dark, 0.34, 0.55)
        palm.line([(-1.4, -1.6), (0.6, -2.0)], dark, 0.34, 0.4)


def _go(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _direction(start: Point, end: Point) -> Point:
    length = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _turn(direction: Point) -> Point:
    return -direction[1], direction[0]
