"""The interface of email providers, which deliver emails."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mail:
    """An email; `message_id` is the same at every attempt to deliver it."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str


class EmailProvider(Protocol):
    """Delivers emails."""

    name: str

    def send(self, mail: Mail) -> None:
        """Deliver an email.

        Raises ProviderBusy when it may succeed later, ProviderRefused when it never will.
        """

    def check(self) -> None:
        """Raise ProviderBusy or ProviderRefused when no email could be delivered."""
