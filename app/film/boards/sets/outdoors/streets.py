"""Streets of today."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

_ASPHALT = "#6f7278"

MODERN_STREET = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (
        Front("shop", 0.22, 220, 2.3, sign="SHOP"),
        Front("flats", 0.4, 190, 2.35),
        Front("tower", 0.58, 240, 2.6),
        Front("shop blue", 0.76, 220, 2.3, sign="CAFE", sign_colour="#2f5a8a"),
        Front("brick house", 0.05, 210, 2.35),
        Front("flats grey", 0.93, 210, 2.35),
    ),
    (Sight("tree", 0.68, 2.06, 150),),
    (
        Item("car", 0.24, 1.62),
        Item("taxi", 0.72, 1.5, faces_left=False),
        Item("traffic light", 0.85, 1.12),
        Item("lamp post", 0.13, 1.12),
    ),
)

MODERN_STREET_BRICK = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (
        Front("brick house", 0.16, 230, 2.3, 4),
        Front("shop green", 0.36, 220, 2.3, sign="BOOKS", sign_colour="#2f6a4a"),
        Front("brick house", 0.56, 220, 2.32, 5),
        Front("shop", 0.75, 210, 2.3, sign="PIZZA"),
        Front("flats", 0.94, 220, 2.35),
    ),
    (Sight("tree", 0.46, 2.06, 170), Sight("tree", 0.86, 2.06, 180)),
    (Item("bus", 0.74, 1.66), Item("car", 0.2, 1.5), Item("lamp post", 0.3, 1.12), Item("postbox", 0.9, 1.1)),
)

MODERN_STREET_TOWERS = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (
        Front("tower", 0.14, 260, 2.5),
        Front("tower", 0.82, 280, 2.4),
        Front("flats grey", 0.34, 220, 2.45, 8),
        Front("hall", 0.56, 330, 2.35),
        Front("tower", 0.99, 240, 2.7),
    ),
    (),
    (
        Item("taxi", 0.28, 1.5),
        Item("car", 0.66, 1.66, faces_left=False),
        Item("traffic light", 0.15, 1.12),
        Item("lamp post", 0.88, 1.14),
    ),
)

MODERN_HOUSE = OpenSet(
    ("trees",),
    "street",
    _ASPHALT,
    (
        Front("town house", 0.5, 280, 2.25, 2),
        Front("town house blue", 0.2, 240, 2.3, 2),
        Front("town house rose", 0.8, 240, 2.3, 2),
    ),
    (Sight("tree", 0.35, 2.05, 180), Sight("tree", 0.66, 2.05, 190)),
    (Item("car", 0.3, 1.6), Item("mailbox", 0.6, 1.12), Item("lamp post", 0.82, 1.14)),
)

MODERN_FLATS = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (Front("flats", 0.3, 380, 2.3, 6), Front("flats grey", 0.74, 380, 2.4, 7)),
    (Sight("tree", 0.52, 2.05, 180), Sight("tree", 0.94, 2.05, 180)),
    (Item("car", 0.2, 1.6), Item("car", 0.74, 1.6, faces_left=False), Item("lamp post", 0.88, 1.14)),
)

BUS_STOP = OpenSet(
    ("skyline",),
    "street",
    _ASPHALT,
    (
        Front("flats", 0.16, 260, 2.35),
        Front("shop blue", 0.4, 240, 2.3),
        Front("brick house", 0.66, 250, 2.35),
        Front("flats grey", 0.9, 260, 2.35),
    ),
    (Sight("shelter", 0.68, 1.15, 142), Sight("bus sign", 0.44, 1.12, 150)),
    (Item("bus", 0.2, 1.6),),
    middle=0.45,
)

ROOFTOP = OpenSet(
    ("skyline", "roofs"),
    "terrace",
    "#a89a94",
    (),
    (Sight("chimneys", 0.2, 1.5, 100), Sight("chimneys", 0.82, 1.7, 110), Sight("bridge rail", 0.5, 1.9, 34)),
    (Item("satellite dish", 0.68, 1.7, size=0.5),),
    eye=100,
)

BALCONY = OpenSet(
    ("skyline", "roofs"),
    "terrace",
    "#c8b08c",
    (),
    (Sight("bridge rail", 0.5, 1.35, 58),),
    (
        Item("potted plant", 0.22, 1.2),
        Item("potted plant", 0.8, 1.2),
        Item("chair", 0.7, 1.15),
        Item("table", 0.6, 1.16, size=0.8),
    ),
    eye=110,
)

MODERN_RUINS = OpenSet(
    ("skyline",),
    "rock",
    "#8a8478",
    (Front("flats grey", 0.86, 260, 2.8, 4),),
    (Sight("ruin", 0.4, 2.0, 300), Sight("rock", 0.7, 1.4, 40), Sight("rock", 0.2, 1.4, 34)),
    (Item("barrel", 0.64, 1.2),),
)
