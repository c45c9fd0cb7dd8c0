"""The features of a face in any turn of the head: eyes, brows, nose, mouth, the lines of age."""

from app.film.boards.cast.portrait import Portrait
from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point

# How far the middle of an eye is from that of the face.
EYE = 15.5
# A feature that is seen under less of its width than this is hidden behind the nose.
_HIDDEN = 0.16
_TEAR = "#bfe3f2"


def paint_features(pen: Pen, portrait: Portrait, *, fine: bool) -> None:
    """Paint the features; a head too small for them gets eyes, brows and a mouth as touches."""
    line = mix(portrait.palette.ink, "#3a2018", 0.4)
    for side in (-1, 1):
        width = portrait.turn.find_width(side * EYE)
        if width > _HIDDEN:
            at = (portrait.turn.swing(side * EYE), find_eye_line(portrait))
            (_eye if fine else _touch_of_eye)(pen.offset(*at), portrait, side, line)
            _brow(pen, portrait, side, fine=fine)
    _nose(pen, portrait, line)
    _mouth(pen, portrait, line, fine=fine)
    if fine and portrait.traits.age == "old":
        _age_lines(pen, portrait)


def find_eye_line(portrait: Portrait) -> float:
    """Return how far below the middle of the head the eyes are, in hundredths of its height."""
    return (7.0 if portrait.traits.is_child else 2.0) + portrait.turn.drop


def _measure_eye(portrait: Portrait, side: int) -> tuple[float, float]:
    """Return half the width and half the height of an eye."""
    is_child = portrait.traits.is_child
    wide = 9.4 if is_child else 8.2 if portrait.traits.is_woman else 7.6
    tall = 10.4 if is_child else 7.8 if portrait.traits.is_woman else 6.8
    tall *= 0.85 if portrait.traits.age == "old" else 1.0
    seen = portrait.turn.find_width(side * EYE)
    return max(3.4, wide * (0.25 + 0.75 * seen)), tall * portrait.expression.lids


def _touch_of_eye(pen: Pen, portrait: Portrait, side: int, line: str) -> None:
    wide, tall = _measure_eye(portrait, side)
    if tall < 3:
        pen.line([(-wide, 0), (0, 3), (wide, 0)], line, 3.4)
        return
    pen.ellipse((0, 0), (wide, tall), mix(portrait.palette.skin("#f8f4ea"), portrait.skin, 0.1))
    x, y = portrait.turn.gaze
    pen.ellipse((x * (wide - 4), y * 2.4), (min(5.4, wide * 0.72), tall * 0.82), line)
    pen.line([(-wide, -tall * 0.5), (0, -tall), (wide, -tall * 0.5)], line, 2.6)


def _eye(pen: Pen, portrait: Portrait, side: int, line: str) -> None:
    traits = portrait.traits
    wide, tall = _measure_eye(portrait, side)
    if tall < 2:
        _closed_eye(pen, portrait, wide, line)
        return
    upper = [(-wide, 1.4), (-wide * 0.62, -tall * 0.78), (0, -tall), (wide * 0.62, -tall * 0.78), (wide, 1.4)]
    lower = [(wide * 0.55, tall * 0.7), (0, tall * 0.86), (-wide * 0.55, tall * 0.7)]
    pen.blob([*upper, *lower], mix(portrait.palette.skin("#fbf8f0"), portrait.skin, 0.08))
    _iris(pen, portrait, wide, tall)
    pen.line(upper, line, 2.3 if traits.is_woman else 1.9)
    lash = wide * (1 if side > 0 else -1)
    if traits.is_woman or traits.is_child:
        pen.line([(lash * 0.72, -tall * 0.6), (lash * 1.25, -tall * 0.5 - 1.4)], line, 1.7)


def _iris(pen: Pen, portrait: Portrait, wide: float, tall: float) -> None:
    iris, size = portrait.palette.skin(portrait.traits.eyes), min(tall * 0.92, 6.6)
    narrow = min(size * 0.92, wide * 0.8)
    x, y = portrait.turn.gaze[0] * max(0.0, wide - narrow * 0.9), portrait.turn.gaze[1] * (tall * 0.24)
    pen.ellipse((x, y), (narrow, size), portrait.shade(iris, 0.45))
    pen.ellipse((x, y + size * 0.3), (narrow * 0.66, size * 0.5), portrait.shade(iris, 0.1), 0.7)
    pen.ellipse((x, y), (narrow * 0.5, size * 0.52), portrait.shade(iris, 0.82))
    pen.dot(x + narrow * 0.34, y - size * 0.38, size * 0.25, "#fffaf0", 0.95)
    pen.dot(x - narrow * 0.3, y + size * 0.4, size * 0.12, "#fffaf0", 0.6)


def _closed_eye(pen: Pen, portrait: Portrait, wide: float, line: str) -> None:
    # Laughing eyes close upwards, sleeping ones downwards.
    curve = -4.2 if portrait.expression.open > 8 else 4.2
    pen.line([(-wide, 0), (-wide * 0.5, curve * 0.8), (wide * 0.5, curve * 0.8), (wide, 0)], line, 2.3)


def _brow(pen: Pen, portrait: Portrait, side: int, *, fine: bool) -> None:
    turn, expression = portrait.turn, portrait.expression
    thin = portrait.traits.is_woman or portrait.traits.is_child
    y = find_eye_line(portrait) - (15.5 if portrait.traits.is_child else 13.5) - expression.lift
    spots = [
        (turn.swing(side * 7.5), y - expression.brow * 0.8 + 1.0),
        (turn.swing(side * 16), y - 2.6),
        (turn.swing(side * 25), y + expression.brow * 0.75 + 1.4),
    ]
    thick = (2.4 if thin else 3.6) * (1.0 if fine else 1.4)
    pen.line(spots, portrait.shade(portrait.hair_colour, 0.3), thick, 0.92)


