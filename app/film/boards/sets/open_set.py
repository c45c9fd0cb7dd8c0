"""Open sets as data, and how they are painted."""

from dataclasses import dataclass

from app.film.boards.scene_canvas import SceneCanvas, StandingArea
from app.film.boards.scenery.backdrops import paint_backdrop
from app.film.boards.scenery.fronts import Front, paint_front
from app.film.boards.scenery.grounds import paint_ground
from app.film.boards.scenery.plane import Plane, lay_plane
from app.film.boards.scenery.sights import Sight, paint_sight
from app.film.boards.scenery.sky import paint_sky
from app.film.boards.sets.items import Item, paint_item

# How far the things of open sets are moved together, because most shots show only the middle.
_GATHERED = 0.88


@dataclass(frozen=True, slots=True)
class OpenSet:
    """A place under the sky: what is on its horizon, its ground, and what stands there.

    `eye` is the height of the camera in body units; `middle` where people stand, a share of the width.
    """

    backdrops: tuple[str, ...]
    ground: str
    colour: str
    fronts: tuple[Front, ...] = ()
    sights: tuple[Sight, ...] = ()
    items: tuple[Item, ...] = ()
    person_share: float = 0.27
    eye: float = 64.0
    middle: float = 0.5
    is_afloat: bool = False

    def __call__(self, scene: SceneCanvas) -> StandingArea:
        """Paint the place; return where people stand in it."""
        plane = lay_plane(scene, self.person_share, self.eye, _GATHERED)
        paint_sky(scene, plane.horizon)
        for backdrop in self.backdrops:
            paint_backdrop(scene, plane.horizon, backdrop)
        paint_ground(scene, plane, self.ground, self.colour)
        parts: list[Front | Sight | Item] = [*self.fronts, *self.sights, *self.items]
        for part in sorted(parts, key=lambda part: -part.away):
            _paint_part(scene, plane, part)
        marks = [part.across for part in parts]
        landmarks = tuple(sorted(plane.find_x(mark) / scene.canvas.width for mark in marks))
        return StandingArea(
            plane.ground, self.is_afloat, self.middle, person_share=self.person_share, landmarks=landmarks
        )


def _paint_part(scene: SceneCanvas, plane: Plane, part: Front | Sight | Item) -> None:
    if isinstance(part, Item):
        paint_item(scene, plane, part)
        return
    layer = "mid" if part.away > 1.3 else "near" if part.away > 0.95 else "foreground"
    pen = plane.stand(scene.pen(layer), part.across, part.away)
    # What is far away melts into the haze.
    depth = min(1.0, 0.42 + 0.9 / part.away)
    if isinstance(part, Front):
        paint_front(pen, scene, part, depth)
    else:
        paint_sight(pen, scene, part, depth)
