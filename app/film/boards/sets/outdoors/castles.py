"""Castles, towers, mills and ruins."""

from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

CASTLE = OpenSet(
    ("hills", "trees"),
    "path",
    "#7d9656",
    (),
    (
        Sight("castle", 0.58, 4.6, 580),
        Sight("tree", 0.14, 1.9, 230),
        Sight("tree", 0.92, 2.2, 200),
        Sight("bush", 0.24, 1.6, 36),
    ),
    (),
    middle=0.44,
)

TOWER = OpenSet(
    ("hills", "wood"),
    "path",
    "#748f52",
    (),
    (
        Sight("stone tower", 0.6, 3.4, 460),
        Sight("tree", 0.2, 2.0, 220),
        Sight("bush", 0.7, 1.7, 40),
        Sight("rock", 0.44, 1.7, 26),
    ),
    (),
    middle=0.44,
)

LIGHTHOUSE = OpenSet(
    (),
    "shore",
    "#a89c84",
    (),
    (Sight("lighthouse", 0.64, 4.4, 540), Sight("rock", 0.14, 1.3, 40), Sight("rock", 0.88, 1.4, 44)),
    (Item("rowing boat", 0.3, 1.5),),
    person_share=0.25,
    middle=0.42,
)

MILL = OpenSet(
    ("hills", "trees"),
    "path",
    "#8aa654",
    (),
    (Sight("windmill", 0.62, 3.0, 430), Sight("tree", 0.14, 2.0, 240), Sight("bush", 0.84, 1.6, 34)),
    (Item("sack", 0.5, 1.5), Item("sack", 0.53, 1.45), Item("fence", 0.24, 1.5)),
    middle=0.42,
)

RUINS = OpenSet(
    ("hills", "trees"),
    "grass",
    "#76905a",
    (),
    (
        Sight("ruin", 0.5, 1.9, 290),
        Sight("tree", 0.1, 2.2, 260),
        Sight("bush", 0.86, 1.5, 34),
        Sight("rock", 0.24, 1.3, 28),
    ),
    (),
)
