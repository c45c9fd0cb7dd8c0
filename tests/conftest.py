"""The fixtures of all tests: a Valkey server, a migrated database, users, API clients, outbox and mails.

Ada owns what the tests create, Bob does not, Grace is an admin.
"""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

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
from app.providers.registry import storage
from tests.accounts import CountingHasher, bearer, header, register
from tests.outbox import Outbox

pytest_plugins = ("tests.commands", "tests.vendors.fixtures")

SERVICE_FIXTURES = {"redis_server", "s3_server", "store"}
"""The fixtures through which tests use a service; modules without them carry the marker `services`."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Escape captured output that is not Unicode, because reports travel between processes as UTF-8."""
    report = yield
    report.sections = [
        (name, text.encode("utf-8", "backslashreplace").decode()) for name, text in report.sections
    ]
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use a service, so that only these run again with real servers."""
    for item in items:
        if isinstance(item, pytest.Function) and SERVICE_FIXTURES.intersection(item.fixturenames):
            item.add_marker(pytest.mark.services)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[None]:
    """Start a Valkey server for the tests, unless REDIS_URL is set."""
    if settings().redis_url:
        yield
        return
    os.environ["REDIS_URL"] = valkey.address(settings().data)
    settings.cache_clear()
    # The children of a supervisor end when it is killed, so an aborted run leaves no server behind.
    supervisor = Supervisor(os.environ)
    supervisor.start(Child("valkey", program(*valkey.arguments(settings().data))))
    valkey.wait_until_ready(settings().redis)
    yield
    redis_client().close()
    supervisor.stop()


@pytest.fixture(scope="session")
def schema(redis_server: None) -> None:
    """Upgrade the tests' database to the newest revision."""
    command.upgrade(migrations.config(), "head")


@pytest.fixture
def database(schema: None) -> Iterator[None]:
    """Run the test in one transaction that is rolled back.

    Its only connection serves one thread at a time, so no heartbeat is sent while a test runs.
    """
    original, heartbeat.MAX_BEAT_SECONDS = heartbeat.MAX_BEAT_SECONDS, 60.0
    with engine().execution_options(is_writing=True).connect() as connection:
        transaction = connection.begin()
        SessionFactory.bind = connection
        yield
        SessionFactory.bind = None
        transaction.rollback()
    heartbeat.MAX_BEAT_SECONDS = original


@pytest.fixture
def hasher() -> Iterator[CountingHasher]:
    """Replace the password hasher by a quick one that counts its calls."""
    real, counting = passwords.hasher, CountingHasher()
    passwords.hasher = counting
    yield counting
    passwords.hasher = real


@pytest.fixture
def real_database(schema: None) -> Iterator[None]:
    """The database without an outer transaction; the rows that a test adds are deleted afterwards."""
    original = tasks.publisher
    tasks.publisher = Outbox()
    redis_client().flushdb()
    tables = [table for table in Base.metadata.sorted_tables if "id" in table.c]
    with unit_of_work() as session:
        last = {table.name: session.scalar(select(func.max(table.c.id))) or 0 for table in tables}
    yield
    tasks.publisher = original
    with unit_of_work() as session:
        for table in reversed(tables):
            session.execute(delete(table).where(table.c.id > last[table.name]))


@pytest.fixture
def session(database: None) -> Iterator[Session]:
    """A writing session, to arrange rows and to read results."""
    with unit_of_work() as opened:
        yield opened


@pytest.fixture
def configure(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """A function that changes settings for one test."""

    def change(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        settings.cache_clear()

    yield change
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def local_files(configure: Callable[..., None]) -> Iterator[None]:
    """Use local storage, also where a bucket is configured."""
    configure(S3_BUCKET_NAME="")
    storage.cache_clear()
    yield
    storage.cache_clear()


@pytest.fixture
def outbox(database: None) -> Iterator[Outbox]:
    """Record published messages; `deliver_all` runs their tasks."""
    recording, original = Outbox(), tasks.publisher
    tasks.publisher = recording
    yield recording
    tasks.publisher = original


@pytest.fixture
def mails() -> Iterator[Path]:
    """The folder to which mails are written; it is emptied at the end."""
    folder = settings().data / "mail"
    yield folder
    for mail in folder.glob("*.eml"):
        mail.unlink()


def _create_user(name: str, role: str = "user") -> User:
    with unit_of_work() as session:
        return AuthService(session).create_user(f"{name} Tester", f"{name.lower()}@example.org", None, role)


@pytest.fixture
def ada(database: None) -> User:
    """The owner."""
    return _create_user("Ada")


@pytest.fixture
def bob(database: None) -> User:
    """A user who owns nothing of Ada's."""
    return _create_user("Bob")


@pytest.fixture
def grace(database: None) -> User:
    """The admin."""
    return _create_user("Grace", "admin")


@pytest.fixture
def browser(outbox: Outbox) -> TestClient:
    """A client without a session."""
    redis_client().flushdb()
    return TestClient(create_app(), raise_server_exceptions=False)


def bearer_client(user: User) -> TestClient:
    """Return an API client that is signed in as a user by a bearer token."""
    with unit_of_work() as session:
        tokens = SessionService(session).open(user, Visitor("127.0.0.1", "tests"))
    return TestClient(create_app(), headers={"Authorization": f"Bearer {tokens.access}"})


@pytest.fixture
def ada_api(ada: User, outbox: Outbox) -> TestClient:
    """An API client of Ada."""
    return bearer_client(ada)


@pytest.fixture
def committed_api(real_database: None) -> TestClient:
    """Ada's API client on a database that commits, for tests with threads."""
    client = TestClient(create_app())
    register(client)
    client.headers.update(header(bearer(client)["access_token"]))
    return client


@pytest.fixture
def bob_api(bob: User, outbox: Outbox) -> TestClient:
    """An API client of Bob."""
    return bearer_client(bob)


@pytest.fixture
def grace_api(grace: User, outbox: Outbox) -> TestClient:
    """An API client of Grace."""
    return bearer_client(grace)
