"""Streets and squares of the past."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.open_set import OpenSet

_COBBLES = "#a89c8e"

OLD_STREET = OpenSet(
    ("town",),
    "cobbles",
    _COBBLES,
    (
        Front("timbered", 0.14, 210, 2.0),
        Front("old shop", 0.33, 200, 2.05),
        Front("town house", 0.52, 190, 2.1),
        Front("timbered", 0.7, 200, 2.05, 2),
        Front("town house rose", 0.88, 210, 2.0),
        Front("stone house", 0.02, 150, 2.1),
        Front("stone house", 1.0, 160, 2.1),
    ),
    (),
    (
        Item("lamp post", 0.25, 1.2),
        Item("lamp post", 0.8, 1.4),
        Item("barrel", 0.41, 1.7),
        Item("crate", 0.44, 1.7),
    ),
)

OLD_STREET_LANE = OpenSet(
    ("town",),
    "cobbles",
    _COBBLES,
    (
        Front("stone house", 0.1, 260, 1.6),
        Front("timbered", 0.26, 200, 2.3),
        Front("town house blue", 0.42, 180, 3.2),
        Front("timbered", 0.6, 170, 3.2, 2),
        Front("old shop", 0.75, 200, 2.2),
        Front("town house", 0.93, 270, 1.6),
    ),
    (),
    (Item("lamp post", 0.3, 1.5), Item("lamp post", 0.66, 2.1), Item("barrel", 0.82, 1.4)),
)

MARKET = OpenSet(
    ("town",),
    "cobbles",
    _COBBLES,
    (
        Front("timbered", 0.14, 210, 2.6),
        Front("town house", 0.34, 200, 2.7),
        Front("hall", 0.55, 260, 2.8),
        Front("timbered", 0.77, 200, 2.6),
        Front("stone house", 0.94, 210, 2.6),
    ),
    (),
    (
        *line_up("market stall", (0.22, 0.42, 0.62, 0.82), 1.55),
        Item("crate", 0.3, 1.3),
        Item("barrel", 0.14, 1.25),
        Item("sack", 0.74, 1.25),
        Item("crate", 0.88, 1.2),
        Item("fountain", 0.52, 2.0),
    ),
)

OLD_ROOFTOP = OpenSet(
    ("town", "roofs"),
    "terrace",
    "#a0624c",
    (),
    (Sight("chimneys", 0.2, 1.5, 110), Sight("chimneys", 0.76, 2.0, 120), Sight("chimneys", 0.9, 1.5, 100)),
    (),
    eye=100,
)

OLD_BALCONY = OpenSet(
    ("hills", "town"),
    "terrace",
    "#c8b08c",
    (),
    (Sight("bridge rail", 0.5, 1.35, 58),),
    (Item("potted plant", 0.22, 1.2), Item("potted plant", 0.8, 1.2)),
    eye=110,
)

COURTYARD = OpenSet(
    (),
    "cobbles",
    "#b0a48e",
    (),
    (Sight("castle wall", 0.5, 2.3, 330),),
    (
        Item("well", 0.28, 1.5),
        Item("barrel", 0.8, 1.5),
        Item("hay bale", 0.86, 1.4),
        Item("crate", 0.76, 1.45),
    ),
)

OLD_STATION = OpenSet(
    ("hills", "trees"),
    "platform",
    "#b8a68c",
    (Front("station", 0.86, 360, 3.0),),
    (Sight("platform roof", 0.16, 1.3, 205), Sight("station clock", 0.4, 1.25, 150)),
    (
        Item("steam locomotive", 0.42, 1.75),
        Item("bench", 0.8, 1.16),
        Item("suitcase", 0.72, 1.14),
        Item("lamp post", 0.9, 1.2),
    ),
)

OLD_FACTORY_FRONT = OpenSet(
    ("town",),
    "cobbles",
    "#8f8880",
    (Front("factory", 0.44, 560, 2.3),),
    (Sight("chimneys", 0.62, 2.35, 620), Sight("chimneys", 0.16, 2.6, 560)),
    (Item("barrel", 0.8, 1.4), Item("crate", 0.86, 1.35)),
)
