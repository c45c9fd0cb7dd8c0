"""The insides of vehicles."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_ROW = (0.08, 0.26, 0.44, 0.62, 0.8, 0.98)


def _window_row(
    count: int, width: float, height: float, up: float, colour: str, kind: str
) -> tuple[Fixture, ...]:
    return tuple(Fixture(kind, (i + 0.5) / count, width, height, up, colour) for i in range(count))


BUS = RoomSet(
    Surface("plain", "#e4dcc0", "#c8483e"),
    Surface("lino", "#6f747a", "#5a5e64"),
    (
        *_window_row(5, 122, 58, 56, "#3f464c", "vehicle window"),
        Fixture("block", 0.5, 640, 12, 46, "#c8483e"),
    ),
    line_up("bus seat", (0.1, 0.26, 0.42, 0.74, 0.9), 1.36),
    "bars",
    "town",
    "#f0ece0",
    width=1.0,
    height=134,
    away=1.5,
)

UNDERGROUND_TRAIN = RoomSet(
    Surface("plain", "#dfe3e4", "#4a5a70"),
    Surface("lino", "#5a5e68", "#4a4e56"),
    (
        *tuple(Fixture("vehicle window", x, 118, 50, 60, "#50565e") for x in (0.12, 0.36, 0.88)),
        Fixture("lift door", 0.62, 92, 118, 0, "#c84a40"),
        Fixture("screen", 0.36, 110, 10, 120, "#f4c83a"),
        Fixture("map", 0.12, 110, 14, 118, "#f4f4ee"),
    ),
    line_up("bus seat", (0.06, 0.17, 0.28, 0.39, 0.83, 0.94), 1.38),
    "bars",
    "tunnel",
    "#eef0f0",
    width=1.0,
    height=138,
)

TRAIN_CARRIAGE = RoomSet(
    Surface("panelled", "#c8b088", "#7a4a34"),
    Surface("carpet", "#6f3f3c"),
    (
        *_window_row(4, 136, 62, 54, "#6a4430", "vehicle window"),
        Fixture("block", 0.5, 640, 5, 128, "#b08840"),
    ),
    (
        *line_up("train seat", (0.12, 0.38, 0.62, 0.88), 1.34),
        Item("suitcase", 0.3, 1.46, up=132),
        Item("suitcase", 0.7, 1.46, up=132),
        Item("table", 0.5, 1.38, size=0.8),
    ),
    "pendants",
    "hills",
    "#e0d0b0",
    width=1.0,
    height=146,
)

MODERN_TRAIN = RoomSet(
    Surface("plain", "#e4e8e8", "#5a7a9a"),
    Surface("carpet", "#5f6a7a"),
    (
        *_window_row(3, 190, 62, 54, "#4a525a", "vehicle window"),
        Fixture("block", 0.5, 640, 4, 126, "#9aa4aa"),
    ),
    (
        *line_up("train seat", (0.1, 0.3, 0.7, 0.9), 1.34),
        Item("suitcase", 0.24, 1.46, up=130),
        Item("table", 0.5, 1.36, size=0.8),
    ),
    "tubes",
    "hills",
    "#f2f4f4",
    width=1.0,
    height=140,
)

AEROPLANE = RoomSet(
    Surface("plain", "#e8ecee", "#b4bec6"),
    Surface("carpet", "#4a5a7a"),
    (*_window_row(9, 26, 38, 64, "#dfe4e8", "cabin window"), Fixture("bins", 0.5, 640, 34, 112, "#f4f6f8")),
    line_up("airplane seat", _ROW, 1.32),
    "",
    "clouds",
    "#dfe4e8",
    width=1.0,
    height=142,
)

CAR = RoomSet(
    Surface("plain", "#7a828e", "#3a3e46"),
    Surface("carpet", "#3a3c42"),
    (
        Fixture("vehicle window", 0.5, 150, 40, 66, "#3a3e46"),
        Fixture("vehicle window", 0.08, 56, 44, 62, "#3a3e46"),
        Fixture("vehicle window", 0.92, 56, 44, 62, "#3a3e46"),
        Fixture("block", 0.5, 230, 44, 16, "#6f5040"),
        Fixture("block", 0.5, 2, 44, 16, "#4f382c"),
    ),
    (Item("airplane seat", 0.3, 1.14), Item("airplane seat", 0.7, 1.14)),
    "dashboard",
    "town",
    "#9aa0a8",
    width=0.66,
    height=118,
    away=1.6,
    person_share=0.5,
)
