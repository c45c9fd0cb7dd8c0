"""The sky and what lies beyond it."""

from app.film.boards.scenery.sights import Sight
from app.film.boards.sets.items import Item
from app.film.boards.sets.open_set import OpenSet

SKY = OpenSet(
    (),
    "plain",
    "#eef2f6",
    (),
    (
        Sight("cloud", 0.16, 1.3, 70),
        Sight("cloud", 0.5, 1.06, 90),
        Sight("cloud", 0.86, 1.4, 70),
        Sight("cloud", 0.32, 3.0, 130),
        Sight("cloud", 0.7, 3.4, 130),
    ),
    (Item("hot-air balloon", 0.7, 5.0, up=90, size=0.4),),
    person_share=0.24,
    eye=140,
)

MOON = OpenSet(
    ("space",),
    "craters",
    "#b4b2b0",
    (),
    (Sight("lander", 0.3, 1.9, 200), Sight("rock", 0.86, 1.5, 34), Sight("rock", 0.64, 2.4, 30)),
    (),
    person_share=0.25,
    middle=0.55,
)

OUTER_SPACE = OpenSet(
    ("space",),
    "craters",
    "#6a6880",
    (),
    (Sight("rock", 0.2, 1.4, 60), Sight("rock", 0.84, 1.7, 60)),
    (
        Item("rocket", 0.34, 2.4, size=0.12),
        Item("satellite", 0.64, 3.0, up=330),
    ),
    person_share=0.22,
)
