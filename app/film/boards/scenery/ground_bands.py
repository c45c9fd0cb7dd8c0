"""Level bands of ground across the picture."""

from app.film.boards.canvas import Box
from app.film.boards.pen import Point
from app.film.boards.scene_canvas import SceneCanvas
from app.film.boards.scenery.plane import Plane

Runs = list[list[Point]]


def band(scene: SceneCanvas, plane: Plane, far: float, near: float, colour: str, layer: str = "mid") -> None:
    """Lay a level band across the picture between two distances."""
    top, bottom = plane.find_y(far), plane.find_y(near)
    scene.pen(layer).rect((0, top), (scene.canvas.width, bottom - top), colour)


def tell_water(scene: SceneCanvas, top: float, bottom: float) -> None:
    """Tell the painting where water moves."""
    scene.painting.water = Box(0, top, scene.canvas.width, bottom)
