"""Preparing a bucket for an installation."""

import pytest

from app.core.config import settings
from app.providers.storage.bucket import prepare_bucket
from app.providers.storage.s3 import S3Storage, connect


def test_a_bucket_is_created_once_and_may_be_prepared_again(
    bucket: S3Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKEND_CORS_ORIGINS", "https://studio.example.org")
    settings.cache_clear()

    assert prepare_bucket(f"{bucket.bucket}-new") == prepare_bucket(f"{bucket.bucket}-new") == []

    client = connect(settings().s3_endpoint_url)
    rules = client.get_bucket_cors(Bucket=f"{bucket.bucket}-new")["CORSRules"]
    assert rules[0]["AllowedOrigins"] == ["https://studio.example.org"]
    S3Storage(f"{bucket.bucket}-new").check()
