"""What the studio asks of whoever draws."""

from dataclasses import dataclass
from typing import Literal, Protocol

from app.film.brief import Look, SceneBrief


@dataclass(frozen=True, slots=True)
class CastPicture:
    """How somebody of a scene looks: a portrait's PNG bytes."""

    name: str
    png: bytes


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One picture: a scene's `panel`, or the `portrait` of one person.

    For a portrait `brief.characters` and `brief.character_prompts` hold just that person. `cast` are the
    portraits of a panel's people, for providers with `wants_cast`.
    """

    kind: Literal["panel", "portrait"]
    brief: SceneBrief
    look: Look
    cast: tuple[CastPicture, ...] = ()


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


class DrawsCast(ImageProvider, Protocol):
    """Draws people alike in every panel when it is shown their portraits, in sizes of its own."""

    wants_cast: bool

    def size(self, request: ImageRequest) -> tuple[int, int]:
        """Give the size in pixels; requests that differ only in how large the film is may share one."""


def wants_cast(provider: ImageProvider) -> bool:
    """Tell whether portraits shall be drawn before panels."""
    return bool(getattr(provider, "wants_cast", False))


def size_of(provider: ImageProvider, request: ImageRequest) -> tuple[int, int]:
    """Give the size by which a provider's pictures differ: its own choice, else that of the frame."""
    own = getattr(provider, "size", None)
    size: tuple[int, int] = own(request) if own is not None else request.look.size
    return size
