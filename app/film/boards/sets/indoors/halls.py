"""Halls of castles and churches."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_FLAGS = Surface("slabs", "#a89e90", "#857c70")

_STONE = Surface("stone", "#bfb2a0", "#8f8474")

GREAT_HALL = RoomSet(
    _STONE,
    _FLAGS,
    (
        Fixture("stained window", 0.2, 44, 100, 62, "#8f8474"),
        Fixture("stained window", 0.8, 44, 100, 62, "#8f8474"),
        Fixture("banner", 0.34, 34, 90, 70, "#a83a3a"),
        Fixture("banner", 0.66, 34, 90, 70, "#3a5a8a"),
        Fixture("drape", 0.5, 74, 140, 12, "#7a2f3a"),
    ),
    (
        Item("throne", 0.5, 1.44, size=1.15),
        Item("dining table", 0.18, 1.2),
        Item("dining table", 0.82, 1.2),
        Item("rug", 0.5, 1.14),
    ),
    "chandelier",
    "hills",
    "#8a7a68",
    height=196,
)

BALLROOM = RoomSet(
    Surface("panelled", "#e8d8b0", "#c8b484"),
    Surface("tiles", "#d8b478", "#b08a50"),
    (
        *(Fixture("arched window", x, 48, 110, 40, "#f4ecd8") for x in (0.14, 0.34, 0.66, 0.86)),
        Fixture("mirror", 0.5, 54, 90, 50, "#d0a040"),
    ),
    (Item("piano", 0.84, 1.3), *line_up("chair", (0.14, 0.2), 1.4)),
    "chandelier",
    "hills",
    "#f0e6cc",
    height=190,
)

STAIRCASE = RoomSet(
    _STONE,
    _FLAGS,
    (
        Fixture("steps", 0.64, 200, 130, 0, "#b4a894"),
        Fixture("arched window", 0.26, 40, 76, 64, "#8f8474"),
        Fixture("banner", 0.44, 28, 60, 96, "#a83a3a"),
    ),
    (),
    "chandelier",
    ceiling="#8a7a68",
    height=190,
)

CHAPEL = RoomSet(
    Surface("stone", "#d4c8b4", "#a89c88"),
    _FLAGS,
    (
        Fixture("stained window", 0.5, 70, 120, 56, "#a89c88"),
        Fixture("stained window", 0.2, 40, 100, 56, "#a89c88"),
        Fixture("stained window", 0.8, 40, 100, 56, "#a89c88"),
    ),
    (
        Item("altar", 0.5, 1.4),
        Item("candle holder", 0.46, 1.39, up=58),
        Item("candle holder", 0.54, 1.39, up=58),
        *line_up("pew", (0.2, 0.8), 1.16),
        Item("pulpit", 0.72, 1.38),
    ),
    "chandelier",
    "hills",
    "#c8bca8",
    height=200,
)
