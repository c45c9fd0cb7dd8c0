"""Fixtures of the modules' tests: a quick password hasher, an account, and counted queries."""

from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.core import redis
from app.core.database import engine
from tests.accounts import CountingHasher, register
from tests.outbox import Outbox

NOT_QUERIES = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")


@pytest.fixture(autouse=True)
def quick_hashes(hasher: CountingHasher) -> None:
    """Use the quick password hasher in every test."""


@pytest.fixture
def redis_down(configure: Callable[..., None], outbox: Outbox) -> Iterator[None]:
    """Configure a Redis address at which no server listens."""
    configure(REDIS_URL="redis://127.0.0.1:1/0")
    redis.client.cache_clear()
    yield
    redis.client.cache_clear()


@pytest.fixture
def account(browser: TestClient) -> TestClient:
    """A browser in which Ada has just registered, and is not signed in."""
    register(browser)
    return browser


@pytest.fixture
def queries() -> Iterator[list[str]]:
    """The statements that are executed during the test, without those of transactions."""
    executed: list[str] = []

    def append(_connection, _cursor, statement: str, *_rest: object) -> None:
        if not statement.startswith(NOT_QUERIES):
            executed.append(statement)

    event.listen(engine(), "before_cursor_execute", append)
    yield executed
    event.remove(engine(), "before_cursor_execute", append)
