"""Providers that return at once, or after a pause, to measure the engine beneath them."""

import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

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
    """Gives the same pixel each time."""

    capabilities = ImageCapabilities("instant", "1")

    def generate(self, request: ImageRequest, ledger: ProviderCallLedger) -> Picture:  # noqa: ARG002 - always the same
        """Draw nothing."""
        _pause()
        return Picture(PIXEL)

    def picture_size(self, request: ImageRequest) -> tuple[int, int]:
        """Return the frame's width and height in pixels."""
        return request.look.size

    def estimate_units(self, request: ImageRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}


class Voices:
    """Says nothing for a second."""

    capabilities = SpeechCapabilities("instant", "1", languages=("en",))

    def speak(self, request: SpeechRequest, ledger: ProviderCallLedger) -> Speech:  # noqa: ARG002 - always the same
        """Speak nothing."""
        _pause()
        return Speech(b"RIFF", 1.0, (Word("nothing", 0.0, 1.0),))

    def voices(self) -> tuple[Voice, ...]:
        """List the one voice."""
        return (Voice("instant", "Nobody", "en"),)

    def estimate_units(self, request: SpeechRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}


class Video:
    """Writes a file of a few bytes."""

    capabilities = VideoCapabilities("instant", "1", follows_plan=True)

    def submit(
        self,
        request: ClipRequest,
        target: Path,
        on_frame: Callable[[int], None],
        ledger: ProviderCallLedger,  # noqa: ARG002 - no vendor is called
    ) -> None:
        """Film nothing."""
        _pause()
        target.write_bytes(str(request.plan.frames).encode())
        on_frame(request.plan.frames)

    def poll(self, handle: str, target: Path) -> bool:
        """Never asked."""
        raise NotImplementedError(f"{handle} {target}")

    def cancel(self, handle: str) -> None:
        """Nothing to cancel."""

    def estimate_units(self, request: ClipRequest) -> dict[str, float]:  # noqa: ARG002 - it costs nothing
        """Return no units."""
        return {}
