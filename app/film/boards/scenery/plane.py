"""The floor of a set in perspective."""

from dataclasses import dataclass

from app.film.boards.pen import Pen, Point
from app.film.boards.scene_canvas import SceneCanvas

# Where people stand, as a share of the canvas height: above the strip of the subtitles.
STANDING = 0.75


@dataclass(frozen=True, slots=True)
class Plane:
    """A level floor: `away` 1 is where people stand, 2 is twice as far from the camera.

    `across` is a share of the width of a set of 16:9, half of it the middle. Lengths are canvas units; a
    `unit` is a hundredth of a grown person who stands at `away` 1.
    """

    middle: float
    horizon: float
    ground: float
    unit: float
    spread: float

    def find_x(self, across: float) -> float:
        """Return a share of the set's width in canvas units."""
        return self.middle + (across - 0.5) * self.spread

    def find_y(self, away: float) -> float:
        """Return the height of the floor at a distance in canvas units."""
        return self.horizon + (self.ground - self.horizon) / away

    def measure_unit(self, away: float) -> float:
        """Return a hundredth of a grown person at a distance in canvas units."""
        return self.unit / away

    def stand(self, pen: Pen, across: float, away: float = 1.0) -> Pen:
        """Return a pen on the floor whose unit is a hundredth of a grown person there."""
        return pen.offset(self.find_x(across), self.find_y(away), self.measure_unit(away))

    def draw_near(self, point: Point, times: float) -> Point:
        """Return a point moved straight towards the camera, `times` as near as before."""
        x, y = point
        return self.middle + (x - self.middle) * times, self.horizon + (y - self.horizon) * times


def lay_plane(scene: SceneCanvas, person_share: float, eye: float = 92.0, gathered: float = 1.0) -> Plane:
    """Return the floor of a set whose people are so large; `eye` is the camera's height in body units.

    The things of the set stand `gathered` times as far apart as they are told.
    """
    canvas = scene.canvas
    unit = canvas.reach * person_share / 100
    ground = scene.down(STANDING)
    # Narrow pictures move the things of a set together, so that they still show it.
    spread = max(canvas.width, min(canvas.reach * 16 / 9, canvas.width * 1.3)) * gathered
    return Plane(canvas.width / 2, ground - eye * unit, ground, unit, spread)
