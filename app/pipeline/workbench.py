"""Where a stage works: a folder of its own, the files it needs, and the word to stop."""

import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import psutil

from app.core.config import settings
from app.providers.errors import ProviderBusy
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable, StoredFile

if TYPE_CHECKING:
    from app.pipeline.calls import CallGuard

PATIENCE_LEASES, PAUSE_SECONDS = 5, 0.5
Answer = TypeVar("Answer")


def _all_folders() -> Path:
    folder = settings().data / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def new_folder(task_id: int) -> Path:
    """Make a folder for one task, named so that it can be told whose it is."""
    return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-{task_id}-", dir=_all_folders()))


def remove_abandoned() -> None:
    """Remove the folders of processes that were killed and could not do so themselves."""
    for folder in _all_folders().iterdir():
        owner = folder.name.partition("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


class TaskStopped(Exception):
    """The task is no longer ours, or its job was cancelled: leave everything as it is."""


class Workbench:
    """A temporary folder that is always removed, and the stage's line to the runner."""

    def __init__(self, folder: Path, calls: "CallGuard") -> None:
        self.folder = folder
        self.fraction = 0.0
        self._calls = calls
        self._stop = threading.Event()

    def fetch(self, key: str) -> Path:
        """Bring a stored file to the bench."""
        target = self.folder / Path(key).name
        if not target.exists():
            self.check()
            try:
                self._patiently(lambda: storage().fetch(key, target))
            except KeyError as error:
                raise ProviderBusy(f"A stored file is missing: {Path(key).name}.") from error
        return target

    def store(self, key: str, source: Path) -> StoredFile:
        """Store a finished file under a key."""
        return self._patiently(lambda: storage().put(key, source))

    def has(self, key: str) -> bool:
        """Tell whether a file is stored."""
        return self._patiently(lambda: storage().has(key))

    def _patiently(self, ask: Callable[[], Answer]) -> Answer:
        """Wait for a store that is away, some leases long: work that is done is not thrown away for it."""
        end = time.monotonic() + PATIENCE_LEASES * settings().lease_seconds
        while True:
            try:
                return ask()
            except StorageUnavailable:
                if time.monotonic() > end:
                    raise
                self._stop.wait(PAUSE_SECONDS)
                self.check()

    def path(self, name: str) -> Path:
        """Give a path for a file to be made."""
        return self.folder / name

    def progress(self, fraction: float) -> None:
        """Tell how much of the work is done (0–1); raises TaskStopped when nobody wants it any more."""
        self.fraction = max(self.fraction, min(1.0, fraction))
        self.check()

    def counting(self, total: int) -> Callable[[int], None]:
        """Give a callback that turns a count into progress."""
        return lambda count: self.progress(count / max(1, total))

    def check(self) -> None:
        """Raise TaskStopped when the work shall stop."""
        if self._stop.is_set():
            raise TaskStopped

    def stop(self) -> None:
        """Tell the stage to stop at its next check."""
        self._stop.set()

    @contextmanager
    def calling(self, provider: Any, request: object) -> "Iterator[CallGuard]":
        """Wrap a provider's work: calls that cost money are written down before they are made."""
        self.check()
        with self._calls.calling(provider, request):
            yield self._calls
        self.check()

    def forget_answers(self) -> None:
        """Let go of what vendors answered, now that what was made of it is safe."""
        self._calls.forget()
