"""Requests for reset links: the answer reveals no account, and mails and requests are limited."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from app.core.outbox import OutboxRow
from app.modules.auth.models import PasswordReset, User
from tests.accounts import (
    ADA,
    CountingHasher,
    new_browser,
    register,
    request_reset,
    strip_instance,
)
from tests.outbox import Outbox


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
        request_reset(account, address)

    outbox.deliver_all()

    (mail,) = mails.glob("*.eml")
    assert f"To: {ADA}\n" in mail.read_text()


def test_a_lookalike_address_gets_no_link_to_another_account(
    browser: TestClient, outbox: Outbox, mails: Path
) -> None:
    register(browser, "mike@example.org")

    request_reset(browser, "mıke@example.org")
    outbox.deliver_all()

    assert list(mails.glob("*.eml")) == []


@pytest.mark.parametrize("name", ["Host", "X-Forwarded-Host", "Forwarded", "X-Original-Host"])
def test_the_host_of_a_link_comes_from_the_settings_alone(
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
    request_reset(account)
    outbox.messages.extend(list(outbox.messages))

    assert outbox.deliver_all() == 2

    assert len(list(mails.glob("*.eml"))) == 1


def test_a_resend_carries_the_same_link(
    account: TestClient, outbox: Outbox, mails: Path, session: Session
) -> None:
    request_reset(account)
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


def test_without_redis_links_are_still_requested_and_sent_later(
    account: TestClient, outbox: Outbox, mails: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("redis_down")

    known = account.post("/auth/forgot-password", json={"email": ADA})
    unknown = account.post("/auth/forgot-password", json={"email": "nobody@example.org"})
    outbox.deliver_all()

    assert strip_instance(known)[0] == strip_instance(unknown)[0] == 200
    assert len(list(mails.glob("*.eml"))) == 1


def test_one_network_may_request_a_hundred_links(account: TestClient) -> None:
    for number in range(100):
        request_reset(account, f"person{number}@example.org")

    refused = account.post("/auth/forgot-password", json={"email": ADA})
    elsewhere = new_browser(client=("192.0.2.7", 1)).post("/auth/forgot-password", json={"email": ADA})

    assert (refused.status_code, elsewhere.status_code) == (429, 200)
    assert int(refused.headers["retry-after"]) > 0


@pytest.mark.parametrize("address", [ADA, "nobody@example.org"])
def test_requests_for_one_address_are_limited_without_revealing_its_account(
    account: TestClient, outbox: Outbox, mails: Path, address: str
) -> None:
    for _ in range(25):
        request_reset(account, address)

    assert len(outbox.messages) == 20
