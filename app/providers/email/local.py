"""Mail written to a folder, for machines without a mail server."""

from pathlib import Path

import structlog

from app.providers.email.base import Mail
from app.providers.email.message import written
from app.providers.errors import ProviderBusy, ProviderRefused

log = structlog.get_logger()


class MailFolder:
    """Writes each mail to an .eml file, and says where."""

    name = "local"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, mail: Mail) -> None:
        """Write one mail; sent again, it replaces itself."""
        path = self.folder / f"{mail.message_id}.eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.write_bytes(bytes(written(mail)))
        except ValueError as error:
            raise ProviderRefused("The mail's address or subject can't be written.") from error
        except OSError as error:
            raise ProviderBusy(f"The mail could not be written: {error.strerror}.") from error
        log.info("mail.written", path=str(path))

    def check(self) -> None:
        """Make the folder."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise ProviderBusy(f"{self.folder} can't be written: {error.strerror}.") from error
