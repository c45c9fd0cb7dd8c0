"""Offices, and the ways to them."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_BOARDS = Surface("boards", "#a87a50")

_WHITE = "#f2f4f2"

OFFICE = RoomSet(
    Surface("plain", "#cfd6d6", "#8a949a"),
    Surface("carpet", "#7f8c98"),
    (
        Fixture("blinds window", 0.34, 200, 72, 52, "#8a9094"),
        Fixture("whiteboard", 0.78, 74, 44, 68, _WHITE),
        Fixture("flush door", 0.95, 46, 114, 0, "#9aa8b0"),
    ),
    (
        *line_up("office desk", (0.24, 0.5, 0.78), 1.24),
        *tuple(Item("computer", x, 1.23, up=44) for x in (0.24, 0.5, 0.78)),
        Item("bookcase", 0.64, 1.46),
        Item("potted plant", 0.14, 1.4),
        Item("vending machine", 0.89, 1.4),
    ),
    "tubes",
    "skyline",
    "#eef0ee",
)

OLD_OFFICE = RoomSet(
    Surface("panelled", "#c4b088", "#6a4a30"),
    _BOARDS,
    (
        Fixture("sash window", 0.5, 54, 84, 42, "#efe6d2"),
        Fixture("map", 0.8, 80, 54, 66, "#6a4a30"),
        Fixture("books", 0.16, 84, 110, 0, "#5f4028"),
        Fixture("clock", 0.34, 20, 20, 96),
    ),
    (
        Item("office desk", 0.52, 1.26, size=1.15),
        Item("candle holder", 0.46, 1.25, up=50),
        Item("books", 0.6, 1.25, up=50),
        Item("chair", 0.66, 1.34, faces_left=True),
        Item("chest", 0.84, 1.38),
    ),
    "pendant",
    "town",
)

MEETING_ROOM = RoomSet(
    Surface("plain", "#b4c4c8", "#7a868c"),
    Surface("carpet", "#56626e"),
    (Fixture("modern window", 0.3, 150, 96, 30, "#4a5258"), Fixture("screen", 0.76, 100, 56, 62, "#2f6fa0")),
    (
        Item("dining table", 0.5, 1.22, size=1.4),
        *line_up("chair", (0.3, 0.42, 0.56, 0.7), 1.34),
        Item("potted plant", 0.16, 1.4),
    ),
    "tubes",
    "skyline",
    "#eef0ee",
)

LOBBY = RoomSet(
    Surface("plain", "#d8c8a8", "#a08458"),
    Surface("slabs", "#cfc4b0", "#a89c88"),
    (
        Fixture("modern window", 0.28, 170, 112, 6, "#6a6048"),
        Fixture("lift door", 0.72, 54, 112, 0, "#b0b6ba"),
        Fixture("lift door", 0.88, 54, 112, 0, "#b0b6ba"),
    ),
    (
        Item("sofa", 0.3, 1.3),
        Item("potted plant", 0.55, 1.42),
        Item("potted plant", 0.17, 1.36),
        Item("rug", 0.34, 1.12),
    ),
    "chandelier",
    "skyline",
    height=168,
)

RECEPTION = RoomSet(
    Surface("timber", "#b8905f", "#8a6440"),
    Surface("slabs", "#cfc9bc", "#a8a296"),
    (
        Fixture("block", 0.5, 150, 62, 84, "#7a5a3a"),
        Fixture("clock", 0.36, 18, 18, 96),
        Fixture("clock", 0.5, 18, 18, 96),
        Fixture("clock", 0.64, 18, 18, 96),
        Fixture("flush door", 0.9, 48, 114, 0, "#8a6440"),
    ),
    (
        Item("counter", 0.5, 1.3, size=1.3),
        Item("desk lamp", 0.6, 1.3, up=66),
        Item("computer", 0.44, 1.31, up=66),
        Item("potted plant", 0.22, 1.38),
        Item("sofa", 0.14, 1.16),
    ),
    "pendants",
)

HOTEL_LOBBY = RoomSet(
    Surface("panelled", "#c8a878", "#6f4530"),
    Surface("carpet", "#8a3f3f"),
    (
        Fixture("sign", 0.5, 60, 20, 108, "#6f2f2f", "HOTEL"),
        Fixture("lockers", 0.5, 96, 34, 66, "#8a5f3a"),
        Fixture("panel door", 0.88, 50, 114, 0, "#6f4530"),
    ),
    (
        Item("counter", 0.5, 1.3, size=1.2),
        Item("armchair", 0.2, 1.3),
        Item("potted plant", 0.3, 1.42),
        Item("suitcase", 0.7, 1.18),
        Item("suitcase", 0.735, 1.16),
        Item("rug", 0.5, 1.08),
    ),
    "chandelier",
)

CORRIDOR = RoomSet(
    Surface("dado", "#dcd8c8", "#8fa4a8"),
    Surface("lino", "#b4b0a0", "#98948a"),
    (Fixture("flush door", 0.5, 48, 112, 0, "#a8744a"),),
    (),
    "doors",
    width=0.2,
    away=3.0,
    height=150,
)

STAIRWELL = RoomSet(
    Surface("plain", "#c0c4b8", "#8a8e84"),
    Surface("tiles", "#a8a498", "#88847a"),
    (
        Fixture("steps", 0.62, 190, 118, 0, "#b0aca0"),
        Fixture("blinds window", 0.28, 46, 48, 84, "#8a9094"),
        Fixture("flush door", 0.1, 46, 112, 0, "#7f8a6a"),
    ),
    (),
    "bulb",
    "skyline",
)

LIFT = RoomSet(
    Surface("metal", "#b4babc", "#7c8488"),
    Surface("plates", "#6a6e74"),
    (
        Fixture("lift door", 0.5, 92, 122, 0, "#c4cacc"),
        Fixture("panel", 0.86, 22, 58, 50, "#8a9094"),
        Fixture("screen", 0.5, 28, 12, 129, "#c84a2a", "3"),
    ),
    (),
    "tubes",
    width=0.36,
    away=1.3,
    height=150,
)
