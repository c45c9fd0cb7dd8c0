"""The interface of video providers, which animate a still."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.film.clip import ClipPlan
from app.providers.capabilities import Capabilities, GenerativeProvider
from app.providers.ledger import ProviderCallLedger


@dataclass(frozen=True, slots=True)
class ClipRequest:
    """One clip: the scene's still, how the camera moves and for how many frames, and its prompt in words.

    `previous_still` is the picture of the scene before, where the plan dissolves from it. Stills that the
    storyboard artist drew are layered.
    """

    still: Path
    plan: ClipPlan
    prompt: str = ""
    previous_still: Path | None = None
    is_layered: bool = False
    is_previous_layered: bool = False


@dataclass(frozen=True, slots=True)
class VideoCapabilities(Capabilities):
    """What a video provider can do.

    With `follows_plan` its clips have exactly the plan's size, rate, length, captions and fades. Clips of all
    others are conformed to the plan afterwards and are joined by cuts.
    """

    follows_plan: bool = False


class VideoProvider(GenerativeProvider[ClipRequest], Protocol):
    """Animates stills, during `submit` or over minutes until `poll` is true."""

    @property
    def capabilities(self) -> VideoCapabilities:
        """What the adapter can do; its `model` changes whenever the same request would give other frames."""

    def submit(
        self, request: ClipRequest, target: Path, on_frame: Callable[[int], None], ledger: ProviderCallLedger
    ) -> str | None:
        """Write the clip as MP4 to `target` and return None, or return the handle of work that was started.

        `on_frame` is called with the number of frames made so far and may raise to stop the work. Raises
        ProviderBusy or ProviderRefused.
        """

    def poll(self, handle: str, target: Path) -> bool:
        """Return whether a submitted clip is complete; a complete one has been written to `target`.

        Raises ProviderBusy or ProviderRefused.
        """

    def cancel(self, handle: str) -> None:
        """Cancel a submitted clip; a clip that no longer exists is no error."""
