"""The interface of file storage."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from app.core.config import settings
from app.providers.errors import ProviderBusy

UPLOAD_SECONDS = 900
"""For how long an upload form is valid."""

ADDRESS_WINDOW_SECONDS = 600
"""For how long a file has the same address, so that browsers find it in their caches."""
CACHE_CONTROL = "private, max-age=3600"

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
    """Return a stored file's media type by its suffix."""
    return CONTENT_TYPES.get(Path(key).suffix, "application/octet-stream")


def round_signing_time() -> int:
    """Return the time, in seconds since 1970, at which addresses count as signed.

    It is the start of the present window of ten minutes, or of half the addresses' life where that is less.
    """
    window = min(ADDRESS_WINDOW_SECONDS, max(1, settings().s3_presigned_url_expiration // 2))
    return int(time.time() // window * window)


def get_address_seconds() -> int:
    """Return for how many more seconds an address is valid that is signed now."""
    return int(round_signing_time() + settings().s3_presigned_url_expiration - time.time())


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A stored file: its size in bytes and the SHA-256 of its content in hexadecimal."""

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
    """A form for a browser, which posts all fields and then the file, as `file`, to `url`.

    It is valid for `expires_in` seconds.
    """

    url: str
    fields: dict[str, str]
    expires_in: int


class StorageUnavailable(ProviderBusy):
    """The storage does not answer. The work itself did not fail, so that its result can be stored later."""


def content_disposition(filename: str | None) -> str:
    """Return the Content-Disposition (RFC 6266) that saves a file under a name, or shows one without."""
    if not filename:
        return "inline"
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else "_" for c in filename)
    extended = f"; filename*=UTF-8''{quote(filename, safe='')}" if plain != filename else ""
    return f'attachment; filename="{plain}"{extended}'


class StorageProvider(Protocol):
    """Stores files under keys.

    Methods raise StorageUnavailable while the storage can't be reached, and KeyError for a missing key.
    """

    name: str

    def put(self, key: str, source: Path) -> StoredFile:
        """Store a copy of a file, completely or not at all."""

    def fetch(self, key: str, target: Path) -> Path:
        """Copy a stored file to a local path and return that path."""

    def has(self, key: str) -> bool:
        """Return whether a key exists."""

    def size(self, key: str) -> int:
        """Return a stored file's size in bytes."""

    def delete(self, key: str) -> None:
        """Remove a key; a missing one is no error."""

    def upload_form(self, rule: UploadRule) -> UploadForm:
        """Return a signed form with which a browser may upload one file, for UPLOAD_SECONDS."""

    def url(self, key: str, filename: str | None = None) -> str:
        """Return a signed address that expires; with a file name browsers save the file, else show it.

        It stays the same for a while: see `round_signing_time`.
        """

    def check(self) -> None:
        """Raise StorageUnavailable when files can't be written and read."""
