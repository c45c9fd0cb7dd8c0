"""What users send is in no log, also when the database refuses it."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.core import logging as logs
from app.core.database import engine
from tests.accounts import login, new_browser, register

CANARY = "canary-7f3a"


@pytest.fixture
def read_log(configure: Callable[..., None]) -> Iterator[Callable[[], str]]:
    """Log as in production; yield a function that returns what was written."""
    handlers, level = logging.getLogger().handlers, logging.getLogger().level
    configure(LOG_FORMAT="json")
    logs.configure()
    (handler,), written = logging.getLogger().handlers, StringIO()
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    yield written.getvalue
    logging.getLogger().handlers = handlers
    logging.getLogger().setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def broken_database(database: None) -> Iterator[Callable[[str], None]]:
    """Yield a function after whose call the database refuses each statement that starts with a text."""
    starts: list[str] = []

    def break_statement(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> Any:
        is_broken = any(statement.startswith(start) for start in starts)
        return statement.replace("INTO ", "INTO missing_", 1) if is_broken else statement, parameters

    event.listen(engine(), "before_cursor_execute", break_statement, retval=True)
    yield starts.append
    event.remove(engine(), "before_cursor_execute", break_statement)


def test_a_story_that_the_database_refuses_is_not_logged(
    browser: TestClient, read_log: Callable[[], str], broken_database: Callable[[str], None]
) -> None:
    register(browser)
    login(browser)
    broken_database("INSERT INTO projects")

    answer = browser.post("/projects", json={"title": CANARY, "story_text": f"Mara met {CANARY}."})
    log = read_log()

    assert answer.status_code == 500
    assert [json.loads(line)["event"] for line in log.splitlines()][-1] == "request.failed"
    assert "missing_projects" in log
    assert CANARY not in log + answer.text


def test_the_data_of_an_account_that_the_database_refuses_is_not_logged(
    read_log: Callable[[], str], broken_database: Callable[[str], None]
) -> None:
    broken_database("INSERT INTO users")

    answer = register(
        new_browser(), email=f"{CANARY}@example.org", fullName=CANARY, password=f"long {CANARY}"
    )
    log = read_log()

    assert answer.status_code == 500
    assert "missing_users" in log
    assert not [secret for secret in (CANARY, "argon2") if secret in log + answer.text]
