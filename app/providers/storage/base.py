"""What the studio needs of a store of files, whoever keeps it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

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


class StorageProvider(Protocol):
    """Keeps files under keys. Raises ProviderBusy while it can't be reached, KeyError for a missing key."""

    name: str

    def put(self, key: str, source: Path) -> StoredFile:
        """Store a copy of a file; it is there whole or not at all."""

    def fetch(self, key: str, target: Path) -> Path:
        """Copy a stored file to a local path."""

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""

    def delete(self, key: str) -> None:
        """Remove a key; one that isn't there is no error."""

    def url(self, key: str, filename: str | None = None) -> str:
        """Sign an address that expires; with a file name a browser saves it instead of showing it."""

    def check(self) -> None:
        """Raise ProviderBusy, with a sentence, when files can't be written and read."""
