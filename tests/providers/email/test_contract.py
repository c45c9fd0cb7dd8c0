"""The contract of email providers, which every adapter meets."""

import email
from collections.abc import Callable
from dataclasses import replace
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from app.providers.email.base import EmailProvider
from app.providers.email.local import MailFolder
from app.providers.email.smtp import SmtpServer
from app.providers.errors import ProviderRefused
from tests.providers.email.conftest import MAIL, Mailbox

Deliveries = Callable[[], list[bytes]]


@pytest.fixture
def folder(tmp_path: Path) -> tuple[EmailProvider, Deliveries]:
    """The folder, and the emails in it."""
    return MailFolder(tmp_path), lambda: [path.read_bytes() for path in tmp_path.glob("*.eml")]


@pytest.fixture
def smtp(mail_server: Callable[..., Mailbox]) -> tuple[EmailProvider, Deliveries]:
    """The SMTP client, and the emails that its server has received."""
    mailbox = mail_server("none", SMTP_TLS="none")
    return SmtpServer(), lambda: [bytes(envelope.content or b"") for envelope in mailbox.envelopes]  # type: ignore[arg-type]


@pytest.fixture(params=["folder", "smtp"])
def delivery(request: pytest.FixtureRequest) -> tuple[EmailProvider, Deliveries]:
    """Each provider in turn."""
    chosen: tuple[EmailProvider, Deliveries] = request.getfixturevalue(request.param)
    return chosen


def test_a_mail_arrives_with_its_headers_text_and_page(delivery: tuple[EmailProvider, Deliveries]) -> None:
    provider, deliveries = delivery

    provider.send(MAIL)

    (content,) = deliveries()
    message: Any = email.message_from_bytes(content, policy=default)
    assert (message["To"], message["Subject"]) == ("ada@example.org", "Grüße")
    assert message["Message-ID"].startswith("<abc123@")
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == MAIL.text
    assert message.get_body(("html",)).get_content().strip() == MAIL.html


@pytest.mark.parametrize("header", ["to", "subject"])
def test_a_line_break_in_a_header_is_refused_and_nothing_is_sent(
    delivery: tuple[EmailProvider, Deliveries], header: str
) -> None:
    provider, deliveries = delivery

    with pytest.raises(ProviderRefused):
        provider.send(replace(MAIL, **{header: "ada@example.org\r\nBcc: eve@example.org"}))

    assert deliveries() == []


def test_a_provider_that_can_deliver_passes_its_check_and_sends_nothing(
    delivery: tuple[EmailProvider, Deliveries],
) -> None:
    provider, deliveries = delivery

    provider.check()

    assert deliveries() == []
