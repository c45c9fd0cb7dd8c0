"""An email in the format of RFC 5322."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from app.core import clock
from app.core.config import settings
from app.providers.email.base import Mail


def build_message(mail: Mail) -> EmailMessage:
    """Return an email as a message with text and HTML parts; raises ValueError for line breaks in headers."""
    message = EmailMessage()
    sender = settings().smtp_email
    message["From"] = Address("Animatic Studio", addr_spec=sender)
    message["To"] = Address(addr_spec=mail.to)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = f"<{mail.message_id}@{sender.rpartition('@')[2]}>"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    return message
