"""The addresses of files: equal for ten minutes, and valid for as long as is said."""

import re
from collections.abc import Callable

import pytest

from app.core.config import settings
from app.providers.storage.base import StorageProvider, get_address_seconds
from app.providers.storage.s3 import S3Storage, connect

NOON = 1_800_000_000
KEY = "users/1/fi lm+ä.mp4"


@pytest.fixture
def set_time(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A function that sets the time by which addresses are signed."""
    return lambda now: monkeypatch.setattr("app.providers.storage.base.time.time", lambda: now)


def test_a_file_has_the_same_address_for_ten_minutes(
    store: StorageProvider, set_time: Callable[[float], None]
) -> None:
    addresses = []
    for now in (NOON, NOON + 599.9, NOON + 600):
        set_time(now)
        addresses.append(store.url(KEY, "Märchen.mp4"))

    assert addresses[0] == addresses[1] != addresses[2]


@pytest.mark.parametrize(("now", "seconds"), [(NOON, 3600), (NOON + 599, 3001)])
def test_an_address_lives_no_longer_than_is_configured_and_says_how_long(
    set_time: Callable[[float], None], now: float, seconds: int
) -> None:
    set_time(now)

    assert get_address_seconds() == seconds


@pytest.mark.parametrize("lifetime", [1, 2, 60, 600])
def test_a_short_life_is_not_cut_by_more_than_half(
    monkeypatch: pytest.MonkeyPatch, set_time: Callable[[float], None], lifetime: int
) -> None:
    monkeypatch.setenv("S3_PRESIGNED_URL_EXPIRATION", str(lifetime))
    settings.cache_clear()
    left = []
    for second in range(lifetime):
        set_time(NOON + second)
        left.append(get_address_seconds())
    monkeypatch.undo()
    settings.cache_clear()

    assert lifetime / 2 <= min(left) <= max(left) == lifetime


def test_a_bucket_is_signed_for_as_the_library_does(
    bucket: S3Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = bucket.url(KEY, "Märchen.mp4")
    signed_at = "".join(re.findall(r"X-Amz-Date=(\w+)", ours))
    name = "attachment; filename=\"M_rchen.mp4\"; filename*=UTF-8''M%C3%A4rchen.mp4"
    wanted = {
        "Bucket": bucket.bucket,
        "Key": KEY,
        "ResponseCacheControl": "private, max-age=3600",
        "ResponseContentDisposition": name,
        "ResponseContentType": "video/mp4",
    }

    class Clock:
        """The library's clock at the time at which our address counts as signed."""

        @staticmethod
        def strftime(_: str) -> str:
            return signed_at

    monkeypatch.setattr("botocore.auth.get_current_datetime", Clock)
    theirs = connect(settings().s3_endpoint_url).generate_presigned_url("get_object", wanted, 3600)

    assert ours == theirs
