"""The data folder and its files: only their owner may read accounts, mails and the secret key."""

import os
import stat
from pathlib import Path

from app.core.errors import ConfigurationError

OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def make_private_folder(folder: Path) -> None:
    """Create a folder for its owner alone, or take the rights of others from it.

    A folder for all users, such as /tmp, is refused and left as it is. Raises ConfigurationError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    except OSError as error:
        raise ConfigurationError(
            f"{folder} cannot be the data folder ({error.strerror}); choose another one by STUDIO_DATA."
        ) from error
    found = folder.stat()
    if not found.st_mode & OPEN_TO_OTHERS:
        return
    if found.st_mode & stat.S_ISVTX:
        raise ConfigurationError(
            f"{folder} is a folder for all users; choose a folder of your own inside it."
        )
    _tighten(folder, PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Create an empty file for its owner alone, or take the rights of others from it.

    Raises ConfigurationError or OSError.
    """
    os.close(os.open(path, os.O_CREAT | os.O_RDONLY | os.O_CLOEXEC, PRIVATE_FILE))
    if path.stat().st_mode & OPEN_TO_OTHERS:
        _tighten(path, PRIVATE_FILE)


def _tighten(path: Path, mode: int) -> None:
    try:
        path.chmod(mode)
    except OSError as error:
        raise ConfigurationError(
            f"Other users can read {path}, and their rights cannot be taken away ({error.strerror}); "
            "choose a data folder of your own."
        ) from error
    if path.stat().st_mode & OPEN_TO_OTHERS:
        raise ConfigurationError(
            f"Other users can read {path}, and its disk keeps no rights; choose one on another disk."
        )
