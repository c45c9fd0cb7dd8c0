"""Fronts of buildings as data: walls, roofs, windows, doors, shops."""

from dataclasses import dataclass
from typing import Literal

from app.film.boards.colour import mix
from app.film.boards.palette import LAMPLIGHT
from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.signs import letter, measure_lettering

Roof = Literal["gable", "hip", "flat", "steps", "none"]
Ground = Literal["door", "shop", "arcade", "columns", "gate", "none"]
Panes = Literal["cross", "sash", "strip", "glass", "arched", "none"]


@dataclass(frozen=True, slots=True)
class FrontStyle:
    """How a building is made: colours, storeys and openings; lengths in body units."""

    wall: str
    roof: Roof = "gable"
    roof_colour: str = "#8a4f3a"
    storeys: int = 2
    storey: float = 150.0
    panes: Panes = "cross"
    spacing: float = 90.0
    ground: Ground = "door"
    timber: str = ""
    awning: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """A building in a set: the middle of its foot across, its width in body units, how far away it is."""

    style: str
    across: float
    width: float
    away: float = 2.2
    storeys: int = 0
    sign: str = ""
    sign_colour: str = "#8a3a34"


STYLES = {
    "cottage": FrontStyle("#e0d0ac", "hip", "#8a5a3a", 1, 130, spacing=110),
    "farmhouse": FrontStyle("#dcc6a0", "gable", "#9a5a40", 2, 130, spacing=100),
    "timbered": FrontStyle("#eadfc4", "gable", "#8a4a38", 3, 130, spacing=76, timber="#5f4030"),
    "town house": FrontStyle("#d8a878", "gable", "#7a4a40", 3, 150, "sash", 84),
    "town house blue": FrontStyle("#94aab0", "gable", "#6a5060", 3, 150, "sash", 84),
    "town house rose": FrontStyle("#cf9a8c", "steps", "#8a5a50", 4, 140, "sash", 80),
    "stone house": FrontStyle("#b8ae9e", "hip", "#6a6470", 3, 150, "sash", 96),
    "brick house": FrontStyle("#b0685a", "flat", "#6f4840", 3, 150, "sash", 88),
    "flats": FrontStyle("#c8bca8", "flat", "#8f8678", 6, 140, "strip", 96),
    "flats grey": FrontStyle("#a8b0b4", "flat", "#7c868c", 7, 140, "strip", 84),
    "tower": FrontStyle("#86a8bc", "flat", "#5f7c90", 14, 140, "glass", 60, "gate"),
    "shop": FrontStyle("#d8c8b0", "flat", "#8f8678", 2, 150, "sash", 90, "shop", awning="#c8503e"),
    "shop green": FrontStyle("#b89a84", "flat", "#7a6a5c", 3, 150, "sash", 84, "shop", awning="#4a8a6a"),
    "shop blue": FrontStyle("#c4c8c4", "flat", "#84888a", 4, 150, "strip", 84, "shop", awning="#3f6f9a"),
    "old shop": FrontStyle(
        "#d8c298", "gable", "#7a4a38", 3, 140, "cross", 84, "shop", timber="#5f4030", awning="#a8843a"
    ),
    "hall": FrontStyle("#d8d0bc", "hip", "#7c8480", 2, 170, "arched", 90, "columns"),
    "school": FrontStyle("#c87a5c", "hip", "#6a4a48", 2, 165, "sash", 84, "gate"),
    "old school": FrontStyle("#d8c8a0", "gable", "#7a4a38", 1, 170, "arched", 100),
    "hospital": FrontStyle("#eef0ec", "flat", "#b8c4c4", 4, 145, "strip", 78, "gate"),
    "station": FrontStyle("#c8966a", "hip", "#5f6468", 2, 170, "arched", 90, "arcade"),
    "factory": FrontStyle("#a8644e", "steps", "#6a5a58", 3, 150, "sash", 74, "gate"),
    "warehouse": FrontStyle("#8fa0a8", "flat", "#64747c", 2, 150, "none", 120, "gate"),
    "kiosk": FrontStyle("#e8d8b0", "flat", "#c8503e", 1, 150, "none", 90, "shop", awning="#e8b83a"),
    "church": FrontStyle("#ccc0aa", "gable", "#5f5660", 2, 180, "arched", 100, "gate"),
    "barn": FrontStyle("#a04a3a", "gable", "#5a4840", 1, 220, "none", 120, "gate", timber="#e8dcc4"),
    "palace": FrontStyle("#e0d0a8", "hip", "#5f7a80", 3, 180, "arched", 90, "columns"),
    "hangar": FrontStyle("#d4dade", "flat", "#8a98a4", 2, 170, "glass", 80, "gate"),
}


