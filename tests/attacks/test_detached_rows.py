"""A row that was read before a change is never written back over it: no detached object is merged."""

import ast
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

import app
from app.core.database import reading, unit_of_work
from app.modules.auth.models import User
from app.modules.auth.service import AuthService

FOLDER = Path(app.__file__).parent
CHANGES = {"role": "user", "is_disabled": True, "password_hash": "changed", "email": "new@example.org"}


@pytest.mark.parametrize("column", CHANGES)
def test_renaming_a_user_with_a_stale_object_changes_only_the_name(grace: User, column: str) -> None:
    with reading() as session:
        before = session.get_one(User, grace.id)
        session.expunge(before)
    with unit_of_work() as session:
        session.execute(update(User).where(User.id == grace.id).values({column: CHANGES[column]}))

    with unit_of_work() as session:
        AuthService(session).rename(before, "Grace Renamed")

    with reading() as session:
        row = session.get_one(User, grace.id, populate_existing=True)
    assert (row.full_name, getattr(row, column)) == ("Grace Renamed", CHANGES[column])


def test_renaming_a_deleted_user_does_not_store_it_again(ada: User) -> None:
    with unit_of_work() as session:
        session.delete(session.get_one(User, ada.id))

    with unit_of_work() as session, pytest.raises(Exception, match="session is over"):
        AuthService(session).rename(ada, "Ada Renamed")

    with reading() as session:
        assert session.get(User, ada.id) is None


def test_a_user_is_renamed_through_the_api(ada_api: TestClient) -> None:
    answer = ada_api.patch("/auth/me", json={"fullName": "Ada Renamed"})

    assert (answer.status_code, answer.json()["data"]["fullName"]) == (200, "Ada Renamed")


@pytest.mark.parametrize("name", ["merge", "bulk_save_objects", "bulk_update_mappings"])
def test_no_session_method_that_writes_detached_objects_is_used(name: str) -> None:
    calls = [
        f"{path.relative_to(FOLDER)}:{node.lineno}"
        for path in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == name and _is_session(node.value)
    ]

    assert calls == []


def _is_session(value: ast.expr) -> bool:
    last = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return last in {"session", "writing"}
