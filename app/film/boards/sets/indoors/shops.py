"""Shops, banks and post offices."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_TILES = Surface("tiles", "#d4d0c4", "#aca898")

_BOARDS = Surface("boards", "#a87a50")

SUPERMARKET = RoomSet(
    Surface("plain", "#e4e6e0", "#c8463a"),
    Surface("tiles", "#dcdad0", "#b8b6ac"),
    (
        Fixture("goods", 0.2, 140, 96, 0, "#c4c8c8"),
        Fixture("goods", 0.56, 140, 96, 0, "#c4c8c8"),
        Fixture("goods", 0.9, 110, 96, 0, "#c4c8c8"),
        Fixture("sign", 0.5, 100, 22, 116, "#c8463a", "SUPERMARKET"),
    ),
    (
        Item("shop shelf", 0.12, 1.16, size=1.2),
        Item("shop shelf", 0.9, 1.16, size=1.2),
        Item("trolley", 0.72, 1.16),
        Item("cash register", 0.3, 1.2, up=44),
        Item("counter", 0.3, 1.22),
    ),
    "tubes",
    "skyline",
    "#eef0ee",
)

SHOP = RoomSet(
    Surface("plain", "#f0dcc0", "#b86a4a"),
    _BOARDS,
    (
        Fixture("goods", 0.2, 120, 104, 0, "#f2ece0"),
        Fixture("modern window", 0.72, 150, 96, 24, "#4a5a5a"),
        Fixture("flush door", 0.95, 46, 114, 0, "#4a5a5a"),
    ),
    (
        Item("counter", 0.36, 1.24, size=1.1),
        Item("cash register", 0.42, 1.23, up=58),
        Item("shop shelf", 0.8, 1.3),
    ),
    "pendants",
    "town",
)

OLD_SHOP = RoomSet(
    Surface("timber", "#a07850", "#6f4f34"),
    _BOARDS,
    (
        Fixture("goods", 0.32, 170, 100, 16, "#6f4a30"),
        Fixture("cottage window", 0.74, 64, 64, 50, "#5f4430"),
        Fixture("plank door", 0.93, 48, 112, 0, "#5f6a4a"),
    ),
    (
        Item("counter", 0.36, 1.26, size=1.2),
        Item("barrel", 0.66, 1.36),
        Item("sack", 0.6, 1.2),
        Item("crate", 0.8, 1.3),
    ),
    "beams",
    "town",
    "#7a5c42",
)

BAKERY = RoomSet(
    Surface("dado", "#f4e0b8", "#c88a54"),
    Surface("tiles", "#d8c4a0", "#b09a78"),
    (
        Fixture("loaves", 0.36, 180, 90, 24, "#9a6a40"),
        Fixture("sign", 0.36, 60, 20, 122, "#9a5a34", "BAKERY"),
        Fixture("modern window", 0.8, 96, 84, 34, "#8a5a38"),
    ),
    (
        Item("counter", 0.4, 1.26, size=1.3),
        Item("bread", 0.34, 1.25, up=66),
        Item("pretzel", 0.4, 1.25, up=66),
        Item("croissant", 0.46, 1.25, up=66),
        Item("sack", 0.84, 1.24),
    ),
    "pendants",
    "town",
)

PHARMACY = RoomSet(
    Surface("plain", "#eef4f0", "#6ab890"),
    Surface("tiles", "#dce4e0", "#b8c4c0"),
    (
        Fixture("medicines", 0.3, 150, 96, 12, "#f6f8f6"),
        Fixture("cross", 0.58, 40, 40, 84, "#2f9a5a"),
        Fixture("medicines", 0.82, 110, 96, 12, "#f6f8f6"),
    ),
    (Item("counter", 0.5, 1.26, size=1.3), Item("computer", 0.58, 1.27, up=66)),
    "tubes",
)

POST_OFFICE = RoomSet(
    Surface("plain", "#ecdca8", "#c8a030"),
    _TILES,
    (
        Fixture("lockers", 0.2, 110, 90, 16, "#c8a030"),
        Fixture("sign", 0.6, 60, 22, 118, "#c8a030", "POST"),
        Fixture("crates", 0.62, 120, 80, 24, "#8a9094"),
    ),
    (
        Item("counter", 0.56, 1.26, size=1.3),
        Item("parcel", 0.5, 1.25, up=66),
        Item("parcel", 0.86, 1.2),
        Item("mailbox", 0.2, 1.24),
        Item("letter", 0.62, 1.25, up=66),
    ),
    "tubes",
)

BANK = RoomSet(
    Surface("panelled", "#d8d0b8", "#5f7a6a"),
    Surface("slabs", "#d4cec0", "#aaa496"),
    (
        Fixture("sign", 0.5, 50, 24, 128, "#2f5a4a", "BANK"),
        Fixture("bars", 0.24, 50, 54, 62),
        Fixture("bars", 0.42, 50, 54, 62),
        Fixture("bars", 0.58, 50, 54, 62),
        Fixture("bars", 0.76, 50, 54, 62),
        Fixture("hatch", 0.93, 52, 100, 0, "#8a9094"),
    ),
    (
        *line_up("counter", (0.3, 0.5, 0.7), 1.36),
        Item("potted plant", 0.16, 1.34),
        Item("bag of money", 0.5, 1.35, up=52),
    ),
    "pendants",
    height=170,
)
