"""Living rooms, parlours and halls of homes, of the past and of today."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item
from app.film.boards.sets.room_set import RoomSet

_BOARDS = Surface("boards", "#9a7048")

_PALE_BOARDS = Surface("boards", "#c49a68")

OLD_ROOM = RoomSet(
    Surface("dado", "#c9a57a", "#7d5a3c"),
    _BOARDS,
    (
        Fixture("cottage window", 0.5, 62, 66, 52, "#6a4a32"),
        Fixture("picture", 0.26, 34, 26, 78, "#7a5230"),
        Fixture("plank door", 0.9, 50, 112, 0, "#6f4c30"),
    ),
    (
        Item("fireplace", 0.24, 1.44),
        Item("armchair", 0.35, 1.3),
        Item("chest", 0.64, 1.4),
        Item("rug", 0.5, 1.1),
        Item("table", 0.8, 1.22),
        Item("candle holder", 0.8, 1.21, up=44),
    ),
    "beams",
    ceiling="#8a6a4c",
)

OLD_ROOM_BLUE = RoomSet(
    Surface("wallpaper", "#9fb0b4", "#7f98a4"),
    _BOARDS,
    (
        Fixture("sash window", 0.28, 54, 78, 46, "#efe6d2"),
        Fixture("portrait", 0.52, 32, 40, 72, "#b08840"),
        Fixture("panel door", 0.76, 50, 114, 0, "#7a5638"),
        Fixture("clock", 0.64, 18, 18, 92),
    ),
    (
        Item("sofa", 0.5, 1.38),
        Item("bookcase", 0.17, 1.44),
        Item("rug", 0.5, 1.12),
        Item("stove", 0.83, 1.34),
        Item("table", 0.23, 1.16),
        Item("vase", 0.23, 1.15, up=44),
    ),
    "pendant",
)

MODERN_ROOM = RoomSet(
    Surface("plain", "#c8d2cc", "#f2efe6"),
    _PALE_BOARDS,
    (
        Fixture("modern window", 0.4, 120, 84, 36, "#f4f2ec"),
        Fixture("picture", 0.74, 44, 32, 74, "#3a3a3e"),
        Fixture("flush door", 0.93, 48, 116, 0, "#f2efe8"),
    ),
    (
        Item("sofa", 0.4, 1.36),
        Item("floor lamp", 0.2, 1.4),
        Item("television", 0.72, 1.4, up=20),
        Item("chest", 0.72, 1.41),
        Item("potted plant", 0.6, 1.42),
        Item("rug", 0.5, 1.1),
        Item("bookcase", 0.84, 1.3),
    ),
    "pendant",
    "trees",
)

MODERN_ROOM_WARM = RoomSet(
    Surface("plain", "#dcb894", "#f4ece0"),
    Surface("carpet", "#8a9a8c"),
    (
        Fixture("curtained window", 0.7, 92, 84, 34, "#7f4f56"),
        Fixture("picture", 0.3, 30, 38, 74, "#e8e0d0"),
        Fixture("picture", 0.42, 24, 28, 80, "#e8e0d0"),
    ),
    (
        Item("bookcase", 0.2, 1.44),
        Item("sofa", 0.36, 1.34),
        Item("armchair", 0.8, 1.24),
        Item("floor lamp", 0.54, 1.42),
        Item("rug", 0.52, 1.08),
        Item("potted plant", 0.9, 1.36),
    ),
    "pendant",
    "trees",
)

FLAT = RoomSet(
    Surface("brick", "#b5705a", "#8a4f40"),
    _PALE_BOARDS,
    (
        Fixture("modern window", 0.42, 190, 98, 30, "#2f3338"),
        Fixture("flush door", 0.92, 48, 116, 0, "#50585e"),
    ),
    (
        Item("sofa", 0.3, 1.3),
        Item("television", 0.62, 1.4, up=20),
        Item("chest", 0.62, 1.41),
        Item("potted plant", 0.17, 1.4),
        Item("floor lamp", 0.48, 1.42),
        Item("dining table", 0.83, 1.2),
        Item("rug", 0.45, 1.06),
    ),
    "pendants",
    "skyline",
)

PARLOUR = RoomSet(
    Surface("wallpaper", "#8fa88a", "#77947a"),
    Surface("carpet", "#8a4a44"),
    (
        Fixture("curtained window", 0.3, 66, 90, 38, "#8a3a3a"),
        Fixture("portrait", 0.6, 40, 50, 74, "#c8a04a"),
        Fixture("clock", 0.46, 18, 18, 94),
    ),
    (
        Item("fireplace", 0.6, 1.44),
        Item("armchair", 0.34, 1.26),
        Item("sofa", 0.82, 1.28),
        Item("floor lamp", 0.2, 1.4),
        Item("rug", 0.55, 1.1),
    ),
    "chandelier",
)

DINING_ROOM = RoomSet(
    Surface("panelled", "#b8574a", "#7a4a34"),
    _BOARDS,
    (
        Fixture("sash window", 0.16, 48, 84, 40, "#efe6d2"),
        Fixture("sash window", 0.84, 48, 84, 40, "#efe6d2"),
        Fixture("picture", 0.5, 62, 40, 78, "#c8a04a"),
    ),
    (
        Item("dining table", 0.5, 1.22, size=1.25),
        Item("chair", 0.3, 1.22, faces_left=False),
        Item("chair", 0.7, 1.22, faces_left=True),
        Item("cupboard", 0.32, 1.44),
        Item("cupboard", 0.68, 1.44),
        Item("rug", 0.5, 1.1),
    ),
    "chandelier",
)

HALLWAY = RoomSet(
    Surface("dado", "#d8cbb0", "#a8bcb4"),
    Surface("tiles", "#d0c4ac", "#8a7a66"),
    (
        Fixture("panel door", 0.2, 48, 114, 0, "#7a9a94"),
        Fixture("panel door", 0.8, 48, 114, 0, "#7a9a94"),
        Fixture("mirror", 0.5, 30, 56, 62, "#b08840"),
    ),
    (Item("chest", 0.5, 1.44), Item("umbrella", 0.62, 1.42)),
    "pendant",
)

HOUSE_STAIRS = RoomSet(
    Surface("dado", "#d8c49c", "#8a6a4a"),
    _BOARDS,
    (
        Fixture("steps", 0.64, 190, 112, 0, "#a87a50"),
        Fixture("picture", 0.4, 34, 26, 84, "#7a5230"),
        Fixture("panel door", 0.14, 48, 112, 0, "#7a5638"),
    ),
    (Item("grandfather clock", 0.34, 1.44), Item("rug", 0.4, 1.12)),
    "pendant",
)
