"""What every test stands on: a Valkey server, a migrated database, the fixed cast, and the outbox.

Ada owns, Bob does not, Grace is admin.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from alembic import command
from app.core import migrations, tasks
from app.core.config import settings
from app.core.database import SessionFactory, engine, unit_of_work
from app.core.redis import client as redis_client
from app.embedded import valkey
from app.embedded.supervisor import Child, Supervisor, program
from app.main import create_app
from app.models import Base
from app.modules.auth import passwords
from app.modules.auth.models import User
from app.modules.auth.service import AuthService
from app.modules.auth.sessions import SessionService, Visitor
from app.pipeline import heartbeat
from tests.accounts import CountingHasher
from tests.outbox import Outbox

pytest_plugins = ("tests.vendors.fixtures",)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[None]:
    """Start a Valkey server of the tests' own, unless REDIS_URL names one."""
    if settings().redis_url:
        yield
        return
    os.environ["REDIS_URL"] = valkey.address(settings().data)
    settings.cache_clear()
    # A supervisor takes its children along when it is killed, so a broken-off run leaves no server behind.
    supervisor = Supervisor(os.environ)
    supervisor.start(Child("valkey", program(*valkey.arguments(settings().data))))
    valkey.wait_until_ready(settings().redis)
    yield
    redis_client().close()
    supervisor.stop()


@pytest.fixture(scope="session")
def schema(redis_server: None) -> None:
    """Bring the tests' database to the newest schema."""
    command.upgrade(migrations.config(), "head")


@pytest.fixture
def database(schema: None) -> Iterator[None]:
    """Put everything that a test writes into one transaction that is rolled back.

    One connection serves one thread at a time, so heartbeats wait until the test is long over.
    """
    usual, heartbeat.MAX_BEAT_SECONDS = heartbeat.MAX_BEAT_SECONDS, 60.0
    with engine().execution_options(is_writing=True).connect() as connection:
        transaction = connection.begin()
        SessionFactory.bind = connection
        yield
        SessionFactory.bind = None
        transaction.rollback()
    heartbeat.MAX_BEAT_SECONDS = usual


@pytest.fixture
def hasher() -> Iterator[CountingHasher]:
    """Hash quickly, and count it."""
    real, counting = passwords.hasher, CountingHasher()
    passwords.hasher = counting
    yield counting
    passwords.hasher = real


@pytest.fixture
def real_database(schema: None) -> Iterator[None]:
    """The database without the net of a transaction; what a test adds is removed afterwards."""
    sending, tasks.publisher = tasks.publisher, Outbox()
    redis_client().flushdb()
    tables = [table for table in Base.metadata.sorted_tables if "id" in table.c]
    with unit_of_work() as session:
        last = {table.name: session.scalar(select(func.max(table.c.id))) or 0 for table in tables}
    yield
    tasks.publisher = sending
    with unit_of_work() as session:
        for table in reversed(tables):
            session.execute(delete(table).where(table.c.id > last[table.name]))


@pytest.fixture
def session(database: None) -> Iterator[Session]:
    """A writing session for arranging and looking."""
    with unit_of_work() as opened:
        yield opened


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Give some settings other values for one test."""

    def configure(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()

    yield configure
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def outbox(database: None) -> Iterator[Outbox]:
    """Record what would be sent; `deliver_all` runs it."""
    recording, sending = Outbox(), tasks.publisher
    tasks.publisher = recording
    yield recording
    tasks.publisher = sending


def _person(name: str, role: str = "user") -> User:
    with unit_of_work() as session:
        return AuthService(session).create_user(f"{name} Tester", f"{name.lower()}@example.org", None, role)


@pytest.fixture
def ada(database: None) -> User:
    """The owner."""
    return _person("Ada")


@pytest.fixture
def bob(database: None) -> User:
    """Somebody else."""
    return _person("Bob")


@pytest.fixture
def grace(database: None) -> User:
    """The admin."""
    return _person("Grace", "admin")


@pytest.fixture
def browser(outbox: Outbox) -> TestClient:
    """A browser that nobody has signed in with."""
    redis_client().flushdb()
    return TestClient(create_app(), raise_server_exceptions=False)


def signed_in(user: User) -> TestClient:
    """Give a bearer client of a user."""
    with unit_of_work() as session:
        tokens = SessionService(session).open(user, Visitor("127.0.0.1", "tests"))
    return TestClient(create_app(), headers={"Authorization": f"Bearer {tokens.access}"})


@pytest.fixture
def ada_api(ada: User, outbox: Outbox) -> TestClient:
    """The API as Ada sees it."""
    return signed_in(ada)


@pytest.fixture
def bob_api(bob: User, outbox: Outbox) -> TestClient:
    """The API as Bob sees it."""
    return signed_in(bob)


@pytest.fixture
def grace_api(grace: User, outbox: Outbox) -> TestClient:
    """The API as Grace sees it."""
    return signed_in(grace)
