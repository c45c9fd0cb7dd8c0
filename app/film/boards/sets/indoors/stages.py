"""Where people watch: stages, screens, pictures, rings."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

THEATRE = RoomSet(
    Surface("plain", "#3a2230", "#c8a04a"),
    Surface("boards", "#a8784a"),
    (
        Fixture("drape", 0.5, 330, 150, 0, "#2f2a40"),
        Fixture("drape", 0.1, 90, 160, 0, "#a82f34"),
        Fixture("drape", 0.9, 90, 160, 0, "#a82f34"),
        Fixture("drape", 0.5, 420, 30, 132, "#a82f34"),
    ),
    (),
    "spots",
    ceiling="#2a1a24",
    height=162,
)

CINEMA = RoomSet(
    Surface("plain", "#4a2a34", "#2f1a22"),
    Surface("carpet", "#5a2a30"),
    (
        Fixture("cinema screen", 0.5, 250, 110, 36, "#e8eef4"),
        Fixture("drape", 0.1, 60, 146, 0, "#8a2f34"),
        Fixture("drape", 0.9, 60, 146, 0, "#8a2f34"),
    ),
    (*line_up("armchair", (0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9), 1.14),),
    "",
    ceiling="#241820",
)

MUSEUM = RoomSet(
    Surface("plain", "#9a4a44", "#e0d4b8"),
    Surface("boards", "#b08050"),
    (
        Fixture("picture", 0.2, 76, 56, 66, "#d0a040"),
        Fixture("portrait", 0.46, 50, 66, 58, "#d0a040"),
        Fixture("picture", 0.68, 52, 40, 74, "#d0a040"),
        Fixture("picture", 0.88, 50, 60, 62, "#d0a040"),
    ),
    (
        Item("bench", 0.5, 1.2),
        Item("amphora", 0.26, 1.3, up=40),
        Item("cupboard", 0.26, 1.31, size=0.4),
        Item("statue", 0.78, 1.34),
    ),
    "tubes",
    ceiling="#ece4d4",
    height=168,
)

STUDIO = RoomSet(
    Surface("plain", "#3f4a5a", "#2a323e"),
    Surface("lino", "#6a6e78", "#5a5e66"),
    (
        Fixture("block", 0.5, 200, 110, 10, "#2f7a8a"),
        Fixture("screen", 0.34, 60, 40, 66, "#2f5aa8"),
        Fixture("screen", 0.66, 60, 40, 66, "#2f5aa8"),
        Fixture("sign", 0.5, 40, 18, 128, "#d83a34", "ON AIR"),
    ),
    (
        Item("desk", 0.5, 1.28, size=1.3),
        Item("microphone", 0.44, 1.27, up=56),
        Item("microphone", 0.56, 1.27, up=56),
        Item("film camera", 0.2, 1.1, up=50),
        Item("floor lamp", 0.82, 1.2),
    ),
    "tubes",
    ceiling="#23262e",
)

CIRCUS_RING = RoomSet(
    Surface("cloth", "#f0dcb8", "#c8443c"),
    Surface("earth", "#e0bc7c"),
    (
        Fixture("drape", 0.5, 90, 110, 0, "#a82f3a"),
        Fixture("audience", 0.2, 150, 60, 26, "#6a4a5a"),
        Fixture("audience", 0.8, 150, 60, 26, "#6a4a5a"),
        Fixture("block", 0.2, 160, 26, 0, "#c8443c"),
        Fixture("block", 0.8, 160, 26, 0, "#c8443c"),
    ),
    (Item("balloon", 0.2, 1.3, up=80),),
    "spots",
    "clouds",
    "#c8443c",
    width=0.74,
    height=180,
)

ZOO_HOUSE = RoomSet(
    Surface("stone", "#b8b094", "#8f8870"),
    Surface("slabs", "#b4a88c", "#8f846c"),
    (
        Fixture("modern window", 0.28, 150, 96, 14, "#5f6a5a"),
        Fixture("bars", 0.28, 150, 96, 14),
        Fixture("modern window", 0.74, 150, 96, 14, "#5f6a5a"),
        Fixture("bars", 0.74, 150, 96, 14),
    ),
    (Item("bench", 0.5, 1.2), Item("palm", 0.12, 1.3, size=0.35)),
    "tubes",
    "trees",
    "#a8a890",
)
