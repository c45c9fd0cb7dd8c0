"""Flat things on walls: pictures, boards, screens, signs, clocks."""

from collections.abc import Callable

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.signs import letter, measure_lettering

PaintBoard = Callable[[Pen, SceneCanvas, Point, str, str], None]


def frame(pen: Pen, size: Point, rim: float, border: str, inside: str) -> None:
    """Paint a pane with a border around it, its foot's middle on the pen's origin."""
    width, height = size
    pen.rect((-width / 2 - rim, -height - rim), (width + 2 * rim, height + 2 * rim), border)
    pen.rect((-width / 2, -height), size, inside)


def _picture(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), palette, rng = size, scene.palette, scene.rng
    frame(pen, size, 3.4, palette.paint(colour), palette.paint(rng.choice(("#b8cfd8", "#e2d0a8", "#c8b4c0"))))
    hill = palette.paint(rng.choice(("#6f8f5a", "#8a6a7a", "#5a7a90")))
    pen.polygon(
        [
            (-width / 2, 0),
            (-width / 2, -height * 0.35),
            (-width * 0.1, -height * 0.62),
            (width * 0.2, -height * 0.36),
            (width / 2, -height * 0.5),
            (width / 2, 0),
        ],
        hill,
    )
    pen.dot(width * 0.24, -height * 0.74, min(size) * 0.09, palette.paint("#f0d890"))


def _portrait(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), palette = size, scene.palette
    frame(pen, size, 4.0, palette.paint(colour), palette.paint("#5a4438"))
    pen.ellipse((0, -height * 0.12), (width * 0.36, height * 0.26), palette.paint("#3a3a4a"))
    pen.rect((-width / 2, -height * 0.02), (width, height * 0.02), palette.paint(colour))
    pen.ellipse((0, -height * 0.58), (width * 0.19, height * 0.2), palette.paint("#d8b090"))


def _poster(pen: Pen, scene: SceneCanvas, size: Point, colour: str, text: str) -> None:
    (width, height), paint = size, scene.palette.paint(colour)
    pen.rect((-width / 2, -height), size, paint)
    light = mix(paint, "#ffffff", 0.6)
    pen.dot(0, -height * 0.6, min(width, height) * 0.24, light)
    pen.lines(
        [[(-width * 0.32, -height * y), (width * 0.32, -height * y)] for y in (0.1, 0.18, 0.26)],
        light,
        height * 0.035,
    )
    letter(pen.offset(0, -height * 0.88), text, height * 0.1, light)


def _blackboard(pen: Pen, scene: SceneCanvas, size: Point, colour: str, text: str) -> None:
    (width, height), palette = size, scene.palette
    frame(pen, size, 4, palette.paint("#8a6238"), palette.paint(colour))
    chalk = mix(palette.paint(colour), "#f4f4ee", 0.8)
    letter(pen.offset(-width * 0.12, -height * 0.66), text, height * 0.24, chalk)
    pen.lines(
        [[(-width * 0.4, -height * y), (width * (0.3 - y * 0.5), -height * y)] for y in (0.18, 0.34)],
        chalk,
        1.4,
        0.8,
    )
    pen.rect((-width / 2, 2), (width, 4), palette.paint("#8a6238"))


def _whiteboard(pen: Pen, scene: SceneCanvas, size: Point, _: str, __: str) -> None:
    (width, height), palette = size, scene.palette
    frame(pen, size, 2.4, palette.paint("#8f979c"), palette.paint("#f6f8f6"))
    pen.line(
        [
            (-width * 0.42, -height * 0.2),
            (-width * 0.2, -height * 0.5),
            (0, -height * 0.36),
            (width * 0.16, -height * 0.76),
        ],
        palette.paint("#c8483e"),
        2,
    )
    pen.lines(
        [[(width * 0.2, -height * y), (width * 0.42, -height * y)] for y in (0.2, 0.36, 0.52)],
        palette.paint("#3f6fa0"),
        1.6,
    )


