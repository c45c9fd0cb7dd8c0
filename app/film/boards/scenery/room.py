"""The box of a room: back wall, side walls, floor, ceiling, window, fire."""

from dataclasses import dataclass

from app.film.boards.canvas import Box
from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas


@dataclass(frozen=True, slots=True)
class Room:
    """A room's back wall in canvas units, and its colours in the light of the scene."""

    wall: Box
    paint: str
    wood: str
    dark: str


def build_room(scene: SceneCanvas, wall_colour: str, floor_colour: str, *, stone: bool = False) -> Room:
    """Stand the walls and lay the floor; gives back where the furniture goes."""
    canvas, palette = scene.canvas, scene.palette
    inset = 0.10 if canvas.is_tall else 0.2
    wall = Box(scene.across(inset), scene.down(0.16), scene.across(1 - inset), scene.down(0.68))
    paint, floor = palette.paint(wall_colour), palette.paint(floor_colour)
    dark = mix(paint, palette.ink, 0.55)
    pen = scene.pen("sky")
    pen.rect((0, 0), (canvas.width, canvas.height), mix(paint, palette.ink, 0.24))
    _ceiling(scene, wall, mix(paint, palette.paint("#6a4c36"), 0.6))
    fade = pen.fade((0, wall.top), (0, wall.bottom), (0.0, mix(paint, palette.ink, 0.22)), (1.0, paint))
    pen.rect((wall.left, wall.top), (wall.width, wall.height), fade)
    _floor(scene, wall, floor, stone=stone)
    if stone:
        _courses(scene, wall, mix(paint, palette.ink, 0.35))
    else:
        pen.rect((wall.left, wall.bottom - 14), (wall.width, 14), mix(dark, floor, 0.4))
    return Room(wall, paint, mix(floor, palette.ink, 0.2), dark)


def room_window(scene: SceneCanvas, foot: Point, size: Point, *, arched: bool = False) -> None:
    """Cut a window whose foot's middle is given: the sky outside, and its light on the floor by day."""
    palette, pen = scene.palette, scene.pen("far")
    (x, y), (width, height) = foot, size
    frame = mix(palette.paint("#5a4332"), palette.ink, 0.25)
    pane = pen.fade((0, y - height), (0, y), (0.0, palette.sky[0]), (1.0, palette.sky[2]))
    half, rim = width / 2, max(5.0, width * 0.06)
    arch = [
        (x - half, y),
        (x - half, y - height * 0.72),
        (x, y - height),
        (x + half, y - height * 0.72),
        (x + half, y),
    ]
    if arched:
        pen.polygon([(px + (px - x) / half * rim, py + (rim if py == y else -rim)) for px, py in arch], frame)
        pen.polygon(arch, pane)
    else:
        pen.rect((x - half - rim, y - height - rim), (width + 2 * rim, height + 2 * rim), frame)
        pen.rect((x - half, y - height), (width, height), pane)
    if palette.time == "night":
        pen.glow((x + half * 0.4, y - height * 0.68), width * 0.7, palette.light, 0.5)
        pen.dot(x + half * 0.4, y - height * 0.68, width * 0.1, palette.light)
    pen.line([(x, y), (x, y - height)], frame, rim * 0.7)
    pen.line([(x - half, y - height * 0.42), (x + half, y - height * 0.42)], frame, rim * 0.7)
    pen.rect(
        (x - half - rim * 1.8, y + rim * 0.4), (width + rim * 3.6, rim * 1.2), mix(frame, palette.light, 0.2)
    )
    _light_shaft(scene, (x, y), (width, height))


def hearth(scene: SceneCanvas, foot: Point, size: float) -> None:
    """Build a fireplace with a fire in it; the glow falls over the room."""
    palette = scene.palette
    stone = palette.paint("#8d8078")
    dark = mix(palette.ink, "#1a0f0c", 0.5)
    pen = scene.pen("mid").offset(*foot, size / 100)
    pen.polygon([(-34, -96), (34, -96), (28, -230), (-28, -230)], mix(stone, palette.ink, 0.2))
    pen.rect((-58, -100), (116, 100), stone)
    pen.blob([(-40, 0), (-40, -52), (0, -76), (40, -52), (40, 0)], dark)
    pen.rect((-68, -108), (136, 12), mix(palette.paint("#6a4a34"), palette.ink, 0.1))
    for x, y in ((-50, -84), (46, -86), (-52, -40), (48, -44), (-50, -14), (50, -16)):
        pen.rect((x - 6, y), (12, 6), mix(stone, palette.ink, 0.3), 0.6)
    fire(pen.offset(0, -4, 0.9))
    scene.pen("air").offset(*foot, size / 100).glow((0, -30), 330, "#ff9a4a", 0.34)