def paint_front(pen: Pen, scene: SceneCanvas, front: Front, depth: float) -> None:
    """Build a front on the pen's origin, the middle of its foot, one unit a hundredth of a person."""
    style, palette = STYLES[front.style], scene.palette
    storeys = front.storeys or style.storeys
    wall, roof = palette.paint(style.wall, depth), palette.paint(style.roof_colour, depth)
    half, tall = front.width / 2, storeys * style.storey
    fade = pen.fade((0, -tall), (0, 0), (0.0, wall), (1.0, mix(wall, palette.ink, 0.16)))
    pen.rect((-half, -tall), (front.width, tall), fade)
    _paint_roof(pen, style, roof, mix(roof, palette.light, 0.2), half, tall)
    if style.timber:
        _lay_timber(pen, palette.paint(style.timber, depth), half, tall, storeys)
    _paint_windows(pen, scene, style, front.width, storeys, depth)
    _paint_ground(pen, scene, style, front.width, depth)
    if front.sign:
        _hang_sign(pen, scene, front, style.storey * (1.0 if storeys > 1 else 0.9), depth)


def _paint_roof(pen: Pen, style: FrontStyle, roof: str, lit: str, half: float, tall: float) -> None:
    rise = min(half * 0.9, 120.0)
    if style.roof == "gable":
        pen.polygon([(-half * 1.06, -tall), (0, -tall - rise * 1.25), (half * 1.06, -tall)], roof)
        pen.polygon([(0, -tall - rise * 1.25), (half * 1.06, -tall), (half * 0.5, -tall)], lit, 0.5)
    elif style.roof == "hip":
        pen.polygon(
            [
                (-half - 10, -tall),
                (-half * 0.7, -tall - rise * 0.8),
                (half * 0.7, -tall - rise * 0.8),
                (half + 10, -tall),
            ],
            roof,
        )
        pen.rect((half * 0.3, -tall - rise * 1.1), (16, rise * 0.5), roof)
    elif style.roof == "steps":
        for i in range(4):
            pen.rect((-half * (1 - i * 0.24), -tall - 22 * (i + 1)), (half * 2 * (1 - i * 0.24), 23), roof)
    elif style.roof == "flat":
        pen.rect((-half - 4, -tall - 10), (half * 2 + 8, 13), roof)


def _lay_timber(pen: Pen, timber: str, half: float, tall: float, storeys: int) -> None:
    step = tall / storeys
    runs = [[(-half, -step * i), (half, -step * i)] for i in range(1, storeys + 1)]
    runs += [[(-half + half * 2 * i / 4, 0), (-half + half * 2 * i / 4, -tall)] for i in range(5)]
    runs += [
        [(side * half, -step * i), (side * half * 0.5, -step * (i + 1))]
        for side in (-1, 1)
        for i in range(storeys)
    ]
    pen.lines(runs, timber, 7)


def _paint_windows(
    pen: Pen, scene: SceneCanvas, style: FrontStyle, width: float, storeys: int, depth: float
) -> None:
    palette, rng = scene.palette, scene.rng
    if style.panes == "none":
        return
    columns = max(1, int(width / style.spacing))
    wide, tall = _PANE_SIZES[style.panes]
    wide, tall = min(wide, width / columns * 0.8), tall * style.storey / 150
    dark = mix(mix(palette.ink, palette.sky[1], 0.45), palette.haze, (1 - depth) * 0.7)
    lit, frame = mix(LAMPLIGHT, palette.haze, (1 - depth) * 0.5), palette.paint("#efe8da", depth)
    first = 0 if storeys == 1 else 1
    bars = []
    for row in range(first, storeys):
        for column in range(columns):
            if first == 0 and column == columns // 2:
                continue
            x, y = -width / 2 + width * (column + 0.5) / columns, -style.storey * (row + 0.28)
            is_lit = palette.lamps_lit and rng.random() < 0.65
            pen.rect((x - wide / 2 - 3, y - tall - 3), (wide + 6, tall + 6), frame)
            pen.rect((x - wide / 2, y - tall), (wide, tall), lit if is_lit else dark)
            if style.panes in ("cross", "sash"):
                bars += [
                    [(x, y), (x, y - tall)],
                    [(x - wide / 2, y - tall * 0.5), (x + wide / 2, y - tall * 0.5)],
                ]
            elif style.panes == "arched":
                pen.ellipse((x, y - tall), (wide / 2, wide / 2), lit if is_lit else dark)
    pen.lines(bars, frame, 3)


