"""Seas, shores, rivers and lakes."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

_SAND = "#e2ca98"

BEACH = OpenSet(
    ("hills",),
    "shore",
    _SAND,
    (),
    (Sight("rock", 0.12, 1.3, 40), Sight("rock", 0.88, 1.5, 30)),
    (Item("sailing boat", 0.72, 4.5), Item("rowing boat", 0.24, 1.22), Item("shell", 0.62, 1.05)),
    person_share=0.26,
)

BEACH_PALMS = OpenSet(
    (),
    "shore",
    _SAND,
    (),
    (Sight("palm", 0.26, 1.6, 240), Sight("palm", 0.78, 1.5, 240)),
    (Item("sailing boat", 0.5, 5.5), Item("shell", 0.62, 1.05)),
    person_share=0.26,
)

HARBOUR = OpenSet(
    ("town",),
    "shore",
    "#a89a88",
    (
        Front("town house", 0.1, 170, 3.4),
        Front("town house blue", 0.24, 160, 3.5),
        Front("town house rose", 0.9, 180, 3.4),
    ),
    (Sight("moored ship", 0.58, 3.0, 420),),
    (
        Item("rowing boat", 0.84, 1.4),
        Item("barrel", 0.22, 1.12),
        Item("crate", 0.28, 1.14),
        Item("crate", 0.3, 1.1),
        Item("anchor", 0.8, 1.1, size=0.5),
    ),
)

SEA = OpenSet(
    (), "water", "#3f86a4", (), (), (Item("sailing boat", 0.84, 7.0),), person_share=0.24, is_afloat=True
)

SHIP = OpenSet(
    ("sea",),
    "planks",
    "#b08454",
    (),
    (Sight("ship deck", 0.5, 1.45, 430),),
    (
        Item("barrel", 0.2, 1.25),
        Item("barrel", 0.26, 1.3),
        Item("crate", 0.78, 1.25),
        Item("steering wheel", 0.7, 1.3, up=20),
    ),
    person_share=0.32,
    eye=110,
)

ISLAND = OpenSet(
    (),
    "shore",
    _SAND,
    (),
    (
        Sight("palm", 0.27, 1.6, 260),
        Sight("palm", 0.33, 1.9, 240),
        Sight("palm", 0.76, 1.5, 250),
        Sight("rock", 0.9, 1.3, 40),
        Sight("bush", 0.14, 1.35, 34),
    ),
    (Item("chest", 0.68, 1.2), Item("log", 0.36, 1.25)),
    person_share=0.25,
)

RIVER = OpenSet(
    ("hills", "trees"),
    "bank",
    "#7f9c52",
    (),
    (
        Sight("tree", 0.1, 1.3, 320),
        Sight("reeds", 0.78, 1.2, 60),
        Sight("reeds", 0.24, 1.25, 50),
        Sight("tree", 0.88, 4.5, 300),
    ),
    (Item("rowing boat", 0.7, 1.5),),
)

LAKE = OpenSet(
    ("mountains", "trees"),
    "bank",
    "#7a9650",
    (),
    (Sight("reeds", 0.14, 1.18, 70), Sight("reeds", 0.86, 1.18, 70), Sight("tree", 0.94, 1.3, 320)),
    (),
    person_share=0.25,
)

BRIDGE = OpenSet(
    ("hills", "trees"),
    "bank",
    "#84a055",
    (),
    (Sight("stone bridge", 0.5, 1.7, 120), Sight("tree", 0.08, 1.4, 300), Sight("reeds", 0.9, 1.2, 60)),
    (),
)

WATERFALL = OpenSet(
    ("wood",),
    "bank",
    "#6f8f4e",
    (),
    (
        Sight("waterfall", 0.56, 3.0, 400),
        Sight("fir", 0.1, 1.7, 300),
        Sight("rock", 0.8, 1.3, 36),
        Sight("fern", 0.2, 1.25, 36),
    ),
    (),
    middle=0.42,
)

SWAMP = OpenSet(
    ("wood",),
    "bank",
    "#5f6f44",
    (),
    (
        Sight("bare tree", 0.14, 1.6, 320),
        Sight("bare tree", 0.8, 2.2, 300),
        Sight("reeds", 0.26, 1.25, 70),
        Sight("reeds", 0.68, 1.4, 66),
        Sight("reeds", 0.9, 1.2, 76),
    ),
    (Item("log", 0.58, 1.9), Item("tree stump", 0.34, 2.2)),
)
