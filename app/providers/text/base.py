"""What the studio asks of whoever cuts stories into scenes."""

from dataclasses import dataclass
from typing import Protocol

from app.story.scene import SceneDraft


@dataclass(frozen=True, slots=True)
class StoryRequest:
    """A story with what is known of it; `duration_sec` is the film's wanted length in seconds, if any."""

    text: str
    story_format: str
    language: str
    duration_sec: float | None = None


class TextProvider(Protocol):
    """Cuts stories. `model` changes whenever the same story would be cut otherwise."""

    name: str
    model: str
    costs_money: bool

    def cut(self, story: StoryRequest) -> list[SceneDraft]:
        """Cut a story, dropping no sentence; raises StoryError, ProviderBusy or ProviderRefused."""
