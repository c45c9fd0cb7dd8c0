"""The fixtures of the modules' tests: quick hashes, services that are away, an account, and its mails."""

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
    """Use a quick password hasher in every test."""


@pytest.fixture
def redis_down(configure: Callable[..., None], outbox: Outbox) -> Iterator[None]:
    """Point the app at a Redis that does not answer."""
    configure(REDIS_URL="redis://127.0.0.1:1/0")
    redis.client.cache_clear()
    yield
    redis.client.cache_clear()


@pytest.fixture
def local_files(configure: Callable[..., None]) -> Iterator[None]:
    """Store files in the data folder, even when a bucket is configured."""
    configure(S3_BUCKET_NAME="")
    storage.cache_clear()
    yield
    storage.cache_clear()


@pytest.fixture
def account(browser: TestClient) -> TestClient:
    """A client without a session, after Ada's registration."""
    register(browser)
    return browser


@pytest.fixture
def mails() -> Iterator[Path]:
    """The folder to which mails are written; it is emptied at the end."""
    folder = settings().data / "mail"
    yield folder
    for mail in folder.glob("*.eml"):
        mail.unlink()


@pytest.fixture
def queries() -> Iterator[list[str]]:
    """The SQL statements of the test, without those of transactions."""
    statements: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        if not statement.startswith(NOT_QUERIES):
            statements.append(statement)

    event.listen(engine(), "before_cursor_execute", note)
    yield statements
    event.remove(engine(), "before_cursor_execute", note)
