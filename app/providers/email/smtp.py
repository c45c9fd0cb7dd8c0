"""Emails over SMTP, with STARTTLS, TLS or neither."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from app.core.config import settings
from app.providers.email.base import Mail
from app.providers.email.message import build_message
from app.providers.errors import ProviderBusy, ProviderRefused

TIMEOUT_SECONDS = 20


class SmtpServer:
    """Delivers through the configured server, never unencrypted where encryption is configured."""

    name = "smtp"

    def send(self, mail: Mail) -> None:
        """Deliver one email.

        Raises ProviderRefused for a refused sender or recipient, ProviderBusy for any other failure.
        """
        try:
            message = build_message(mail)
        except ValueError as error:
            raise ProviderRefused("The mail's address or subject can't be written.") from error
        try:
            with _connect() as server:
                server.send_message(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused) as error:
            raise _translate_refusal(error) from error
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server does not take the mail: {type(error).__name__}.") from error

    def check(self) -> None:
        """Connect and log in; raises ProviderBusy where that fails."""
        try:
            with _connect() as server:
                server.noop()
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server can't be used: {error}.") from error


def _translate_refusal(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPSenderRefused) -> Exception:
    """Return ProviderBusy for a temporary refusal (4xx, as with greylisting), else ProviderRefused (5xx)."""
    if isinstance(error, smtplib.SMTPSenderRefused):
        codes = [error.smtp_code]
    else:
        codes = [code for code, _ in error.recipients.values()]
    if any(code < 500 for code in codes):
        return ProviderBusy("The mail server asks to send the email later.")
    return ProviderRefused("The mail server refuses the sender or the recipient.")


@contextmanager
def _connect() -> Iterator[smtplib.SMTP]:
    config, context = settings(), ssl.create_default_context()
    host, port = config.smtp_host or "", config.smtp_port
    if config.smtp_tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    with server:
        if config.smtp_tls == "starttls":
            server.starttls(context=context)
        password = config.smtp_password.get_secret_value() if config.smtp_password else ""
        if password:
            server.login(config.smtp_email, password)
        yield server
