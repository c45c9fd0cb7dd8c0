"""Doors, gates and bars."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.windows import PaintOpening


def _plank_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), wood = size, scene.palette.paint(colour)
    dark = mix(wood, scene.palette.ink, 0.55)
    pen.rect((-width / 2 - 5, -height - 5), (width + 10, height + 5), mix(wood, scene.palette.ink, 0.35))
    pen.rect((-width / 2, -height), size, wood)
    pen.lines(
        [[(-width / 2 + width * i / 5, 0), (-width / 2 + width * i / 5, -height)] for i in range(1, 5)],
        dark,
        1.2,
        0.7,
    )
    pen.lines([[(-width / 2, -height * y), (width / 2, -height * y)] for y in (0.2, 0.8)], dark, 3.4)
    pen.dot(width * 0.34, -height * 0.48, 2.4, mix(dark, scene.palette.light, 0.5))


def _panel_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), wood = size, scene.palette.paint(colour)
    pen.rect((-width / 2 - 5, -height - 5), (width + 10, height + 5), mix(wood, scene.palette.light, 0.25))
    pen.rect((-width / 2, -height), size, wood)
    dark = mix(wood, scene.palette.ink, 0.25)
    for y, tall in ((0.9, 0.34), (0.48, 0.38)):
        for x in (-0.4, 0.06):
            pen.rect((width * x, -height * y), (width * 0.34, height * tall), dark)
    pen.dot(width * 0.4, -height * 0.46, 2.2, scene.palette.paint("#d8b45a"))


def _flush_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), paint = size, scene.palette.paint(colour)
    pen.rect((-width / 2 - 4, -height - 4), (width + 8, height + 4), scene.palette.paint("#8a9094"))
    pen.rect((-width / 2, -height), size, paint)
    pen.rect(
        (width * 0.12, -height * 0.86),
        (width * 0.2, height * 0.32),
        mix(scene.palette.sky[1], "#ffffff", 0.3),
    )
    pen.lines([[(width * 0.3, -height * 0.46), (width * 0.42, -height * 0.46)]], scene.palette.ink, 2.2)


def _double_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    width, height = size
    leaf = (width / 2 - 1, height)
    for side in (-1, 1):
        _flush_door(pen.offset(side * width / 4, 0, flip=side > 0), scene, leaf, colour)


def _lift_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), palette = size, scene.palette
    steel = palette.paint(colour)
    pen.rect((-width / 2 - 7, -height - 9), (width + 14, height + 9), mix(steel, palette.ink, 0.4))
    for side in (-1, 1):
        fade = pen.fade(
            (0, 0),
            (side * width / 2, 0),
            (0.0, mix(steel, palette.ink, 0.25)),
            (0.5, mix(steel, "#ffffff", 0.35)),
            (1.0, steel),
        )
        pen.rect((0.6 if side > 0 else -width / 2, -height), (width / 2 - 0.6, height), fade)
    pen.lines([[(0, 0), (0, -height)]], palette.ink, 1.4)
    pen.rect((-9, -height - 7), (18, 5), "#1c2026")
    pen.polygon([(-3, -height - 3), (0, -height - 6.4), (3, -height - 3)], "#ff8a3a")


def _roller_door(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), metal = size, scene.palette.paint(colour)
    pen.rect((-width / 2 - 4, -height - 12), (width + 8, height + 12), mix(metal, scene.palette.ink, 0.4))
    pen.rect((-width / 2, -height), size, metal)
    slats = [[(-width / 2, -5.0 * i), (width / 2, -5.0 * i)] for i in range(1, int(height / 5))]
    pen.lines(slats, mix(metal, scene.palette.ink, 0.35), 1.4, 0.8)


def _hatch(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), metal = size, scene.palette.paint(colour)
    edge = [
        (-width / 2, -height * 0.12),
        (-width / 2, -height * 0.88),
        (-width * 0.3, -height),
        (width * 0.3, -height),
        (width / 2, -height * 0.88),
        (width / 2, -height * 0.12),
        (width * 0.3, 0),
        (-width * 0.3, 0),
    ]
    pen.polygon([(x * 1.16, y * 1.06 + height * 0.03) for x, y in edge], mix(metal, scene.palette.ink, 0.5))
    pen.polygon(edge, metal)
    pen.lines([[(0, 0), (0, -height)]], mix(metal, scene.palette.ink, 0.6), 1.8)
    pen.lines([[(-width / 2, -height * 0.5), (width / 2, -height * 0.5)]], "#d8a83a", 3.4)


def _bars(pen: Pen, scene: SceneCanvas, size: Point, _: str) -> None:
    (width, height), iron = size, mix(scene.palette.ink, "#55585e", 0.45)
    pen.rect((-width / 2, -height), size, mix(scene.palette.ink, "#20242c", 0.4), 0.75)
    count = max(3, round(width / 9))
    runs = [
        [(-width / 2 + width * i / count, 0), (-width / 2 + width * i / count, -height)]
        for i in range(count + 1)
    ]
    runs += [[(-width / 2, -height * y), (width / 2, -height * y)] for y in (0.02, 0.5, 0.98)]
    pen.lines(runs, mix(iron, scene.palette.light, 0.3), 2.8)


def _arch(pen: Pen, scene: SceneCanvas, size: Point, colour: str) -> None:
    (width, height), stone = size, scene.palette.paint(colour)
    half = width / 2
    arch = [
        (-half, 0),
        (-half, -height * 0.7),
        (-half * 0.7, -height * 0.92),
        (0, -height),
        (half * 0.7, -height * 0.92),
        (half, -height * 0.7),
        (half, 0),
    ]
    pen.polygon([(x * 1.16, y * 1.06) for x, y in arch], mix(stone, scene.palette.light, 0.2))
    pen.polygon(arch, mix(scene.palette.ink, stone, 0.25))


DOORS: dict[str, PaintOpening] = {
    "plank door": _plank_door,
    "panel door": _panel_door,
    "flush door": _flush_door,
    "double door": _double_door,
    "lift door": _lift_door,
    "roller door": _roller_door,
    "hatch": _hatch,
    "bars": _bars,
    "arch": _arch,
}
