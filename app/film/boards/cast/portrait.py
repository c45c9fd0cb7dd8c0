"""One person to be drawn: traits, light, expression and the turn of the head together."""

from dataclasses import dataclass, field

from app.film.boards.cast.expression import Expression
from app.film.boards.cast.skull import HeadTurn
from app.film.boards.cast.traits import Traits
from app.film.boards.colour import mix
from app.film.boards.palette import Palette


@dataclass(frozen=True, slots=True)
class Portrait:
    """One person under one light with one expression: what every part of the drawing needs.

    `body_turn` is how far the body is turned from the camera, 0 for its front and 1 for its side.
    """

    traits: Traits
    palette: Palette
    expression: Expression
    turn: HeadTurn = field(default_factory=HeadTurn)
    body_turn: float = 0.25

    @property
    def is_away(self) -> bool:
        """Whether the person is seen from behind."""
        return self.turn.is_away

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
