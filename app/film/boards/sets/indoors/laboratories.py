"""Laboratories, control rooms and what flies in space."""

from app.film.boards.scenery.fixtures import Fixture
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.sets.items import Item, line_up
from app.film.boards.sets.room_set import RoomSet

_HULL = Surface("metal", "#c4ccd4", "#6f7c8c")

LABORATORY = RoomSet(
    Surface("tiles", "#e4eeee", "#b8cccc"),
    Surface("tiles", "#c8d0d0", "#a4b0b0"),
    (
        Fixture("bottles", 0.26, 120, 50, 66, "#d8dede"),
        Fixture("whiteboard", 0.6, 90, 50, 66, "#ffffff"),
        Fixture("screen", 0.88, 46, 34, 76, "#1f5a6a"),
    ),
    (
        Item("office desk", 0.3, 1.26, size=1.2),
        Item("office desk", 0.72, 1.26, size=1.2),
        Item("microscope", 0.24, 1.25, up=52),
        Item("test tube", 0.33, 1.25, up=52),
        Item("flask", 0.68, 1.25, up=52),
        Item("computer", 0.78, 1.25, up=52),
        Item("stool", 0.52, 1.2),
    ),
    "tubes",
    ceiling="#f2f6f6",
)

CONTROL_ROOM = RoomSet(
    Surface("metal", "#5f6e80", "#3f4a5a"),
    Surface("plates", "#4a5260"),
    (
        Fixture("screen", 0.5, 150, 66, 62, "#1f4f7a"),
        Fixture("screen", 0.17, 72, 46, 74, "#1f6a5a"),
        Fixture("screen", 0.83, 72, 46, 74, "#6a3f2f"),
        Fixture("panel", 0.5, 380, 26, 20, "#3a4452"),
    ),
    (
        *line_up("control panel", (0.26, 0.5, 0.74), 1.26),
        *line_up("chair", (0.36, 0.64), 1.14),
        Item("server rack", 0.1, 1.3),
        Item("server rack", 0.9, 1.3),
    ),
    "tubes",
    ceiling="#2f3642",
)

SPACESHIP = RoomSet(
    Surface("metal", "#8f9cac", "#4f5c6e"),
    Surface("plates", "#4f5866", "#2f3642"),
    (
        Fixture("vehicle window", 0.5, 250, 92, 50, "#4f5c6e"),
        Fixture("panel", 0.5, 300, 26, 20, "#3a4452"),
        Fixture("panel", 0.08, 50, 70, 44, "#3a4452"),
        Fixture("panel", 0.92, 50, 70, 44, "#3a4452"),
    ),
    (
        *line_up("control panel", (0.3, 0.5, 0.7), 1.34),
        Item("airplane seat", 0.3, 1.12),
        Item("airplane seat", 0.7, 1.12),
    ),
    "ribs",
    "stars",
    "#3f4a5a",
    height=146,
)

SPACE_STATION = RoomSet(
    _HULL,
    Surface("plates", "#a8b2bc", "#7c8894"),
    (
        Fixture("porthole", 0.26, 92, 92, 42, "#8a96a4"),
        Fixture("hatch", 0.58, 84, 116, 0, "#aab4be"),
        Fixture("panel", 0.84, 76, 46, 62, "#5a6674"),
        Fixture("screen", 0.84, 60, 34, 20, "#1f5a7a"),
    ),
    (Item("server rack", 0.13, 1.3), Item("control panel", 0.86, 1.22)),
    "ribs",
    "stars",
    "#dfe6ec",
)
