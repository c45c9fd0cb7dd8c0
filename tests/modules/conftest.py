"""What the modules' tests share: quick hashes, settings of a test's own, a database without a net."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.core import redis
from app.core.config import settings
from app.core.database import engine
from app.providers.registry import storage
from tests.accounts import CountingHasher, register
from tests.outbox import Outbox

NOT_QUERIES = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Hash quickly in every test."""


@pytest.fixture
def redis_down(configured: Callable[..., None], outbox: Outbox) -> Iterator[None]:
    """Point the app at a Redis that nobody runs."""
    configured(REDIS_URL="redis://127.0.0.1:1/0")
    redis.client.cache_clear()
    yield
    redis.client.cache_clear()


@pytest.fixture
def local_files(configured: Callable[..., None]) -> Iterator[None]:
    """Keep files in the folder, also where a bucket is configured."""
    configured(S3_BUCKET_NAME="")
    storage.cache_clear()
    yield
    storage.cache_clear()


@pytest.fixture
def account(browser: TestClient) -> TestClient:
    """A browser in which Ada has just registered; nobody is signed in."""
    register(browser)
    return browser


@pytest.fixture
def mails() -> Iterator[Path]:
    """The folder that mails are written to."""
    folder = settings().data / "mail"
    yield folder
    for mail in folder.glob("*.eml"):
        mail.unlink()


@pytest.fixture
def queries() -> Iterator[list[str]]:
    """Every statement that the database is asked."""
    asked: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        if not statement.startswith(NOT_QUERIES):
            asked.append(statement)

    event.listen(engine(), "before_cursor_execute", note)
    yield asked
    event.remove(engine(), "before_cursor_execute", note)
