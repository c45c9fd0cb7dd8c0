"""Where people drive, park, fly and build."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.open_set import OpenSet

STATION = OpenSet(
    ("skyline",),
    "platform",
    "#b0aca4",
    (Front("brick house", 0.88, 300, 3.2),),
    (
        Sight("train", 0.5, 1.75, 165),
        Sight("platform roof", 0.5, 1.3, 205),
        Sight("station clock", 0.3, 1.25, 150),
    ),
    (Item("park bench", 0.78, 1.16), Item("suitcase", 0.72, 1.14)),
)

PETROL_STATION = OpenSet(
    ("skyline",),
    "plain",
    "#8a8c90",
    (Front("shop", 0.86, 260, 2.6, 1, "SHOP"),),
    (Sight("pump roof", 0.46, 1.9, 200),),
    (Item("car", 0.64, 1.6), Item("lamp post", 0.1, 1.4)),
)

CAR_PARK = OpenSet(
    ("skyline",),
    "bays",
    "#6f7276",
    (Front("shop", 0.22, 360, 3.4), Front("flats grey", 0.76, 300, 3.4)),
    (),
    (
        Item("car", 0.16, 2.0),
        Item("car", 0.36, 2.0, faces_left=False),
        Item("pickup truck", 0.62, 2.0),
        Item("car", 0.86, 2.0),
        Item("car", 0.84, 1.28),
        Item("lamp post", 0.5, 2.3),
        Item("street sign", 0.1, 1.3),
    ),
)

MOTORWAY = OpenSet(
    ("hills",),
    "lanes",
    "#62666c",
    (),
    (Sight("tree", 0.06, 2.0, 200), Sight("tree", 0.94, 2.4, 200)),
    (
        Item("truck", 0.33, 2.6),
        Item("car", 0.66, 2.0),
        Item("car", 0.42, 5.0),
        Item("street sign", 0.84, 1.7, size=1.6),
    ),
)

AIRPORT = OpenSet(
    ("hills",),
    "bays",
    "#8f9498",
    (Front("hangar", 0.2, 420, 3.6, sign="AIRPORT", sign_colour="#2f5a8a"),),
    (),
    (
        Item("aeroplane", 0.58, 5.0, size=0.5),
        Item("bus", 0.14, 1.9),
        Item("suitcase", 0.84, 1.2),
        Item("suitcase", 0.88, 1.22),
    ),
)

BUILDING_SITE = OpenSet(
    ("skyline",),
    "plain",
    "#b8986c",
    (),
    (Sight("crane", 0.3, 5.0, 700), Sight("scaffold", 0.62, 2.1, 330), Sight("rock", 0.86, 1.4, 30)),
    (
        Item("crate", 0.2, 1.3),
        Item("barrel", 0.27, 1.3),
        Item("ladder", 0.44, 2.0),
        Item("tractor", 0.16, 1.8),
        Item("barrier", 0.84, 1.2),
    ),
)

MODERN_ROAD = OpenSet(
    ("hills", "trees"),
    "street",
    "#6a6d72",
    (),
    (Sight("tree", 0.2, 2.4, 260), Sight("tree", 0.8, 2.6, 260)),
    (Item("car", 0.7, 1.55), Item("street sign", 0.86, 1.1), *line_up("fence", (0.3, 0.42, 0.54), 2.3)),
    person_share=0.25,
)

MODERN_BRIDGE = OpenSet(
    ("skyline",),
    "shore",
    "#a8a49c",
    (),
    (Sight("stone bridge", 0.5, 2.4, 130),),
    (Item("lamp post", 0.16, 1.15), Item("lamp post", 0.84, 1.15)),
)
