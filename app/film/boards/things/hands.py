"""A hand that holds a thing so near that it fills the frame; the pen's origin is in the grip."""

from dataclasses import dataclass

from app.film.boards.colour import mix
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen

# The lengths of a grown person's hand and arm in body units.
_WRIST, _CUFF = 7.0, 11.0
_SLOPE = 0.42


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand it is: the paints of skin and sleeve in the light of the scene, and its side."""

    skin: str
    sleeve: str
    from_right: bool = False


def paint_palm(pen: Pen, hand: Hand, palette: Palette, *, reach: float) -> None:
    """Paint the arm, which comes in from below on the left and is `reach` long, and the palm."""
    dark = mix(hand.skin, palette.ink, 0.2)
    elbow, cuff, wrist = (_find_spot(length) for length in (reach, _CUFF, _WRIST))
    pen.limb([cuff, wrist, (-1.5, 0.6)], [4.6, 4.2, 4.8], dark)
    pen.limb([elbow, cuff], [9.0, 6.4], hand.sleeve)
    pen.line([_beside(cuff, -3.2), _beside(cuff, 3.2)], mix(hand.sleeve, palette.ink, 0.4), 1.0)
    pen.ellipse((-0.6, 0.2), (3.4, 3.6), dark)


def paint_fingers(pen: Pen, hand: Hand, palette: Palette, *, hangs: bool) -> None:
    """Paint the fingers around the grip: side by side over a handle, else one above the other."""
    line = mix(hand.skin, palette.ink, 0.4)
    for place in range(4):
        step = (place - 1.5) * 1.5
        centre, radii = ((step, 0.4), (0.95, 2.5)) if hangs else ((0.5, step), (2.7, 0.95))
        pen.ellipse(centre, (radii[0] + 0.16, radii[1] + 0.16), line, 0.7)
        pen.ellipse(centre, radii, hand.skin)
    if not hangs:
        pen.limb(
            [(-2.2, 1.2), (-0.6, -1.8), (1.2, -3.0)], [2.4, 2.0, 1.6], mix(hand.skin, palette.light, 0.1)
        )


def _find_spot(length: float) -> tuple[float, float]:
    return -length, length * _SLOPE


def _beside(spot: tuple[float, float], aside: float) -> tuple[float, float]:
    return spot[0] + aside * _SLOPE, spot[1] + aside
