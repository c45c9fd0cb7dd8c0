"""Robots: the head and the trunk of a machine that stands, sits and waves like a person."""

from app.film.boards.cast.portrait import Portrait
from app.film.boards.cast.skeleton import Skeleton
from app.film.boards.colour import mix
from app.film.boards.pen import Pen

_LAMP = "#8fe6ee"


def paint_machine_head(pen: Pen, portrait: Portrait) -> None:
    """Paint a square head with lamps for eyes and an antenna, in the head's own space."""
    steel = portrait.cloth(portrait.traits.outfit.main)
    light, dark = mix(steel, portrait.palette.light, 0.35), portrait.shade(steel, 0.4)
    pen.line([(0, -44), (4, -66)], dark, 4)
    pen.dot(4, -68, 7, "#e0584a")
    for side in (-1, 1):
        pen.rect((side * 41 - 5, -12), (10, 26), dark)
    pen.polygon(
        [(-38, -46), (38, -46), (42, -38), (42, 40), (36, 48), (-36, 48), (-42, 40), (-42, -38)], steel
    )
    pen.polygon([(-38, -46), (38, -46), (42, -38), (-42, -38)], light, 0.7)
    if portrait.is_away:
        pen.rect((-22, -20), (44, 40), dark, 0.4)
        return
    middle = portrait.turn.swing(0) * 0.6
    pen.polygon([(middle - 32, -26), (middle + 30, -26), (middle + 30, 14), (middle - 32, 14)], dark)
    _lamps(pen, portrait, middle)
    opening = 4 + portrait.expression.open * 0.7
    pen.rect((middle - 20, 26 - opening / 2), (40, 6 + opening), dark)
    pen.lines(
        [[(middle + x, 26 - opening / 2), (middle + x, 32 + opening / 2)] for x in (-12, -4, 4, 12)], light, 2
    )


def _lamps(pen: Pen, portrait: Portrait, middle: float) -> None:
    gaze, tall = portrait.turn.gaze, max(0.12, min(1.1, portrait.expression.lids))
    for x in (-15, 14):
        pen.ellipse((middle + x, -6), (10.5, 10.5 * tall), _LAMP)
        pen.ellipse((middle + x + gaze[0] * 4, -6 + gaze[1] * 3), (4.6, 5 * tall), "#17323a")
        pen.glow((middle + x, -6), 26, _LAMP, 0.35)


def paint_machine_trunk(pen: Pen, portrait: Portrait, skeleton: Skeleton) -> None:
    """Paint a trunk of plates."""
    steel = portrait.cloth(portrait.traits.outfit.main)
    chest, dark = skeleton.make_chest_pen(pen), portrait.shade(steel, 0.4)
    chest.rect((-2.4, -8), (4.8, 8), dark)
    wide = skeleton.shoulder
    chest.polygon([(-wide, -3), (wide, -3), (wide * 0.92, 22), (-wide * 0.92, 22)], steel)
    chest.polygon([(-wide, -3), (wide, -3), (wide, 0), (-wide, 0)], mix(steel, portrait.palette.light, 0.35))
    chest.polygon([(-wide * 0.6, 22), (wide * 0.6, 22), (wide * 0.7, 31), (-wide * 0.7, 31)], dark)
    if not portrait.is_away:
        chest.rect((-6, 5), (12, 9), dark)
        for at, colour in ((-3.4, "#e0584a"), (0, "#e8c04a"), (3.4, _LAMP)):
            chest.dot(at, 9.5, 1.3, colour)
    for x in (-wide * 0.82, wide * 0.82):
        for y in (0.5, 19):
            chest.dot(x, y, 0.9, dark)


def paint_machine_limb(
    pen: Pen, portrait: Portrait, joints: list[tuple[float, float]], *, is_front: bool
) -> None:
    """Paint a limb of tubes with round joints; the last one is a hand or a foot."""
    steel = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.12 if is_front else 0.32)
    dark = portrait.shade(steel, 0.35)
    pen.limb(joints, [4.6] * len(joints), steel)
    for joint in joints[:-1]:
        pen.dot(*joint, 3.6, dark)
    pen.dot(*joints[-1], 3.6, steel)
