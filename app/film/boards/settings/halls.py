"""Rooms many share: great hall, library, school, church, stable, dungeon."""

from app.film.boards.colour import mix
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.furniture import (
    banner,
    column,
    shelf,
    table,
    throne,
)  # fmt: skip
from app.film.boards.scenery.land import fence
from app.film.boards.scenery.room import build_room, candle, room_window
from app.film.boards.settings.homes import STANDING, table_with_light


def great_hall(scene: SceneCanvas) -> StandingArea:
    """Paint a throne hall: columns, tall windows, banners, a red carpet to the throne."""
    space = build_room(scene, "#a39c96", "#8f857c", stone=True)
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    shares = (0.28, 0.72) if scene.canvas.is_tall else (0.14, 0.34, 0.66, 0.86)
    for share in shares:
        sill = (wall.left + wall.width * share, wall.top + wall.height * 0.66)
        room_window(scene, sill, (92 * unit, 260 * unit), arched=True)
    red = palette.paint("#9a3a34")
    carpet = [(-70, 0), (70, 0), (300, 420), (-300, 420)]
    scene.pen("far").offset(scene.across(0.5), wall.bottom, unit).polygon(carpet, red)
    throne(scene.pen("mid").offset(scene.across(0.5), wall.bottom + 14 * unit, 0.95 * unit), palette)
    for share in (0.24, 0.76) if not scene.canvas.is_tall else (0.5,):
        at = scene.pen("far").offset(wall.left + wall.width * share, wall.top + 26 * unit, 0.8 * unit)
        banner(at, palette.paint("#7a2f3c"), palette.paint("#d8b45a"))
    stone = palette.paint("#b5aea4")
    for share, bulk in ((0.06, 1.7), (0.18, 1.15), (0.82, 1.15), (0.94, 1.7)):
        foot = scene.down(0.69 + 0.13 * (bulk - 1.0))
        column(
            scene.pen("near").offset(scene.across(share), foot, bulk * unit),
            foot / (bulk * unit) + 30,
            stone,
            palette.ink,
        )
    return StandingArea(scene.down(STANDING))


def library(scene: SceneCanvas) -> StandingArea:
    """Paint a library or study: bookcases to the ceiling, a desk, a window between."""
    space = build_room(scene, "#8f7a68", "#7a5a42")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    room_window(
        scene, (scene.across(0.5), wall.top + wall.height * 0.66), (160 * unit, 250 * unit), arched=True
    )
    width = wall.width * 0.34
    for share in (0.18, 0.82):
        at = scene.pen("far").offset(wall.left + wall.width * share, wall.bottom)
        shelf(at, scene.rng, palette, (width, wall.height * 0.94))
    for share in (0.03, 0.97):
        at = scene.pen("mid").offset(scene.across(share), scene.down(0.80), 1.4)
        shelf(at, scene.rng, palette, (width * 0.6, scene.down(0.46)))
    table_with_light(scene, space, 0.72)
    return StandingArea(scene.down(STANDING), middle=0.44)


def schoolroom(scene: SceneCanvas) -> StandingArea:
    """Paint a classroom: blackboard, desks in rows, windows."""
    space = build_room(scene, "#b3ab8c", "#8f7050")
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    board = scene.pen("far").offset(wall.left + wall.width * 0.36, wall.top + wall.height * 0.2, unit)
    board.rect((-190, -8), (380, 176), mix(space.wood, palette.ink, 0.2))
    board.rect((-180, 2), (360, 156), palette.paint("#33483f"))
    chalk = [[(-150, 30 + 26 * i), (-150 + 60 * (3 + i % 3), 30 + 26 * i)] for i in range(4)]
    board.lines(chalk, palette.paint("#e8e6da"), 4, 0.7)
    room_window(
        scene, (wall.left + wall.width * 0.84, wall.top + wall.height * 0.66), (150 * unit, 230 * unit)
    )
    for row, y in enumerate((0.74, 0.82)):
        for share in (0.14, 0.36, 0.64, 0.86):
            if row and 0.3 < share < 0.7:
                continue
            at = scene.pen("mid" if row == 0 else "near").offset(
                scene.across(share), scene.down(y), (0.62 + 0.22 * row) * unit
            )
            table(at, space.wood, palette.ink)
    return StandingArea(scene.down(STANDING))