def fire(pen: Pen) -> None:
    """Light a fire about forty units high on logs at the pen's origin."""
    pen.glow((0, -18), 90, "#ff9a3c", 0.7)
    for y, turn in ((0, -9), (-2, 11)):
        pen.offset(0, y, turn=turn).rect((-26, -5), (52, 8), "#4a2e20")
    pen.blob(
        [(-20, -4), (-22, -22), (-8, -34), (-4, -52), (8, -36), (16, -42), (22, -20), (18, -3)], "#e8622c"
    )
    pen.blob([(-12, -4), (-12, -18), (-2, -32), (6, -22), (13, -16), (10, -3)], "#ffb14a")
    pen.blob([(-5, -4), (-4, -14), (1, -20), (6, -10), (4, -3)], "#fff0b0")


def candle(pen: Pen) -> None:
    """Stand a lit candle ten units wide on the pen's origin."""
    pen.glow((0, -30), 90, LAMPLIGHT, 0.6)
    pen.rect((-4, -22), (8, 22), "#efe4cc")
    pen.blob([(-3, -23), (0, -36), (3, -23), (0, -21)], "#fff0b0")
    pen.ellipse((0, 0), (10, 3), "#8a6a3a")


def _ceiling(scene: SceneCanvas, wall: Box, colour: str) -> None:
    pen, canvas = scene.pen("sky"), scene.canvas
    pen.polygon(
        [(0, 0), (canvas.width, 0), (wall.right, wall.top), (wall.left, wall.top)],
        mix(colour, scene.palette.ink, 0.26),
    )
    beam = mix(colour, scene.palette.ink, 0.5)
    for i in range(6):
        x = wall.left + wall.width * i / 5
        far = canvas.width * i / 5
        pen.polygon([(x - 7, wall.top), (x + 7, wall.top), (far + 16, 0), (far - 16, 0)], beam)
    pen.rect((wall.left, wall.top - 4), (wall.width, 12), beam)


def _floor(scene: SceneCanvas, wall: Box, floor: str, *, stone: bool) -> None:
    pen, canvas, palette = scene.pen("sky"), scene.canvas, scene.palette
    corners = [(wall.left, wall.bottom), (wall.right, wall.bottom), (canvas.width, canvas.height * 0.94)]
    corners += [(canvas.width, canvas.height), (0, canvas.height), (0, canvas.height * 0.94)]
    fade = pen.fade((0, wall.bottom), (0, canvas.height), (0.0, floor), (1.0, mix(floor, palette.ink, 0.45)))
    pen.polygon(corners, fade)
    seam = mix(floor, palette.ink, 0.5)
    middle, count = canvas.width / 2, 14
    runs = []
    for i in range(count + 1):
        x = wall.left + wall.width * i / count
        runs.append([(x, wall.bottom), (middle + (x - middle) * 2.6, canvas.height)])
    if stone:
        runs += [
            [(0, wall.bottom + 12 * 1.75**i), (canvas.width, wall.bottom + 12 * 1.75**i)] for i in range(6)
        ]
    pen.lines(runs, seam, 1.8, 0.5)


def _courses(scene: SceneCanvas, wall: Box, seam: str) -> None:
    pen, rng, runs = scene.pen("sky"), scene.rng, []
    rows = 11
    for row in range(rows):
        y = wall.top + wall.height * row / rows
        if row:
            runs.append([(wall.left, y), (wall.right, y)])
        for _ in range(6):
            x = rng.uniform(wall.left, wall.right)
            runs.append([(x, y), (x, y + wall.height / rows)])
    pen.lines(runs, seam, 1.8, 0.5)


def _light_shaft(scene: SceneCanvas, foot: Point, size: Point) -> None:
    palette = scene.palette
    if palette.time == "dusk":
        return
    (x, y), (width, height) = foot, size
    strength = 0.12 if palette.time == "night" else 0.24
    pen, floor = scene.pen("air"), scene.down(0.86)
    side = -palette.light_side * width * 0.9
    colour = palette.light
    fade = pen.fade((x, y - height), (x + side, floor), (0.0, colour, strength), (1.0, colour, 0.02))
    pen.polygon(
        [
            (x - width / 2, y - height),
            (x + width / 2, y - height),
            (x + side + width, floor),
            (x + side - width * 0.7, floor),
        ],
        fade,
    )
