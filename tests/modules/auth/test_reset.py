"""Forgotten passwords: a link by mail, once, soon, to the stored address, and silence for everybody else."""

import email
import re
from collections.abc import Callable
from email.policy import default
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.core.outbox import OutboxRow
from app.modules.auth.models import PasswordReset, User
from tests.accounts import (
    ADA,
    NEW_PASSWORD,
    PASSWORD,
    CountingHasher,
    bearer,
    login,
    me,
    new_browser,
    refresh,
    register,
    without_request,
)
from tests.outbox import Outbox


def forget(client: TestClient, address: str = ADA) -> None:
    assert client.post("/auth/forgot-password", json={"email": address}).status_code == 200


def reset(client: TestClient, token: str, password: str = NEW_PASSWORD):
    return client.post("/auth/reset-password", json={"token": token, "newPassword": password})


@pytest.fixture
def token(account: TestClient, outbox: Outbox, mails: Path) -> Callable[[], str]:
    """Ask for a link, and read its token from the mail that arrives."""

    def ask() -> str:
        before = set(mails.glob("*.eml"))
        forget(account)
        outbox.deliver_all()
        (mail,) = set(mails.glob("*.eml")) - before
        written = email.message_from_bytes(mail.read_bytes(), policy=default)
        found = re.search(
            r"http://localhost:3000/reset-password\?token=(\S+)", written.get_body(("plain",)).get_content()
        )
        return found[1]

    return ask


def test_a_link_sets_a_new_password_and_signs_nobody_in(
    account: TestClient, token: Callable[[], str]
) -> None:
    answer = reset(account, token())

    assert (answer.status_code, "set-cookie" in answer.headers, answer.json()["data"]) == (200, False, None)
    assert [login(account, password=word).status_code for word in (PASSWORD, NEW_PASSWORD)] == [401, 200]


def test_a_reset_ends_all_sessions_and_a_mail_tells_of_it(
    account: TestClient, token: Callable[[], str], outbox: Outbox, mails: Path
) -> None:
    sessions = [bearer(account), bearer(account)]

    reset(account, token())
    outbox.deliver_all()

    assert {me(account, tokens["access_token"]) for tokens in sessions} == {401}
    assert {refresh(account, tokens["refresh_token"]).status_code for tokens in sessions} == {401}
    assert sum("password was changed" in mail.read_text() for mail in mails.glob("*.eml")) == 1


def test_a_link_works_once(account: TestClient, token: Callable[[], str]) -> None:
    used = token()
    reset(account, used)

    again = reset(account, used, "nine brass lanterns")

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

    assert reset(account, link).status_code == status


def test_a_newer_request_kills_an_older_link(account: TestClient, token: Callable[[], str]) -> None:
    older, newer = token(), token()

    assert reset(account, older).status_code == 400
    assert reset(account, newer).status_code == 200


def test_a_changed_password_kills_a_link(account: TestClient, token: Callable[[], str]) -> None:
    link = token()
    login(account)
    account.put("/auth/change-password", json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})

    assert reset(account, link, "nine brass lanterns").status_code == 400


def test_a_changed_address_kills_a_link(
    account: TestClient, token: Callable[[], str], session: Session
) -> None:
    link = token()

    session.query(User).update({"email": "countess@example.org"})

    assert reset(account, link).status_code == 400


def test_a_disabled_account_can_use_no_link(
    account: TestClient, token: Callable[[], str], session: Session
) -> None:
    link = token()

    session.query(User).update({"is_disabled": True})

    assert reset(account, link).status_code == 400


def test_a_weak_password_leaves_the_link_good(account: TestClient, token: Callable[[], str]) -> None:
    link = token()

    assert reset(account, link, ADA).status_code == 422
    assert reset(account, link).status_code == 200


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
    answer = reset(account, change(token()))

    assert (answer.status_code, answer.json()["code"]) == (400, "auth.reset_token_invalid")
    assert login(account).status_code == 200


def test_a_reset_token_opens_nothing_else(account: TestClient, token: Callable[[], str]) -> None:
    link = token()

    assert me(account, link) == 401
    assert refresh(account, link).status_code == 401