_PANE_SIZES = {
    "cross": (34.0, 48.0),
    "sash": (34.0, 66.0),
    "strip": (58.0, 56.0),
    "glass": (52.0, 106.0),
    "arched": (40.0, 66.0),
}


def _paint_ground(pen: Pen, scene: SceneCanvas, style: FrontStyle, width: float, depth: float) -> None:
    palette = scene.palette
    door = palette.paint("#5f4030", depth)
    glass = mix(LAMPLIGHT, palette.haze, 0.1) if palette.lamps_lit else mix(palette.ink, palette.sky[2], 0.55)
    if style.ground == "door":
        pen.rect((-26, -118), (52, 118), palette.paint("#efe4cc", depth))
        pen.rect((-21, -113), (42, 113), door)
    elif style.ground == "gate":
        wide = min(width * 0.4, 120.0)
        pen.rect((-wide / 2 - 6, -126), (wide + 12, 126), mix(door, palette.light, 0.3))
        pen.rect((-wide / 2, -120), (wide, 120), glass if style.panes in ("glass", "strip") else door)
        pen.lines([[(0, 0), (0, -120)]], palette.ink, 3)
    elif style.ground == "shop":
        _paint_shop_front(pen, scene, style, width, depth, glass)
    else:
        count = max(3, int(width / 74))
        for i in range(count):
            x = -width / 2 + width * (i + 0.5) / count
            dark = mix(palette.ink, palette.paint(style.wall, depth), 0.25)
            pen.rect((x - 22, -118), (44, 118), glass if palette.lamps_lit else dark)
            if style.ground == "arcade":
                pen.ellipse((x, -118), (22, 22), glass if palette.lamps_lit else dark)
        if style.ground == "columns":
            _raise_columns(pen, palette.paint("#efe8d8", depth), palette.ink, width, style.storey)


def _paint_shop_front(
    pen: Pen, scene: SceneCanvas, style: FrontStyle, width: float, depth: float, glass: str
) -> None:
    palette, rng = scene.palette, scene.rng
    trim = palette.paint(style.awning, depth)
    pen.rect((-width * 0.46, -118), (width * 0.92, 118), mix(trim, palette.ink, 0.45))
    pen.rect((-width * 0.42, -108), (width * 0.5, 82), glass)
    pen.rect((width * 0.18, -108), (width * 0.2, 104), mix(glass, palette.ink, 0.2))
    for _ in range(7):
        x = rng.uniform(-0.4, 0.04) * width
        pen.rect(
            (x, -26 - rng.uniform(14, 30)),
            (10, 26),
            palette.paint(rng.choice(("#d8584a", "#e8b84a", "#5a8ab0", "#7aa860")), depth),
        )
    for i in range(8):
        stripe = trim if i % 2 else palette.paint("#f4ecdc", depth)
        x, step = -width * 0.48, width * 0.12
        pen.polygon(
            [
                (x + step * i + 3, -136),
                (x + step * (i + 1) + 3, -136),
                (x + step * (i + 1), -108),
                (x + step * i, -108),
            ],
            stripe,
        )


def _raise_columns(pen: Pen, stone: str, ink: str, width: float, storey: float) -> None:
    half, top = width * 0.34, storey * 1.06
    pen.polygon([(-half * 1.15, -top), (0, -top - half * 0.5), (half * 1.15, -top)], stone)
    pen.rect((-half * 1.15, -top), (half * 2.3, 14), mix(stone, ink, 0.14))
    for i in range(5):
        x = -half + half * 2 * i / 4
        pen.rect((x - 9, -top + 14), (18, top - 14), stone)
        pen.rect((x + 2, -top + 14), (7, top - 14), mix(stone, ink, 0.2))
    for i in range(3):
        pen.rect(
            (-half * (1.2 + 0.1 * i), -14 + 5 * i), (half * (2.4 + 0.2 * i), 6), mix(stone, ink, 0.08 * i)
        )


def _hang_sign(pen: Pen, scene: SceneCanvas, front: Front, up: float, depth: float) -> None:
    height, palette = 46.0, scene.palette
    width = min(front.width * 0.96, measure_lettering(front.sign, height * 0.66) + 34)
    colour = (
        mix(front.sign_colour, "#ffffff", 0.12)
        if palette.lamps_lit
        else palette.paint(front.sign_colour, depth)
    )
    at = pen.offset(0, -up - 6)
    if palette.lamps_lit:
        at.glow((0, 0), width * 0.8, front.sign_colour, 0.4)
    at.rect((-width / 2, -height / 2), (width, height), colour)
    size = min(height * 0.66, (width - 20) / measure_lettering(front.sign, 1.0))
    letter(at, front.sign, size, "#fbf6e8")
