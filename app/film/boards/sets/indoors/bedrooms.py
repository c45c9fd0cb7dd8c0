"""Rooms in which people sleep."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item
from app.film.boards.sets.room_set import RoomSet

_BOARDS = Surface("boards", "#9a7048")

_PALE_BOARDS = Surface("boards", "#c49a68")

_FLAGS = Surface("slabs", "#a89e90", "#857c70")

_STONE = Surface("stone", "#bfb2a0", "#8f8474")

OLD_BEDROOM = RoomSet(
    Surface("dado", "#a8a0b4", "#7a6a78"),
    _BOARDS,
    (
        Fixture("cottage window", 0.6, 58, 70, 50, "#6a4a32"),
        Fixture("picture", 0.3, 30, 24, 86, "#7a5230"),
        Fixture("plank door", 0.93, 48, 110, 0, "#6f4c30"),
    ),
    (
        Item("bed", 0.28, 1.3),
        Item("wardrobe", 0.78, 1.42),
        Item("chest", 0.5, 1.42),
        Item("rug", 0.58, 1.08),
        Item("candle holder", 0.5, 1.41, up=30),
    ),
    "beams",
    ceiling="#8a6a4c",
)

OLD_BEDROOM_ROSE = RoomSet(
    Surface("wallpaper", "#d8b4a8", "#c89a90"),
    _BOARDS,
    (
        Fixture("curtained window", 0.34, 62, 80, 46, "#7a8a6a"),
        Fixture("portrait", 0.6, 26, 34, 80, "#b08840"),
    ),
    (
        Item("bed", 0.72, 1.28, faces_left=True),
        Item("dresser", 0.2, 1.42),
        Item("wardrobe", 0.48, 1.44),
        Item("rug", 0.46, 1.08),
    ),
    "pendant",
)

MODERN_BEDROOM = RoomSet(
    Surface("plain", "#93aebc", "#eef0ec"),
    Surface("carpet", "#c8bda8"),
    (
        Fixture("curtained window", 0.66, 84, 80, 38, "#4f6a8a"),
        Fixture("poster", 0.3, 30, 42, 78, "#c86a4a"),
        Fixture("flush door", 0.94, 46, 114, 0, "#f2efe8"),
    ),
    (
        Item("bed", 0.3, 1.28),
        Item("desk lamp", 0.48, 1.42, up=36),
        Item("chest", 0.48, 1.43),
        Item("wardrobe", 0.82, 1.42),
        Item("rug", 0.6, 1.08),
    ),
    "pendant",
    "town",
)

MODERN_BEDROOM_CHILD = RoomSet(
    Surface("dado", "#f0d890", "#8ab8a8"),
    _PALE_BOARDS,
    (
        Fixture("curtained window", 0.42, 74, 74, 44, "#d8705a"),
        Fixture("poster", 0.72, 34, 44, 72, "#4a7ab0"),
        Fixture("goods", 0.16, 44, 48, 56, "#f2efe8"),
    ),
    (
        Item("bed", 0.74, 1.26, faces_left=True),
        Item("desk", 0.24, 1.4),
        Item("teddy bear", 0.5, 1.4),
        Item("rug", 0.46, 1.08),
    ),
    "pendant",
    "trees",
)

HOTEL_ROOM = RoomSet(
    Surface("wallpaper", "#c9b48c", "#b49a70"),
    Surface("carpet", "#7a4a58"),
    (
        Fixture("curtained window", 0.72, 100, 90, 34, "#5a3f5a"),
        Fixture("picture", 0.32, 46, 26, 88, "#3a3a3e"),
        Fixture("flush door", 0.06, 46, 114, 0, "#7a5a40"),
    ),
    (
        Item("bed", 0.36, 1.3),
        Item("desk lamp", 0.5, 1.42, up=30),
        Item("chest", 0.5, 1.43),
        Item("suitcase", 0.63, 1.2),
        Item("armchair", 0.84, 1.3),
    ),
    "pendant",
    "skyline",
)

TOWER_ROOM = RoomSet(
    _STONE,
    _FLAGS,
    (
        Fixture("arched window", 0.5, 52, 92, 46, "#8f8474"),
        Fixture("plank door", 0.16, 48, 112, 0, "#5f4430"),
    ),
    (
        Item("spinning wheel", 0.72, 1.36),
        Item("bed", 0.3, 1.32),
        Item("chest", 0.62, 1.42),
        Item("candle holder", 0.62, 1.41, up=30),
    ),
    "beams",
    "hills",
    "#7a6a58",
    width=0.46,
    height=164,
)

TENT_INSIDE = RoomSet(
    Surface("cloth", "#dcc08a", "#c8a468"),
    Surface("carpet", "#9a7a54"),
    (Fixture("tent flap", 0.5, 84, 120, 0, "#b08a54"),),
    (
        Item("blanket", 0.28, 1.26),
        Item("chest", 0.7, 1.36),
        Item("lantern", 0.7, 1.35, up=30),
        Item("rug", 0.5, 1.1),
        Item("backpack", 0.78, 1.24),
    ),
    "canvas",
    "trees",
    "#c8a870",
    width=0.54,
    height=140,
)

SHIP_CABIN = RoomSet(
    Surface("timber", "#a87a4c", "#6f4a2c"),
    Surface("boards", "#8a5f3c"),
    (
        Fixture("porthole", 0.3, 48, 48, 66, "#b08a4a"),
        Fixture("porthole", 0.7, 48, 48, 66, "#b08a4a"),
        Fixture("map", 0.5, 74, 46, 66, "#6f4a2c"),
    ),
    (
        Item("bed", 0.8, 1.32, faces_left=True),
        Item("chest", 0.22, 1.38),
        Item("table", 0.46, 1.24),
        Item("compass", 0.42, 1.23, up=44),
        Item("candle holder", 0.5, 1.23, up=44),
        Item("barrel", 0.14, 1.2),
    ),
    "beams",
    "sea",
    "#7a5534",
    width=0.56,
    height=132,
)
