"""Files in a local folder, served by the app itself at addresses signed with HMAC-SHA256."""

import base64
import contextlib
import errno
import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, urlencode

from app.core import keys
from app.core.config import settings
from app.core.work_folders import hold, remove_abandoned
from app.providers.errors import ProviderBusy
from app.providers.storage.base import (
    UPLOAD_SECONDS,
    StorageUnavailable,
    StoredFile,
    UploadForm,
    UploadRule,
    round_signing_time,
)

PURPOSE, UPLOAD_PURPOSE = "signed-urls", "signed-uploads"
CHUNK_BYTES = 1 << 20
DRAFTS = ".drafts"
_FULL = {errno.ENOSPC, errno.EDQUOT}


class LocalStorage:
    """Stores files below a folder."""

    name = "local"

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, key: str) -> Path:
        """Return a key's path; raises KeyError for a key that leads out of the folder."""
        path = (self.root / key).resolve()
        if not path.is_relative_to(self.root.resolve()):
            raise KeyError(key)
        return path

    def put(self, key: str, source: Path) -> StoredFile:
        """Store a copy: it is written under a temporary name, flushed to disk and renamed."""
        try:
            with self.open_draft() as draft:
                stored = StoredFile(key, *_copy(source, draft))
                self.commit_draft(draft, key)
        except OSError as error:
            sentence = f"The file could not be stored: {error.strerror}."
            # Waiting does not help against a full disk, so the task is retried instead.
            raise (
                ProviderBusy(sentence) if error.errno in _FULL else StorageUnavailable(sentence)
            ) from error
        return stored

    @contextmanager
    def open_draft(self) -> Iterator[BinaryIO]:
        """Yield a new file to be written; it is removed at the end unless it was committed."""
        draft = self._create_draft()
        try:
            yield draft
        finally:
            Path(draft.name).unlink(missing_ok=True)
            draft.close()

    def commit_draft(self, draft: BinaryIO, key: str) -> None:
        """Flush a draft to disk, and rename it to its key's path."""
        draft.flush()
        os.fsync(draft.fileno())
        target = self.path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        Path(draft.name).replace(target)
        _flush_folder(target.parent)

    def link(self, source: Path, key: str) -> None:
        """Store a file of the same disk by a hard link, without a copy. Raises OSError."""
        target = self.path(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(source)
        except FileExistsError:
            if not target.samefile(source):
                target.unlink()
                target.hardlink_to(source)

    def remove_abandoned_drafts(self) -> int:
        """Remove the drafts of processes that have ended; return how many were removed."""
        return remove_abandoned(self._drafts())

    def _drafts(self) -> Path:
        folder = self.root / DRAFTS
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _create_draft(self) -> BinaryIO:
        while True:
            path = self._drafts() / secrets.token_hex(12)
            draft = path.open("xb")
            if hold(draft.fileno(), path):
                return draft
            draft.close()

    def fetch(self, key: str, target: Path) -> Path:
        with _translate_errors(key):
            shutil.copyfile(self.path(key), target)
        return target

    def has(self, key: str) -> bool:
        try:
            self.size(key)
        except KeyError:
            return False
        return True

    def size(self, key: str) -> int:
        return self.stat(key).st_size

    def stat(self, key: str) -> os.stat_result:
        """Return what the system knows of a stored file. Raises as `size`."""
        with _translate_errors(key):
            return self.path(key).stat()

    def delete(self, key: str) -> None:
        with contextlib.suppress(KeyError), _translate_errors(key):
            self.path(key).unlink()

    def url(self, key: str, filename: str | None = None) -> str:
        expires = str(round_signing_time() + settings().s3_presigned_url_expiration)
        name = filename or ""
        query = urlencode({"expires": expires, "filename": name, "signature": _sign(key, expires, name)})
        return f"{settings().public_url.rstrip('/')}/files/{quote(key)}?{query}"

    def is_valid_url(self, key: str, expires: str, filename: str, signature: str) -> bool:
        """Return whether an address was signed by us and has not expired."""
        is_ours = keys.is_signed(PURPOSE, _signed_text(key, expires, filename), signature)
        return is_ours and int(expires) >= time.time()

    def upload_form(self, rule: UploadRule) -> UploadForm:
        policy = json.dumps({**asdict(rule), "expires": int(time.time()) + UPLOAD_SECONDS})
        encoded = base64.b64encode(policy.encode()).decode()
        fields = {
            "key": rule.key,
            "Content-Type": rule.content_type,
            "policy": encoded,
            "signature": keys.sign(UPLOAD_PURPOSE, encoded),
        }
        return UploadForm(f"{settings().public_url.rstrip('/')}/files/upload", fields, UPLOAD_SECONDS)

    def verify_form(self, fields: Mapping[str, str]) -> UploadRule:
        """Return the rule that a form was signed for; raises PermissionError if it was changed or expired."""
        encoded = fields.get("policy", "")
        if not keys.is_signed(UPLOAD_PURPOSE, encoded, fields.get("signature", "")):
            raise PermissionError("The form was changed.")
        policy = json.loads(base64.b64decode(encoded))
        if policy.pop("expires") < time.time():
            raise PermissionError("The form has expired; request a new one.")
        rule = UploadRule(**policy)
        if (fields.get("key"), fields.get("Content-Type")) != (rule.key, rule.content_type):
            raise PermissionError("The form allows another key or content type.")
        return rule

    def check(self) -> None:
        try:
            with self.open_draft() as probe:
                probe.write(b"probe")
        except OSError as error:
            raise StorageUnavailable(f"{self.root} can't be written: {error.strerror}.") from error


@contextmanager
def _translate_errors(key: str) -> Iterator[None]:
    """Raise KeyError for a missing file, StorageUnavailable for a folder that can't be read."""
    try:
        yield
    except FileNotFoundError as error:
        raise KeyError(key) from error
    except OSError as error:
        raise StorageUnavailable(f"The file could not be read: {error.strerror}.") from error


def _signed_text(key: str, expires: str, filename: str) -> str:
    # JSON keeps the parts apart whatever characters they contain.
    return json.dumps([key, expires, filename])


def _sign(key: str, expires: str, filename: str) -> str:
    return keys.sign(PURPOSE, _signed_text(key, expires, filename))


def _copy(source: Path, target: BinaryIO) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader:
        while chunk := reader.read(CHUNK_BYTES):
            digest.update(chunk)
            size += target.write(chunk)
    return size, digest.hexdigest()


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
