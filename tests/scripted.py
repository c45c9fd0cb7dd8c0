"""Providers whose behaviour a test controls; they are selected by the same settings as the real ones."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from app.film.clip import render_clip
from app.film.motion.moving_picture import Still
from app.providers.errors import ProviderBusy
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.image.local import StoryboardArtist
from app.providers.ledger import ProviderCallLedger
from app.providers.moderation.base import ModerationCapabilities, Verdict
from app.providers.text.base import StoryRequest, TextCapabilities
from app.providers.video.base import ClipRequest, VideoCapabilities
from app.story.scene import StoryDraft


class ScriptedImages:
    """Counts its calls, takes the next step of its script, and draws like the local provider.

    A step is an exception to raise, or a function to call.
    """

    capabilities = ImageCapabilities("scripted", "1", costs_money=True)
    script: deque[Exception | Callable[[], None]] = deque()
    calls = 0

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:
        """Take the next step of the script, then draw."""
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


class BusyText:
    """A text provider that always asks to wait."""

    capabilities = TextCapabilities("busy", "1")

    def cut(self, story: StoryRequest, ledger: ProviderCallLedger) -> StoryDraft:
        """Raise ProviderBusy."""
        raise ProviderBusy("Slow down.", retry_after=30.0)


class BusyModeration:
    """A moderation provider that always asks to wait."""

    capabilities = ModerationCapabilities("busy", "1")

    def check(self, texts: Sequence[str], ledger: ProviderCallLedger) -> list[Verdict]:
        """Raise ProviderBusy."""
        raise ProviderBusy("Slow down.", retry_after=30.0)

    def check_picture(self, picture: bytes, ledger: ProviderCallLedger) -> Verdict:
        """Raise ProviderBusy."""
        raise ProviderBusy("Slow down.", retry_after=30.0)


class SlowVideo:
    """An asynchronous vendor: a clip is submitted, and done at the second poll."""

    capabilities = VideoCapabilities("slow", "1", costs_money=True)
    submitted: dict[str, ClipRequest] = {}
    polls: dict[str, int] = {}
    cancelled: list[str] = []

    def submit(
        self, request: ClipRequest, target: Path, on_frame: Callable[[int], None], ledger: ProviderCallLedger
    ) -> str:
        """Store the request and return its handle."""
        handle = f"order-{len(self.submitted) + 1}"
        self.submitted[handle] = request
        self._still = Still(request.still.read_bytes())
        return handle

    def poll(self, handle: str, target: Path) -> bool:
        """Render the clip at the second poll, and return whether it is done."""
        self.polls[handle] = self.polls.get(handle, 0) + 1
        if self.polls[handle] < 2:
            return False
        render_clip(self._still, self.submitted[handle].plan, self._still, target)
        return True

    def cancel(self, handle: str) -> None:
        """Record the handle of a cancelled clip."""
        self.cancelled.append(handle)

    def estimate_units(self, request: ClipRequest) -> None:
        """Return None: what a clip uses up is not known."""
