"""Emails written to a folder, for machines without a mail server."""

from pathlib import Path

import structlog

from app.core.data_folder import make_private_file
from app.providers.email.base import Mail
from app.providers.email.message import build_message
from app.providers.errors import ProviderBusy, ProviderRefused

log = structlog.get_logger()


class MailFolder:
    """Writes each email to an .eml file and logs its path."""

    name = "local"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, mail: Mail) -> None:
        """Write one email; an email with the same id is replaced. Raises ProviderBusy or ProviderRefused."""
        path = self.folder / f"{mail.message_id}.eml"
        try:
            message = bytes(build_message(mail))
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            make_private_file(path)
            path.write_bytes(message)
        except ValueError as error:
            raise ProviderRefused("The mail's address or subject can't be written.") from error
        except OSError as error:
            raise ProviderBusy(f"The mail could not be written: {error.strerror}.") from error
        log.info("mail.written", path=str(path))

    def check(self) -> None:
        """Create the folder; raises ProviderBusy where that is not possible."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ProviderBusy(f"{self.folder} can't be written: {error.strerror}.") from error
