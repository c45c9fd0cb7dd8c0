"""The interface of image providers, which draw panels and portraits."""

from dataclasses import dataclass
from typing import Literal, Protocol

from app.film.brief import Look, ShotBrief
from app.providers.capabilities import Capabilities, GenerativeProvider
from app.providers.ledger import ProviderCallLedger


@dataclass(frozen=True, slots=True)
class CastPicture:
    """A character's portrait as PNG bytes."""

    name: str
    png: bytes


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """One picture: a shot's `panel`, or the `portrait` of one character.

    For a portrait `brief.characters` and `brief.character_prompts` hold just that character. `cast` are the
    portraits of a panel's characters, for providers with `takes_portraits`; `set_picture` is a PNG of the
    panel's place, such as the still of the set-up that establishes the scene.
    """

    kind: Literal["panel", "portrait"]
    brief: ShotBrief
    look: Look
    cast: tuple[CastPicture, ...] = ()
    set_picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG bytes.

    One that `is_layered` has its layers in it, see `app.film.motion`. `credit` names who must be named in a
    film with it.
    """

    png: bytes
    is_layered: bool = False
    credit: str = ""


@dataclass(frozen=True, slots=True)
class ImageCapabilities(Capabilities):
    """What an image provider can do.

    With `takes_portraits` it draws characters alike in every panel when it is given their portraits, which
    are then drawn before the panels. With `draws_from_words` a brief's `looks` and `place` decide nothing
    beyond its words, and its `staging` only where it directs a figure or names things.
    """

    takes_portraits: bool = False
    draws_from_words: bool = False


class ImageProvider(GenerativeProvider[ImageRequest], Protocol):
    """Draws pictures."""

    @property
    def capabilities(self) -> ImageCapabilities:
        """What the adapter can do; its `model` changes whenever the same request would give other pixels."""

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:
        """Return the picture; raises ProviderBusy or ProviderRefused."""

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the width and height in pixels by which pictures are told apart in the cache.

        Requests that differ only in the frame's size share a picture where this size is equal.
        """
