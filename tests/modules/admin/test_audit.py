"""The audit log: actors, actions, times, addresses and request ids, and no secrets."""

import logging

import pytest
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from app.core import audit
from app.core.audit import AuditEvent
from app.core.clock import db_now
from app.core.database import unit_of_work
from app.core.logging import mask_secrets
from app.modules.auth.models import User
from app.pipeline import retention
from tests.accounts import ADA, NEW_PASSWORD, PASSWORD, bearer, header, login, new_browser, refresh, register


def test_events_record_actor_action_time_and_address(account: TestClient, session: Session) -> None:
    here = new_browser(client=("192.0.2.7", 1), headers={"X-Request-ID": "a-request-of-mine"})
    login(here, password="a wrong guess")
    login(here)

    failed, succeeded = session.query(AuditEvent).order_by(AuditEvent.id.desc()).limit(2).all()[::-1]

    user = session.query(User).one()
    assert (failed.action, failed.actor_id, failed.target) == ("auth.login_failed", None, f"user:{user.id}")
    assert (succeeded.action, succeeded.actor_id) == ("auth.logged_in", user.id)
    assert {(event.ip, event.request_id) for event in (failed, succeeded)} == {
        ("192.0.2.7", "a-request-of-mine")
    }
    assert succeeded.at >= failed.at >= user.created_at


def test_every_change_of_an_account_is_in_the_log(
    account: TestClient, grace_api: TestClient, session: Session
) -> None:
    login(account)
    account.get("/auth/refresh-token")
    account.put("/auth/change-password", json={"old_password": "wrong", "new_password": NEW_PASSWORD})
    account.put("/auth/change-password", json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})
    account.post("/auth/forgot-password", json={"email": ADA})
    account.post("/auth/logout")
    ada = session.query(User).filter_by(email=ADA).one().id
    grace_api.patch(f"/admin/users/{ada}/role", json={"role": "admin"})
    grace_api.patch(f"/admin/users/{ada}/disabled", json={"disabled": True})
    grace_api.delete(f"/admin/users/{ada}")

    assert [event.action for event in session.query(AuditEvent).order_by(AuditEvent.id)] == [
        "auth.registered",
        "auth.logged_in",
        "auth.wrong_password",
        "auth.password_changed",
        "auth.reset_requested",
        "auth.logged_out",
        "admin.role_changed",
        "admin.user_disabled",
        "admin.user_deleted",
    ]


def test_admins_read_the_log_in_pages(account: TestClient, grace_api: TestClient, session: Session) -> None:
    login(account)
    ada = session.query(User).filter_by(email=ADA).one().id

    newest = grace_api.get("/admin/audit", params={"limit": 1}).json()["data"]
    of_ada = grace_api.get("/admin/audit", params={"actor_id": ada}).json()["data"]
    logins = grace_api.get("/admin/audit", params={"action": "auth.logged_in"}).json()["data"]

    assert (newest["total"], len(newest["items"])) == (2, 1)
    assert set(newest["items"][0]) == {
        "id",
        "at",
        "actor_id",
        "action",
        "target",
        "ip",
        "request_id",
        "detail",
    }
    assert newest["items"][0]["at"].endswith("Z")
    assert of_ada["total"] == 2
    assert [item["action"] for item in logins["items"]] == ["auth.logged_in"]


def test_no_secret_reaches_any_log(account: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with capture_logs() as events, caplog.at_level(logging.DEBUG):
        tokens = bearer(account)
        rotated = refresh(account, tokens["refresh_token"]).json()
        login(account, password="a wrong guess")
        refresh(account, tokens["refresh_token"] + "x")
        account.get("/auth/me", headers=header(rotated["access_token"]))
        account.post("/auth/forgot-password", json={"email": ADA})
        account.post("/auth/reset-password", json={"token": "1.secretive", "newPassword": NEW_PASSWORD})
        register(account, password="another secret word")

    logged = f"{events} {caplog.text}"
    assert events
    for secret in (PASSWORD, NEW_PASSWORD, "a wrong guess", "another secret word", "1.secretive", ADA):
        assert secret not in logged
    for pair in (tokens, rotated):
        assert pair["access_token"] not in logged
        assert pair["refresh_token"] not in logged


def test_events_are_removed_after_their_retention_and_not_before(grace: User, session: Session) -> None:
    with unit_of_work() as writing:
        for name, days in (("old", 366), ("young", 364)):
            audit.record(writing, f"test.{name}", grace.id)
            writing.flush()
            event = update(AuditEvent).where(AuditEvent.action == f"test.{name}")
            writing.execute(event.values(at=db_now(-days * 86_400)))

    retention.remove_expired()

    kept = session.scalars(select(AuditEvent.action).where(AuditEvent.action.startswith("test."))).all()
    assert kept == ["test.young"]


def test_secrets_are_masked_by_their_names_and_line_breaks_are_written_out() -> None:
    event = {"event": "x", "password": "p", "reset_token": "t", "Authorization": "Bearer x", "path": "a\r\nb"}

    masked = mask_secrets(structlog.get_logger(), "info", event)

    assert (masked["password"], masked["reset_token"], masked["Authorization"]) == ("***", "***", "***")
    assert masked["path"] == "a\\r\\nb"


@pytest.mark.parametrize("sent", ["two\twords", "x" * 65, "<script>", "ünïcode", ""])
def test_an_unsafe_request_id_is_replaced(browser: TestClient, sent: str) -> None:
    answer = browser.get("/health", headers={b"X-Request-ID": sent.encode()})

    assert answer.headers["x-request-id"] != sent
    assert len(answer.headers["x-request-id"]) == 32


def test_a_safe_request_id_is_echoed_and_names_the_error(browser: TestClient) -> None:
    answer = browser.get("/auth/me", headers={"X-Request-ID": "page-7.load_2"})

    assert answer.headers["x-request-id"] == "page-7.load_2"
    assert answer.json()["instance"] == "urn:request:page-7.load_2"
