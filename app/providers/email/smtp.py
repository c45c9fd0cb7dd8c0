"""Mail over SMTP, with STARTTLS, TLS or neither."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from app.core.config import settings
from app.providers.email.base import Mail
from app.providers.email.message import written
from app.providers.errors import ProviderBusy, ProviderRefused

TIMEOUT_SECONDS = 20


class SmtpServer:
    """Delivers through the configured server; never in the clear where encryption is wanted."""

    name = "smtp"

    def send(self, mail: Mail) -> None:
        """Deliver one mail; a refused recipient or sender never works, all else may work later."""
        try:
            message = written(mail)
        except ValueError as error:
            raise ProviderRefused("The mail's address or subject can't be written.") from error
        try:
            with _connected() as server:
                server.send_message(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused) as error:
            raise _refusal(error) from error
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server does not take the mail: {type(error).__name__}.") from error

    def check(self) -> None:
        """Connect and log in."""
        try:
            with _connected() as server:
                server.noop()
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server can't be used: {error}.") from error


def _refusal(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPSenderRefused) -> Exception:
    """Tell a refusal for good (5xx) from one for now (4xx, as greylisting servers give)."""
    if isinstance(error, smtplib.SMTPSenderRefused):
        codes = [error.smtp_code]
    else:
        codes = [code for code, _ in error.recipients.values()]
    if any(code < 500 for code in codes):
        return ProviderBusy("The mail server wants the mail later.")
    return ProviderRefused("The mail server refuses the sender or the recipient.")


@contextmanager
def _connected() -> Iterator[smtplib.SMTP]:
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
