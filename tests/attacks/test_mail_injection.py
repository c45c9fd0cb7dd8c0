"""No mail carries the words or links of the person who registered its address."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from app.core.database import unit_of_work
from app.modules.auth.models import User
from tests.accounts import ADA, NEW_PASSWORD, PASSWORD, login, register, request_reset
from tests.outbox import Outbox

LURE = "You won! Collect it at https://evil.example/prize"


@pytest.mark.parametrize(
    "name",
    [
        "Ada\r\nBcc: victim@example.org",
        "Ada\x00Tester",
        "Ada\x1b[2J",
        "Ada\u2028Tester",
        "Ada \u202egro.live",
        LURE,
        "visit www.evil.example",
        '<a href="//evil.example">Ada</a>',
    ],
)
def test_a_name_with_structure_is_refused(browser: TestClient, name: str) -> None:
    answer = register(browser, fullName=name)

    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")
    assert login(browser).status_code == 401


@pytest.mark.parametrize(
    "name", ["Zoë d'Arc-Müller", "Нина Петрова", "山田 太郎", "سارة علي", "J. R. Ewing, Jr."]
)
def test_a_name_of_any_script_is_accepted(browser: TestClient, name: str) -> None:
    assert register(browser, fullName=name).json()["data"]["fullName"] == name


def test_no_mail_carries_a_name_that_was_stored_before(
    browser: TestClient, outbox: Outbox, mails: Path
) -> None:
    register(browser)
    with unit_of_work() as session:
        session.execute(update(User).values(full_name=LURE))
    login(browser)

    request_reset(browser)
    outbox.deliver_all()
    browser.put("/auth/change-password", json={"old_password": PASSWORD, "new_password": NEW_PASSWORD})
    outbox.deliver_all()

    texts = [read_text(path) for path in mails.glob("*.eml")]
    assert len(texts) == 2
    assert not [text for text in texts if "evil" in text or "won" in text]


def read_text(path: Path) -> str:
    """Return the headers and the decoded parts of a mail, which goes to Ada only."""
    mail = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    assert mail["To"] == ADA
    return str(mail.items()) + "".join(part.get_content() for part in mail.iter_parts())
