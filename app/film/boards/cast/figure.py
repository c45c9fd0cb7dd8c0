"""A whole person, a hundred units tall when grown, standing on the pen's origin and facing right."""

from app.film.boards.canvas import Box
from app.film.boards.cast.hair import paint_back_hair
from app.film.boards.cast.head import find_head_box, paint_head
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.pose import THIGH, UPPER_ARM, Pose, place_joint
from app.film.boards.cast.props import paint_held, stool
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Garment, Headwear
from app.vocabulary.staging import HeldProp, Posture

# How tall a head is in body units: children and small folk keep a big head on a short body.
HEAD = {"child": 25.0, "adult": 18.5, "old": 19.0}


def paint_figure(pen: Pen, portrait: Portrait, pose: Pose, prop: HeldProp | None = None) -> Box:
    """Paint the figure and return the box of its head with hair and hat, in canvas units."""
    traits = portrait.traits
    body = pen.offset(0, 0, traits.stature)
    if pose.posture is Posture.SLEEP:
        body = body.offset(48, -7, turn=-88)
    else:
        body.ellipse((2, 0.5), (21 * traits.build, 3.4), portrait.palette.ink, 0.28)
    if pose.posture is Posture.SIT:
        stool(body, portrait.palette)
    head = body.offset(*_head_centre(portrait, pose), HEAD[traits.age] / 100, turn=_tilt(pose))
    if traits.outfit.is_cloaked or traits.outfit.headwear == Headwear.HOOD:
        _cloak(body, portrait, pose)
    paint_back_hair(head, portrait)
    _arm(body, portrait, pose, front=False)
    _legs(body, portrait, pose)
    _torso(body, portrait, pose)
    paint_head(head, portrait)
    _arm(body, portrait, pose, front=True)
    if prop:
        paint_held(body.offset(*pose.front_hand), portrait.palette, prop)
    return find_head_box(head, portrait)


def _head_centre(portrait: Portrait, pose: Pose) -> Point:
    lean = pose.chest[0] - pose.hip[0]
    return pose.chest[0] + lean * 0.35 + 1, pose.chest[1] - 4.5 - HEAD[portrait.traits.age] * 0.46


def _tilt(pose: Pose) -> float:
    return {Posture.KNEEL: 10.0, Posture.RUN: 6.0, Posture.REACH: 4.0, Posture.SLEEP: -4.0}.get(
        pose.posture, 0.0
    )


def _legs(pen: Pen, portrait: Portrait, pose: Pose) -> None:
    outfit, build = portrait.traits.outfit, portrait.traits.build
    if outfit.is_long and pose.posture not in (Posture.RUN, Posture.SIT):
        _shoes(pen, portrait, pose)
        return
    hose = portrait.shade(portrait.cloth(outfit.second), 0.15)
    if outfit.is_long:
        hose = portrait.shade(portrait.cloth(outfit.main), 0.1)
    for foot, tone in ((pose.back_foot, portrait.shade(hose, 0.25)), (pose.front_foot, hose)):
        hip = (pose.hip[0] + (2.5 if foot is pose.front_foot else -2.5), pose.hip[1])
        knee = place_joint(hip, foot, THIGH, -1)
        pen.limb([hip, knee, (foot[0], foot[1] - 3)], [9.5 * build, 8 * build, 5.5 * build], tone)
    _shoes(pen, portrait, pose)


def _shoes(pen: Pen, portrait: Portrait, pose: Pose) -> None:
    leather = portrait.cloth("#4a3428")
    for x, y in (pose.back_foot, pose.front_foot):
        pen.blob(
            [(x - 4, y + 0.5), (x - 3.6, y - 6), (x + 2.6, y - 5.5), (x + 8, y - 1.8), (x + 8, y + 0.6)],
            leather,
        )


