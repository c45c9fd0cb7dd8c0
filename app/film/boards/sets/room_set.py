"""Rooms as data, and how they are painted."""

from dataclasses import dataclass

from app.film.boards.palette import LAMPLIGHT
from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.fittings import fit_interior
from app.film.boards.scenery.fixtures import Fixture, paint_fixture
from app.film.boards.scenery.interior import build_interior, measure_interior
from app.film.boards.scenery.plane import lay_plane
from app.film.boards.scenery.surfaces import Surface
from app.film.boards.scenery.windows import WINDOWS
from app.film.boards.sets.items import Item, paint_item


@dataclass(frozen=True, slots=True)
class RoomSet:
    """A room: what it is made of, what is on its back wall and what stands in it.

    `width` is a share of the set's width, `height` is in body units, `away` the distance of the back wall
    where people stand at 1. `view` is what its windows show.
    """

    walls: Surface
    floor: Surface
    fixtures: tuple[Fixture, ...] = ()
    items: tuple[Item, ...] = ()
    fittings: str = "pendant"
    view: str = "hills"
    ceiling: str = "#e8e2d4"
    width: float = 0.64
    height: float = 152.0
    away: float = 1.5
    person_share: float = 0.42

    def __call__(self, scene: SceneCanvas) -> StandingArea:
        """Paint the room; return where people stand in it."""
        plane = lay_plane(scene, self.person_share)
        # A tall picture would else show little but ceiling.
        height = self.height * (1.35 if scene.canvas.is_tall else 1.0)
        room = measure_interior(plane, self.width, height, self.away)
        build_interior(scene, room, self.walls, self.floor, self.ceiling)
        for fixture in self.fixtures:
            paint_fixture(scene, room, fixture, self.view)
        fit_interior(scene, room, self.fittings)
        for item in sorted(self.items, key=lambda item: -item.away):
            paint_item(scene, plane, item)
        if scene.palette.lamps_lit:
            pen = scene.pen("air")
            pen.glow(
                (plane.middle, room.wall.top + room.wall.height * 0.4), room.wall.width * 0.55, LAMPLIGHT, 0.2
            )
        marks = [
            room.wall.left + room.wall.width * one.across for one in self.fixtures if one.kind in WINDOWS
        ]
        marks += [plane.find_x(item.across) for item in self.items]
        landmarks = tuple(sorted(mark / scene.canvas.width for mark in marks))
        return StandingArea(plane.ground, person_share=self.person_share, landmarks=landmarks)
