"""Sights of open sets: plants, waterfalls, tents, masts and whatever else tells a place."""

from collections.abc import Callable
from dataclasses import dataclass

from app.film.boards.pen import Pen
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.castle_sights import CASTLES
from app.film.boards.scenery.leisure_sights import LEISURE
from app.film.boards.scenery.plant_sights import PLANTS
from app.film.boards.scenery.rock_sights import ROCKS
from app.film.boards.scenery.stone_sights import STONES
from app.film.boards.scenery.traffic_sights import TRAFFIC

PaintSight = Callable[[Pen, SceneCanvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Sight:
    """A sight in a set: its middle across, how far away and how high it is, in body units."""

    kind: str
    across: float
    away: float
    height: float


_SIGHTS: dict[str, PaintSight] = {**PLANTS, **ROCKS, **CASTLES, **STONES, **LEISURE, **TRAFFIC}


def paint_sight(pen: Pen, scene: SceneCanvas, sight: Sight, depth: float) -> None:
    """Paint a sight on the pen's origin, its foot."""
    _SIGHTS[sight.kind](pen, scene, sight.height, depth)