def _torso(pen: Pen, portrait: Portrait, pose: Pose) -> None:
    outfit, build = portrait.traits.outfit, portrait.traits.build
    cloth = portrait.cloth(outfit.main)
    wide = (10.5 if portrait.traits.is_woman else 12.0) * build
    waist = (7.6 if portrait.traits.is_woman else 9.6) * build
    (hx, hy), (cx, cy) = pose.hip, pose.chest
    middle = ((hx + cx) / 2, (hy + cy) / 2 + 3)
    hem, spread = _hem(pose, outfit.garment, build)
    neck = [(cx - 3, cy + 1), (cx + 4, cy + 1), (cx + 4, cy - 8), (cx - 2, cy - 8)]
    pen.polygon(neck, portrait.shade(portrait.skin, 0.2))
    shoulders = [(cx - wide * 0.5, cy - 4), (cx + wide * 0.5, cy - 4)]
    right = [(cx + wide, cy + 1), (middle[0] + waist, middle[1])]
    left = [(middle[0] - waist, middle[1]), (cx - wide, cy + 1)]
    skirt = [(spread[1], hem), ((spread[0] + spread[1]) / 2, hem + 1.6), (spread[0], hem)]
    pen.blob([*shoulders, *right, _bulge(middle, skirt[0]), *skirt, _bulge(middle, skirt[-1]), *left], cloth)
    dark = portrait.shade(cloth, 0.4)
    side = -portrait.palette.light_side * (1 if pen.along[0] > 0 else -1)
    shadow = [
        (cx + side * wide * 0.9, cy + 2),
        (middle[0] + side * waist * 0.9, middle[1]),
        (spread[(side + 1) // 2] - side, hem),
        (middle[0] + side * waist * 0.2, hem),
        (cx + side * wide * 0.3, cy + 4),
    ]
    pen.blob(shadow, dark, 0.3)
    folds = [_fold(middle, hem, spread, k) for k in (-2, -1, 0, 1, 2)]
    pen.lines(folds if outfit.is_long else folds[1:4:2], dark, 0.8, 0.5)
    if not portrait.is_away:
        _trimmings(pen, portrait, pose, middle)
    edge = [(spread[0] + 1, hem - 1), ((spread[0] + spread[1]) / 2, hem + 0.4), (spread[1] - 1, hem - 1)]
    pen.line(edge, portrait.cloth(outfit.trim), 1.6, 0.8)


def _fold(middle: Point, hem: float, spread: tuple[float, float], place: int) -> list[Point]:
    foot = spread[0] + (spread[1] - spread[0]) * (0.5 + place * 0.2)
    return [(middle[0] + place * 2.4, middle[1] + 4), (foot, hem - 1)]


def _bulge(middle: Point, corner: Point) -> Point:
    return middle[0] + (corner[0] - middle[0]) * 0.62, middle[1] + (corner[1] - middle[1]) * 0.42


def _hem(pose: Pose, garment: Garment, build: float) -> tuple[float, tuple[float, float]]:
    """Return the height of the garment's hem and where it begins and ends."""
    hx, hy = pose.hip
    is_long = garment in (Garment.DRESS, Garment.GOWN, Garment.ROBE, Garment.APRON_DRESS)
    if is_long and pose.posture not in (Posture.SIT, Posture.RUN):
        reach = {Garment.GOWN: 23.0, Garment.DRESS: 17.0, Garment.APRON_DRESS: 17.0}.get(
            garment, 15.0
        ) * build
        low = min(-2.0, max(pose.back_foot[1], pose.front_foot[1]) - (1 if garment == Garment.GOWN else 5))
        lead = 4.0 if pose.posture in (Posture.WALK, Posture.KNEEL) else 0.0
        return low, (hx - reach - lead, hx + reach + lead * 0.5)
    drop = {Garment.COAT: 20.0, Garment.JACKET: 6.0}.get(garment, 14.0)
    drop = 4.0 if pose.posture is Posture.SIT else drop
    return hy + drop, (hx - 11.5 * build, hx + 12.5 * build + (6 if pose.posture is Posture.SIT else 0))


def _trimmings(pen: Pen, portrait: Portrait, pose: Pose, middle: Point) -> None:
    outfit, build = portrait.traits.outfit, portrait.traits.build
    trim, (cx, cy) = portrait.cloth(outfit.trim), pose.chest
    if outfit.garment in (Garment.APRON, Garment.APRON_DRESS):
        low = pose.hip[1] + (12 if outfit.garment == Garment.APRON else 30)
        bib = [
            (cx - 5, cy + 4),
            (cx + 8, cy + 4),
            (middle[0] + 10 * build, middle[1] + 4),
            (middle[0] + 11 * build, low),
            (middle[0] - 6, low),
        ]
        pen.polygon(bib, portrait.cloth("#ddd2ba"))
    if outfit.garment in (Garment.COAT, Garment.JACKET):
        pen.line(
            [(cx + 1, cy - 3), (middle[0] + 2, middle[1]), (pose.hip[0] + 2, pose.hip[1] + 5)],
            portrait.shade(portrait.cloth(outfit.main), 0.5),
            1.2,
        )
        pen.polygon([(cx - 4, cy - 4), (cx + 7, cy - 4), (cx + 2, cy + 8)], portrait.cloth("#e4dac6"))
    elif outfit.garment == Garment.ARMOUR:
        pen.ellipse(
            (cx + 1, cy + 8), (8, 10), mix(portrait.cloth(outfit.main), portrait.palette.light, 0.4), 0.5
        )
    else:
        belt = portrait.cloth("#5a3d28" if outfit.garment != Garment.GOWN else outfit.trim)
        waist = 8.6 * build
        pen.line(
            [
                (middle[0] - waist, middle[1] + 5),
                (middle[0], middle[1] + 6.4),
                (middle[0] + waist, middle[1] + 5),
            ],
            belt,
            2.6,
        )
        pen.line([(cx - 5, cy - 4.4), (cx + 1.5, cy - 1.5), (cx + 7, cy - 4.4)], trim, 2.2)
    if portrait.traits.role in ("king", "queen", "emperor"):
        for x in range(-10, 12, 4):
            pen.dot(cx + x, cy - 2.4 + abs(x) * 0.08, 3, portrait.cloth("#efe8da"))


def _arm(pen: Pen, portrait: Portrait, pose: Pose, *, front: bool) -> None:
    outfit, build = portrait.traits.outfit, portrait.traits.build
    hand = pose.front_hand if front else pose.back_hand
    wide = (8.5 if portrait.traits.is_woman else 10.0) * build
    shoulder = (pose.chest[0] + (wide if front else -wide) * 0.82, pose.chest[1] + 1)
    # The elbow of a hanging front arm points back, every other one down or outwards.
    elbow = place_joint(shoulder, hand, UPPER_ARM, 1 if hand[1] > shoulder[1] + 22 and not front else -1)
    sleeve = portrait.cloth(outfit.main)
    sleeve = mix(sleeve, portrait.palette.light, 0.08) if front else portrait.shade(sleeve, 0.28)
    wrist = (elbow[0] + (hand[0] - elbow[0]) * 0.86, elbow[1] + (hand[1] - elbow[1]) * 0.86)
    flare = 9.0 if outfit.garment in (Garment.ROBE, Garment.GOWN) else 5.4
    pen.limb([shoulder, elbow, wrist], [7.6 * build, 6.6 * build, flare], sleeve)
    pen.line(
        [(wrist[0] - 2, wrist[1] - 1.6), (wrist[0] + 2, wrist[1] + 1.6)],
        portrait.cloth(outfit.trim),
        1.4,
        0.7,
    )
    pen.dot(*hand, 3.2, portrait.skin)
    if pose.posture is Posture.POINT and front:
        pen.line([hand, (hand[0] + 5, hand[1] - 1)], portrait.skin, 1.8)


def _cloak(pen: Pen, portrait: Portrait, pose: Pose) -> None:
    cloth = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.22)
    (cx, cy), trail = pose.chest, -12.0 if pose.posture in (Posture.RUN, Posture.WALK) else -3.0
    low = min(-8.0, pose.hip[1] + 36)
    pen.blob(
        [
            (cx - 5, cy - 7),
            (cx - 14, cy + 6),
            (cx - 17 + trail, low),
            (cx - 2 + trail, low + 3),
            (cx + 13, low),
            (cx + 13, cy + 4),
            (cx + 5, cy - 7),
        ],
        cloth,
    )
