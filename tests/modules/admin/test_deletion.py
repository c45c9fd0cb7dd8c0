"""The deletion of an account: nothing of it is left except its audit events."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from app.core.config import settings
from app.core.outbox import OutboxRow
from app.models import Base
from app.modules.auth.models import User
from tests.accounts import ADA, PASSWORD, bearer, header, login, me, new_browser, register
from tests.outbox import Outbox

STORY = "Mara found a lantern on the shore at dawn.\n\nAt night she carried it into the dark forest."


def stored_files() -> list[Path]:
    return [path for path in (settings().data / "files").rglob("*") if path.is_file()]


def delete_me(client: TestClient, password: str = PASSWORD):
    return client.request("DELETE", "/auth/me", json={"password": password})


def test_deleting_an_account_deletes_its_films_and_files(
    account: TestClient, outbox: Outbox, session: Session, local_files: None
) -> None:
    before = set(stored_files())
    login(account)
    key = {"Idempotency-Key": "once"}
    project = account.post("/projects", json={"title": "L", "story_text": STORY}, headers=key).json()
    account.post("/jobs", json={"project_id": project["id"], "config": {"resolution": "480p"}})
    outbox.deliver_all()
    made = set(stored_files()) - before

    answer = delete_me(account)
    outbox.deliver_all()

    kept = {AuditEvent.__tablename__, OutboxRow.__tablename__}
    left = [table.name for table in Base.metadata.sorted_tables if session.query(table).count()]
    assert (answer.status_code, len(made) > 5) == (204, True)
    assert set(stored_files()) & made == set()
    assert set(left) - {"workers", "leases"} == kept


def test_a_deleted_account_can_do_nothing_more(account: TestClient) -> None:
    tokens = bearer(account)
    login(account)

    answer = delete_me(account)

    assert (answer.status_code, dict(account.cookies)) == (204, {})
    assert me(account, tokens["access_token"]) == 401
    assert login(account).status_code == 401
    assert register(account).status_code == 201


def test_the_event_of_a_deletion_stays_without_name_or_address(account: TestClient, session: Session) -> None:
    login(account)
    user_id = session.query(User).one().id

    delete_me(account)

    note = session.query(AuditEvent).filter_by(action="auth.account_deleted").one()
    assert (note.actor_id, note.target) == (user_id, f"user:{user_id}")
    everything = " ".join(str(vars(event)) for event in session.query(AuditEvent))
    assert ADA not in everything
    assert "Ada" not in everything


def test_the_id_of_a_deleted_user_is_never_used_again(account: TestClient, session: Session) -> None:
    login(account)
    first = session.query(User).one().id
    delete_me(account)

    second = register(account, "bob@example.org").json()["data"]["id"]

    assert second > first


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"password": "a wrong guess"}, 400, "auth.wrong_password"),
        ({}, 422, "request.invalid"),
        (None, 422, "request.invalid"),
    ],
)
def test_deleting_an_account_needs_its_password(
    account: TestClient, body: dict[str, str] | None, status: int, code: str
) -> None:
    login(account)

    answer = account.request("DELETE", "/auth/me", json=body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert account.get("/auth/me").status_code == 200


def test_the_last_admin_cannot_delete_the_own_account(account: TestClient, session: Session) -> None:
    session.query(User).update({"role": "admin"})
    login(account)

    answer = delete_me(account)

    assert (answer.status_code, answer.json()["code"]) == (409, "admin.last_admin")
    assert account.get("/auth/me").status_code == 200


def test_an_admin_deletes_another_account_with_its_films_and_files(
    account: TestClient, grace_api: TestClient, session: Session
) -> None:
    tokens = bearer(account)
    made = account.post(
        "/projects", json={"title": "L", "story_text": STORY}, headers=header(tokens["access_token"])
    )
    ada = session.query(User).filter_by(email=ADA).one().id

    answer = grace_api.delete(f"/admin/users/{ada}")

    assert (made.status_code, answer.status_code, answer.json()["data"]) == (201, 200, None)
    assert me(new_browser(), tokens["access_token"]) == 401
    assert grace_api.get(f"/admin/users/{ada}").status_code == 404


def test_a_mail_for_an_account_that_is_gone_is_dropped(
    account: TestClient, outbox: Outbox, mails: Path, session: Session
) -> None:
    account.post("/auth/forgot-password", json={"email": ADA})
    login(account)
    delete_me(account)

    outbox.deliver_all()

    assert list(mails.glob("*.eml")) == []
    assert "dropped" in {row.status for row in session.query(OutboxRow)}
