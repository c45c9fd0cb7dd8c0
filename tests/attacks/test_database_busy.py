"""A database that another writer holds: 503 with a time to wait, and nothing is changed."""

import sqlite3

from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.core.database import engine
from app.modules.auth.models import User
from app.modules.job.schemas import JobConfig
from app.modules.project.models import Project
from app.pipeline.preview import preview_job
from tests.pipeline.films import create_project

STORY = {"title": "Lantern", "story_text": "Mara found a lantern."}


def test_a_locked_database_is_503_with_a_time_to_wait(ada_api: TestClient) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))

    event.listen(Project, "before_insert", refuse)
    answer = ada_api.post("/projects", json=STORY)
    event.remove(Project, "before_insert", refuse)

    assert (answer.status_code, answer.json()["code"]) == (503, "database.busy")
    assert int(answer.headers["Retry-After"]) > 0
    assert ada_api.get("/projects").json() == []


def test_an_estimate_only_reads(ada: User, ada_api: TestClient) -> None:
    project, written = create_project(ada_api), list[str]()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith(("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "PRAGMA")):
            written.append(statement)

    event.listen(engine(), "before_cursor_execute", note)
    estimate = preview_job(project, JobConfig(), ada)
    event.remove(engine(), "before_cursor_execute", note)

    assert estimate.scenes > 0
    assert written == []
