"""A bucket's signed addresses and forms, and a server that does not answer."""

from pathlib import Path

import httpx2
import pytest

from app.core.config import settings
from app.providers.storage.base import StorageUnavailable
from app.providers.storage.s3 import S3Storage
from tests.providers.storage.forms import RULE, send, store_file


def test_an_address_serves_ranges_and_names_the_file(bucket: S3Storage, tmp_path: Path) -> None:
    address = bucket.url(store_file(bucket, tmp_path), "Märchen.mp4")

    answer = httpx2.get(address, headers={"Range": "bytes=2-4"})

    assert (answer.status_code, answer.content) == (206, b"234")
    assert answer.headers["content-type"] == "video/mp4"
    name = "attachment; filename=\"M_rchen.mp4\"; filename*=UTF-8''M%C3%A4rchen.mp4"
    assert answer.headers["content-disposition"] == name


def test_a_form_stores_the_file_under_its_key(bucket: S3Storage) -> None:
    status = send(bucket.upload_form(RULE), b"a still")

    assert status == 204
    assert bucket.size(RULE.key) == 7


def test_browsers_are_sent_to_the_public_address(bucket: S3Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("S3_PUBLIC_ENDPOINT_URL", "https://files.example.org")
    settings.cache_clear()

    assert bucket.url("users/1/film.mp4").startswith("https://files.example.org/")
    assert bucket.upload_form(RULE).url.startswith("https://files.example.org/")


def test_an_unreachable_server_is_no_missing_file(
    bucket: S3Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("S3_ENDPOINT_URL", "http://127.0.0.1:1")
    settings.cache_clear()

    for call in (lambda: bucket.has("a"), lambda: bucket.fetch("a", tmp_path / "a"), bucket.check):
        with pytest.raises(StorageUnavailable, match="does not answer"):
            call()


def test_a_missing_bucket_is_named(bucket: S3Storage) -> None:
    with pytest.raises(StorageUnavailable, match="There is no bucket elsewhere"):
        S3Storage("elsewhere").check()
