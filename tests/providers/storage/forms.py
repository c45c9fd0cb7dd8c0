"""Files in a bucket, and forms sent as a browser sends them."""

from pathlib import Path

import httpx2

from app.providers.storage.base import UploadForm, UploadRule
from app.providers.storage.s3 import S3Storage

RULE = UploadRule("users/1/incoming/still.png", "image/png", 10)


def store_file(bucket: S3Storage, folder: Path, key: str = "users/1/film.mp4") -> str:
    """Store ten bytes and return their key."""
    source = folder / "source"
    source.write_bytes(b"0123456789")
    return bucket.put(key, source).key


def send(form: UploadForm, body: bytes, **changes: str) -> int:
    """Send a form with some fields changed and return the status."""
    fields = {**form.fields, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return httpx2.post(form.url, data=fields, files={"file": ("still.png", body)}).status_code
