"""Reset links: one works once and for a short time, and closes all sessions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from app.modules.auth.models import User
from tests.accounts import (
    ADA,
    NEW_PASSWORD,
    PASSWORD,
    bearer,
    login,
    me,
    refresh,
    reset_password,
)
from tests.outbox import Outbox


def test_a_link_sets_a_new_password_and_opens_no_session(
    account: TestClient, token: Callable[[], str]
) -> None:
    answer = reset_password(account, token())

    assert (answer.status_code, "set-cookie" in answer.headers, answer.json()["data"]) == (200, False, None)
    assert [login(account, password=word).status_code for word in (PASSWORD, NEW_PASSWORD)] == [401, 200]


def test_a_reset_closes_all_sessions_and_sends_a_notice(
    account: TestClient, token: Callable[[], str], outbox: Outbox, mails: Path
) -> None:
    sessions = [bearer(account), bearer(account)]

    reset_password(account, token())
    outbox.deliver_all()

    assert {me(account, tokens["access_token"]) for tokens in sessions} == {401}
    assert {refresh(account, tokens["refresh_token"]).status_code for tokens in sessions} == {401}
    assert sum("password was changed" in mail.read_text() for mail in mails.glob("*.eml")) == 1


def test_a_link_works_once(account: TestClient, token: Callable[[], str]) -> None:
    used = token()
    reset_password(account, used)

    again = reset_password(account, used, "nine brass lanterns")

    assert (again.status_code, again.json()["code"]) == (400, "auth.reset_token_invalid")
    assert login(account, password=NEW_PASSWORD).status_code == 200


@pytest.mark.parametrize(("seconds", "status"), [("890", 200), ("901", 400)])
def test_a_link_works_for_fifteen_minutes(
    account: TestClient,
    token: Callable[[], str],
    monkeypatch: pytest.MonkeyPatch,
    seconds: str,
    status: int,
) -> None:
    link = token()

    monkeypatch.setenv("CLOCK_OFFSET_SECONDS", seconds)

    assert reset_password(account, link).status_code == status


def test_a_newer_request_invalidates_an_older_link(account: TestClient, token: Callable[[], str]) -> None:
    older, newer = token(), token()

    assert reset_password(account, older).status_code == 400
    assert reset_password(account, newer).status_code == 200


def test_a_changed_password_invalidates_a_link(account: TestClient, token: Callable[[], str]) -> None:
    link = token()
    login(account)
    account.put("/auth/change-password", json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})

    assert reset_password(account, link, "nine brass lanterns").status_code == 400


def test_a_changed_address_invalidates_a_link(
    account: TestClient, token: Callable[[], str], session: Session
) -> None:
    link = token()

    session.query(User).update({"email": "countess@example.org"})

    assert reset_password(account, link).status_code == 400


def test_a_disabled_account_can_use_no_link(
    account: TestClient, token: Callable[[], str], session: Session
) -> None:
    link = token()

    session.query(User).update({"is_disabled": True})

    assert reset_password(account, link).status_code == 400


def test_a_weak_password_leaves_the_link_valid(account: TestClient, token: Callable[[], str]) -> None:
    link = token()

    assert reset_password(account, link, ADA).status_code == 422
    assert reset_password(account, link).status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda link: link[:-1],
        lambda link: link[:-1] + ("0" if link[-1] != "0" else "1"),
        lambda link: link + "0",
        lambda link: "0" + link,
        lambda link: link.partition(".")[2],
        lambda link: link.partition(".")[0] + ".",
        lambda link: "999999." + link.partition(".")[2],
        lambda link: "٣" + link[1:],
        lambda _: "9" * 100 + ".x",
        lambda _: "",
        lambda _: "\x00",
    ],
)
def test_a_link_changed_anywhere_is_refused(
    account: TestClient, token: Callable[[], str], change: Callable[[str], str]
) -> None:
    answer = reset_password(account, change(token()))

    assert (answer.status_code, answer.json()["code"]) == (400, "auth.reset_token_invalid")
    assert login(account).status_code == 200


def test_a_reset_token_opens_nothing_else(account: TestClient, token: Callable[[], str]) -> None:
    link = token()

    assert me(account, link) == 401
    assert refresh(account, link).status_code == 401
