"""Providers that do what a test tells them, beside the real ones; chosen by the same settings."""

from collections import deque
from collections.abc import Callable
from pathlib import Path

from app.film.clip import render_clip
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.image.local import StoryboardArtist
from app.providers.ledger import ProviderCallLedger
from app.providers.video.base import ClipRequest, VideoCapabilities


class ScriptedImages:
    """Draws like the local artist, after raising what the script says, and counts the calls."""

    capabilities = ImageCapabilities("scripted", "1", costs_money=True)
    script: deque[Exception | Callable[[], None]] = deque()
    calls = 0

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:
        """Follow the script, then draw."""
        ScriptedImages.calls += 1
        if self.script:
            step = self.script.popleft()
            if isinstance(step, Exception):
                raise step
            step()
        return StoryboardArtist().generate(request, ledger)

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the frame's size."""
        return request.look.size

    def estimate_units(self, request: ImageRequest) -> None:
        """Return None: what a picture uses up is not known."""


class SlowVideo:
    """A vendor that takes its time: a clip is submitted, and done at the second look."""

    capabilities = VideoCapabilities("slow", "1", costs_money=True)
    submitted: dict[str, ClipRequest] = {}
    looks: dict[str, int] = {}
    cancelled: list[str] = []

    def submit(
        self, request: ClipRequest, target: Path, on_frame: Callable[[int], None], ledger: ProviderCallLedger
    ) -> str:
        """Take an order."""
        handle = f"order-{len(self.submitted) + 1}"
        self.submitted[handle] = request
        self._stills = request.still.read_bytes()
        return handle

    def poll(self, handle: str, target: Path) -> bool:
        """Be done at the second look."""
        self.looks[handle] = self.looks.get(handle, 0) + 1
        if self.looks[handle] < 2:
            return False
        render_clip(self._stills, self.submitted[handle].plan, self._stills, target)
        return True

    def cancel(self, handle: str) -> None:
        """Note that an order is not wanted any more."""
        self.cancelled.append(handle)

    def estimate_units(self, request: ClipRequest) -> None:
        """Return None: what a clip uses up is not known."""
