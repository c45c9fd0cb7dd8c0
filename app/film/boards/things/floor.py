"""The floor of a shot that shows figures whole."""

from dataclasses import dataclass

from app.film.boards.scene_canvas import SceneCanvas, StandingArea

# The room that shadows need over the subtitles, and that a person needs in the frame, in body units.
_SHADOW, _PERSON = 10.0, 108.0
_LOWEST = 0.87


@dataclass(frozen=True, slots=True)
class Floor:
    """Where things stand: a body unit, and the height of the figures' feet, in canvas units."""

    unit: float
    ground: float


def find_floor(scene: SceneCanvas, area: StandingArea) -> Floor:
    """Return the floor that people stand on in the part of the set that is shown."""
    painting, canvas = scene.painting, scene.canvas
    zoom = canvas.height / painting.window.height
    unit = canvas.reach * area.person_share / 100 * zoom
    ground = min((area.ground - painting.window.top) * zoom, painting.caption_top - _SHADOW * unit)
    return Floor(unit, min(canvas.height * _LOWEST, max(ground, painting.safe.top + unit * _PERSON)))
