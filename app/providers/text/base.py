"""The interface of text providers, which cut a story into scenes."""

from dataclasses import dataclass
from typing import Protocol

from app.providers.capabilities import Capabilities, GenerativeProvider
from app.providers.ledger import ProviderCallLedger
from app.story.scene import StoryDraft


@dataclass(frozen=True, slots=True)
class StoryRequest:
    """A story to cut: its format ("prose", "fountain" or "fdx"), and its language as a tag such as "en".

    `duration_sec` is the wanted length of the film in seconds, None for the story's own.
    """

    text: str
    story_format: str
    language: str
    duration_sec: float | None = None


@dataclass(frozen=True, slots=True)
class TextCapabilities(Capabilities):
    """What a text provider can do: the common capabilities only."""


class TextProvider(GenerativeProvider[StoryRequest], Protocol):
    """Cuts stories into scenes."""

    @property
    def capabilities(self) -> TextCapabilities:
        """What the adapter can do; its `model` changes whenever the same story would be cut otherwise."""

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> StoryDraft:
        """Return the scenes in the story's order, which together hold every sentence of it, and the cast.

        Every character of a scene is in the cast.         Raises StoryError, ProviderBusy or ProviderRefused.
        """
