"""Providers that return at once, or after a pause, to measure the pipeline without them."""

import os
import struct
import time
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from app.film.clip import ClipPlan, encode_clip
from app.film.words import Word
from app.providers.image.base import ImageCapabilities, ImageRequest, Picture
from app.providers.ledger import ProviderCallLedger
from app.providers.speech.base import Speech, SpeechCapabilities, SpeechRequest, Voice
from app.providers.video.base import ClipRequest, VideoCapabilities


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_HEADER = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
PAUSE_SECONDS = float(os.environ.get("INSTANT_PAUSE_SECONDS", "0"))
PIXEL = b"\x89PNG\r\n\x1a\n" + _HEADER + _chunk(b"IDAT", zlib.compress(bytes(4))) + _chunk(b"IEND", b"")


def _pause() -> None:
    if PAUSE_SECONDS:
        time.sleep(PAUSE_SECONDS)


class Images:
    """An image provider that always returns the same pixel."""

    capabilities = ImageCapabilities("instant", "1")

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:  # noqa: ARG002 - always the same
        """Return one pixel."""
        _pause()
        return Picture(PIXEL)

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the frame's width and height in pixels."""
        return request.look.size

    def estimate_units(self, request: ImageRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}


class Voices:
    """A speech provider that returns a second without sound."""

    capabilities = SpeechCapabilities("instant", "1", languages=("en",))

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:  # noqa: ARG002 - always the same
        """Return an empty recording of one second."""
        _pause()
        return Speech(b"RIFF", 1.0, (Word("nothing", 0.0, 1.0),))

    def voices(self) -> tuple[Voice, ...]:
        """Return the only voice."""
        return (Voice("instant", "Instant", "en"),)

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}


@lru_cache
def _encode_clip() -> bytes:
    """Return a clip of two small frames, which can be measured."""
    plan = ClipPlan(frames=2, fps=24, size=(64, 36))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        encode_clip((np.full((54, 64), 128, np.uint8) for _ in range(plan.frames)), plan, path)
        return path.read_bytes()


class Video:
    """A video provider that writes the same two frames for all clips."""

    capabilities = VideoCapabilities("instant", "1", follows_plan=True)

    def submit(
        self,
        request: ClipRequest,
        target: Path,
        on_frame: Callable[[int], None],
        ledger: ProviderCallLedger,  # noqa: ARG002 - no vendor is called
    ) -> None:
        """Write the clip."""
        _pause()
        target.write_bytes(_encode_clip())
        on_frame(request.plan.frames)

    def poll(self, handle: str, target: Path) -> bool:
        """Raise an error: no clip is submitted to a vendor."""
        raise NotImplementedError(f"{handle} {target}")

    def cancel(self, handle: str) -> None:
        """Do nothing."""

    def estimate_units(self, request: ClipRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}
