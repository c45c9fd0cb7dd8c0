"""Query plans: no list and no query of the dispatcher scans a whole table that grows."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from app.core import outbox as outbox_rows
from app.core.database import engine, in_transaction, reading
from app.core.http import make_cursor
from app.models import Base
from app.modules.asset.service import remove_stale_uploads
from app.modules.auth.models import User
from app.pipeline import retention
from app.pipeline.claim import claim_task
from app.pipeline.dispatcher import Dispatcher
from app.pipeline.liveness import record_heartbeat
from tests.conftest import bearer_client
from tests.crowd import Crowd, fill
from tests.databases import migrated_database

SMALL = {"leases", "workers", "provider_blocks", "alembic_version"}
"""Tables with one row for each process or provider, which stay small."""
FEW_ROWS = 150

Statement = tuple[str, Any]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, redis_server: None) -> Iterator[Crowd]:
    """A database with the rows of a busy month."""
    with migrated_database(tmp_path_factory.mktemp("crowd")):
        yield fill()


@pytest.fixture
def statements(crowd: Crowd) -> Iterator[list[Statement]]:
    """The statements of the test; at its end the plan of each one is checked."""
    seen: dict[str, Statement] = {}

    def note(_: Any, __: Any, statement: str, parameters: Any, ___: Any, is_many: bool) -> None:
        if not is_many and statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            seen.setdefault(statement, (statement, parameters))

    event.listen(engine(), "before_cursor_execute", note)
    statements: list[Statement] = []
    yield statements
    event.remove(engine(), "before_cursor_execute", note)
    statements.extend(seen.values())
    whole = [plan for statement in statements for plan in _find_scans(statement)]
    assert statements
    assert whole == []


def _find_scans(statement: Statement) -> list[str]:
    """Return the growing tables that a statement scans completely."""
    words, parameters = statement
    if "WHERE" not in words and words.startswith("SELECT count(*)"):
        return []  # The total of a list without filters needs a complete scan.
    explain = "EXPLAIN QUERY PLAN " if engine().dialect.name == "sqlite" else "EXPLAIN "
    with engine().connect() as connection:
        rows = [dict(row) for row in connection.exec_driver_sql(explain + words, parameters).mappings()]
    found = _sqlite_scans(words, rows) if "detail" in rows[0] else _mysql_scans(rows)
    return [f"{table}: {words}" for table in found if table in Base.metadata.tables.keys() - SMALL]


def _sqlite_scans(words: str, rows: list[dict[str, Any]]) -> list[str]:
    details = [row["detail"] for row in rows]
    is_sorted = any("TEMP B-TREE" in detail for detail in details)
    if "WHERE" not in words and "LIMIT" in words and not is_sorted:
        return []  # The table is read from its end until the page is full.
    matches = (re.match(r"SCAN (\w+)", detail) for detail in details)
    return [re.sub(r"_\d+$", "", match[1]) for match in matches if match]


def _mysql_scans(rows: list[dict[str, Any]]) -> list[str]:
    whole = [row for row in rows if row["type"] in {"ALL", "index"} and int(row["rows"]) > FEW_ROWS]
    return [re.sub(r"_\d+$", "", row["table"]) for row in whole if not row["table"].startswith("<")]


@pytest.fixture
def api(crowd: Crowd) -> TestClient:
    """An API client of one of many users."""
    with reading() as session:
        return bearer_client(session.get_one(User, crowd.user_id))


@pytest.fixture
def admin_api(crowd: Crowd) -> TestClient:
    """An API client of the only admin."""
    with reading() as session:
        return bearer_client(session.get_one(User, crowd.admin_id))


def test_lists_scan_no_whole_table(api: TestClient, crowd: Crowd, statements: list[Statement]) -> None:
    project, job = crowd.project_id, crowd.job_id
    pages = (f"/projects?cursor={make_cursor(project)}", f"/jobs?cursor={make_cursor(job)}")
    paths = [
        *("/projects", "/projects?status=completed&q=film&limit=5", *pages),
        *(f"/projects/{project}", f"/projects/{project}/scenes"),
        *("/jobs", f"/jobs?project_id={project}", "/jobs?status=completed"),
        *(f"/jobs/{job}", f"/jobs/{job}/assets", f"/jobs/{job}/history", f"/jobs/{job}/events"),
        *("/auth/me", "/auth/sessions", f"/assets/{crowd.asset_id}"),
    ]

    statuses = {path: api.get(path).status_code for path in paths}

    assert set(statuses.values()) == {200}, statuses


def test_lists_for_admins_scan_no_whole_table(
    admin_api: TestClient, crowd: Crowd, statements: list[Statement]
) -> None:
    user, project = crowd.user_id, crowd.project_id
    paths = [
        *("/users", "/users?role=admin", f"/users/{user}"),
        *("/audit", f"/audit?actor_id={user}", "/audit?action=admin.user_created"),
        *("/jobs", "/jobs?stuck=true", "/jobs?status=completed", f"/jobs?user_id={user}"),
        *(f"/jobs?project_id={project}", f"/jobs/{crowd.job_id}", "/queues"),
        *("/moderation", "/moderation?flagged=true", f"/moderation?project_id={project}"),
        *(
            f"/costs?user_id={user}",
            f"/costs?project_id={project}",
            "/costs?since=2100-01-01&until=2100-01-31",
        ),
    ]

    statuses = {path: admin_api.get(f"/admin{path}").status_code for path in paths}

    assert set(statuses.values()) == {200}, statuses


def test_the_dispatcher_scans_no_whole_table(crowd: Crowd, statements: list[Statement]) -> None:
    dispatcher = Dispatcher()

    dispatcher.tick()
    dispatcher.expire_leases()
    retention.remove_expired()
    in_transaction(remove_stale_uploads)
    record_heartbeat("host:1", "images")


def test_claims_scan_no_whole_table(crowd: Crowd, statements: list[Statement]) -> None:
    claimed = claim_task(crowd.task_id)
    sent = outbox_rows.claim(crowd.outbox_id)

    assert claimed is not None
    assert sent is not None


def test_writing_requests_scan_no_whole_table(
    api: TestClient, crowd: Crowd, statements: list[Statement]
) -> None:
    key = {"Idempotency-Key": "once"}
    project = api.post("/projects", json={"title": "New", "story_text": "The sea."}, headers=key).json()["id"]
    api.post(f"/projects/{project}/scenes", json={"description": "The sea."})
    job = api.post("/jobs", json={"project_id": project}).json()["id"]
    api.post(f"/jobs/{job}/cancel")
    form = {"type": "reference", "filename": "a.png", "content_type": "image/png", "size_bytes": 10}
    asset = api.post("/assets/upload-url", json={"project_id": project, **form}).json()["asset_id"]
    api.delete(f"/assets/{asset}")

    deleted = api.delete(f"/projects/{project}")

    assert deleted.status_code == 204


def test_reading_a_whole_table_is_noticed(crowd: Crowd) -> None:
    missing = "SELECT * FROM tasks WHERE stage = 'draw'"

    assert _find_scans((missing, ())) == [f"tasks: {missing}"]
