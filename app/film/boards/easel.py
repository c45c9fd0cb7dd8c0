"""What a setting's painter works with: the sheet, the light, the words, and its own chance."""

from dataclasses import dataclass
from random import Random

from app.film.boards.canvas import Canvas
from app.film.boards.layers import Painting
from app.film.boards.palette import Palette
from app.film.boards.pen import Pen
from app.vocabulary.words import Words


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a setting lets people stand: `ground` is the height of their feet in canvas units."""

    ground: float
    afloat: bool = False
    middle: float = 0.5


@dataclass(frozen=True, slots=True)
class Easel:
    """A painting in progress; `words` tell of the whole scene, `action` only of what happens in it."""

    painting: Painting
    palette: Palette
    chance: Random
    words: Words
    action: Words
    weather: str = ""

    @property
    def canvas(self) -> Canvas:
        return self.painting.canvas

    def pen(self, layer: str) -> Pen:
        """Give a pen over a layer, in canvas units."""
        return Pen(self.painting[layer])

    def down(self, share: float) -> float:
        """Turn a share of the canvas height into units."""
        return self.canvas.height * share

    def across(self, share: float) -> float:
        """Turn a share of the canvas width into units."""
        return self.canvas.width * share

    def somewhere(self) -> float:
        """Pick a place along the width."""
        return self.chance.uniform(0, self.canvas.width)
