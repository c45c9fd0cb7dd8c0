"""Fields, hills, mountains and deserts."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.open_set import OpenSet

_MEADOW = "#88a850"

_SNOW = "#f2f5f8"

FIELD = OpenSet(
    ("hills", "trees"),
    "flowers",
    _MEADOW,
    (),
    (Sight("tree", 0.84, 1.8, 300), Sight("bush", 0.12, 1.7, 34)),
    (),
    person_share=0.25,
)

FIELD_FENCE = OpenSet(
    ("hills", "trees"),
    "flowers",
    "#a4b054",
    (),
    (Sight("tree", 0.14, 2.0, 280), Sight("tree", 0.24, 3.0, 260)),
    (*line_up("fence", (0.6, 0.72, 0.84, 0.96), 1.7), Item("haystack", 0.7, 2.4)),
    person_share=0.25,
)

ROAD = OpenSet(
    ("hills", "trees"),
    "path",
    "#94a45c",
    (),
    (Sight("tree", 0.14, 1.8, 270), Sight("tree", 0.9, 2.6, 250), Sight("bush", 0.3, 2.0, 30)),
    (Item("signpost", 0.7, 1.2), *line_up("fence", (0.8, 0.92), 1.5)),
    person_share=0.25,
)

HILL = OpenSet(
    ("hills",),
    "path",
    _MEADOW,
    (),
    (Sight("tree", 0.7, 2.2, 300), Sight("bush", 0.28, 1.6, 30), Sight("rock", 0.32, 1.4, 16)),
    (),
    person_share=0.24,
)

VALLEY = OpenSet(
    ("mountains", "hills", "trees"),
    "path",
    "#86a458",
    (Front("cottage", 0.72, 200, 4.5), Front("cottage", 0.3, 200, 5.5)),
    (Sight("tree", 0.1, 1.9, 260), Sight("fir", 0.9, 2.0, 280), Sight("fir", 0.82, 2.6, 280)),
    (),
    person_share=0.24,
)

MOUNTAIN = OpenSet(
    ("mountains",),
    "rock",
    "#8a9470",
    (),
    (
        Sight("fir", 0.24, 2.0, 220),
        Sight("fir", 0.31, 2.6, 230),
        Sight("fir", 0.76, 2.2, 240),
        Sight("rock", 0.7, 1.5, 40),
        Sight("rock", 0.28, 1.7, 30),
    ),
    (),
    person_share=0.24,
)

CLIFF = OpenSet(
    ("sea",),
    "bank",
    "#94a068",
    (),
    (Sight("cliff", 0.36, 2.2, 240), Sight("rock", 0.8, 1.3, 26)),
    (),
    person_share=0.25,
    middle=0.58,
)

CAVE_MOUTH = OpenSet(
    ("mountains",),
    "rock",
    "#848a6c",
    (),
    (Sight("cave mouth", 0.58, 1.8, 150), Sight("fir", 0.14, 1.8, 280), Sight("rock", 0.3, 1.4, 34)),
    (),
    middle=0.4,
)

DESERT = OpenSet(
    ("dry hills",),
    "sand",
    "#e4b878",
    (),
    (Sight("rock", 0.86, 1.6, 30),),
    (Item("cactus", 0.3, 1.6), Item("cactus", 0.7, 2.6)),
    person_share=0.23,
)

SNOWFIELD = OpenSet(
    ("mountains",),
    "snow",
    _SNOW,
    (),
    (
        Sight("fir", 0.12, 1.8, 280),
        Sight("fir", 0.24, 2.8, 280),
        Sight("fir", 0.84, 2.2, 290),
        Sight("bare tree", 0.93, 1.6, 260),
    ),
    (Item("snowman", 0.68, 1.6),),
    person_share=0.24,
)
