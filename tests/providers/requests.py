"""One small request for each need, and the adapters that contract tests run it on."""

import io
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from PIL import Image

from app.film.brief import Look, ShotBrief
from app.film.clip import ClipPlan
from app.providers import registry
from app.providers.image.base import ImageRequest
from app.providers.ledger import ProviderCallLedger
from app.providers.speech.base import Line, SpeechRequest
from app.providers.text.base import StoryRequest
from app.providers.video.base import ClipRequest

STORY = StoryRequest("Mara woke. The sea was calm.\n\nShe ran down to the boat.", "prose", "en")
BRIEF = ShotBrief("1A", "EXT. SHORE", "Mara walks.", ("Mara",), ("red scarf",), "a wide shore")
PANEL = ImageRequest("panel", BRIEF, Look((320, 180)))
PORTRAIT = ImageRequest("portrait", BRIEF, Look((320, 180)))
TAKE = SpeechRequest(
    "Mara said, “Wait for me!” and ran.", "", "en", None, (Line("Mara", "a girl", "Wait for me!", ""),)
)
TEXTS = ("A calm day.", "Mara sang.")
FRAMES = 12
SLOW_VENDOR = "tests.vendors.video_adapter:SlowVendor"


EXTRAS = {"piper": "piper"}
"""The packages without which an adapter is not installed."""


def names_of(need: str) -> list[str]:
    """Return the installed adapters of a need by their names in settings, one of an operator included."""
    names = [name for name in registry.ADAPTERS[need] if name not in EXTRAS or find_spec(EXTRAS[name])]
    return [*names, *([SLOW_VENDOR] if need == "video" else [])]


def clip_request(folder: Path) -> ClipRequest:
    """Return a request for half a second of film of a plain still."""
    still = io.BytesIO()
    Image.new("RGB", (400, 226), (200, 120, 60)).save(still, "PNG")
    (folder / "still.png").write_bytes(still.getvalue())
    plan = ClipPlan(frames=FRAMES, fps=24, size=(320, 180), move="push_in", cues=())
    return ClipRequest(folder / "still.png", plan)


def _submit(provider: Any, ledger: ProviderCallLedger, folder: Path) -> object:
    return provider.submit(clip_request(folder), folder / "clip.mp4", lambda _: None, ledger)


# How to make a request of each need.
ASK: dict[str, Callable[[Any, ProviderCallLedger, Path], object]] = {
    "text": lambda provider, ledger, _: provider.cut(STORY, ledger),
    "image": lambda provider, ledger, _: provider.generate(PANEL, ledger),
    "speech": lambda provider, ledger, _: provider.speak(TAKE, ledger),
    "video": _submit,
    "moderation": lambda provider, ledger, _: provider.check(TEXTS, ledger),
}
