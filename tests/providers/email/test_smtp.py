"""Mail over SMTP, against a server on this machine."""

import email
from collections.abc import Callable
from dataclasses import replace
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import Envelope

from app.providers.email.smtp import SmtpServer
from app.providers.errors import ProviderBusy, ProviderRefused
from tests.providers.email.conftest import MAIL, Mailbox


def bytes_of(envelope: Envelope) -> bytes:
    assert isinstance(envelope.content, bytes)
    return envelope.content


def test_a_mail_arrives_with_its_text_and_its_page(mail_server: Callable[..., Mailbox]) -> None:
    mailbox = mail_server("none", SMTP_TLS="none")

    SmtpServer().send(MAIL)

    (envelope,) = mailbox.envelopes
    message: Any = email.message_from_bytes(bytes_of(envelope), policy=default)
    assert (envelope.mail_from, envelope.rcpt_tos) == ("studio@example.org", ["ada@example.org"])
    assert (message["To"], message["Subject"]) == ("ada@example.org", "Grüße")
    assert message["Message-ID"] == "<abc123@example.org>"
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == MAIL.text
    assert message.get_body(("html",)).get_content().strip() == MAIL.html


@pytest.mark.parametrize("encryption", ["starttls", "tls"])
def test_mail_and_password_travel_encrypted(
    mail_server: Callable[..., Mailbox], certificate: Path, monkeypatch: pytest.MonkeyPatch, encryption: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    mailbox = mail_server(encryption, SMTP_TLS=encryption, SMTP_PASSWORD="a mailbox's password")

    SmtpServer().send(MAIL)

    assert mailbox.is_encrypted == [True]
    assert mailbox.logins == [(b"studio@example.org", b"a mailbox's password", True)]


@pytest.mark.parametrize("encryption", ["starttls", "tls"])
def test_a_server_without_a_trusted_certificate_is_sent_nothing(
    mail_server: Callable[..., Mailbox], encryption: str
) -> None:
    mailbox = mail_server(encryption, SMTP_TLS=encryption)

    with pytest.raises(ProviderBusy):
        SmtpServer().send(MAIL)

    assert mailbox.envelopes == []


def test_a_server_without_encryption_is_sent_nothing(mail_server: Callable[..., Mailbox]) -> None:
    mailbox = mail_server("none", SMTP_TLS="starttls", SMTP_PASSWORD="a mailbox's password")

    with pytest.raises(ProviderBusy):
        SmtpServer().send(MAIL)

    assert (mailbox.envelopes, mailbox.logins) == ([], [])


def test_without_a_password_there_is_no_login(mail_server: Callable[..., Mailbox]) -> None:
    mailbox = mail_server("none", SMTP_TLS="none", SMTP_PASSWORD="")

    SmtpServer().send(MAIL)

    assert (len(mailbox.envelopes), mailbox.logins) == (1, [])


@pytest.mark.parametrize("poison", ["ada@example.org\r\nBcc: eve@example.org", "ada@example.org\nX: y"])
@pytest.mark.parametrize("header", ["to", "subject"])
def test_a_line_break_in_a_header_is_refused_before_anything_is_sent(
    mail_server: Callable[..., Mailbox], header: str, poison: str
) -> None:
    mailbox = mail_server("none", SMTP_TLS="none")

    with pytest.raises(ProviderRefused):
        SmtpServer().send(replace(MAIL, **{header: poison}))

    assert mailbox.envelopes == []


@pytest.mark.parametrize(
    ("answer", "failure"),
    [("550 Nobody here", ProviderRefused), ("450 Come back later", ProviderBusy)],
)
def test_a_refused_recipient_is_given_up_and_a_greylisted_one_is_not(
    mail_server: Callable[..., Mailbox], answer: str, failure: type[Exception]
) -> None:
    mail_server("none", SMTP_TLS="none").recipient_answer = answer

    with pytest.raises(failure):
        SmtpServer().send(MAIL)


def test_an_error_of_the_server_is_temporary(mail_server: Callable[..., Mailbox]) -> None:
    mail_server("none", SMTP_TLS="none").answer = "451 Disk full"

    with pytest.raises(ProviderBusy):
        SmtpServer().send(MAIL)


def test_an_unreachable_server_is_a_temporary_error(configure: Callable[..., None]) -> None:
    configure(SMTP_HOST="127.0.0.1", SMTP_PORT="1", SMTP_TLS="none")

    with pytest.raises(ProviderBusy):
        SmtpServer().send(MAIL)
    with pytest.raises(ProviderBusy):
        SmtpServer().check()
