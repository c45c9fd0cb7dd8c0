"""Villages and single houses."""

from app.film.boards.scenery.fronts import Front
from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.open_set import OpenSet

_MEADOW = "#88a850"

VILLAGE = OpenSet(
    ("hills", "trees"),
    "path",
    "#8aa05a",
    (
        Front("cottage", 0.14, 200, 1.9),
        Front("farmhouse", 0.32, 180, 2.6),
        Front("cottage", 0.68, 190, 2.5),
        Front("cottage", 0.87, 210, 1.9),
        Front("church", 0.52, 130, 4.6),
        Front("farmhouse", 0.42, 150, 4.0),
    ),
    (
        Sight("tree", 0.24, 2.2, 190),
        Sight("tree", 0.77, 2.2, 180),
        Sight("bush", 0.06, 1.5, 34),
        Sight("bush", 0.95, 1.5, 34),
    ),
    (Item("well", 0.66, 1.7), Item("fence", 0.12, 1.4), Item("fence", 0.9, 1.4)),
)

VILLAGE_GREEN = OpenSet(
    ("hills", "trees"),
    "grass",
    "#86a654",
    (
        Front("timbered", 0.12, 190, 2.1, 2),
        Front("cottage", 0.3, 190, 2.4),
        Front("cottage", 0.74, 200, 2.2),
        Front("farmhouse", 0.92, 190, 2.1),
        Front("church", 0.56, 150, 3.4),
    ),
    (Sight("tree", 0.44, 1.7, 230), Sight("bush", 0.63, 1.9, 30)),
    (Item("bench", 0.4, 1.5), Item("signpost", 0.2, 1.25)),
)

COTTAGE = OpenSet(
    ("hills", "trees"),
    "path",
    "#86a456",
    (Front("cottage", 0.58, 300, 1.7),),
    (
        Sight("tree", 0.33, 1.9, 300),
        Sight("fruit tree", 0.85, 1.7, 230),
        Sight("rose bush", 0.45, 1.55, 26),
        Sight("rose bush", 0.73, 1.55, 26),
    ),
    (Item("fence", 0.2, 1.4), Item("fence", 0.86, 1.35), Item("log", 0.79, 1.45)),
)

HOUSE = OpenSet(
    ("trees",),
    "path",
    "#84a352",
    (Front("farmhouse", 0.52, 320, 1.9),),
    (
        Sight("tree", 0.24, 1.8, 300),
        Sight("tree", 0.84, 2.2, 260),
        Sight("rose bush", 0.36, 1.6, 28),
        Sight("bush", 0.68, 1.65, 30),
    ),
    (Item("fence", 0.16, 1.35), Item("fence", 0.88, 1.35), Item("mailbox", 0.64, 1.2)),
)

CHURCH = OpenSet(
    ("hills", "trees"),
    "path",
    "#7f9a58",
    (Front("church", 0.58, 300, 3.2), Front("church", 0.47, 120, 3.15, 3)),
    (Sight("tree", 0.2, 2.0, 260), Sight("tree", 0.86, 2.0, 240)),
    (*line_up("gravestone", (0.16, 0.26, 0.8, 0.9), 1.5),),
)

GRAVEYARD = OpenSet(
    ("trees",),
    "grass",
    "#6f8a56",
    (Front("church", 0.78, 200, 3.4),),
    (Sight("bare tree", 0.16, 1.8, 330), Sight("fir", 0.92, 2.0, 240)),
    (
        *line_up("gravestone", (0.24, 0.4, 0.56, 0.72, 0.88), 1.75),
        *line_up("gravestone", (0.12, 0.32, 0.68, 0.84), 1.3),
        Item("gate", 0.5, 2.4),
        Item("fence", 0.36, 2.4),
        Item("fence", 0.64, 2.4),
    ),
)

OLD_SCHOOL = OpenSet(
    ("hills", "trees"),
    "path",
    "#8aa05a",
    (Front("old school", 0.52, 340, 2.0),),
    (Sight("tree", 0.2, 1.9, 240), Sight("tree", 0.87, 2.0, 230)),
    (Item("fence", 0.16, 1.4), Item("fence", 0.88, 1.4), Item("bell", 0.52, 2.0, up=230)),
)

FARM = OpenSet(
    ("hills", "trees"),
    "path",
    "#a4a05c",
    (Front("barn", 0.24, 260, 2.0), Front("farmhouse", 0.78, 220, 2.4)),
    (Sight("tree", 0.92, 2.0, 240),),
    (
        Item("haystack", 0.45, 1.9),
        Item("hay bale", 0.52, 1.6),
        Item("fence", 0.66, 1.5),
        Item("fence", 0.88, 1.5),
        Item("trough", 0.36, 1.4),
        Item("tractor", 0.6, 2.2),
    ),
)

OLD_FARM = OpenSet(
    ("hills", "trees"),
    "path",
    "#a4a05c",
    (Front("barn", 0.24, 260, 2.0), Front("cottage", 0.78, 240, 2.2)),
    (Sight("tree", 0.92, 2.0, 240),),
    (
        Item("haystack", 0.45, 1.9),
        Item("haystack", 0.54, 2.2),
        Item("fence", 0.66, 1.5),
        Item("fence", 0.88, 1.5),
        Item("trough", 0.36, 1.4),
        Item("sack", 0.12, 1.4),
    ),
)

TEA_TABLE = OpenSet(
    ("wall",),
    "flowers",
    "#86a850",
    (Front("cottage", 0.82, 240, 2.5),),
    (Sight("tree", 0.3, 1.65, 330), Sight("rose bush", 0.1, 1.6, 34), Sight("rose bush", 0.92, 1.5, 30)),
    (
        Item("dining table", 0.5, 1.3, size=1.2),
        Item("chair", 0.28, 1.3),
        Item("chair", 0.72, 1.3, faces_left=True),
        Item("armchair", 0.4, 1.42),
        Item("chair", 0.56, 1.42),
        Item("teapot", 0.46, 1.29, up=54),
        Item("cup", 0.53, 1.29, up=54),
        Item("cake", 0.58, 1.29, up=54),
        Item("cup", 0.41, 1.29, up=54),
    ),
)

WELL = OpenSet(
    ("hills", "trees"),
    "path",
    _MEADOW,
    (Front("cottage", 0.86, 200, 3.0),),
    (Sight("tree", 0.14, 1.7, 300), Sight("rose bush", 0.74, 1.5, 26)),
    (Item("well", 0.62, 1.25, size=1.15), Item("bucket", 0.74, 1.15)),
    middle=0.42,
)
