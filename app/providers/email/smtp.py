"""Mail over SMTP, with STARTTLS, TLS or neither."""

import smtplib
import ssl

from app.core.config import settings
from app.providers.email.base import Mail
from app.providers.email.message import written
from app.providers.errors import ProviderBusy, ProviderRefused

TIMEOUT_SECONDS = 20


class SmtpServer:
    """Delivers through the configured server."""

    name = "smtp"

    def send(self, mail: Mail) -> None:
        """Deliver one mail; a refused recipient or sender never works, all else may work later."""
        try:
            message = written(mail)
        except ValueError as error:
            raise ProviderRefused("The mail's address or subject can't be written.") from error
        try:
            with self._connected() as server:
                server.send_message(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused) as error:
            raise ProviderRefused("The mail server refuses the sender or the recipient.") from error
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server does not take the mail: {type(error).__name__}.") from error

    def check(self) -> None:
        """Connect and log in."""
        try:
            with self._connected() as server:
                server.noop()
        except (OSError, smtplib.SMTPException) as error:
            raise ProviderBusy(f"The mail server can't be used: {error}.") from error

    @staticmethod
    def _connected() -> smtplib.SMTP:
        config, context = settings(), ssl.create_default_context()
        host, port = config.smtp_host or "", config.smtp_port
        if config.smtp_tls == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
        if config.smtp_tls == "starttls":
            server.starttls(context=context)
        password = config.smtp_password.get_secret_value() if config.smtp_password else ""
        if password:
            server.login(config.smtp_email, password)
        return server
