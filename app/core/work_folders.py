"""Temporary folders and files of this installation; those that a killed process left behind are removed.

A process holds a lock on each one that it uses, which the system releases when the process ends. Process ids
would not do: a container's first process always has the same, and other containers don't see it.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core.config import settings


@contextmanager
def create_work_folder(name: str) -> Iterator[Path]:
    """Yield the path of a new temporary folder, which is removed at the end."""
    folder, handle = _create_locked_folder(f"{name}-")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def remove_abandoned_folders() -> int:
    """Remove the temporary folders of processes that have ended; return how many were removed."""
    return remove_abandoned(_work_folders())


def remove_abandoned(folder: Path) -> int:
    """Remove from a folder what no process holds a lock on; return how many were removed."""
    return sum(_remove_unlocked(path) for path in folder.iterdir())


def hold(handle: int, path: Path) -> bool:
    """Lock a new file or folder; return whether it was not removed as abandoned before it was locked."""
    with suppress(OSError):  # Where the file system has no locks, nothing is taken for abandoned either.
        fcntl.flock(handle, fcntl.LOCK_EX)
    return path.exists()


def _work_folders() -> Path:
    folder = settings().data / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _create_locked_folder(prefix: str) -> tuple[Path, int]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=_work_folders()))
        with suppress(FileNotFoundError):
            handle = os.open(folder, os.O_RDONLY)
            if hold(handle, folder):
                return folder, handle
            os.close(handle)


def _remove_unlocked(path: Path) -> bool:
    with suppress(OSError):  # It was removed meanwhile, or its lock is held.
        handle = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            return True
        finally:
            os.close(handle)
    return False
