"""One person to be drawn: traits, light and expression together."""

from dataclasses import dataclass

from app.film.boards.cast.expression import Expression
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.palette import Palette


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person under one light with one expression: what every part of the drawing needs.

    One who `is_away` is seen from behind.
    """

    traits: Traits
    palette: Palette
    expression: Expression
    is_away: bool = False

    @property
    def skin(self) -> str:
        return self.palette.skin(self.traits.skin)

    @property
    def hair_colour(self) -> str:
        return self.palette.skin(self.traits.hair_colour)

    def cloth(self, colour: str) -> str:
        """Return a cloth's colour in this light."""
        return self.palette.skin(colour)

    def shade(self, colour: str, share: float = 0.35) -> str:
        """Darken towards the scene's own ink, so shadows belong to the light."""
        return mix(colour, self.palette.ink, share)
