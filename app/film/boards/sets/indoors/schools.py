"""Schools, libraries and hospitals."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_LINO = Surface("lino", "#b8bcb4", "#9aa09a")

_BOARDS = Surface("boards", "#a87a50")

_WHITE = "#f2f4f2"

CLASSROOM = RoomSet(
    Surface("dado", "#e0d8b0", "#8fae8a"),
    _BOARDS,
    (
        Fixture("blackboard", 0.46, 170, 62, 50, "#2f5a48", "A B C"),
        Fixture("map", 0.84, 62, 48, 66, "#7a5a3a"),
        Fixture("modern window", 0.1, 64, 72, 48, "#f2f2ea"),
        Fixture("clock", 0.68, 17, 17, 112),
    ),
    (Item("desk", 0.66, 1.36), *line_up("school desk", (0.2, 0.4, 0.62, 0.84), 1.14)),
    "tubes",
    "trees",
    "#eeeee6",
)

OLD_SCHOOLROOM = RoomSet(
    Surface("dado", "#dcc9a0", "#7a5a3e"),
    _BOARDS,
    (
        Fixture("blackboard", 0.4, 120, 60, 50, "#3a3c3a", "A B C"),
        Fixture("map", 0.72, 56, 50, 66, "#6a4a30"),
        Fixture("sash window", 0.1, 46, 74, 48, "#efe6d2"),
        Fixture("sash window", 0.92, 46, 74, 48, "#efe6d2"),
    ),
    (
        Item("stove", 0.8, 1.38),
        Item("desk", 0.56, 1.38),
        Item("globe", 0.58, 1.37, up=44),
        *line_up("school desk", (0.2, 0.4, 0.66, 0.86), 1.14),
    ),
    "beams",
    "trees",
    "#9a7c5c",
)

SCHOOL_CORRIDOR = RoomSet(
    Surface("dado", "#e8e0c0", "#c8a05a"),
    _LINO,
    (
        Fixture("lockers", 0.26, 160, 104, 0, "#4f8a9a"),
        Fixture("double door", 0.62, 84, 116, 0, "#c86a4a"),
        Fixture("noticeboard", 0.85, 84, 48, 62),
    ),
    (),
    "tubes",
)

LIBRARY = RoomSet(
    Surface("panelled", "#a8784a", "#5f3f2a"),
    Surface("carpet", "#5f6a54"),
    (
        Fixture("books", 0.16, 110, 132, 0, "#6a4428"),
        Fixture("books", 0.46, 90, 132, 0, "#6a4428"),
        Fixture("books", 0.88, 96, 132, 0, "#6a4428"),
        Fixture("arched window", 0.67, 46, 88, 36, "#5f3f2a"),
    ),
    (
        Item("desk", 0.56, 1.26),
        Item("desk lamp", 0.6, 1.25, up=44),
        Item("books", 0.52, 1.25, up=44),
        Item("ladder", 0.3, 1.38),
        Item("armchair", 0.82, 1.2),
        Item("rug", 0.5, 1.06),
    ),
    "pendant",
)

GYM = RoomSet(
    Surface("dado", "#e4d8b8", "#5f8aa8"),
    Surface("boards", "#d0a060", "#c85a40"),
    (
        Fixture("wall bars", 0.14, 84, 116, 0, "#b07f4a"),
        Fixture("wall bars", 0.86, 84, 116, 0, "#b07f4a"),
        Fixture("hoop", 0.5, 44, 60, 74, "#f4f4ee"),
        Fixture("blinds window", 0.32, 60, 26, 116, "#e8e8e0"),
        Fixture("blinds window", 0.68, 60, 26, 116, "#e8e8e0"),
    ),
    (Item("basketball", 0.62, 1.2), Item("bench", 0.26, 1.32)),
    "tubes",
    "clouds",
    height=160,
)

POOL_HALL = RoomSet(
    Surface("tiles", "#bfe4ea", "#e8f6f8"),
    Surface("tiles", "#e8ece8", "#b8ccd0"),
    (
        Fixture("modern window", 0.5, 330, 70, 66, "#e8f0f0"),
        Fixture("water", 0.5, 406, 30, -40, "#4ab4d4"),
        Fixture("clock", 0.08, 20, 20, 100),
    ),
    (Item("ladder", 0.2, 1.3, size=0.5), Item("bench", 0.88, 1.42), Item("ring buoy", 0.12, 1.44, up=60)),
    "tubes",
    "trees",
    "#f0f8f8",
    width=0.72,
    height=160,
)

HOSPITAL_WARD = RoomSet(
    Surface("dado", "#e6f0ec", "#9fcfc4"),
    Surface("lino", "#c4d0cc", "#a8b8b4"),
    (
        Fixture("blinds window", 0.5, 96, 64, 56, _WHITE),
        Fixture("drape", 0.27, 44, 104, 14, "#8fc4c0"),
        Fixture("drape", 0.9, 50, 104, 14, "#8fc4c0"),
        Fixture("cross", 0.7, 24, 24, 92, "#d04a44"),
        Fixture("screen", 0.11, 30, 22, 74, "#1f6a5a"),
    ),
    (Item("hospital bed", 0.3, 1.26), Item("hospital bed", 0.74, 1.26)),
    "tubes",
    "trees",
    "#f4f8f6",
)

OLD_HOSPITAL = RoomSet(
    Surface("dado", "#e0dcc8", "#a8b4a0"),
    _BOARDS,
    (
        Fixture("arched window", 0.24, 44, 88, 46, "#efe9d8"),
        Fixture("arched window", 0.5, 44, 88, 46, "#efe9d8"),
        Fixture("arched window", 0.76, 44, 88, 46, "#efe9d8"),
        Fixture("cross", 0.63, 22, 22, 98, "#b8483e"),
    ),
    (
        *line_up("hospital bed", (0.2, 0.5, 0.8), 1.34, 0.9),
        Item("stool", 0.34, 1.2),
        Item("candle holder", 0.65, 1.36, up=40),
    ),
    "pendants",
    "trees",
    height=166,
)

HOSPITAL_CORRIDOR = RoomSet(
    Surface("dado", "#e8f0ee", "#8fc0c8"),
    Surface("lino", "#c0ccca", "#a4b4b2"),
    (
        Fixture("double door", 0.3, 92, 116, 0, "#7fb4bc"),
        Fixture("cross", 0.3, 20, 20, 122, "#d04a44"),
        Fixture("noticeboard", 0.55, 60, 40, 66),
        Fixture("flush door", 0.8, 50, 114, 0, "#f4f6f4"),
    ),
    (*line_up("chair", (0.5, 0.57, 0.64), 1.4), Item("hospital bed", 0.82, 1.22)),
    "tubes",
    "trees",
    "#f4f8f6",
)
