"""What a stage works with: a folder, stored files, the ledger of provider calls, and the order to stop."""

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import psutil

from app.core.config import settings
from app.core.retry import call_until
from app.pipeline.ledger import ProviderCallRecorder
from app.providers.capabilities import Provider
from app.providers.errors import ProviderBusy
from app.providers.ledger import ProviderCallLedger
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable, StoredFile

STORAGE_AWAY_LEASES, PAUSE_SECONDS = 5, 0.5
Answer = TypeVar("Answer")


def create_task_folder(task_id: int) -> Path:
    """Create a temporary folder for one task, whose name tells the process that it belongs to."""
    return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-{task_id}-", dir=_task_folders()))


def remove_abandoned_folders() -> None:
    """Remove the folders of processes that were killed and could not do so themselves."""
    for folder in _task_folders().iterdir():
        owner = folder.name.partition("-")[0]
        if owner.isdigit() and not psutil.pid_exists(int(owner)):
            shutil.rmtree(folder, ignore_errors=True)


def _task_folders() -> Path:
    folder = settings().data / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class TaskStopped(Exception):
    """The claim no longer holds, or the job was cancelled: nothing may be changed any more."""


class StageContext:
    """One task's folder, storage, ledger and progress; `folder` is removed when the task ends."""

    def __init__(self, folder: Path, recorder: ProviderCallRecorder) -> None:
        self.folder = folder
        self.fraction = 0.0
        self._recorder = recorder
        self._stop = threading.Event()

    def fetch(self, key: str) -> Path:
        """Copy a stored file into the folder and return its path. Raises ProviderBusy when it is missing."""
        target = self.folder / Path(key).name
        if not target.exists():
            self.check()
            try:
                self._wait_for_storage(lambda: storage().fetch(key, target))
            except KeyError as error:
                raise ProviderBusy(f"A stored file is missing: {Path(key).name}.") from error
        return target

    def store(self, key: str, source: Path) -> StoredFile:
        """Store a finished file under a key."""
        return self._wait_for_storage(lambda: storage().put(key, source))

    def is_stored(self, key: str) -> bool:
        """Return whether a file is stored under a key."""
        return self._wait_for_storage(lambda: storage().has(key))

    def path(self, name: str) -> Path:
        """Return the path of a file in the folder."""
        return self.folder / name

    def report_progress(self, fraction: float) -> None:
        """Report the share of the work that is done, 0 to 1. Raises TaskStopped when the task shall stop."""
        self.fraction = max(self.fraction, min(1.0, fraction))
        self.check()

    def count_to(self, total: int) -> Callable[[int], None]:
        """Return a callback that turns a count, up to `total`, into progress."""
        return lambda count: self.report_progress(count / max(1, total))

    def check(self) -> None:
        """Raise TaskStopped when the task shall stop."""
        if self._stop.is_set():
            raise TaskStopped

    def stop(self) -> None:
        """Order the stage to stop at its next check; called from the heartbeat's thread."""
        self._stop.set()

    @contextmanager
    def calling(self, provider: Provider, request: object) -> Iterator[ProviderCallLedger]:
        """Yield the ledger for a provider's work on a request. Raises TaskStopped before and after it."""
        self.check()
        with self._recorder.calling(provider, request) as ledger:
            yield ledger
        self.check()

    def drop_answers(self) -> None:
        """Drop the stored answers of the task's provider calls, once what was made of them is recorded."""
        self._recorder.drop_answers()

    def _wait_for_storage(self, ask: Callable[[], Answer]) -> Answer:
        """Repeat while storage is away, for some leases: finished work is not thrown away for that."""
        return call_until(
            ask,
            seconds=STORAGE_AWAY_LEASES * settings().lease_seconds,
            on=(StorageUnavailable,),
            event="storage.away",
            sleep=self._pause,
            pause_seconds=PAUSE_SECONDS,
            longest_pause_seconds=PAUSE_SECONDS,
        )

    def _pause(self, seconds: float) -> None:
        self._stop.wait(seconds)
        self.check()
