"""A data folder that other users of the machine can read: it holds accounts, mails and the secret key."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core import database
from app.core.config import ConfigurationError, settings
from app.providers.email.local import MailFolder
from tests.providers.email.conftest import MAIL

NOBODY = 65534


@pytest.fixture
def data(configure: Callable[..., None], tmp_path: Path) -> Iterator[Path]:
    """A data folder with an embedded database, which other users can read."""
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    configure(STUDIO_DATA=str(folder), DATABASE_URL="", DB_HOST="", SECRET_KEY="")
    database.reset_engine()
    yield folder
    database.reset_engine()


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Run the test without the rights of root, which may change the rights of every file."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)


def get_mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_data_folder_is_its_owners_alone(data: Path) -> None:
    data.rmdir()

    assert get_mode(settings().data) == 0o700


def test_a_folder_that_others_can_read_is_closed(data: Path) -> None:
    assert get_mode(settings().data) == 0o700


@pytest.mark.usefixtures("unprivileged")
def test_a_folder_of_another_user_is_refused_in_one_sentence(configure: Callable[..., None]) -> None:
    configure(STUDIO_DATA="/usr")

    with pytest.raises(ConfigurationError, match="Other users can read /usr") as refusal:
        _ = settings().data

    assert "\n" not in str(refusal.value)


def test_a_folder_for_all_users_is_refused_and_stays_as_it_is(data: Path) -> None:
    data.chmod(0o1777)

    with pytest.raises(ConfigurationError, match="a folder of your own inside it"):
        _ = settings().data

    assert data.stat().st_mode & 0o7777 == 0o1777


def test_a_file_as_a_data_folder_is_refused_in_one_sentence(
    data: Path, configure: Callable[..., None]
) -> None:
    configure(STUDIO_DATA="/dev/null")

    with pytest.raises(ConfigurationError, match="/dev/null cannot be the data folder"):
        _ = settings().data


def test_the_key_and_the_database_are_closed_also_where_they_were_open(data: Path) -> None:
    for name in ("secret.key", "studio.db"):
        (data / name).touch(mode=0o644)
        (data / name).chmod(0o644)

    assert settings().key is not None
    database.engine().connect().close()

    assert {
        path.name: get_mode(path) for path in data.iterdir() if path.name in {"secret.key", "studio.db"}
    } == {
        "secret.key": 0o600,
        "studio.db": 0o600,
    }


def test_a_mail_is_closed(data: Path) -> None:
    MailFolder(data / "mail").send(MAIL)

    (mail,) = (data / "mail").iterdir()
    assert (get_mode(mail), get_mode(mail.parent)) == (0o600, 0o700)
