"""The features of a face: eyes, brows, nose, mouth, the lines of age."""

from app.film.boards.cast.expression import Expression
from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point

# The head turns a little to the right, so its middle line lies here.
MIDDLE = 3.0
_MOUTH = MIDDLE + 1.0

Corners = tuple[Point, Point]


def paint_features(pen: Pen, portrait: Portrait, *, fine: bool) -> None:
    """Paint the features; a head too small for them gets eyes, a nose and a mouth as touches."""
    if not fine:
        _touches(pen, portrait)
        return
    line = mix(portrait.palette.ink, "#3a2018", 0.4)
    for side in (-1, 1):
        _eye(pen.offset(MIDDLE + side * 16.5, _eye_line(portrait), flip=side < 0), portrait, line)
        _brow(pen, portrait, side)
    _nose(pen, portrait, line)
    _mouth(pen, portrait, line)
    if portrait.traits.age == "old":
        _age_lines(pen, portrait)


def _eye_line(portrait: Portrait) -> float:
    return 5.0 if portrait.traits.age == "child" else 0.5


def _touches(pen: Pen, portrait: Portrait) -> None:
    ink, y = mix(portrait.palette.ink, "#2a1a16", 0.4), _eye_line(portrait)
    for x in (MIDDLE - 15, MIDDLE + 16):
        pen.ellipse((x, y + 1), (4.6, 6.0), ink, 0.95)
        tilt = portrait.expression.brow * (1 if x < MIDDLE else -1)
        pen.line(
            [(x - 8, y - 13 + tilt), (x + 8, y - 13 - tilt)], portrait.shade(portrait.hair_colour, 0.4), 3.4
        )
    pen.line(
        [(MIDDLE + 4, y + 6), (MIDDLE + 8, y + 18), (MIDDLE + 2, y + 19)],
        portrait.shade(portrait.skin),
        3,
        0.8,
    )
    curve = portrait.expression.mouth
    pen.line(
        [(MIDDLE - 9, 31 - curve), (MIDDLE + 1, 31 + curve * 0.5), (MIDDLE + 11, 31 - curve)],
        mix(ink, "#a04a40", 0.4),
        3.6,
    )


def _eye(pen: Pen, portrait: Portrait, line: str) -> None:
    traits, lids = portrait.traits, portrait.expression.lids
    wide = 9.6 if traits.age == "child" else 9.2 if traits.is_woman else 8.6
    tall = (6.9 if traits.age == "child" else 5.5 if traits.is_woman else 4.8) * lids
    tall *= 0.82 if traits.age == "old" else 1.0
    upper = [
        (-wide, 1.0),
        (-wide * 0.55, -tall * 0.78),
        (0.5, -tall),
        (wide * 0.62, -tall * 0.7),
        (wide, -0.6),
    ]
    lower = [(wide * 0.5, tall * 0.66), (0, tall * 0.86), (-wide * 0.55, tall * 0.62)]
    pen.blob(
        [(x * 1.12, y * 1.25 - 1) for x, y in (*upper, *lower)], portrait.shade(portrait.skin, 0.4), 0.28
    )
    pen.blob([*upper, *lower], mix(portrait.palette.skin("#f6f1e6"), portrait.skin, 0.12))
    iris = portrait.palette.skin(traits.eyes)
    size = min(tall * 0.98, 6.4)
    # The eye is drawn mirrored for the left side, the gaze is not: both look the same way.
    gaze = 1.2 if pen.along[0] * pen.down[1] > 0 else -0.4
    pen.ellipse((gaze, -0.2), (min(5.4, size), size * 0.93), portrait.shade(iris, 0.45))
    pen.ellipse((gaze, 0.6), (min(4.4, size * 0.84), size * 0.74), mix(iris, portrait.palette.light, 0.12))
    pen.dot(gaze, 0, min(2.7, size * 0.5), mix(line, "#0c0808", 0.5))
    pen.dot(gaze + 1.6, -size * 0.42, 1.35, "#fffaf0", 0.95)
    pen.dot(gaze - 1.4, size * 0.36, 0.7, "#fffaf0", 0.6)
    pen.line([(x, y - 0.4) for x, y in upper], line, 2.1 if traits.is_woman else 1.8)
    pen.line([(wide * 0.7, tall * 0.5), (0, tall * 0.9), (-wide * 0.6, tall * 0.62)], line, 0.8, 0.5)
    if traits.is_woman or traits.age == "child":
        pen.line([(wide * 0.7, -tall * 0.62), (wide + 2.6, -2.6)], line, 1.6)
    crease = [(-wide * 0.7, -tall * 0.9 - 2.4), (0, -tall - 3.6), (wide * 0.9, -tall * 0.7 - 2.2)]
    pen.line(crease, portrait.shade(portrait.skin, 0.45), 1.0, 0.6)


def _brow(pen: Pen, portrait: Portrait, side: int) -> None:
    traits, expression = portrait.traits, portrait.expression
    y = _eye_line(portrait) - (14.0 if traits.age == "child" else 12.5) - expression.lift
    inner = (MIDDLE + side * 7.5, y - expression.brow * 0.8 + 1.2)
    peak = (MIDDLE + side * 17, y - 3.4)
    outer = (MIDDLE + side * 27, y + expression.brow * 0.75 + 0.8)
    thick = 2.0 if traits.is_woman or traits.age == "child" else 3.6
    colour = portrait.shade(portrait.hair_colour, 0.35)
    pen.blob(
        [
            inner,
            (peak[0], peak[1] - thick * 0.5),
            outer,
            (peak[0], peak[1] + thick * 0.7),
            (inner[0], inner[1] + thick),
        ],
        colour,
        0.92,
    )


