"""Where people work with their hands."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_CONCRETE = Surface("slabs", "#a8a8a2", "#8a8a84")

_BOARDS = Surface("boards", "#8f6a48")

WORKSHOP = RoomSet(
    Surface("timber", "#a8825a", "#6f4f34"),
    _BOARDS,
    (
        Fixture("tools", 0.26, 110, 48, 68, "#8a6844"),
        Fixture("cottage window", 0.56, 56, 54, 60, "#5f4430"),
        Fixture("crates", 0.84, 80, 64, 50, "#6f4f34"),
    ),
    (
        Item("workbench", 0.26, 1.32),
        Item("anvil", 0.54, 1.24),
        Item("barrel", 0.82, 1.3),
        Item("ladder", 0.72, 1.44),
        Item("log", 0.14, 1.18),
    ),
    "beams",
    ceiling="#7a5c42",
)

FACTORY = RoomSet(
    Surface("brick", "#a86a54", "#7f4f40"),
    _CONCRETE,
    (
        Fixture("sash window", 0.2, 84, 60, 80, "#5a6468"),
        Fixture("sash window", 0.5, 84, 60, 80, "#5a6468"),
        Fixture("sash window", 0.8, 84, 60, 80, "#5a6468"),
        Fixture("pipes", 0.5, 406, 26, 150, "#8a9498"),
        Fixture("gears", 0.24, 110, 72, 0, "#6f8088"),
        Fixture("panel", 0.9, 44, 66, 24, "#5f6a70"),
    ),
    (
        Item("mechanical arm", 0.42, 1.34, size=1.6),
        *line_up("crate", (0.52, 0.62, 0.72), 1.29),
        Item("barrel", 0.86, 1.24),
        Item("gear", 0.16, 1.2),
    ),
    "tubes",
    "clouds",
    "#6a7074",
    height=188,
)

WAREHOUSE = RoomSet(
    Surface("metal", "#8a9aa0", "#64747c"),
    _CONCRETE,
    (
        Fixture("crates", 0.22, 130, 140, 0, "#d87a34"),
        Fixture("crates", 0.82, 130, 140, 0, "#d87a34"),
        Fixture("roller door", 0.52, 92, 116, 0, "#b8bec0"),
    ),
    (
        Item("crate", 0.14, 1.16, size=1.2),
        Item("crate", 0.2, 1.14),
        Item("parcel", 0.86, 1.14),
        Item("barrel", 0.8, 1.22),
        Item("trolley", 0.66, 1.22),
    ),
    "tubes",
    ceiling="#5f6a70",
    height=186,
)

GARAGE = RoomSet(
    Surface("plain", "#b8b4a8", "#7a766c"),
    _CONCRETE,
    (
        Fixture("tools", 0.18, 84, 44, 72, "#8f979a"),
        Fixture("roller door", 0.62, 180, 118, 0, "#c8ccca"),
        Fixture("goods", 0.92, 40, 90, 0, "#7a8084"),
    ),
    (
        Item("car", 0.6, 1.22),
        Item("workbench", 0.18, 1.36),
        Item("wheel", 0.36, 1.3),
        Item("toolbox", 0.3, 1.16),
        Item("ladder", 0.9, 1.4),
    ),
    "tubes",
    ceiling="#a8a49a",
)

GREENHOUSE = RoomSet(
    Surface("plain", "#a8c8b8", "#7a9a84"),
    Surface("slabs", "#b8a888", "#94866a"),
    (
        Fixture("modern window", 0.5, 402, 146, 4, "#f2f6f0"),
        Fixture("glass bars", 0.5, 402, 148, 2, "#f2f6f0"),
    ),
    (
        *line_up("potted plant", (0.16, 0.27, 0.73, 0.84), 1.3, 1.4),
        Item("table", 0.2, 1.2),
        Item("table", 0.8, 1.2),
        Item("sunflower", 0.36, 1.36),
        Item("palm", 0.64, 1.42, size=0.4),
        Item("tulip", 0.2, 1.19, up=44),
        Item("herb", 0.8, 1.19, up=44),
        Item("potted plant", 0.5, 1.44),
    ),
    "",
    "trees",
    "#cfe4dc",
)

STABLE = RoomSet(
    Surface("timber", "#9a7048", "#5f4430"),
    Surface("earth", "#b8985a"),
    (
        Fixture("cottage window", 0.5, 48, 40, 84, "#5f4430"),
        Fixture("block", 0.22, 120, 62, 0, "#7a5636"),
        Fixture("block", 0.78, 120, 62, 0, "#7a5636"),
        Fixture("plank door", 0.5, 4, 150, 0, "#5f4430"),
    ),
    (
        *line_up("hay bale", (0.2, 0.3), 1.3),
        Item("hay bale", 0.25, 1.32, up=30),
        Item("trough", 0.7, 1.3),
        Item("ladder", 0.58, 1.46),
        Item("sack", 0.86, 1.2),
        Item("lantern", 0.42, 1.44, up=80),
    ),
    "rafters",
    "hills",
    "#6f5038",
    height=160,
)

MILL_ROOM = RoomSet(
    Surface("timber", "#b0865a", "#6f4f34"),
    _BOARDS,
    (
        Fixture("gears", 0.5, 130, 92, 0, "#8a6a48"),
        Fixture("cottage window", 0.16, 48, 50, 70, "#5f4430"),
        Fixture("plank door", 0.88, 48, 112, 0, "#5f4430"),
    ),
    (*line_up("sack", (0.24, 0.3, 0.72, 0.78), 1.26), Item("barrel", 0.66, 1.34), Item("ladder", 0.36, 1.42)),
    "beams",
    ceiling="#7a5c42",
)

LAMP_ROOM = RoomSet(
    Surface("plain", "#5a6670", "#3a444c"),
    Surface("plates", "#6a6e72", "#4f5458"),
    (*(Fixture("modern window", x, 78, 112, 26, "#3a444c") for x in (0.1, 0.3, 0.5, 0.7, 0.9)),),
    (),
    "beacon",
    "sea",
    "#8a3f38",
    width=0.6,
    height=150,
)

LIGHTHOUSE_ROOM = RoomSet(
    Surface("plain", "#e4dcc8", "#8a9aa0"),
    _BOARDS,
    (
        Fixture("porthole", 0.28, 46, 46, 72, "#8a6a48"),
        Fixture("steps", 0.74, 130, 130, 0, "#8a949a"),
        Fixture("map", 0.5, 60, 40, 74, "#6f4a2c"),
    ),
    (
        Item("stove", 0.16, 1.36),
        Item("table", 0.4, 1.24),
        Item("chest", 0.56, 1.4),
        Item("lantern", 0.4, 1.23, up=44),
    ),
    "bulb",
    "sea",
    width=0.5,
)
