"""Where people play and rest."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

_SLABS = "#b8b0a2"

SCHOOL = OpenSet(
    ("trees",),
    "square",
    _SLABS,
    (Front("school", 0.5, 560, 2.3, sign="SCHOOL"),),
    (Sight("tree", 0.12, 1.8, 230), Sight("tree", 0.9, 1.8, 230)),
    (Item("bench", 0.24, 1.4), Item("bicycle", 0.78, 1.4)),
)

SCHOOL_YARD = OpenSet(
    ("trees",),
    "square",
    "#c0b49a",
    (Front("school", 0.3, 460, 2.5),),
    (Sight("tree", 0.9, 1.7, 240), Sight("goal", 0.72, 2.2, 110)),
    (Item("bench", 0.16, 1.5), Item("ball", 0.64, 1.3), Item("swing", 0.84, 1.9)),
)

STADIUM = OpenSet(
    (),
    "pitch",
    "#6fa048",
    (),
    (Sight("stand", 0.5, 3.6, 320), Sight("goal", 0.5, 2.6, 140)),
    (Item("ball", 0.58, 1.2),),
)

PARK = OpenSet(
    ("skyline", "trees"),
    "path",
    "#84a84e",
    (),
    (
        Sight("tree", 0.14, 1.7, 300),
        Sight("tree", 0.84, 1.9, 280),
        Sight("tree", 0.4, 3.4, 250),
        Sight("rose bush", 0.64, 1.8, 30),
        Sight("bush", 0.3, 1.7, 34),
    ),
    (Item("park bench", 0.32, 1.36), Item("lamp post", 0.67, 1.4), Item("fountain", 0.6, 2.6)),
)

PLAYGROUND = OpenSet(
    ("trees",),
    "plain",
    "#d4bb84",
    (Front("flats", 0.9, 280, 4.0),),
    (Sight("tree", 0.08, 1.8, 260), Sight("tree", 0.95, 1.8, 260)),
    (
        Item("swing", 0.3, 1.6),
        Item("slide", 0.7, 1.6),
        Item("sandbox", 0.5, 1.8),
        Item("park bench", 0.88, 1.3),
        Item("ball", 0.4, 1.2),
    ),
)

ZOO = OpenSet(
    ("trees",),
    "path",
    "#8aa458",
    (),
    (
        Sight("cages", 0.24, 1.9, 150),
        Sight("cages", 0.78, 1.9, 150),
        Sight("tree", 0.5, 2.6, 280),
        Sight("palm", 0.06, 1.6, 240),
        Sight("palm", 0.93, 1.6, 240),
    ),
    (Item("park bench", 0.5, 1.8), Item("signpost", 0.42, 1.4)),
)

CIRCUS = OpenSet(
    ("trees",),
    "path",
    "#8fa45a",
    (),
    (Sight("big top", 0.48, 3.0, 380), Sight("ferris wheel", 0.74, 4.0, 420)),
    (Item("market stall", 0.16, 1.7), Item("balloon", 0.7, 1.3, up=60)),
)

POOL = OpenSet(
    ("trees",),
    "square",
    "#d8cdb4",
    (Front("hall", 0.82, 260, 3.6),),
    (Sight("pool", 0.5, 1.12, 100), Sight("palm", 0.1, 1.8, 230), Sight("tree", 0.93, 2.2, 230)),
    (Item("umbrella", 0.18, 1.6), Item("park bench", 0.86, 1.7)),
    person_share=0.3,
    eye=110,
)

GARDEN = OpenSet(
    ("wall",),
    "path",
    "#86aa50",
    (),
    (
        Sight("fruit tree", 0.13, 1.6, 280),
        Sight("fruit tree", 0.87, 1.7, 270),
        Sight("rose bush", 0.26, 1.7, 34),
        Sight("rose bush", 0.36, 2.0, 32),
        Sight("rose bush", 0.66, 1.9, 32),
        Sight("rose bush", 0.75, 1.6, 34),
    ),
    (
        Item("park bench", 0.72, 1.5),
        Item("sunflower", 0.22, 1.5),
        Item("tulip", 0.3, 1.3),
        Item("tulip", 0.33, 1.3),
    ),
)

GARDEN_LAWN = OpenSet(
    ("trees",),
    "flowers",
    "#84a84e",
    (Front("cottage", 0.78, 220, 2.6),),
    (
        Sight("fruit tree", 0.16, 1.6, 290),
        Sight("rose bush", 0.3, 1.7, 34),
        Sight("rose bush", 0.62, 1.9, 30),
        Sight("bush", 0.92, 1.5, 36),
    ),
    (Item("bench", 0.36, 1.4), Item("fence", 0.52, 2.2), Item("fence", 0.4, 2.2), Item("bucket", 0.62, 1.2)),
)

CAMPSITE = OpenSet(
    ("wood",),
    "grass",
    "#74904e",
    (),
    (Sight("fir", 0.1, 1.9, 340), Sight("fir", 0.88, 2.0, 340), Sight("fir", 0.5, 3.6, 380)),
    (
        Item("tent", 0.28, 1.5, size=1.2),
        Item("tent", 0.74, 1.9, size=1.2),
        Item("campfire", 0.62, 1.16, size=1.2),
        Item("log", 0.46, 1.3),
        Item("log", 0.78, 1.2),
    ),
)
