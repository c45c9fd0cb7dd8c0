"""Providers that return at once, or after a pause, to measure the pipeline without them."""

import os
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from app.film.words import Word
from app.providers.image.base import ImageRequest, Picture
from app.providers.speech.base import Speech, SpeechRequest, Voice
from app.providers.video.base import ClipRequest


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

    name, model, costs_money = "instant", "1", False

    def generate(self, request: ImageRequest) -> Picture:  # noqa: ARG002 - always the same
        """Return one pixel."""
        _pause()
        return Picture(PIXEL)


class Voices:
    """A speech provider that returns a second without sound."""

    name, model, costs_money = "instant", "1", False

    def speak(self, request: SpeechRequest) -> Speech:  # noqa: ARG002 - always the same
        """Return an empty recording of one second."""
        _pause()
        return Speech(b"RIFF", 1.0, (Word("nothing", 0.0, 1.0),))

    def voices(self) -> tuple[Voice, ...]:
        """Return the only voice."""
        return (Voice("instant", "Instant", "en"),)


class Video:
    """A video provider that writes a file of a few bytes."""

    name, model, costs_money = "instant", "1", False
    keeps_to_plan = True

    def submit(self, request: ClipRequest, target: Path, on_frame: Callable[[int], None]) -> None:
        """Write the number of frames to the file."""
        _pause()
        target.write_bytes(str(request.plan.frames).encode())
        on_frame(request.plan.frames)

    def poll(self, handle: str, target: Path) -> bool:
        """Raise an error: no clip is submitted to a vendor."""
        raise NotImplementedError(f"{handle} {target}")

    def cancel(self, handle: str) -> None:
        """Do nothing."""
