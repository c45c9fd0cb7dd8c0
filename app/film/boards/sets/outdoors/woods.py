"""Woods and jungles."""

from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

_MOSS = "#5f7a40"

FOREST = OpenSet(
    ("wood",),
    "path",
    _MOSS,
    (),
    (
        Sight("trunk", 0.12, 1.5, 520),
        Sight("trunk", 0.3, 2.2, 560),
        Sight("trunk", 0.44, 3.2, 620),
        Sight("trunk", 0.62, 2.6, 560),
        Sight("trunk", 0.74, 1.8, 540),
        Sight("trunk", 0.9, 1.4, 520),
        Sight("fern", 0.2, 1.4, 40),
        Sight("fern", 0.8, 1.4, 40),
        Sight("bush", 0.56, 2.0, 34),
    ),
    (Item("log", 0.68, 1.4), Item("mushroom", 0.26, 1.3)),
)

FOREST_FIRS = OpenSet(
    ("wood",),
    "grass",
    "#56703f",
    (),
    (
        Sight("fir", 0.1, 1.6, 420),
        Sight("fir", 0.25, 2.2, 440),
        Sight("fir", 0.4, 3.4, 460),
        Sight("fir", 0.6, 3.0, 440),
        Sight("fir", 0.76, 2.0, 460),
        Sight("fir", 0.92, 1.5, 400),
        Sight("trunk", 0.02, 1.3, 520),
        Sight("trunk", 0.98, 1.3, 520),
        Sight("rock", 0.66, 1.5, 28),
    ),
    (Item("tree stump", 0.34, 1.4), Item("mushroom", 0.62, 1.3)),
)

FOREST_OAKS = OpenSet(
    ("wood",),
    "flowers",
    "#6a8a44",
    (),
    (
        Sight("tree", 0.12, 1.7, 440),
        Sight("tree", 0.34, 2.8, 460),
        Sight("tree", 0.68, 2.4, 440),
        Sight("tree", 0.9, 1.6, 420),
        Sight("fern", 0.26, 1.5, 36),
        Sight("fern", 0.76, 1.4, 36),
    ),
    (Item("log", 0.3, 1.35),),
)

FOREST_PATH = OpenSet(
    ("wood",),
    "path",
    _MOSS,
    (),
    (
        Sight("trunk", 0.16, 1.35, 520),
        Sight("trunk", 0.3, 1.9, 540),
        Sight("trunk", 0.38, 2.8, 560),
        Sight("trunk", 0.62, 2.8, 560),
        Sight("trunk", 0.7, 1.9, 540),
        Sight("trunk", 0.84, 1.35, 520),
        Sight("fern", 0.24, 1.5, 34),
        Sight("bush", 0.77, 1.7, 34),
    ),
    (),
)

CLEARING = OpenSet(
    ("wood",),
    "flowers",
    "#86a84c",
    (),
    (
        Sight("tree", 0.1, 1.8, 380),
        Sight("fir", 0.24, 2.6, 420),
        Sight("fir", 0.76, 2.6, 420),
        Sight("tree", 0.91, 1.8, 380),
    ),
    (Item("tree stump", 0.66, 1.4), Item("log", 0.3, 1.5)),
)

JUNGLE = OpenSet(
    ("palms",),
    "grass",
    "#4a7a3f",
    (),
    (
        Sight("palm", 0.27, 1.7, 260),
        Sight("palm", 0.72, 1.9, 280),
        Sight("trunk", 0.28, 2.2, 600),
        Sight("trunk", 0.93, 1.4, 540),
        Sight("vine", 0.33, 1.8, 330),
        Sight("vine", 0.66, 1.8, 440),
        Sight("fern", 0.16, 1.3, 60),
        Sight("fern", 0.36, 1.6, 60),
        Sight("fern", 0.74, 1.5, 64),
        Sight("fern", 0.9, 1.25, 60),
    ),
    (Item("hibiscus", 0.7, 1.3, size=1.5),),
)

ANT_HILL = OpenSet(
    ("wood",),
    "grass",
    _MOSS,
    (),
    (
        Sight("ant hill", 0.6, 1.3, 110),
        Sight("trunk", 0.1, 1.4, 520),
        Sight("trunk", 0.9, 1.7, 540),
        Sight("fern", 0.3, 1.4, 40),
    ),
    (Item("mushroom", 0.36, 1.2),),
    middle=0.4,
)
