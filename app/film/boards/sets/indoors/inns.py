"""Places to eat and to drink."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_BOARDS = Surface("boards", "#a87a50")

RESTAURANT = RoomSet(
    Surface("panelled", "#b86a54", "#6a3f30"),
    _BOARDS,
    (
        Fixture("modern window", 0.3, 110, 84, 42, "#4a3028"),
        Fixture("bottles", 0.76, 100, 56, 60, "#6a3f30"),
        Fixture("picture", 0.55, 36, 28, 80, "#c8a04a"),
    ),
    (
        *tuple(Item("table", x, 1.2) for x in (0.26, 0.76)),
        *line_up("chair", (0.18,), 1.2),
        Item("chair", 0.34, 1.2, faces_left=True),
        Item("chair", 0.84, 1.2, faces_left=True),
        Item("chair", 0.68, 1.2),
        Item("candle holder", 0.26, 1.19, up=44),
        Item("candle holder", 0.76, 1.19, up=44),
        Item("potted plant", 0.52, 1.44),
    ),
    "pendants",
    "town",
)

CAFE = RoomSet(
    Surface("dado", "#e8d4b4", "#5f8a80"),
    Surface("tiles", "#d4c8b0", "#4a5652"),
    (
        Fixture("blackboard", 0.28, 84, 50, 78, "#3a3a38", "CAFE"),
        Fixture("bottles", 0.28, 90, 26, 46, "#7a5638"),
        Fixture("modern window", 0.74, 150, 92, 34, "#3f5a54"),
    ),
    (
        Item("counter", 0.28, 1.3, size=1.2),
        Item("cup", 0.24, 1.29, up=62),
        Item("cake", 0.33, 1.29, up=62),
        Item("table", 0.72, 1.2),
        Item("chair", 0.64, 1.2),
        Item("chair", 0.8, 1.2, faces_left=True),
        Item("cup", 0.72, 1.19, up=44),
    ),
    "pendants",
    "town",
)

BAR = RoomSet(
    Surface("brick", "#6a4a58", "#4a323e"),
    Surface("boards", "#6a4a3a"),
    (
        Fixture("bottles", 0.42, 190, 64, 58, "#3f2a28"),
        Fixture("sign", 0.42, 40, 22, 126, "#d8487a", "BAR"),
        Fixture("poster", 0.84, 32, 44, 68, "#3f8a9a"),
    ),
    (
        Item("bar counter", 0.42, 1.28, size=1.3),
        *line_up("bar stool", (0.26, 0.38, 0.5, 0.62), 1.16),
        Item("beer", 0.34, 1.27, up=70),
        Item("cocktail", 0.52, 1.27, up=70),
    ),
    "pendants",
    ceiling="#4a3a40",
)

INN = RoomSet(
    Surface("timber", "#b08a5c", "#6f4f34"),
    Surface("boards", "#8a6240"),
    (
        Fixture("bottles", 0.22, 100, 60, 60, "#5f4228"),
        Fixture("cottage window", 0.54, 56, 56, 58, "#5f4228"),
    ),
    (
        Item("bar counter", 0.24, 1.3, size=1.1),
        Item("barrel", 0.13, 1.2),
        Item("fireplace", 0.76, 1.44),
        Item("table", 0.62, 1.18),
        Item("bench", 0.74, 1.14),
        Item("stool", 0.5, 1.16),
        Item("beer", 0.62, 1.17, up=44),
    ),
    "beams",
    "town",
    "#6f5038",
)