def test_known_unknown_and_disabled_addresses_are_answered_alike(
    account: TestClient, session: Session, hasher: CountingHasher
) -> None:
    register(account, "off@example.org")
    session.query(User).filter_by(email="off@example.org").update({"is_disabled": True})
    hasher.hashes = hasher.verifications = 0

    answers = [
        account.post("/auth/forgot-password", json={"email": address})
        for address in (ADA, "nobody@example.org", "off@example.org")
    ]

    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}
    assert session.query(PasswordReset).count() == session.query(OutboxRow).count() == 3
    assert (hasher.hashes, hasher.verifications) == (0, 0)


def test_only_the_account_that_exists_gets_a_mail(account: TestClient, outbox: Outbox, mails: Path) -> None:
    for address in ("ADA@example.org", "nobody@example.org", "ada@exämple.org"):
        forget(account, address)

    outbox.deliver_all()

    (mail,) = mails.glob("*.eml")
    assert f"To: {ADA}\n" in mail.read_text()


def test_a_lookalike_address_gets_no_link_to_somebody_elses_account(
    browser: TestClient, outbox: Outbox, mails: Path
) -> None:
    register(browser, "mike@example.org")

    forget(browser, "mıke@example.org")
    outbox.deliver_all()

    assert list(mails.glob("*.eml")) == []


@pytest.mark.parametrize("name", ["Host", "X-Forwarded-Host", "Forwarded", "X-Original-Host"])
def test_the_links_place_is_the_settings_alone(
    account: TestClient, outbox: Outbox, mails: Path, name: str
) -> None:
    value = "host=evil.example" if name == "Forwarded" else "evil.example"
    account.post("/auth/forgot-password", json={"email": ADA}, headers={name: value})

    outbox.deliver_all()

    (mail,) = mails.glob("*.eml")
    assert "http://localhost:3000/reset-password?token=" in mail.read_text().replace("=\n", "").replace(
        "=3D", "="
    )
    assert "evil.example" not in mail.read_text()


def test_a_message_delivered_twice_sends_one_mail(account: TestClient, outbox: Outbox, mails: Path) -> None:
    forget(account)
    outbox.messages.extend(list(outbox.messages))

    assert outbox.deliver_all() == 2

    assert len(list(mails.glob("*.eml"))) == 1


def test_a_resend_carries_the_same_link(
    account: TestClient, outbox: Outbox, mails: Path, session: Session
) -> None:
    forget(account)
    messages = list(outbox.messages)
    outbox.deliver_all()
    first = next(mails.glob("*.eml")).read_text()

    session.query(OutboxRow).update({"status": "waiting", "due_at": OutboxRow.created_at})
    outbox.messages.extend(messages)
    outbox.deliver_all()

    link = re.compile(r"token=3D(\S+)")
    assert [mail.name for mail in mails.glob("*.eml")] == [next(mails.glob("*.eml")).name]
    assert link.findall(next(mails.glob("*.eml")).read_text()) == link.findall(first)


def test_no_message_and_no_row_holds_a_token(
    account: TestClient, token: Callable[[], str], session: Session, outbox: Outbox
) -> None:
    signature = token().partition(".")[2]

    names = inspect(session.connection()).get_table_names()
    stored = " ".join(str(row) for name in names for row in session.execute(text(f"SELECT * FROM {name}")))  # noqa: S608

    assert len(signature) == 64
    assert signature not in stored
    assert [set(row.payload) for row in session.query(OutboxRow)] == [{"reset_id"}]


def test_without_redis_links_are_still_asked_for_and_leave_later(
    account: TestClient, outbox: Outbox, mails: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("redis_down")

    known = account.post("/auth/forgot-password", json={"email": ADA})
    unknown = account.post("/auth/forgot-password", json={"email": "nobody@example.org"})
    outbox.deliver_all()

    assert without_request(known)[0] == without_request(unknown)[0] == 200
    assert len(list(mails.glob("*.eml"))) == 1


def test_one_place_may_ask_a_hundred_times(account: TestClient) -> None:
    for number in range(100):
        forget(account, f"person{number}@example.org")

    refused = account.post("/auth/forgot-password", json={"email": ADA})
    elsewhere = new_browser(client=("192.0.2.7", 1)).post("/auth/forgot-password", json={"email": ADA})

    assert (refused.status_code, elsewhere.status_code) == (429, 200)
    assert int(refused.headers["retry-after"]) > 0


@pytest.mark.parametrize("address", [ADA, "nobody@example.org"])
def test_a_mailbox_is_not_flooded_and_nobody_learns_whose_it_is(
    account: TestClient, outbox: Outbox, mails: Path, address: str
) -> None:
    for _ in range(25):
        forget(account, address)

    assert len(outbox.messages) == 20
