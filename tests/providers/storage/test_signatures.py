"""Addresses and forms that were changed or have expired, on a server that checks signatures."""

from pathlib import Path

import httpx2
import pytest

from app.core.config import settings
from app.providers.storage.s3 import S3Storage
from tests.processes import wait_until
from tests.providers.storage.forms import RULE, send, store_file


@pytest.mark.parametrize("part", ["X-Amz-Signature=", "film", "response-content-disposition="])
def test_a_changed_address_is_refused(bucket: S3Storage, tmp_path: Path, part: str) -> None:
    address = bucket.url(store_file(bucket, tmp_path), "film.mp4")
    place = address.index(part) + len(part)
    changed = address[:place] + ("0" if address[place] != "0" else "1") + address[place + 1 :]

    assert httpx2.get(address).status_code == 200
    assert httpx2.get(changed).status_code in {403, 404}
    assert httpx2.get(changed).content != b"0123456789"


def test_an_expired_address_is_refused(
    bucket: S3Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("S3_PRESIGNED_URL_EXPIRATION", "1")
    settings.cache_clear()
    address = bucket.url(store_file(bucket, tmp_path))

    wait_until(lambda: httpx2.get(address).status_code != 200, "the address to expire")

    assert httpx2.get(address).status_code == 403


def test_a_form_refuses_a_larger_file(bucket: S3Storage) -> None:
    assert send(bucket.upload_form(RULE), b"eleven byte") == 400
    assert not bucket.has(RULE.key)


@pytest.mark.parametrize(
    "change",
    [
        {"Content_Type": "text/html"},
        {"key": "users/2/incoming/still.png"},
        {"x_amz_signature": "0" * 64},
        {"policy": "e30="},
    ],
)
def test_a_changed_form_is_refused(bucket: S3Storage, change: dict[str, str]) -> None:
    assert send(bucket.upload_form(RULE), b"a still", **change) == 403
    assert not bucket.has(RULE.key)


def test_an_expired_form_is_refused(bucket: S3Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.providers.storage.s3.UPLOAD_SECONDS", -1)

    assert send(bucket.upload_form(RULE), b"a still") == 403
