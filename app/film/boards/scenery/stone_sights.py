"""Sights of older times: lighthouses, mills, bridges, chimneys, decks."""

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas


def _lighthouse(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette, pen = scene.palette, pen.offset(0, 0, height / 104)
    cliff = palette.paint("#7d766c", depth)
    pen.blob([(-70, 14), (-40, -2), (-14, -5), (16, -5), (44, 2), (80, 16)], cliff)
    white, red = palette.paint("#f0e8da", depth), palette.paint("#c0453a", depth)
    dark = mix(palette.ink, palette.haze, 0.15)
    for i in range(5):
        low, high, y = 12 - i, 11 - i, -16 * i
        pen.polygon([(-low, y), (low, y), (high, y - 16), (-high, y - 16)], red if i % 2 else white)
    pen.polygon([(3, 0), (12, 0), (7, -80), (2, -80)], dark, 0.2)
    pen.rect((-10, -83), (20, 3), dark)
    lit = palette.time in ("dusk", "night", "dawn") or scene.weather in ("storm", "fog")
    pen.rect((-5.5, -95), (11, 12), LAMPLIGHT if lit else mix(palette.sky[1], "#ffffff", 0.4))
    pen.lines([[(x, -95), (x, -83)] for x in (-5.5, 0, 5.5)], dark, 0.9)
    pen.polygon([(-7.5, -95), (0, -104), (7.5, -95)], red)
    if lit:
        beam = pen.fade((0, 0), (-150, 0), (0.0, LAMPLIGHT, 0.55), (1.0, LAMPLIGHT, 0.0))
        pen.polygon([(0, -91), (-150, -108), (-150, -72), (0, -87)], beam)
        pen.glow((0, -89), 42, LAMPLIGHT, 0.75)
    pen.rect((-3, -8), (6, 8), dark)


def _windmill(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    palette = scene.palette
    white, roof, wood = (
        palette.paint("#e8dcc4", depth),
        palette.paint("#8a4f3a", depth),
        palette.paint("#6a4a34", depth),
    )
    pen.polygon(
        [
            (-height * 0.2, 0),
            (height * 0.2, 0),
            (height * 0.13, -height * 0.66),
            (-height * 0.13, -height * 0.66),
        ],
        white,
    )
    pen.polygon(
        [(-height * 0.16, -height * 0.65), (0, -height * 0.84), (height * 0.16, -height * 0.65)], roof
    )
    pen.rect((-height * 0.05, -height * 0.16), (height * 0.1, height * 0.16), wood)
    pane = LAMPLIGHT if palette.lamps_lit else mix(palette.ink, palette.sky[1], 0.4)
    pen.rect((-height * 0.035, -height * 0.4), (height * 0.07, height * 0.1), pane)
    hub = pen.offset(0, -height * 0.66)
    for turn in (20, 110, 200, 290):
        sail = hub.offset(0, 0, turn=turn)
        sail.rect(
            (height * 0.02, -height * 0.45),
            (height * 0.11, height * 0.38),
            palette.paint("#f4ecd8", depth),
            0.9,
        )
        sail.lines(
            [
                [(0, 0), (0, -height * 0.47)],
                *[[(0, -height * y), (height * 0.13, -height * y)] for y in (0.1, 0.2, 0.3, 0.4)],
            ],
            wood,
            height * 0.014,
        )
    hub.dot(0, 0, height * 0.03, wood)


def _stone_bridge(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Span the picture with a bridge of three arches."""
    palette, pen = scene.palette, pen.offset(0, 0, height / 100)
    stone = palette.paint("#a79a88", depth)
    dark = mix(stone, palette.ink, 0.45)
    deck = [(-430, -44), (-250, -90), (0, -118), (250, -90), (430, -44)]
    pen.blob([*deck, (430, 0), (250, -10), (0, -14), (-250, -10), (-430, 0)], stone)
    for x in (-170, 0, 170):
        rise = 62 if x == 0 else 46
        pen.blob([(x - 62, 8), (x - 52, 8 - rise), (x, -10 - rise), (x + 52, 8 - rise), (x + 62, 8)], dark)
    pen.line([(x, y - 14) for x, y in deck], mix(stone, palette.light, 0.3), 13)
    pen.line(deck, dark, 3, 0.6)


def _bridge_rail(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Run a parapet of stone posts along a bridge on which people stand."""
    palette = scene.palette
    stone = palette.paint("#b8ac9a", depth)
    pen.rect((-1600, -height), (3200, height * 0.2), mix(stone, palette.light, 0.25))
    for i in range(72):
        x = -1600 + 44 * i
        pen.polygon(
            [
                (x - 8, 0),
                (x - 13, -height * 0.4),
                (x - 7, -height * 0.8),
                (x + 7, -height * 0.8),
                (x + 13, -height * 0.4),
                (x + 8, 0),
            ],
            stone,
        )
    pen.rect((-1600, -height * 0.12), (3200, height * 0.12), mix(stone, palette.ink, 0.15))


def _chimneys(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Stand brick chimneys on a roof."""
    palette = scene.palette
    brick = palette.paint("#a8604a", depth)
    for x, tall in ((-20, 1.0), (24, 0.8)):
        pen.rect((x - 17, -height * tall), (34, height * tall + 10), brick)
        pen.rect((x - 21, -height * tall), (42, 9), mix(brick, palette.ink, 0.3))
        pen.lines(
            [[(x - 17, -height * tall * y), (x + 17, -height * tall * y)] for y in (0.2, 0.4, 0.6, 0.8)],
            mix(brick, palette.ink, 0.4),
            2,
        )
        pen.rect((x - 8, -height * tall - 14), (16, 14), palette.paint("#b87a5a", depth))


def _ship_deck(pen: Pen, scene: SceneCanvas, height: float, depth: float) -> None:
    """Raise the rail, the mast, the sail and the ropes of a deck on which people stand."""
    palette = scene.palette
    wood, cloth = palette.paint("#8a5f3c", depth), palette.paint("#efe6d0", depth)
    pen.rect((-1500, -54), (3000, 12), wood)
    pen.lines([[(x, 0), (x, -50)] for x in range(-1500, 1500, 44)], wood, 8)
    pen.rect((-1500, -10), (3000, 12), mix(wood, palette.ink, 0.3))
    pen.rect((-15, -height), (30, height), mix(wood, palette.ink, 0.2))
    pen.blob(
        [
            (-260, -height * 0.94),
            (260, -height * 0.94),
            (290, -height * 0.5),
            (0, -height * 0.42),
            (-290, -height * 0.5),
        ],
        cloth,
    )
    pen.lines([[(-270, -height * 0.95), (270, -height * 0.95)]], mix(wood, palette.ink, 0.3), 12)
    ropes = [
        [(0, -height * 0.9), (-460, -50)],
        [(0, -height * 0.9), (-390, -50)],
        [(0, -height * 0.9), (460, -50)],
        [(0, -height * 0.9), (390, -50)],
    ]
    pen.lines(ropes, palette.ink, 3)


STONES = {
    "lighthouse": _lighthouse,
    "windmill": _windmill,
    "stone bridge": _stone_bridge,
    "bridge rail": _bridge_rail,
    "chimneys": _chimneys,
    "ship deck": _ship_deck,
}
