"""Kitchens, bathrooms, attics and cellars."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_BOARDS = Surface("boards", "#9a7048")

_PALE_BOARDS = Surface("boards", "#c49a68")

OLD_KITCHEN = RoomSet(
    Surface("stone", "#c4ac88", "#9a8264"),
    Surface("slabs", "#a08468"),
    (
        Fixture("cottage window", 0.3, 56, 56, 62, "#5f4430"),
        Fixture("crates", 0.56, 62, 40, 76, "#7a5638"),
        Fixture("plank door", 0.07, 48, 110, 0, "#6f4c30"),
    ),
    (
        Item("fireplace", 0.72, 1.42),
        Item("stove", 0.54, 1.4),
        Item("cauldron", 0.64, 1.32),
        Item("barrel", 0.16, 1.25),
        Item("dresser", 0.37, 1.44),
        Item("table", 0.28, 1.16),
        Item("bread", 0.28, 1.15, up=44),
        Item("sack", 0.85, 1.2),
    ),
    "beams",
    ceiling="#7a5c42",
)

OLD_KITCHEN_TILED = RoomSet(
    Surface("dado", "#dccfa8", "#7aa0a8"),
    Surface("tiles", "#b5785a"),
    (
        Fixture("cottage window", 0.62, 60, 60, 60, "#efe6d2"),
        Fixture("bottles", 0.26, 70, 40, 76, "#8a6240"),
        Fixture("plank door", 0.93, 48, 110, 0, "#4f7a6a"),
    ),
    (
        Item("stove", 0.26, 1.4),
        Item("dresser", 0.44, 1.44),
        Item("sink", 0.6, 1.42),
        Item("table", 0.76, 1.16),
        Item("teapot", 0.75, 1.15, up=44),
        Item("barrel", 0.16, 1.2),
    ),
    "beams",
    ceiling="#8a6a4c",
)

MODERN_KITCHEN = RoomSet(
    Surface("tiles", "#dfe6e2", "#b4c4c4"),
    Surface("tiles", "#d8d2c4", "#b0a898"),
    (
        Fixture("worktop", 0.45, 190, 54, 0, "#5f8a94"),
        Fixture("modern window", 0.5, 84, 48, 66, "#f4f4f0"),
        Fixture("cupboards", 0.17, 60, 42, 92, "#5f8a94"),
        Fixture("cupboards", 0.83, 52, 42, 92, "#5f8a94"),
        Fixture("clock", 0.71, 18, 18, 100),
    ),
    (
        Item("fridge", 0.78, 1.42),
        Item("cooker", 0.27, 1.42),
        Item("dining table", 0.2, 1.12),
        Item("pot", 0.27, 1.41, up=54),
        Item("kettle", 0.5, 1.42, up=54),
    ),
    "pendants",
    "trees",
    "#f4f2ec",
)

MODERN_KITCHEN_ISLAND = RoomSet(
    Surface("plain", "#e6c98a", "#f4f0e4"),
    _PALE_BOARDS,
    (
        Fixture("worktop", 0.6, 230, 54, 0, "#f0ece2"),
        Fixture("modern window", 0.42, 70, 50, 66, "#f4f4f0"),
        Fixture("cupboards", 0.76, 110, 40, 94, "#f0ece2"),
    ),
    (
        Item("fridge", 0.22, 1.42),
        Item("cooker", 0.62, 1.42),
        Item("bar stool", 0.78, 1.14),
        Item("bar stool", 0.86, 1.14),
        Item("counter", 0.82, 1.2),
        Item("kettle", 0.5, 1.42, up=54),
    ),
    "pendants",
    "town",
)

BATHROOM = RoomSet(
    Surface("tiles", "#a8d4d8", "#f2f8f6"),
    Surface("tiles", "#e8ecea", "#9ab0b4"),
    (
        Fixture("mirror", 0.3, 38, 44, 76, "#e8ecec"),
        Fixture("blinds window", 0.66, 50, 44, 80, "#f4f6f4"),
        Fixture("block", 0.48, 22, 34, 50, "#e87a6a"),
    ),
    (
        Item("sink", 0.35, 1.42),
        Item("bathtub", 0.66, 1.32),
        Item("toilet", 0.2, 1.36),
        Item("rug", 0.48, 1.1, size=0.6),
    ),
    "pendant",
    "trees",
    "#f4f8f8",
)

ATTIC = RoomSet(
    Surface("timber", "#a87f58", "#6f4f34"),
    _BOARDS,
    (Fixture("porthole", 0.5, 54, 54, 78, "#5f4430"),),
    (
        Item("chest", 0.3, 1.36),
        Item("crate", 0.7, 1.4),
        Item("crate", 0.76, 1.34),
        Item("barrel", 0.2, 1.3),
        Item("cradle", 0.62, 1.3),
        Item("suitcase", 0.42, 1.34),
        Item("ladder", 0.84, 1.36),
    ),
    "rafters",
    ceiling="#6f4f38",
    width=0.5,
)

CELLAR = RoomSet(
    Surface("stone", "#8f8678", "#5f584e"),
    Surface("earth", "#6f6254"),
    (Fixture("steps", 0.78, 130, 110, 0, "#9a9284"), Fixture("bottles", 0.3, 110, 84, 10, "#5f4630")),
    (*line_up("barrel", (0.2, 0.27, 0.5), 1.36), Item("sack", 0.58, 1.3), Item("crate", 0.14, 1.2)),
    "bulb",
    ceiling="#5f584e",
    height=140,
)