def _noticeboard(pen: Pen, scene: SceneCanvas, size: Point, _: str, __: str) -> None:
    (width, height), palette, rng = size, scene.palette, scene.rng
    frame(pen, size, 3, palette.paint("#7a5a3a"), palette.paint("#c49a66"))
    for i in range(8):
        x, y = -width * 0.44 + width * 0.23 * (i % 4), -height * (0.92 - 0.46 * (i // 4))
        tone = palette.paint(rng.choice(("#f4f2e6", "#f0e08a", "#b8d8e0", "#e8b8a8")))
        pen.rect((x, y), (width * 0.16, height * rng.uniform(0.24, 0.36)), tone)


def _map(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), palette = size, scene.palette
    frame(pen, size, 2.6, palette.paint(colour), palette.paint("#a8cbd8"))
    land = palette.paint("#c9c083")
    pen.blob(
        [
            (-width * 0.42, -height * 0.8),
            (-width * 0.1, -height * 0.9),
            (-width * 0.2, -height * 0.5),
            (-width * 0.34, -height * 0.2),
        ],
        land,
    )
    pen.blob(
        [
            (0, -height * 0.84),
            (width * 0.4, -height * 0.86),
            (width * 0.34, -height * 0.4),
            (width * 0.1, -height * 0.56),
        ],
        land,
    )
    pen.blob([(0, -height * 0.46), (width * 0.16, -height * 0.42), (width * 0.08, -height * 0.12)], land)


def _screen(pen: Pen, scene: SceneCanvas, size: Point, colour: str, text: str) -> None:
    (width, height), rng = size, scene.rng
    frame(pen, size, 2.6, "#23262c", colour)
    line = mix(colour, "#c8fff0", 0.7)
    points = [(-width * 0.44 + width * 0.88 * i / 8, -height * rng.uniform(0.2, 0.6)) for i in range(9)]
    pen.lines([points], line, 1.4)
    pen.lines(
        [[(-width * 0.42, -height * y), (width * rng.uniform(-0.2, 0.3), -height * y)] for y in (0.74, 0.84)],
        line,
        1.2,
        0.7,
    )
    letter(pen.offset(0, -height * 0.8), text, height * 0.16, line)
    pen.glow((0, -height / 2), max(size), colour, 0.3)


def _departures(pen: Pen, scene: SceneCanvas, size: Point, _: str, __: str) -> None:
    (width, height), rng = size, scene.rng
    frame(pen, size, 3, "#2c3036", "#14181e")
    runs: list[list[Point]] = []
    for row in range(6):
        y = -height * (0.88 - 0.145 * row)
        runs += [
            [(-width * 0.45, y), (-width * 0.36, y)],
            [(-width * 0.3, y), (width * rng.uniform(-0.1, 0.14), y)],
            [(width * 0.28, y), (width * 0.44, y)],
        ]
    pen.lines(runs, "#f2c84a", height * 0.07)


def _clock(pen: Pen, scene: SceneCanvas, size: Point, _: str, __: str) -> None:
    half, palette = size[0] / 2, scene.palette
    pen.dot(0, -half, half * 1.12, mix(palette.ink, "#3a3a40", 0.4))
    pen.dot(0, -half, half * 0.94, palette.paint("#f6f2e4"))
    pen.lines(
        [[(0, -half), (0, -half * 1.7)], [(0, -half), (half * 0.5, -half * 0.8)]], palette.ink, half * 0.14
    )


def _mirror(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), palette = size, scene.palette
    frame(pen, size, 2.6, palette.paint(colour), mix(palette.paint("#bcd4da"), "#ffffff", 0.25))
    pen.polygon(
        [
            (-width * 0.3, -height * 0.2),
            (0, -height * 0.9),
            (width * 0.14, -height * 0.9),
            (-width * 0.16, -height * 0.2),
        ],
        "#ffffff",
        0.45,
    )


def _sign(pen: Pen, scene: SceneCanvas, size: Point, colour: str, text: str) -> None:
    (width, height), paint = size, scene.palette.paint(colour)
    width = max(width, measure_lettering(text, height * 0.6) + height * 0.7)
    if scene.palette.lamps_lit:
        paint = mix(colour, "#ffffff", 0.1)
        pen.glow((0, -height / 2), width * 0.8, colour, 0.3)
    pen.rect((-width / 2, -height), (width, height), paint)
    letter(pen.offset(0, -height / 2), text, height * 0.6, "#fbf8ee")


def _cross(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), paint = size, scene.palette.skin(colour)
    pen.rect((-width / 2, -height), size, scene.palette.paint("#f6f6f0"))
    pen.rect((-width * 0.14, -height * 0.88), (width * 0.28, height * 0.76), paint)
    pen.rect((-width * 0.38, -height * 0.64), (width * 0.76, height * 0.28), paint)


BOARDS: dict[str, PaintBoard] = {
    "picture": _picture,
    "portrait": _portrait,
    "poster": _poster,
    "blackboard": _blackboard,
    "whiteboard": _whiteboard,
    "noticeboard": _noticeboard,
    "map": _map,
    "screen": _screen,
    "departures": _departures,
    "clock": _clock,
    "mirror": _mirror,
    "sign": _sign,
    "cross": _cross,
}
