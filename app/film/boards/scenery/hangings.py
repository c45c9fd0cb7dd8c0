"""Hangings and built things before walls: drapes, panels, machines, seats, basins."""

from app.film.boards.colour import mix
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.boards import PaintBoard, frame


def _cinema_screen(pen: Pen, _scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height) = size
    frame(pen, size, 5, "#14121a", colour)
    pen.polygon(
        [
            (-width / 2, 0),
            (-width / 2, -height * 0.3),
            (-width * 0.2, -height * 0.6),
            (width * 0.1, -height * 0.3),
            (width / 2, -height * 0.46),
            (width / 2, 0),
        ],
        "#7f93a8",
    )
    pen.dot(width * 0.22, -height * 0.7, height * 0.12, "#ffffff")
    pen.glow((0, -height / 2), width * 0.9, colour, 0.4)


def _hoop(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Hang a basketball board with its hoop."""
    (width, height), palette = size, scene.palette
    frame(
        pen.offset(0, -height * 0.4),
        (width, height * 0.6),
        1.6,
        palette.paint("#c8483e"),
        palette.paint(colour),
    )
    pen.lines([[(-9, -height * 0.46), (9, -height * 0.46)]], palette.paint("#e8742e"), 2.6)
    net = [[(-9 + 4.5 * i, -height * 0.46), (-5 + 2.5 * i, -height * 0.2)] for i in range(5)]
    pen.lines(net, palette.paint("#f4f4ee"), 1)


def _wall_bars(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), wood = size, scene.palette.paint(colour)
    rungs = [[(-width / 2, -height * i / 13), (width / 2, -height * i / 13)] for i in range(1, 14)]
    pen.lines(rungs, wood, 2.2)
    pen.lines(
        [[(x, 0), (x, -height)] for x in (-width / 2, 0, width / 2)], mix(wood, scene.palette.ink, 0.25), 4
    )


def _gears(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Build a machine with wheels and a chimney pipe."""
    (width, height), palette = size, scene.palette
    metal = palette.paint(colour)
    pen.rect((-width / 2, -height * 0.8), (width, height * 0.8), mix(metal, palette.ink, 0.3))
    pen.rect((width * 0.2, -height * 1.6), (width * 0.16, height * 0.9), metal)
    for x, y, radius in ((-0.24, -0.42, 0.22), (0.14, -0.4, 0.16)):
        at = pen.offset(width * x, height * y)
        at.dot(0, 0, width * radius, mix(metal, palette.light, 0.35))
        spokes = [
            [(0, 0), (width * radius * dx, width * radius * dy)]
            for dx, dy in ((1, 0), (-0.5, 0.87), (-0.5, -0.87))
        ]
        at.lines(spokes, palette.ink, 2.4)
        at.dot(0, 0, width * radius * 0.3, palette.paint("#c8743a"))
    for i in range(3):
        pen.dot(width * (-0.1 + 0.14 * i), -height * 0.7, 3, ("#ff5a4a", "#ffd24a", "#5ae08a")[i])


def _tally(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Scratch the days in fives."""
    width, height = size
    runs: list[list[Point]] = []
    for group in range(3):
        x = -width / 2 + width * group / 3
        runs += [[(x + 4 * i, 0), (x + 4 * i, -height)] for i in range(4)]
        runs.append([(x - 3, -height * 0.2), (x + 15, -height * 0.8)])
    pen.lines(runs, scene.palette.paint(colour), 1.4)


def _bins(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Run luggage lockers over the seats of a cabin."""
    (width, height), paint = size, scene.palette.paint(colour)
    pen.rect((-width / 2, -height), size, paint)
    dark = mix(paint, scene.palette.ink, 0.35)
    pen.lines(
        [[(-width / 2 + width * i / 9, 0), (-width / 2 + width * i / 9, -height)] for i in range(10)],
        dark,
        1.3,
    )
    pen.lines([[(-width / 2, 0), (width / 2, 0)]], dark, 3)
    pen.lines(
        [
            [(-width / 2 + width * (i + 0.4) / 9, -6), (-width / 2 + width * (i + 0.6) / 9, -6)]
            for i in range(9)
        ],
        dark,
        2,
    )


def _glass_bars(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), frame = size, scene.palette.paint(colour)
    runs = [[(-width / 2 + width * i / 12, 0), (-width / 2 + width * i / 12, -height)] for i in range(13)]
    runs += [[(-width / 2, -height * y), (width / 2, -height * y)] for y in (0.3, 0.64)]
    pen.lines(runs, frame, 2.6)


def _tent_flap(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Open a tent on the light outside, its flap turned back."""
    (width, height), palette = size, scene.palette
    pen.polygon([(-width / 2, 0), (0, -height), (width / 2, 0)], mix(palette.sky[1], palette.light, 0.3))
    pen.polygon(
        [(-width / 2, 0), (0, -height), (width / 2, 0), (0, -height * 0.14)], palette.paint("#6f9350"), 0.5
    )
    cloth = palette.paint(colour)
    pen.polygon([(-width * 0.62, 0), (0, -height), (-width * 0.2, 0)], cloth)
    pen.polygon([(width * 0.62, 0), (0, -height), (width * 0.36, 0)], mix(cloth, palette.ink, 0.2))


def _audience(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Seat rows of heads."""
    (width, height), palette, rng = size, scene.palette, scene.rng
    pen.rect((-width / 2, -height), size, palette.paint(colour))
    for row in range(3):
        for i in range(int(width / 15)):
            x, y = -width / 2 + 8 + 15 * i + 4 * (row % 2), -height * (0.86 - 0.3 * row)
            pen.ellipse(
                (x, y + 9), (7, 8), palette.paint(rng.choice(("#b8503f", "#4a6a9a", "#7a8a4a", "#8a5a8a")))
            )
            pen.dot(x, y, 4.6, palette.paint(rng.choice(("#e8c0a0", "#c89070", "#8a5a40"))))


def _subway_train(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), palette = size, scene.palette
    pen.rect((-width / 2, -height - 10), (width, height + 10), "#20242c")
    body = palette.paint("#dfe3e6")
    pen.rect((-width / 2, -height), (width, height), body)
    pen.rect((-width / 2, -height * 0.4), (width, height * 0.12), palette.paint(colour))
    for i in range(6):
        x = -width / 2 + width * (i + 0.5) / 6
        if i % 3 == 1:
            pen.rect(
                (x - 26, -height * 0.94), (52, height * 0.92), mix(palette.paint(colour), palette.light, 0.2)
            )
            pen.lines([[(x, -height * 0.94), (x, 0)]], palette.ink, 1.6)
            pen.rect((x - 19, -height * 0.86), (15, height * 0.36), "#fff0c4")
            pen.rect((x + 4, -height * 0.86), (15, height * 0.36), "#fff0c4")
        else:
            pen.rect((x - 27, -height * 0.86), (54, height * 0.36), "#fff0c4")


def _water(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Sink a basin of water into the floor before the wall."""
    (width, height), palette = size, scene.palette
    rim = palette.paint("#f4f8f6")
    pen.polygon(
        [(-width * 0.42, -height), (width * 0.42, -height), (width * 0.54, 0), (-width * 0.54, 0)], rim
    )
    water = palette.paint(colour)
    pen.polygon(
        [
            (-width * 0.4, -height * 0.92),
            (width * 0.4, -height * 0.92),
            (width * 0.51, -height * 0.1),
            (-width * 0.51, -height * 0.1),
        ],
        water,
    )
    lanes = [
        [(width * x * 0.8, -height * 0.92), (width * x * 1.02, -height * 0.1)] for x in (-0.3, -0.1, 0.1, 0.3)
    ]
    pen.lines(lanes, palette.paint("#d8584a"), 1.8)
    for _ripple in range(14):
        x, y = scene.rng.uniform(-0.42, 0.38) * width, -height * scene.rng.uniform(0.2, 0.86)
        pen.lines([[(x, y), (x + 14, y)]], "#ffffff", 1.2, 0.8)


def _panel(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    """Paint a panel of switches, dials and lamps."""
    (width, height), palette, rng = size, scene.palette, scene.rng
    frame(pen, size, 2, mix(palette.paint(colour), palette.ink, 0.5), palette.paint(colour))
    lamps = ("#ff5a4a", "#ffd24a", "#5ae08a", "#5ac8ff", "#f4f4ee")
    for row in range(max(2, int(height / 9))):
        for column in range(max(3, int(width / 9))):
            x, y = -width / 2 + 5 + column * 9, -height + 5 + row * 9
            if x < width / 2 - 3 and y < -2:
                pen.dot(x, y, 2.2, rng.choice(lamps) if rng.random() < 0.6 else mix(colour, "#000000", 0.5))


def _curtain(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), cloth = size, scene.palette.paint(colour)
    pen.rect((-width / 2, -height), size, cloth)
    folds = max(3, round(width / 8))
    dark = mix(cloth, scene.palette.ink, 0.4)
    for i in range(folds):
        x = -width / 2 + width * i / folds
        pen.rect((x, -height), (width / folds * 0.36, height), dark, 0.55)
    pen.rect((-width / 2, -height), (width, 5), mix(cloth, "#d8a83a", 0.6))


def _banner(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    (width, height), cloth = size, scene.palette.paint(colour)
    pen.polygon(
        [(-width / 2, -height), (width / 2, -height), (width / 2, 0), (0, -height * 0.16), (-width / 2, 0)],
        cloth,
    )
    gold = scene.palette.paint("#e0b84a")
    pen.polygon(
        [
            (0, -height * 0.78),
            (width * 0.2, -height * 0.58),
            (0, -height * 0.38),
            (-width * 0.2, -height * 0.58),
        ],
        gold,
    )


def _block(pen: Pen, scene: SceneCanvas, size: Point, colour: str, _: str) -> None:
    width, height = size
    paint = scene.palette.paint(colour)
    pen.rect((-width / 2, -height), size, paint)
    pen.rect((-width / 2, -height), (width, min(4.0, height * 0.2)), mix(paint, scene.palette.light, 0.3))


HANGINGS: dict[str, PaintBoard] = {
    "panel": _panel,
    "drape": _curtain,
    "banner": _banner,
    "block": _block,
    "tent flap": _tent_flap,
    "audience": _audience,
    "subway train": _subway_train,
    "water": _water,
    "cinema screen": _cinema_screen,
    "hoop": _hoop,
    "wall bars": _wall_bars,
    "gears": _gears,
    "tally": _tally,
    "bins": _bins,
    "glass bars": _glass_bars,
}
