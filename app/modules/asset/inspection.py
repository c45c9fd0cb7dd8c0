"""The inspection of an uploaded file: whether it is of its content type, and can be decoded."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import puremagic
from PIL import Image

Medium = Literal["image", "sound", "film"]
MEGABYTE = 1_000_000
MAX_PIXELS = 40_000_000
HEAD_BYTES = 4096


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
    "character": _IMAGES,
    "music": _SOUNDS,
    "narration": _SOUNDS,
    "film": _FILMS,
    "clip": _FILMS,
}
"""The formats of each type of asset that may be uploaded."""


class FileUnfit(ValueError):
    """The file is not of its announced type, or can't be used; the message is one sentence."""


def get_format(asset_type: str, content_type: str) -> Format | None:
    """Return the format of a content type; None if files of this asset type can't have it."""
    wanted = content_type.lower()
    wanted = _SYNONYMS.get(wanted, wanted)
    return next((one for one in FORMATS[asset_type] if one.content_type == wanted), None)


def inspect_file(path: Path, expected: Format) -> dict[str, Any]:
    """Check a file's first bytes, and that it can be decoded.

    Returns `width` and `height` in pixels of an image or film, `duration_sec` of sound or film. Raises
    FileUnfit.
    """
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not expected.magic & _read_suffixes(head):
        raise FileUnfit(f"The file's first bytes are not those of {expected.content_type}.")
    return _inspect_image(path) if expected.medium == "image" else _inspect_recording(path, expected)


def _read_suffixes(head: bytes) -> set[str]:
    try:
        return {
            ".jpg" if m.extension in {".jpeg", ".jfif"} else m.extension for m in puremagic.magic_string(head)
        }
    except (puremagic.PureError, ValueError):
        return set()


def _inspect_image(path: Path) -> dict[str, Any]:
    try:
        with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as image:
            width, height = image.size
            if width * height > MAX_PIXELS:
                raise FileUnfit(
                    f"The image has {width * height:,} pixels; at most {MAX_PIXELS:,} are allowed."
                )
            image.load()
    except FileUnfit:
        raise
    except Exception as error:  # A broken file makes Pillow's decoders raise anything.
        raise FileUnfit("The image can't be read.") from error
    return {"width": width, "height": height}


def _inspect_recording(path: Path, expected: Format) -> dict[str, Any]:
    import av  # It is large, and only this function needs it.

    try:
        with av.open(path) as file:
            facts: dict[str, Any] = {"duration_sec": round((file.duration or 0) / av.time_base, 3)}
            if expected.medium == "sound":
                next(file.decode(file.streams.audio[0]))
                return facts
            picture = file.streams.video[0]
            next(file.decode(picture))
            return facts | {"width": picture.width, "height": picture.height}
    except IndexError as error:
        raise FileUnfit(f"The file has no {'picture' if expected.medium == 'film' else 'sound'}.") from error
    except (av.FFmpegError, StopIteration) as error:
        raise FileUnfit("The file can't be decoded.") from error
