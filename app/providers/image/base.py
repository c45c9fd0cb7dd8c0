"""What the studio asks of whoever draws."""

from dataclasses import dataclass
from typing import Literal, Protocol

from app.film.brief import Look, SceneBrief

STYLES = ("storybook", "pencil", "noir")
"""The styles that every adapter knows how to draw in."""


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One picture: a scene's `panel`, or the `portrait` of one person.

    For a portrait `brief.characters` and `brief.character_prompts` hold just that person.
    """

    kind: Literal["panel", "portrait"]
    brief: SceneBrief
    look: Look


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG file's bytes."""

    png: bytes


class ImageProvider(Protocol):
    """Draws. `model` changes whenever the same request would give other pixels."""

    name: str
    model: str
    costs_money: bool

    def generate(self, request: ImageRequest) -> Picture:
        """Draw one picture; raises ProviderBusy or ProviderRefused."""
