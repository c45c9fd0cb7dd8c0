"""Shelves and racks on walls, with what stands or hangs there."""

from collections.abc import Callable
from functools import partial

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas

_GOODS = ("#d8483e", "#e8b83a", "#4a8ac0", "#5fa85a", "#e88a3a", "#8a5aa8", "#f0ead8")
_BOOKS = ("#8a4a3a", "#4a5f7a", "#6a7a4a", "#a8843a", "#5a3a4a", "#3f6a66")
_BOTTLES = ("#4a7a5a", "#8a4a2a", "#3f6f8a", "#c8a04a", "#7a3a4a", "#d8d8c8")
_BREAD = ("#c88a4a", "#b8743a", "#d8a866", "#a8622e")
_MEDICINE = ("#f4f4f0", "#8ac0a8", "#4a90b8", "#d8e4e0", "#e8b8a8")


def _shelve(
    pen: Pen, scene: SceneCanvas, size: Point, colour: str, goods: tuple[str, ...], shape: str
) -> None:
    """Put goods on boards: upright boxes, round bottles or loaves."""
    (width, height), palette, rng = size, scene.palette, scene.rng
    wood = palette.paint(colour)
    pen.rect((-width / 2, -height), size, mix(wood, palette.ink, 0.4))
    count = max(2, round(height / 26))
    step = height / count
    for row in range(count):
        foot, x = -height + step * (row + 1) - 2.4, -width / 2 + 2
        while x < width / 2 - 7:
            wide = rng.uniform(4, 9) if shape != "loaf" else rng.uniform(9, 14)
            tall = step * rng.uniform(0.5, 0.82) if shape != "loaf" else step * 0.34
            tone = palette.paint(rng.choice(goods))
            if x + wide < width / 2 - 1 and rng.random() < 0.93:
                _put(pen, (x, foot), (wide * 0.9, tall), tone, shape)
            x += wide + (1.6 if shape == "bottle" else 0.4)
        pen.rect((-width / 2, foot), (width, 2.6), wood)
    for x in (-width / 2, width / 2 - 3):
        pen.rect((x, -height), (3, height), wood)


def _put(pen: Pen, foot: Point, size: Point, tone: str, shape: str) -> None:
    (x, y), (wide, tall) = foot, size
    if shape == "loaf":
        pen.ellipse((x + wide / 2, y - tall * 0.5), (wide / 2, tall * 0.55), tone)
        return
    if shape == "bottle":
        pen.rect((x + wide * 0.34, y - tall), (wide * 0.32, tall * 0.4), tone)
        tall *= 0.68
    pen.rect((x, y - tall), (wide, tall), tone)


def _cupboards(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), paint = size, scene.palette.paint(colour)
    count = max(1, round(width / 26))
    pen.rect((-width / 2, -height), size, paint)
    dark = mix(paint, scene.palette.ink, 0.4)
    pen.lines(
        [
            [(-width / 2 + width * i / count, 0), (-width / 2 + width * i / count, -height)]
            for i in range(count + 1)
        ],
        dark,
        1.2,
    )
    pen.lines(
        [
            [
                (-width / 2 + width * (i + 0.78) / count, -height * 0.25),
                (-width / 2 + width * (i + 0.78) / count, -height * 0.08),
            ]
            for i in range(count)
        ],
        dark,
        2,
    )


