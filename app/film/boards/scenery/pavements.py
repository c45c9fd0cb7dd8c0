"""Ground that people made: streets, squares, lanes, platforms, decks, pitches."""

from collections.abc import Callable

from app.film.boards.colour import mix
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.ground_bands import Runs, band, tell_water
from app.film.boards.scenery.plane import Plane


def _pave_street(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Run a road across the picture between two pavements."""
    palette = scene.palette
    pavement, kerb = palette.paint("#b0aaa0", 0.9), palette.paint("#d4d0c6", 0.95)
    band(scene, plane, 2.6, 2.0, mix(pavement, palette.haze, 0.2))
    band(scene, plane, 2.0, 1.94, kerb)
    band(scene, plane, 1.94, 1.2, colour)
    pen, y, unit = scene.pen("mid"), plane.find_y(1.5), plane.measure_unit(1.5)
    step = unit * 130
    dashes = [[(step * i, y), (step * i + step * 0.5, y)] for i in range(int(scene.canvas.width / step) + 1)]
    pen.lines(dashes, palette.paint("#f0ece0"), unit * 5)
    pen.rect((0, plane.find_y(1.2)), (scene.canvas.width, scene.canvas.height), pavement)
    band(scene, plane, 1.2, 1.165, kerb)
    _lay_slabs(scene, plane, pavement)


def _pave_square(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    seam, runs = mix(colour, scene.palette.ink, 0.35), Runs()
    far = plane.find_y(2.6)
    for i in range(25):
        x = plane.middle + (i - 12) * scene.canvas.width / 9
        runs.append([(x, far), plane.draw_near((x, far), 5)])
    runs += [
        [(0, plane.find_y(a)), (scene.canvas.width, plane.find_y(a))]
        for a in (2.6, 2.0, 1.6, 1.3, 1.1, 0.93, 0.8)
    ]
    scene.pen("mid").lines(runs, seam, 1.8, 0.4)


def _lay_cobbles(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    rng, runs = scene.rng, Runs()
    for i in range(190):
        away = 0.74 + 1.9 * (i / 189) ** 1.3
        size, x, y = plane.measure_unit(away) * 13, scene.choose_across(), plane.find_y(away)
        runs.append(
            [
                (x, y),
                (x + size * 0.25, y - size * 0.2),
                (x + size * 0.75, y - size * 0.2),
                (x + size + rng.uniform(0, 2), y),
            ]
        )
    scene.pen("mid").lines(runs, mix(colour, scene.palette.ink, 0.4), 2.2, 0.5)


def _run_lanes(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Run a wide road with lanes straight to the horizon."""
    palette, pen, half = scene.palette, scene.pen("mid"), plane.unit * 330
    verge = palette.paint("#8a9a5c", 0.9)
    pen.rect((0, plane.horizon), (scene.canvas.width, scene.canvas.height), verge)
    far, near = 30.0, 0.6

    def at(offset: float, away: float) -> Point:
        return plane.middle + offset / away, plane.find_y(away)

    pen.polygon([at(-half, far), at(half, far), at(half, near), at(-half, near)], colour)
    white = palette.paint("#f4f0e6")
    for offset in (-half * 0.94, half * 0.94, -6.0, 6.0):
        pen.polygon(
            [at(offset - 4, far), at(offset + 4, far), at(offset + 4, near), at(offset - 4, near)], white
        )
    for offset in (-half * 0.5, half * 0.5):
        for k in range(9):
            start, end = 0.7 * 1.45**k, 0.7 * 1.45**k * 1.2
            pen.polygon(
                [at(offset - 4, end), at(offset + 4, end), at(offset + 4, start), at(offset - 4, start)],
                white,
            )
    rail = palette.paint("#b8bec2", 0.9)
    for side in (-1, 1):
        posts = [at(side * half * 1.12, away) for away in (12.0, 6.0, 3.5, 2.3, 1.6, 1.1, 0.8)]
        tops = [
            (x, y - plane.measure_unit(away) * 26)
            for (x, y), away in zip(posts, (12.0, 6.0, 3.5, 2.3, 1.6, 1.1, 0.8), strict=True)
        ]
        pen.lines([tops, *([post, top] for post, top in zip(posts, tops, strict=True))], rail, plane.unit * 3)


def _mark_bays(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Mark parking bays on asphalt."""
    white, runs = scene.palette.paint("#f0ece0"), Runs()
    for row, (far, near) in enumerate(((2.3, 1.75), (1.4, 1.12))):
        for i in range(11):
            x = plane.middle + (i - 5) * plane.unit * 130
            ends = [(plane.middle + (x - plane.middle) / away, plane.find_y(away)) for away in (far, near)]
            runs.append(ends)
        if row == 0:
            runs.append([(0, plane.find_y(2.3)), (scene.canvas.width, plane.find_y(2.3))])
    scene.pen("mid").lines(runs, white, plane.unit * 3)
    scene.pen("mid").lines(
        [[(0, plane.find_y(2.9)), (scene.canvas.width, plane.find_y(2.9))]],
        mix(colour, scene.palette.ink, 0.3),
        4,
    )


def _lay_platform(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Lay rails beyond the edge of a platform."""
    palette = scene.palette
    band(scene, plane, 3.2, 1.3, palette.paint("#6a6058", 0.85))
    pen, steel = scene.pen("mid"), palette.paint("#b4bac0", 0.9)
    for away in (2.1, 1.62):
        unit = plane.measure_unit(away)
        sleepers = [
            [
                (x * unit * 40, plane.find_y(away) + unit * 4),
                (x * unit * 40 + unit * 16, plane.find_y(away) + unit * 4),
            ]
            for x in range(int(scene.canvas.width / unit / 40) + 1)
        ]
        pen.lines(sleepers, palette.paint("#4a3a30", 0.9), unit * 7)
        pen.lines([[(0, plane.find_y(away)), (scene.canvas.width, plane.find_y(away))]], steel, unit * 3)
    pen.rect((0, plane.find_y(1.34)), (scene.canvas.width, scene.canvas.height), colour)
    band(scene, plane, 1.34, 1.3, mix(colour, "#ffffff", 0.4))
    band(scene, plane, 1.24, 1.19, palette.paint("#e8c23a"))
    _lay_slabs(scene, plane, colour)


def _mow(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Mow a pitch in stripes and mark it."""
    pen, dark = scene.pen("mid"), mix(colour, scene.palette.ink, 0.14)
    for i in range(-6, 7, 2):
        xs = [plane.middle + (i + k) * plane.unit * 110 for k in (0, 1)]
        far = [((x - plane.middle) / 2.4 + plane.middle, plane.find_y(2.4)) for x in xs]
        near = [((x - plane.middle) / 0.7 + plane.middle, plane.find_y(0.7)) for x in xs[::-1]]
        pen.polygon([*far, *near], dark, 0.6)
    white, width = scene.palette.paint("#f4f4ee"), scene.canvas.width
    pen.lines(
        [
            [(0, plane.find_y(1.14)), (width, plane.find_y(1.14))],
            [(0, plane.find_y(2.3)), (width, plane.find_y(2.3))],
        ],
        white,
        4,
    )
    pen.line(
        [
            (plane.middle - 90, plane.find_y(1.6)),
            (plane.middle, plane.find_y(1.75)),
            (plane.middle + 90, plane.find_y(1.6)),
            (plane.middle, plane.find_y(1.48)),
            (plane.middle - 90, plane.find_y(1.6)),
        ],
        white,
        3,
    )


def _lay_planks(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    """Lay the deck of a ship before the water."""
    seam, runs = mix(colour, scene.palette.ink, 0.45), Runs()
    top, pen = plane.find_y(1.7), scene.pen("mid")
    pen.rect(
        (0, top),
        (scene.canvas.width, scene.canvas.height),
        pen.fade(
            (0, top), (0, scene.canvas.height), (0.0, colour), (1.0, mix(colour, scene.palette.ink, 0.35))
        ),
    )
    water = mix(scene.palette.paint("#3f7f9c", 0.85), scene.palette.sky[1], 0.2)
    band(scene, plane, 60, 1.7, water)
    tell_water(scene, plane.horizon, top)
    for i in range(29):
        x = plane.middle + (i - 14) * scene.canvas.width / 13
        runs.append([(x, top), plane.draw_near((x, top), 3)])
    pen.lines(runs, seam, 2.2, 0.6)


def _lay_slabs(scene: SceneCanvas, plane: Plane, colour: str) -> None:
    top, runs = plane.find_y(1.165), Runs()
    start = plane.middle - scene.canvas.width
    for i in range(21):
        x = start + scene.canvas.width * i / 10
        runs.append([(x, top), plane.draw_near((x, top), 3)])
    runs += [
        [(0, plane.find_y(away)), (scene.canvas.width, plane.find_y(away))] for away in (1.0, 0.86, 0.74)
    ]
    scene.pen("mid").lines(runs, mix(colour, scene.palette.ink, 0.35), 1.8, 0.45)


PAVEMENTS: dict[str, Callable[[SceneCanvas, Plane, str], None]] = {
    "street": _pave_street,
    "square": _pave_square,
    "cobbles": _lay_cobbles,
    "lanes": _run_lanes,
    "bays": _mark_bays,
    "platform": _lay_platform,
    "pitch": _mow,
    "planks": _lay_planks,
}