def _nose(pen: Pen, portrait: Portrait, line: str) -> None:
    turn, traits = portrait.turn, portrait.traits
    is_small = traits.is_child or traits.is_woman
    tip_y = find_eye_line(portrait) + (11.0 if traits.is_child else 15.0 + 3 * traits.face)
    reach = (5.0 if is_small else 8.0) * (0.25 + turn.side)
    root, shade = turn.swing(0), mix(portrait.shade(portrait.skin, 0.3), "#b0553f", 0.25)
    tip = (root + reach, tip_y)
    if turn.side > 0.6:
        bridge = [
            (root - 5, tip_y - 19),
            (root - 1.5, tip_y - 10),
            tip,
            (root - 1, tip_y + 5.5),
            (root - 9, tip_y),
        ]
        pen.blob(bridge, portrait.skin)
        pen.line(
            [(root - 0.5, tip_y - 9), (tip[0] + 0.6, tip_y - 0.6), (root - 0.5, tip_y + 4.6)], shade, 1.5
        )
        return
    wide = 4.0 if is_small else 5.6
    curve = [
        (tip[0] - wide * 0.9, tip_y - 1),
        (tip[0] - wide * 0.3, tip_y + 1.8),
        (tip[0] + wide * 0.7, tip_y),
    ]
    pen.ellipse((tip[0] - 0.6, tip_y - 2), (wide, wide * 0.8), mix(portrait.skin, "#d0603f", 0.3), 0.35)
    pen.line([*curve, (tip[0] + wide * 0.6, tip_y - 4)], mix(shade, line, 0.35), 1.7, 0.9)


def _mouth(pen: Pen, portrait: Portrait, line: str, *, fine: bool) -> None:
    expression, turn = portrait.expression, portrait.turn
    y = (33.0 if portrait.traits.is_child else 32.5) + turn.drop * 0.7
    half = (9.5 if portrait.traits.is_child else 11.0) * expression.width
    left, right = turn.swing(-half), turn.swing(half)
    left = min(left, right - half * 0.7)
    middle = (left + right) / 2 + turn.side
    corner = y - expression.mouth * 0.6
    low = y + expression.mouth * 0.5
    ink = mix(line, "#8a3a32", 0.45)
    if expression.open:
        drop = low + expression.open
        inside = [
            (left, corner),
            (middle, low - 2),
            (right, corner),
            (right - 2, drop - 2),
            (middle, drop),
            (left + 2, drop - 2),
        ]
        pen.blob(inside, mix(line, "#6a2220", 0.6))
        _inside_of_mouth(pen, (left, right), (low, drop), smiles=expression.mouth > 1)
    if fine and portrait.traits.is_woman:
        pen.blob(
            [
                (left, corner),
                (middle, low + expression.open + 3.2),
                (right, corner),
                (middle, low + expression.open),
            ],
            mix(portrait.skin, "#b0443f", 0.5),
            0.7,
        )
    if not expression.open:
        pen.line(
            [
                (left, corner),
                ((left + middle) / 2, low - 0.4),
                ((right + middle) / 2, low - 0.4),
                (right, corner),
            ],
            ink,
            2.2 if fine else 3.2,
        )


def _inside_of_mouth(pen: Pen, across: Point, down: Point, *, smiles: bool) -> None:
    (left, right), (low, drop) = across, down
    middle, inset = (left + right) / 2, (right - left) * 0.2
    if drop - low > 7:
        pen.ellipse((middle, drop - 2.8), ((right - left) * 0.28, 2.6), "#c4605a", 0.9)
    if smiles:
        pen.blob(
            [(left + inset, low - 2.4), (right - inset, low - 2.4), (middle, low + 1.4)], "#f6efe4", 0.95
        )


def paint_tears(pen: Pen, portrait: Portrait) -> None:
    """Paint tears down the cheeks."""
    for side in (-1, 1):
        if portrait.turn.find_width(side * EYE) < _HIDDEN:
            continue
        x, y = portrait.turn.swing(side * (EYE + 3)), find_eye_line(portrait) + 7
        pen.line([(x, y), (x + side, y + 12)], _TEAR, 3.2, 0.9)
        pen.blob(
            [(x + side, y + 9), (x + side + 3.6, y + 19), (x + side, y + 22), (x + side - 3.6, y + 19)],
            _TEAR,
            0.95,
        )


def _age_lines(pen: Pen, portrait: Portrait) -> None:
    crease, turn = portrait.shade(portrait.skin, 0.5), portrait.turn
    for side in (-1, 1):
        if turn.find_width(side * 22) < _HIDDEN:
            continue
        x, y = turn.swing(side * EYE), find_eye_line(portrait)
        pen.line([(x - 7, y + 10), (x, y + 12.4), (x + 7, y + 10)], crease, 1.1, 0.45)
        pen.line(
            [(turn.swing(side * 11), 22), (turn.swing(side * 17), 28), (turn.swing(side * 17), 35)],
            crease,
            1.3,
            0.45,
        )
    for y in (-22, -28):
        spots = [(turn.swing(x), y + turn.drop * 0.5 + abs(x) * 0.1) for x in (-14, 0, 14)]
        pen.line(spots, crease, 1.0, 0.35)
