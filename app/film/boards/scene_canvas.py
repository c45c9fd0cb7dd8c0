"""What a set is painted with: the canvas, the light, the features of the place, and random numbers."""

from dataclasses import dataclass
from random import Random

from app.film.boards.canvas import Canvas
from app.film.boards.layers import Painting
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.vocabulary.light import Weather
from app.vocabulary.places import Feature


@dataclass(frozen=True, slots=True)
class StandingArea:
    """Where people may stand in a set: `ground` is the height of their feet in canvas units.

    `person_share` is the height of a grown person there as a share of the canvas's reach, where the whole set
    is shown. `landmarks` are the places across, in shares of the canvas width, of what tells the set.
    """

    ground: float
    is_afloat: bool = False
    middle: float = 0.5
    person_share: float = 0.42
    landmarks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SceneCanvas:
    """A painting in progress; `features` stand in the place."""

    painting: Painting
    palette: Palette
    rng: Random
    features: tuple[Feature, ...]
    weather: Weather | None = None

    @property
    def canvas(self) -> Canvas:
        return self.painting.canvas

    def pen(self, layer: str) -> Pen:
        """Return a pen over a layer, in canvas units."""
        return Pen(self.painting[layer])

    def down(self, share: float) -> float:
        """Return a share of the canvas height in canvas units."""
        return self.canvas.height * share

    def across(self, share: float) -> float:
        """Return a share of the canvas width in canvas units."""
        return self.canvas.width * share

    def choose_across(self) -> float:
        """Return a random place along the width in canvas units."""
        return self.rng.uniform(0, self.canvas.width)
