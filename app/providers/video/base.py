"""What the studio asks of whoever makes a still move."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.film.clip import ClipPlan


@dataclass(frozen=True, slots=True)
class ClipRequest:
    """One clip: the scene's still, how the camera moves and for how many frames, and its prompt in words.

    `previous_still` is the picture of the scene before, where the plan dissolves from it.
    """

    still: Path
    plan: ClipPlan
    prompt: str = ""
    previous_still: Path | None = None


class VideoProvider(Protocol):
    """Animates, at once or slowly. `model` changes whenever the same request would give other frames.

    A provider that sets `keeps_to_plan` gives clips that need nothing more; those of all others are brought
    to their plan's size, rate and length, get its captions and fades, and are joined by cuts.
    """

    name: str
    model: str
    costs_money: bool

    def submit(self, request: ClipRequest, target: Path, on_frame: Callable[[int], None]) -> str | None:
        """Make the clip and write it to `target`; or give a handle under which it is being made."""

    def poll(self, handle: str, target: Path) -> bool:
        """Look after a submitted clip: True when it is done and written to `target`."""

    def cancel(self, handle: str) -> None:
        """Stop a submitted clip; one that is gone already is no error."""
