"""Where people are judged and locked up."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_LINO = Surface("lino", "#b8bcb4", "#9aa09a")

_BOARDS = Surface("boards", "#a87a50")

_DARK_STONE = Surface("stone", "#7f7a74", "#55514c")

POLICE_STATION = RoomSet(
    Surface("dado", "#c8d0d8", "#3f5a80"),
    _LINO,
    (
        Fixture("sign", 0.3, 60, 22, 116, "#2f4a80", "POLICE"),
        Fixture("noticeboard", 0.3, 96, 46, 62),
        Fixture("bars", 0.78, 120, 116, 0),
        Fixture("clock", 0.54, 18, 18, 104),
    ),
    (
        Item("office desk", 0.34, 1.24),
        Item("computer", 0.3, 1.23, up=44),
        Item("desk lamp", 0.42, 1.23, up=44),
        Item("chair", 0.54, 1.34),
    ),
    "tubes",
)

COURTROOM = RoomSet(
    Surface("panelled", "#c8ac80", "#7a4f32"),
    _BOARDS,
    (
        Fixture("block", 0.5, 150, 70, 0, "#6a4028"),
        Fixture("block", 0.5, 56, 60, 60, "#7f5436"),
        Fixture("portrait", 0.2, 34, 44, 76, "#c8a04a"),
        Fixture("portrait", 0.8, 34, 44, 76, "#c8a04a"),
    ),
    (
        Item("scales", 0.5, 1.49, up=120, size=0.9),
        Item("chair", 0.42, 1.48, up=66),
        *line_up("bench", (0.2, 0.8), 1.2),
        Item("desk", 0.34, 1.3),
        Item("desk", 0.66, 1.3),
    ),
    "pendants",
    height=170,
)

PRISON_CELL = RoomSet(
    Surface("brick", "#9aa098", "#747a74"),
    Surface("slabs", "#84867f", "#66685f"),
    (
        Fixture("modern window", 0.5, 46, 32, 98, "#4a4e50"),
        Fixture("bars", 0.5, 46, 32, 98),
        Fixture("bars", 0.9, 76, 124, 0),
        Fixture("tally", 0.25, 60, 22, 70, "#50544f"),
    ),
    (Item("cot", 0.26, 1.3), Item("toilet", 0.72, 1.38), Item("sink", 0.62, 1.42)),
    "bulb",
    "clouds",
    "#84867f",
    width=0.5,
)

DUNGEON = RoomSet(
    _DARK_STONE,
    Surface("slabs", "#6a645c", "#4f4a44"),
    (
        Fixture("bars", 0.78, 110, 120, 0),
        Fixture("bars", 0.4, 30, 24, 116),
        Fixture("arch", 0.16, 56, 112, 0, "#6a645c"),
        Fixture("tally", 0.56, 40, 18, 70, "#4a4640"),
    ),
    (Item("barrel", 0.62, 1.36), Item("hay bale", 0.3, 1.36), Item("torch", 0.47, 1.46, up=80)),
    "bulb",
    "clouds",
    "#55514c",
    width=0.56,
)
