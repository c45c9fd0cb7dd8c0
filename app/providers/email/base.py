"""What the studio asks of whoever delivers mail."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail; `message_id` stays the same however often it is tried."""

    to: str
    subject: str
    text: str
    html: str
    message_id: str


class EmailProvider(Protocol):
    """Delivers mail; raises ProviderBusy when it may work later, ProviderRefused when it never will."""

    name: str

    def send(self, mail: Mail) -> None:
        """Hand a mail over."""

    def check(self) -> None:
        """Raise ProviderBusy or ProviderRefused, with a sentence, when no mail could leave."""
