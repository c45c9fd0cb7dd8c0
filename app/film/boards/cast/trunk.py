"""The trunk of a person in its clothes: neck, body and skirt, shaded by the light."""

from app.film.boards.cast.limbs import FINE_BODY
from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Leg, Skeleton
from app.film.boards.cast.styles import Style, find_style
from app.film.boards.cast.trimmings import paint_trimmings
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.vocabulary.clothes import Garment


def paint_trunk(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint the neck and the garment over it, down to its hem."""
    style, cloth = find_style(portrait.traits), portrait.cloth(portrait.traits.outfit.main)
    _neck(pen, portrait, skeleton)
    skirt = cloth
    if portrait.traits.outfit.garment is Garment.SKIRT:
        skirt = portrait.cloth(portrait.traits.outfit.second)
    hem = _outline_skirt(skeleton, style)
    pen.blob(hem, skirt)
    pen.blob(_outline_trunk(skeleton, style), cloth)
    _shade(pen, portrait, skeleton, hem)
    _folds(pen, portrait, skeleton, style)
    if not portrait.is_away:
        paint_trimmings(pen, portrait, skeleton)
    elif style.is_belted:
        ends = [skeleton.find_spot(0.3, across * skeleton.waist) for across in (-1.0, 0.0, 1.0)]
        pen.line(ends, portrait.cloth("#5a3d28"), 2.6)


def _neck(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    (hx, hy), wide = skeleton.pose.head, 3.1 if portrait.traits.is_woman or portrait.traits.is_child else 4.1
    base = skeleton.find_spot(0.96, 0)
    tip = (base[0] + (hx - base[0]) * 0.7, base[1] + (hy - base[1]) * 0.7)
    pen.limb([base, tip], [wide * 2.4, wide * 2], portrait.shade(portrait.skin, 0.2))


def _outline_trunk(skeleton: Skeleton, style: Style) -> list[Point]:
    puff = 1.18 if style.is_bulky else 1.0
    wide, waist, hips = skeleton.shoulder * puff, skeleton.waist * puff, skeleton.hips * puff
    right = [
        (1.14, wide * 0.3),
        (1.03, wide * 0.66),
        (0.89, wide * 0.97),
        (0.66, (wide + waist) / 2),
        (0.36, waist),
        (0.0, hips),
        (-0.1, hips * 0.7),
    ]
    spots = [skeleton.find_spot(*spot) for spot in right]
    return spots + [skeleton.find_spot(height, -across) for height, across in reversed(right)]


def _outline_skirt(skeleton: Skeleton, style: Style) -> list[Point]:
    """Return the part below the waist, whose hem follows the legs."""
    left, right = sorted(skeleton.legs, key=lambda leg: leg.side)
    thick = 5.0 * skeleton.build
    spots = [skeleton.find_spot(0.36, skeleton.waist), skeleton.find_spot(0.02, skeleton.hips)]
    spots += _follow(style, right, thick)
    ends = right.find_spot(style.drop, -1.0), left.find_spot(style.drop, -1.0)
    spots.append(((ends[0][0] + ends[1][0]) / 2, max(ends[0][1], ends[1][1]) - 0.5))
    spots += reversed(_follow(style, left, thick))
    return [*spots, skeleton.find_spot(0.02, -skeleton.hips), skeleton.find_spot(0.36, -skeleton.waist)]


def _follow(style: Style, leg: Leg, thick: float) -> list[Point]:
    steps = [step for step in (12.0, 24.0, 36.0) if step < style.drop - 5]
    return [leg.find_spot(step, thick + style.flare * step / style.drop) for step in (*steps, style.drop)]


def _shade(pen: Pen, portrait: Portrait, skeleton: Skeleton, hem: list[Point]) -> None:
    dark = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.4)
    side = -portrait.palette.light_side * (1 if pen.along[0] > 0 else -1)
    half = len(hem) // 2
    edge = hem[1:half] if side > 0 else hem[half + 1 : -1][::-1]
    inner = [(x + (skeleton.pose.hip[0] - x) * 0.5, y) for x, y in reversed(edge)]
    spots = [
        skeleton.find_spot(1.0, side * skeleton.shoulder * 0.9),
        skeleton.find_spot(0.4, side * skeleton.waist),
    ]
    spots += [
        *edge,
        *inner,
        skeleton.find_spot(0.4, side * skeleton.waist * 0.35),
        skeleton.find_spot(0.95, side * skeleton.shoulder * 0.4),
    ]
    pen.blob(spots, dark, 0.22)


def _folds(pen: Pen, portrait: Portrait, skeleton: Skeleton, style: Style) -> None:
    dark = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.4)
    if style.drop > 20:
        for leg in skeleton.legs:
            for aside in (0.0, 4.0):
                start, end = (
                    leg.find_spot(style.drop * 0.3, aside * 0.4),
                    leg.find_spot(style.drop * 0.94, aside),
                )
                pen.line([start, end], dark, 0.8, 0.45)
        trim = [
            leg.find_spot(style.drop - 1.2, aside)
            for leg in sorted(skeleton.legs, key=lambda leg: leg.side)
            for aside in ((4 + style.flare, 0.0) if leg.side < 0 else (0.0, 4 + style.flare))
        ]
        pen.line(trim, portrait.cloth(portrait.traits.outfit.trim), 1.5, 0.7)
    if pen.scale > FINE_BODY:
        for height, across in ((0.78, -0.7), (0.5, 0.72), (0.42, -0.6)):
            spots = [
                skeleton.find_spot(height, across * skeleton.waist),
                skeleton.find_spot(height - 0.16, across * skeleton.waist * 0.6),
            ]
            pen.line(spots, dark, 0.5, 0.4)
        lit = [
            skeleton.find_spot(
                height,
                skeleton.shoulder * share * portrait.palette.light_side * (1 if pen.along[0] > 0 else -1),
            )
            for height, share in ((1.05, 0.7), (0.92, 0.96), (0.7, 0.9))
        ]
        pen.line(lit, mix(portrait.cloth(portrait.traits.outfit.main), portrait.palette.light, 0.4), 0.6, 0.5)
