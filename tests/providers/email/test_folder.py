"""Emails without a server, written to a folder."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from app.providers.email.local import MailFolder
from app.providers.errors import ProviderBusy
from tests.providers.email.conftest import MAIL


def test_a_mail_is_written_and_its_path_is_logged(tmp_path: Path) -> None:
    with capture_logs() as events:
        MailFolder(tmp_path / "mail").send(MAIL)

    (written,) = (tmp_path / "mail").iterdir()
    assert "To: ada@example.org" in written.read_text()
    assert [(event["event"], event["path"]) for event in events] == [("mail.written", str(written))]


def test_a_mail_with_the_same_id_replaces_the_first(tmp_path: Path) -> None:
    MailFolder(tmp_path).send(MAIL)
    MailFolder(tmp_path).send(MAIL)

    assert len(list(tmp_path.iterdir())) == 1


def test_only_their_owner_reads_the_mails(tmp_path: Path) -> None:
    MailFolder(tmp_path / "mail").check()

    assert (tmp_path / "mail").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_a_temporary_error(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file in its place")

    with pytest.raises(ProviderBusy):
        MailFolder(tmp_path / "mail").send(MAIL)
    with pytest.raises(ProviderBusy):
        MailFolder(tmp_path / "mail").check()