def _worktop(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    """Build a run of kitchen units with a worktop, sink and hob."""
    width, height = size
    _cupboards(pen, scene, (width, height - 4), colour)
    top = scene.palette.paint("#5f6468")
    pen.rect((-width / 2 - 2, -height), (width + 4, 5), top)
    tap = mix(top, "#ffffff", 0.55)
    pen.lines(
        [
            [(-width * 0.2, -height), (-width * 0.2, -height - 12)],
            [(-width * 0.2, -height - 12), (-width * 0.2 + 7, -height - 11)],
        ],
        tap,
        2,
    )


def _lockers(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), paint = size, scene.palette.paint(colour)
    count = max(2, round(width / 17))
    pen.rect((-width / 2, -height), size, paint)
    dark = mix(paint, scene.palette.ink, 0.5)
    pen.lines(
        [
            [(-width / 2 + width * i / count, 0), (-width / 2 + width * i / count, -height)]
            for i in range(count + 1)
        ],
        dark,
        1.5,
    )
    vents = [
        [
            (-width / 2 + width * (i + 0.3) / count, -height * y),
            (-width / 2 + width * (i + 0.7) / count, -height * y),
        ]
        for i in range(count)
        for y in (0.86, 0.82, 0.78)
    ]
    pen.lines(vents, dark, 1.1)


def _tools(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), palette = size, scene.palette
    pen.rect((-width / 2, -height), size, palette.paint(colour))
    steel, wood = palette.paint("#9aa2a8"), palette.paint("#b5703a")
    for i in range(max(3, int(width / 13))):
        at = pen.offset(-width / 2 + 8 + i * 13, -height * 0.9)
        at.rect((-1.4, 8), (2.8, height * 0.5), wood)
        heads = (
            [(-5, 0), (6, 0), (6, 8), (-5, 8)],
            [(-4, 0), (0, 6), (4, 0), (3, 10), (-3, 10)],
            [(-2, -1), (2, -1), (3, 12), (-3, 12)],
        )
        at.polygon(heads[i % 3], steel)


def _pipes(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), metal = size, scene.palette.paint(colour)
    bright, dark = mix(metal, scene.palette.light, 0.4), mix(metal, scene.palette.ink, 0.4)
    for y in (0.2, 0.55, 0.85):
        pen.lines([[(-width / 2, -height * y), (width / 2, -height * y)]], dark, height * 0.2)
        pen.lines([[(-width / 2, -height * y - 1), (width / 2, -height * y - 1)]], metal, height * 0.14)
        pen.lines(
            [[(-width / 2, -height * y - height * 0.04), (width / 2, -height * y - height * 0.04)]],
            bright,
            height * 0.03,
        )
    for i in range(5):
        pen.rect((-width / 2 + width * (i + 0.5) / 5, -height), (5, height), dark)


def _steps(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    """Build a flight of stairs up to the right, with its rail."""
    (width, height), palette = size, scene.palette
    stone, count = palette.paint(colour), 9
    dark = mix(stone, palette.ink, 0.4)
    for i in range(count):
        x, tall = -width / 2 + width * i / count, height * (i + 1) / count
        pen.rect((x, -tall), (width - width * i / count, height / count), mix(stone, palette.ink, 0.12))
        pen.rect((x, -tall), (width / count * 1.08, 2.6), mix(stone, palette.light, 0.45))
        pen.lines([[(x, -tall), (x, -tall + height / count)]], dark, 1.4)
        pen.lines([[(x + width / count / 2, -tall), (x + width / count / 2, -tall - 44)]], dark, 1.7)
    pen.lines(
        [[(-width / 2, -height / count - 44), (width / 2, -height - 44)]], palette.paint("#6a4630"), 4.4
    )


SHELVES: dict[str, Callable[[Pen, SceneCanvas, Point, str], None]] = {
    "goods": partial(_shelve, goods=_GOODS, shape="box"),
    "books": partial(_shelve, goods=_BOOKS, shape="box"),
    "bottles": partial(_shelve, goods=_BOTTLES, shape="bottle"),
    "loaves": partial(_shelve, goods=_BREAD, shape="loaf"),
    "medicines": partial(_shelve, goods=_MEDICINE, shape="box"),
    "crates": partial(_shelve, goods=("#b8874f", "#a87840", "#c89a60"), shape="box"),
    "cupboards": _cupboards,
    "worktop": _worktop,
    "lockers": _lockers,
    "tools": _tools,
    "pipes": _pipes,
    "steps": _steps,
}