def _nose(pen: Pen, portrait: Portrait, line: str) -> None:
    traits = portrait.traits
    long = 15.0 if traits.age == "child" else 20.0 + 3 * traits.face
    top, tip = _eye_line(portrait) + 3, _eye_line(portrait) + long
    wide = 4.6 if traits.age == "child" or traits.is_woman else 6.2
    shade = portrait.shade(portrait.skin, 0.45)
    pen.blob(
        [
            (MIDDLE + 1, top),
            (MIDDLE + wide + 1.5, tip - 2),
            (MIDDLE + wide - 1, tip + 1.6),
            (MIDDLE + 0.5, tip - 1),
        ],
        shade,
        0.2,
    )
    pen.line(
        [
            (MIDDLE + wide * 0.5, tip - 8),
            (MIDDLE + wide + 2, tip - 2.2),
            (MIDDLE + wide - 0.5, tip + 1.4),
            (MIDDLE + 0.5, tip + 1.2),
        ],
        mix(shade, line, 0.4),
        1.5,
        0.8,
    )
    pen.line(
        [(MIDDLE - wide + 1.2, tip + 0.4), (MIDDLE - wide + 2.6, tip + 1.6)], mix(shade, line, 0.4), 1.5, 0.7
    )
    pen.dot(MIDDLE + wide * 0.35, tip - 3.2, 1.7, mix(portrait.skin, portrait.palette.light, 0.6), 0.5)


def _mouth(pen: Pen, portrait: Portrait, line: str) -> None:
    expression, is_child = portrait.expression, portrait.traits.age == "child"
    y, half = (30.0, 9.0) if is_child else (32.5, 10.5)
    corners = ((_MOUTH - half, y - expression.mouth * 0.5), (_MOUTH + half, y - expression.mouth * 0.5))
    low = y + expression.mouth * 0.42
    if expression.open:
        _opening(pen, expression, corners, low, mix(line, "#5a1f1c", 0.6))
    _lips(pen, portrait, corners, low, line)
    drop = low + expression.open
    pen.line([(_MOUTH - 3, drop + 6.4), (_MOUTH + 3, drop + 6.4)], portrait.shade(portrait.skin), 1.2, 0.35)


def _opening(pen: Pen, expression: Expression, corners: Corners, low: float, dark: str) -> None:
    (left, right), half = corners, corners[1][0] - _MOUTH
    drop = low + expression.open
    below = [(_MOUTH + half * 0.5, drop), (_MOUTH - half * 0.5, drop)]
    pen.blob([left, (_MOUTH, low - 1.5), right, *below], dark)
    if expression.mouth > 0:
        teeth = [(_MOUTH - half * 0.62, low - 1.2), (_MOUTH + half * 0.62, low - 1.2), (_MOUTH, low + 1.2)]
        pen.blob(teeth, "#f4ece0", 0.95)


def _lips(pen: Pen, portrait: Portrait, corners: Corners, low: float, line: str) -> None:
    (left, right), half = corners, corners[1][0] - _MOUTH
    colour = mix(portrait.skin, "#a8423c", 0.55 if portrait.traits.is_woman else 0.34)
    bow = [(_MOUTH - 3, low - 3.2), (_MOUTH, low - 2.2), (_MOUTH + 3, low - 3.2)]
    pen.blob([left, *bow, right, (_MOUTH, low + 0.3)], colour, 0.85)
    drop = low + portrait.expression.open
    lower = [(_MOUTH - half * 0.6, drop + 0.4), (_MOUTH + half * 0.6, drop + 0.4), (_MOUTH, drop + 4.2)]
    pen.blob(lower, mix(colour, portrait.palette.light, 0.12), 0.75)
    if not portrait.expression.open:
        closed = [left, (_MOUTH - 3, low - 0.4), (_MOUTH + 3, low - 0.4), right]
        pen.line(closed, mix(colour, line, 0.6), 1.5, 0.9)


def _age_lines(pen: Pen, portrait: Portrait) -> None:
    crease = portrait.shade(portrait.skin, 0.55)
    for side in (-1, 1):
        x = MIDDLE + side * 16.5
        pen.line([(x - 8 * side, 8.4), (x, 11.4), (x + 7 * side, 8.6)], crease, 1.1, 0.5)
        pen.line([(x + side * 11, -2), (x + side * 15, -4.5)], crease, 1.0, 0.55)
        pen.line([(x + side * 11, 1.5), (x + side * 15.5, 2)], crease, 1.0, 0.55)
        pen.line(
            [(MIDDLE + side * 9, 20), (MIDDLE + side * 14.5, 27), (MIDDLE + side * 14, 33)], crease, 1.3, 0.5
        )
    for y in (-24, -29):
        pen.line([(MIDDLE - 15, y + 1), (MIDDLE, y - 1), (MIDDLE + 15, y + 1)], crease, 1.0, 0.35)
