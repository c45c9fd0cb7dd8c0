"""A bucket's signed addresses and forms, and a server that is away."""

import time
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from app.core.config import settings
from app.providers.storage.base import StorageAway, UploadForm, UploadRule
from app.providers.storage.s3 import S3Storage

RULE = UploadRule("users/1/incoming/still.png", "image/png", 10)


def _stored(bucket: S3Storage, folder: Path, key: str = "users/1/film.mp4") -> str:
    source = folder / "source"
    source.write_bytes(b"0123456789")
    return bucket.put(key, source).key


def _send(form: UploadForm, body: bytes, **changes: str) -> int:
    fields = {**form.fields, **{name.replace("_", "-"): value for name, value in changes.items()}}
    return httpx2.post(form.url, data=fields, files={"file": ("still.png", body)}).status_code


def test_an_address_serves_ranges_and_names_the_file(bucket: S3Storage, tmp_path: Path) -> None:
    address = bucket.url(_stored(bucket, tmp_path), "Märchen.mp4")

    answer = httpx2.get(address, headers={"Range": "bytes=2-4"})

    assert (answer.status_code, answer.content) == (206, b"234")
    assert answer.headers["content-type"] == "video/mp4"
    name = "attachment; filename=\"M_rchen.mp4\"; filename*=UTF-8''M%C3%A4rchen.mp4"
    assert answer.headers["content-disposition"] == name


def test_a_form_stores_the_file_under_its_key(bucket: S3Storage) -> None:
    status = _send(bucket.upload_form(RULE), b"a still")

    assert status == 204
    assert bucket.size(RULE.key) == 7


def test_browsers_are_sent_to_the_public_address(bucket: S3Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3_PUBLIC_ENDPOINT_URL", "https://files.example.org")
    settings.cache_clear()

    assert bucket.url("users/1/film.mp4").startswith("https://files.example.org/")
    assert bucket.upload_form(RULE).url.startswith("https://files.example.org/")


@pytest.mark.parametrize("part", ["X-Amz-Signature=", "film", "response-content-disposition="])
def test_a_changed_address_is_refused(judge: S3Storage, tmp_path: Path, part: str) -> None:
    address = judge.url(_stored(judge, tmp_path), "film.mp4")
    place = address.index(part) + len(part)
    changed = address[:place] + ("0" if address[place] != "0" else "1") + address[place + 1 :]

    assert httpx2.get(address).status_code == 200
    assert httpx2.get(changed).status_code in {403, 404}
    assert httpx2.get(changed).content != b"0123456789"


def test_a_late_address_is_refused(judge: S3Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3_PRESIGNED_URL_EXPIRATION", "4")
    settings.cache_clear()
    address = judge.url(_stored(judge, tmp_path))

    statuses = _statuses_for(10, lambda: httpx2.get(address).status_code)

    assert (statuses[0], statuses[-1]) == (200, 403)


def _statuses_for(seconds: float, ask: Callable[[], int]) -> list[int]:
    """Ask until there is another answer than the first, for some time at most."""
    end, statuses = time.monotonic() + seconds, [ask()]
    while statuses[-1] == statuses[0] and time.monotonic() < end:
        statuses.append(ask())
    return statuses


def test_a_form_takes_nothing_larger(judge: S3Storage) -> None:
    assert _send(judge.upload_form(RULE), b"eleven byte") == 400
    assert not judge.has(RULE.key)


@pytest.mark.parametrize(
    "change",
    [
        {"Content_Type": "text/html"},
        {"key": "users/2/incoming/still.png"},
        {"x_amz_signature": "0" * 64},
        {"policy": "e30="},
    ],
)
def test_a_changed_form_is_refused(judge: S3Storage, change: dict[str, str]) -> None:
    assert _send(judge.upload_form(RULE), b"a still", **change) == 403
    assert not judge.has(RULE.key)


def test_a_late_form_is_refused(judge: S3Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.providers.storage.s3.UPLOAD_SECONDS", -1)

    assert _send(judge.upload_form(RULE), b"a still") == 403


def test_a_server_that_is_away_is_no_missing_file(
    bucket: S3Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("S3_ENDPOINT_URL", "http://127.0.0.1:1")
    settings.cache_clear()

    for call in (lambda: bucket.has("a"), lambda: bucket.fetch("a", tmp_path / "a"), bucket.check):
        with pytest.raises(StorageAway, match="does not answer"):
            call()


def test_a_missing_bucket_is_named(bucket: S3Storage) -> None:
    with pytest.raises(StorageAway, match="There is no bucket elsewhere"):
        S3Storage("elsewhere").check()
