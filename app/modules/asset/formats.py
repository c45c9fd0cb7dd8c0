"""The formats of files that may be uploaded, by the type of their asset."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Medium = Literal["image", "sound", "film"]
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that may be uploaded; `magic` are the suffixes that its first bytes may indicate."""

    content_type: str
    suffix: str
    magic: frozenset[str]
    max_bytes: int
    medium: Medium


def _make_format(medium: Medium, content_type: str, suffix: str, megabytes: int, *magic: str) -> Format:
    return Format(content_type, suffix, frozenset({suffix, *magic}), megabytes * MEGABYTE, medium)


_PNG = _make_format("image", "image/png", ".png", 20)
_JPEG = _make_format("image", "image/jpeg", ".jpg", 20)
_WEBP = _make_format("image", "image/webp", ".webp", 20)
_MP3 = _make_format("sound", "audio/mpeg", ".mp3", 100)
_WAV = _make_format("sound", "audio/wav", ".wav", 100)
_OGG = _make_format("sound", "audio/ogg", ".ogg", 100, ".oga", ".opus")
_M4A = _make_format("sound", "audio/mp4", ".m4a", 100, ".mp4")
_FLAC = _make_format("sound", "audio/flac", ".flac", 100)
_MP4 = _make_format("film", "video/mp4", ".mp4", 4000)

# Clients use several names for the same type; the form is signed for the name that the client has sent.
_SYNONYMS = {
    "image/jpg": "image/jpeg",
    "audio/mp3": "audio/mpeg",
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "audio/m4a": "audio/mp4",
    "audio/x-m4a": "audio/mp4",
    "audio/x-flac": "audio/flac",
    "application/ogg": "audio/ogg",
}
_IMAGES, _SOUNDS, _FILMS = (_PNG, _JPEG, _WEBP), (_MP3, _WAV, _OGG, _M4A, _FLAC), (_MP4,)
FORMATS: Mapping[str, tuple[Format, ...]] = {
    "reference": _IMAGES,
    "background": _IMAGES,
    "board": _IMAGES,
    "character": _IMAGES,
    "music": _SOUNDS,
    "narration": _SOUNDS,
    "film": _FILMS,
    "clip": _FILMS,
}
"""The formats of each type of asset that may be uploaded."""


def get_format(asset_type: str, content_type: str) -> Format | None:
    """Return the format of a content type; None if files of this asset type can't have it."""
    wanted = content_type.lower()
    wanted = _SYNONYMS.get(wanted, wanted)
    return next((one for one in FORMATS[asset_type] if one.content_type == wanted), None)
