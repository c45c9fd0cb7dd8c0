"""A mail as RFC 5322 spells it."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from app.core import clock
from app.core.config import settings
from app.providers.email.base import Mail


def written(mail: Mail) -> EmailMessage:
    """Write a mail with its text and HTML parts; line breaks in headers raise ValueError."""
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
