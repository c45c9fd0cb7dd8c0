"""What the studio needs of a store of files, whoever keeps it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from app.providers.errors import ProviderBusy

UPLOAD_SECONDS = 900
"""How long an upload form may be used."""

CONTENT_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".m4a": "audio/mp4",
    ".flac": "audio/flac",
    ".srt": "application/x-subrip",
    ".vtt": "text/vtt",
    ".json": "application/json",
}


def content_type(key: str) -> str:
    """Tell a stored file's media type by its ending."""
    return CONTENT_TYPES.get(Path(key).suffix, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is safely stored: its size in bytes and the SHA-256 of its content in hexadecimal."""

    key: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class UploadRule:
    """What may be uploaded under a key: exactly this type, one byte to `max_bytes`."""

    key: str
    content_type: str
    max_bytes: int


@dataclass(frozen=True, slots=True)
class UploadForm:
    """A form for a browser: POST all fields and then the file, as `file`, to the address."""

    url: str
    fields: dict[str, str]
    expires_in: int


class StorageAway(ProviderBusy):
    """The store does not answer. Nobody's work is to blame, and work that is done can wait for it."""


def disposition(filename: str | None) -> str:
    """Give the Content-Disposition (RFC 6266) by which a browser saves a file, or shows it without a name."""
    if not filename:
        return "inline"
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else "_" for c in filename)
    extended = f"; filename*=UTF-8''{quote(filename, safe='')}" if plain != filename else ""
    return f'attachment; filename="{plain}"{extended}'


class StorageProvider(Protocol):
    """Keeps files under keys. Raises StorageAway while it can't be reached, KeyError for a missing key."""

    name: str

    def put(self, key: str, source: Path) -> StoredFile:
        """Store a copy of a file; it is there whole or not at all."""

    def fetch(self, key: str, target: Path) -> Path:
        """Copy a stored file to a local path."""

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""

    def size(self, key: str) -> int:
        """Give a stored file's size in bytes."""

    def delete(self, key: str) -> None:
        """Remove a key; one that isn't there is no error."""

    def upload_form(self, rule: UploadRule) -> UploadForm:
        """Sign a form by which somebody without an account here may store one file; it soon expires."""

    def url(self, key: str, filename: str | None = None) -> str:
        """Sign an address that expires; with a file name a browser saves it instead of showing it."""

    def check(self) -> None:
        """Raise StorageAway, with a sentence, when files can't be written and read."""
