"""A person from behind, dark and near: the shoulder that a camera looks over.

As in the bust, the pen's origin is the middle of the head and a unit is a hundredth of its height.
"""

from app.film.boards.cast.costume import DEPTH
from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen
from app.vocabulary.clothes import Headwear

_SKULL = (
    (0, -56), (30, -48), (42, -20), (40, 12), (26, 44), (18, 62),
    (-18, 62), (-26, 44), (-40, 12), (-42, -20), (-30, -48),
)  # fmt: skip


def paint_back_view(pen: Pen, portrait: Portrait) -> None:
    """Paint head and shoulders from behind."""
    colour = portrait.shade(portrait.cloth(portrait.traits.outfit.main), 0.62)
    _shoulders(pen, portrait, colour)
    paint_skull(pen, portrait, shade=0.5)
    if portrait.traits.outfit.headwear == Headwear.CROWN:
        gold = portrait.shade(portrait.palette.skin("#d8ac48"), 0.35)
        pen.polygon([(-36, -28), (-36, -64), (-18, -44), (0, -70), (18, -44), (36, -64), (36, -28)], gold)
    elif portrait.traits.outfit.headwear:
        hat = [(-44, -14), (-44, -44), (-22, -66), (22, -66), (44, -44), (44, -14), (0, -22)]
        pen.blob(hat, portrait.shade(colour, 0.25))


def _shoulders(pen: Pen, portrait: Portrait, colour: str) -> None:
    width = 118 * portrait.traits.build
    left = [(-20, 46), (-width * 0.7, 66), (-width, 104), (-width * 1.08, 260), (-width * 1.1, DEPTH)]
    outline = [*left, *((-x, y) for x, y in reversed(left))]
    rim = mix(colour, portrait.palette.light, 0.4)
    pen.blob([(x * 1.012 + 2, y - 2.4) for x, y in outline], rim, 0.8)
    pen.blob(outline, colour)


def paint_skull(pen: Pen, portrait: Portrait, shade: float) -> None:
    """Paint a head from behind, without a hat; `shade` is how dark it is, 0 to 1."""
    style = portrait.traits.hair
    hair = portrait.shade(portrait.skin if style == "bald" else portrait.hair_colour, shade)
    pen.blob([(x + 1.6, y - 1.2) for x, y in _SKULL], mix(hair, portrait.palette.light, 0.45), 0.8)
    pen.blob(_SKULL, hair)
    for side in (-1, 1):
        pen.ellipse((side * 42, 2), (5, 10), portrait.shade(portrait.skin, shade * 0.9))
    strands = [[(x, -46 + abs(x) * 0.5), (x * 1.15, 10), (x * 0.8, 48)] for x in range(-30, 36, 10)]
    pen.lines([] if style == "bald" else strands, mix(hair, portrait.palette.light, 0.18), 1.8, 0.5)
    if style in ("long", "braided"):
        pen.blob([(-38, 0), (-42, 70), (-26, 110), (26, 110), (42, 70), (38, 0)], hair)
