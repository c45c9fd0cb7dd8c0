"""Both file storages, each empty.

The bucket is on the server that the settings name, which checks signatures, or on moto, which does not.
"""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from app.core.config import settings
from app.providers.storage.base import StorageProvider
from app.providers.storage.local import LocalStorage
from app.providers.storage.s3 import S3Storage, connect

# moto accepts any signature.
MISSING = None if settings().s3_endpoint_url else "an S3 server (`make test-services` starts one)"
collect_ignore = ["test_signatures.py"] if MISSING else []
MOTO = {"AWS_ACCESS_KEY_ID": "studio", "AWS_SECRET_ACCESS_KEY": "not-checked"}


def pytest_report_header() -> list[str]:
    return [f"tests/providers/storage/test_signatures.py is left out: it needs {MISSING}"] if MISSING else []


@pytest.fixture(scope="module")
def s3_server() -> Iterator[dict[str, str]]:
    """The settings for an S3 server."""
    if settings().s3_endpoint_url:
        yield {}
        return
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield {**MOTO, "S3_ENDPOINT_URL": "http://{}:{}".format(*server.get_host_and_port())}
    server.stop()


@pytest.fixture
def bucket(s3_server: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[S3Storage]:
    """An empty bucket."""
    for name, value in s3_server.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    store = S3Storage(f"test-{secrets.token_hex(6)}")
    connect(settings().s3_endpoint_url).create_bucket(Bucket=store.bucket)
    yield store
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> LocalStorage:
    """An empty folder."""
    return LocalStorage(tmp_path / "files")


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest) -> StorageProvider:
    """Each storage in turn."""
    chosen: StorageProvider = request.getfixturevalue(request.param)
    return chosen