def chapel(scene: SceneCanvas) -> StandingArea:
    """Paint a church from inside: a rose window, arches, pews, candles."""
    space = build_room(scene, "#9d968e", "#867c72", stone=True)
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    centre = (scene.across(0.5), wall.top + wall.height * 0.36)
    _rose_window(scene, centre, 108 * unit)
    for share in (0.16, 0.84):
        room_window(
            scene,
            (wall.left + wall.width * share, wall.top + wall.height * 0.72),
            (84 * unit, 280 * unit),
            arched=True,
        )
    altar = scene.pen("far").offset(scene.across(0.5), wall.bottom + 18, unit)
    altar.rect((-110, -64), (220, 64), palette.paint("#e6dcc8"))
    altar.rect((-116, -72), (232, 12), palette.paint("#b08a4a"))
    for x in (-80, 80):
        candle(altar.offset(x, -72, 1.2))
    pew = mix(space.wood, palette.ink, 0.25)
    for i, y in enumerate((0.74, 0.80, 0.88)):
        for side in (-1, 1):
            at = scene.pen("mid").offset(
                scene.across(0.5 + side * (0.27 + 0.06 * i)), scene.down(y), (0.9 + 0.3 * i) * unit
            )
            at.rect((-150, -58), (300, 46), mix(pew, palette.light, 0.05 * i))
            at.rect((-150, -62), (300, 8), mix(pew, palette.light, 0.2))
    stone = palette.paint("#b5aea4")
    for share in (0.05, 0.95):
        column(
            scene.pen("near").offset(scene.across(share), scene.down(0.8), 1.5 * unit),
            scene.down(0.8) / (1.5 * unit) + 30,
            stone,
            palette.ink,
        )
    return StandingArea(scene.down(0.88))


def stable(scene: SceneCanvas) -> StandingArea:
    """Paint a stable: stalls, straw, beams, a hanging lantern's light."""
    space = build_room(scene, "#8a6a4a", "#a58a54")
    wall, unit, palette, rng = space.wall, scene.canvas.reach / 900, scene.palette, scene.rng
    boards = [
        [(wall.left + wall.width * i / 16, wall.top), (wall.left + wall.width * i / 16, wall.bottom)]
        for i in range(17)
    ]
    scene.pen("far").lines(boards, mix(space.paint, palette.ink, 0.4), 3, 0.6)
    room_window(
        scene, (wall.left + wall.width * 0.74, wall.top + wall.height * 0.44), (120 * unit, 100 * unit)
    )
    for share in (0.0, 0.33, 0.66, 1.0):
        x = wall.left + wall.width * share
        scene.pen("far").rect((x - 10, wall.top - 40), (20, wall.height + 60), space.dark)
    fence(
        scene.pen("mid").offset(wall.left, wall.bottom + 16, 2.2 * unit),
        rng,
        wall.width * 0.45 / unit,
        space.dark,
    )
    straw = palette.paint("#d8b860")
    runs = []
    for _ in range(170):
        x, y = scene.choose_across(), scene.down(rng.uniform(0.70, 0.99))
        runs.append([(x, y), (x + rng.uniform(-34, 34), y + rng.uniform(-9, 9))])
    scene.pen("mid").lines(runs, straw, 3, 0.7)
    for share in (0.9, 0.08):
        heap = scene.pen("mid").offset(scene.across(share), scene.down(0.80), 1.8 * unit)
        heap.blob([(-70, 0), (-50, -40), (0, -66), (50, -44), (72, 0), (0, 8)], straw)
    return StandingArea(scene.down(STANDING))


def dungeon(scene: SceneCanvas) -> StandingArea:
    """Paint a cell: rough stone, a barred window high up, chains, straw."""
    space = build_room(scene, "#7d7a78", "#6a645e", stone=True)
    wall, unit, palette = space.wall, scene.canvas.reach / 900, scene.palette
    foot = (wall.left + wall.width * 0.62, wall.top + wall.height * 0.34)
    room_window(scene, foot, (120 * unit, 90 * unit))
    pen = scene.pen("far").offset(*foot, unit)
    pen.lines([[(x, 0), (x, -90)] for x in (-42, -21, 0, 21, 42)], palette.ink, 7)
    for share in (0.2, 0.34):
        at = scene.pen("far").offset(wall.left + wall.width * share, wall.top + wall.height * 0.3, unit)
        for i in range(7):
            at.ellipse((0, i * 17), (6, 10), mix(palette.ink, palette.paint("#8a8a8e"), 0.4))
        at.ellipse((0, 128), (22, 16), mix(palette.ink, palette.paint("#8a8a8e"), 0.4))
    heap = scene.pen("mid").offset(wall.left + 60, wall.bottom + 60, 2 * unit)
    heap.blob([(-90, 0), (-60, -22), (0, -30), (60, -20), (90, 0)], palette.paint("#a8904a"))
    return StandingArea(scene.down(STANDING))


def _rose_window(scene: SceneCanvas, centre: tuple[float, float], radius: float) -> None:
    palette, pen = scene.palette, scene.pen("far").offset(*centre, radius)
    pen.dot(0, 0, 1.12, mix(palette.ink, palette.paint("#8a8278"), 0.3))
    glass = ("#c8523a", "#3f6f9a", "#d8a83a", "#5f8a5a")
    for i in range(12):
        petal = pen.offset(0, 0, turn=30 * i)
        petal.ellipse((0, -0.64), (0.145, 0.3), mix(palette.skin(glass[i % 4]), palette.light, 0.25))
    pen.dot(0, 0, 0.27, mix(palette.skin("#d8a83a"), palette.light, 0.4))
    scene.pen("air").offset(*centre, radius).glow((0, 0), 2.6, palette.light, 0.28)
