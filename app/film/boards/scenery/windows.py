"""Windows: their frames over the view."""

from collections.abc import Callable

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas

PaintOpening = Callable[[Pen, SceneCanvas, Point, str], None]


def _bar(pen: Pen, size: Point, colour: str, columns: int, rows: int, width: float) -> None:
    wide, tall = size
    runs = [
        [(-wide / 2 + wide * i / columns, 0), (-wide / 2 + wide * i / columns, -tall)]
        for i in range(columns + 1)
    ]
    runs += [[(-wide / 2, -tall * i / rows), (wide / 2, -tall * i / rows)] for i in range(rows + 1)]
    pen.lines(runs, colour, width)


def _cottage_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    frame = scene.palette.paint(colour)
    _bar(pen, size, frame, 2, 2, 3.4)
    pen.rect((-size[0] / 2 - 6, 1), (size[0] + 12, 4), mix(frame, scene.palette.light, 0.2))


def _curtained_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), palette = size, scene.palette
    cloth = palette.paint(colour)
    _bar(pen, size, palette.paint("#efe8da"), 2, 2, 3.0)
    for side in (-1, 1):
        at = pen.offset(side * width / 2, 0, flip=side > 0)
        at.polygon(
            [
                (-9, -height - 6),
                (width * 0.22, -height - 6),
                (width * 0.1, -height * 0.4),
                (width * 0.16, 8),
                (-10, 8),
            ],
            cloth,
        )
        at.lines([[(-3, -height), (-3, 6)], [(4, -height), (3, 6)]], mix(cloth, palette.ink, 0.35), 1.2, 0.7)
    pen.lines(
        [[(-width / 2 - 14, -height - 7), (width / 2 + 14, -height - 7)]], mix(palette.ink, cloth, 0.3), 2.4
    )


def _sash_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    frame = scene.palette.paint(colour)
    _bar(pen, size, frame, 3, 4, 2.0)
    _bar(pen, size, frame, 1, 2, 4.0)


def _modern_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), frame = size, scene.palette.paint(colour)
    _bar(pen, size, frame, max(1, round(width / 55)), 1, 3.0)
    shine = [
        (-width * 0.42, -height * 0.3),
        (-width * 0.2, -height * 0.95),
        (-width * 0.12, -height * 0.95),
        (-width * 0.34, -height * 0.3),
    ]
    pen.polygon(shine, "#ffffff", 0.16)


def _blinds_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    width, height = size
    _bar(pen, size, scene.palette.paint(colour), max(1, round(width / 60)), 1, 2.6)
    slats = [
        [(-width / 2, -height + 3.2 * i), (width / 2, -height + 3.2 * i)]
        for i in range(int(height * 0.45 / 3.2))
    ]
    pen.lines(slats, scene.palette.paint("#eef0ea"), 1.6, 0.9)


def _arched_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), frame = size, scene.palette.paint(colour)
    half, spring = width / 2, -height * 0.66
    for side in (-1, 1):
        # The spandrels are wall again, so that the pane under them ends in an arch.
        arch = [
            (side * half, spring),
            (side * half * 0.86, -height * 0.84),
            (side * half * 0.5, -height * 0.95),
            (0, -height),
        ]
        pen.polygon(
            [*arch, (0, -height - 4), (side * (half + 3), -height - 4), (side * (half + 3), spring)], frame
        )
    _bar(pen, (width, height * 0.97), frame, 2, 4, 2.2)


def _stained_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), palette = size, scene.palette
    glass = ("#c8483e", "#d8a83a", "#4a78b0", "#5f9a5a", "#8a5aa0")
    for row in range(6):
        for column in range(3):
            at = (-width / 2 + width * column / 3, -height + height * row / 6)
            tone = mix(palette.sky[1], glass[(row * 2 + column * 3) % 5], 0.72)
            pen.rect(at, (width / 3, height / 6), tone)
    _arched_window(pen, scene, size, colour)


def _porthole(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    half, frame = size[0] / 2, scene.palette.paint(colour)
    for sx in (-1, 1):
        for sy in (-1, 1):
            corner = [
                (sx * half, -half + sy * half),
                (sx * half, -half),
                (sx * half * 0.93, -half + sy * half * 0.4),
            ]
            corner += [
                (sx * half * 0.71, -half + sy * half * 0.71),
                (sx * half * 0.4, -half + sy * half * 0.93),
                (0, -half + sy * half),
            ]
            pen.polygon(corner, frame)
    ring = [(0.0, -2 * half), (half, -half), (0.0, 0.0), (-half, -half), (0.0, -2 * half)]
    pen.line(
        [
            (half * x, -half + half * y)
            for x, y in (
                (0, -1),
                (0.71, -0.71),
                (1, 0),
                (0.71, 0.71),
                (0, 1),
                (-0.71, 0.71),
                (-1, 0),
                (-0.71, -0.71),
                (0, -1),
            )
        ],
        frame,
        max(3.0, half * 0.22),
    )
    for x, y in ring:
        pen.dot(x, y, 1.6, mix(frame, scene.palette.ink, 0.5))


def _vehicle_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), frame = size, scene.palette.paint(colour)
    for x in (-width / 2, width / 2):
        pen.rect((x - 5, -height), (10, height), frame)
    dark = mix(frame, scene.palette.ink, 0.6)
    pen.lines(
        [[(-width / 2 + 5, 0), (width / 2 - 5, 0)], [(-width / 2 + 5, -height), (width / 2 - 5, -height)]],
        dark,
        3,
    )
    pen.lines([[(-width / 2 + 6, -height * 0.76), (width / 2 - 6, -height * 0.76)]], dark, 1.6)


def _cabin_window(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), frame = size, scene.palette.paint(colour)
    ring = [
        (x * width / 2, -height / 2 + y * height / 2)
        for x, y in (
            (0, -1),
            (0.8, -0.85),
            (1, 0),
            (0.8, 0.85),
            (0, 1),
            (-0.8, 0.85),
            (-1, 0),
            (-0.8, -0.85),
            (0, -1),
        )
    ]
    for sx in (-1, 1):
        for sy in (-1, 1):
            pen.polygon(
                [
                    (sx * width / 2, -height / 2 + sy * height / 2),
                    (sx * width / 2, -height / 2 + sy * height * 0.2),
                    (sx * width * 0.2, -height / 2 + sy * height / 2),
                ],
                frame,
            )
    pen.line(ring, mix(frame, scene.palette.ink, 0.3), 3.2)


WINDOWS: dict[str, PaintOpening] = {
    "cottage window": _cottage_window,
    "curtained window": _curtained_window,
    "sash window": _sash_window,
    "modern window": _modern_window,
    "blinds window": _blinds_window,
    "arched window": _arched_window,
    "stained window": _stained_window,
    "porthole": _porthole,
    "vehicle window": _vehicle_window,
    "cabin window": _cabin_window,
}
