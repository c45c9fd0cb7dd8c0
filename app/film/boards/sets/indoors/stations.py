"""Where travellers wait, and tunnels."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

UNDERGROUND_STATION = RoomSet(
    Surface("tiles", "#e4ded0", "#b0a898"),
    Surface("slabs", "#8f9094", "#6f7074"),
    (
        Fixture("subway train", 0.5, 420, 112, 0, "#3f6ab0"),
        Fixture("sign", 0.5, 60, 22, 122, "#2f4a9a", "METRO"),
        Fixture("block", 0.5, 460, 6, 0, "#e8c23a"),
    ),
    (Item("bench", 0.2, 1.16), Item("vending machine", 0.88, 1.2)),
    "tubes",
    "tunnel",
    "#7a7c80",
    width=0.9,
    height=158,
)

STATION_HALL = RoomSet(
    Surface("stone", "#d4bc94", "#a89070"),
    Surface("tiles", "#c8bca8", "#9a8f7c"),
    (
        *(Fixture("arched window", x, 60, 92, 62, "#5f6a68") for x in (0.18, 0.82)),
        Fixture("departures", 0.5, 130, 54, 92),
        Fixture("clock", 0.5, 28, 28, 152),
        *(Fixture("arch", x, 60, 70, 0, "#a89070") for x in (0.36, 0.64)),
    ),
    (Item("bench", 0.24, 1.24), Item("suitcase", 0.32, 1.2), Item("mailbox", 0.84, 1.3)),
    "pendants",
    "clouds",
    "#8a9490",
    height=190,
)

AIRPORT_HALL = RoomSet(
    Surface("plain", "#dfe4e6", "#8a98a4"),
    Surface("tiles", "#c8cdd0", "#a4acb0"),
    (
        Fixture("modern window", 0.36, 250, 104, 14, "#7a8894"),
        Fixture("departures", 0.84, 100, 62, 70),
        Fixture("sign", 0.84, 50, 22, 136, "#e8b82e", "GATE 2"),
    ),
    (
        Item("aeroplane", 0.38, 1.49, up=34, size=0.07),
        *line_up("chair", (0.24, 0.31, 0.38, 0.45), 1.26),
        Item("suitcase", 0.54, 1.18),
        Item("suitcase", 0.58, 1.2),
        Item("counter", 0.84, 1.32),
    ),
    "tubes",
    "hills",
    "#eef2f4",
    height=168,
)

TUNNEL = RoomSet(
    Surface("stone", "#6f7074", "#4a4c52"),
    Surface("slabs", "#5f6064", "#44464a"),
    (Fixture("arch", 0.5, 110, 120, 0, "#5a5c62"),),
    (),
    "vault",
    ceiling="#4a4c52",
    width=0.3,
    away=2.2,
    height=150,
)
