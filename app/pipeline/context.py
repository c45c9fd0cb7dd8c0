"""The stage context: a task's folder, stored files, ledger of provider calls, progress and stop flag."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from app.core.config import settings
from app.core.retry import call_until
from app.pipeline.ledger import ProviderCallRecorder
from app.providers.capabilities import Provider
from app.providers.errors import ProviderBusy
from app.providers.ledger import ProviderCallLedger
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable, StoredFile

STORAGE_WAIT_LEASES, STORAGE_PAUSE_SECONDS = 5, 0.5
Result = TypeVar("Result")


class TaskStopped(Exception):
    """The claim no longer holds, or the job was cancelled: the task must not change anything any more."""


class StageContext:
    """One task's folder, storage, ledger and progress; `folder` is removed when the task ends."""

    def __init__(self, folder: Path, recorder: ProviderCallRecorder) -> None:
        self.folder = folder
        self.fraction = 0.0
        self._recorder = recorder
        self._stop = threading.Event()

    def fetch(self, key: str) -> Path:
        """Copy a stored file into the folder, unless it is there, and return its path.

        Raises ProviderBusy when the file is missing in storage, StorageUnavailable when storage stays
        unavailable for five leases, and TaskStopped.
        """
        target = self.folder / Path(key).name
        if not target.exists():
            self.check()
            try:
                self._wait_for_storage(lambda: storage().fetch(key, target))
            except KeyError as error:
                raise ProviderBusy(f"A stored file is missing: {Path(key).name}.") from error
        return target

    def store(self, key: str, source: Path) -> StoredFile:
        """Store a file and return its key, size and SHA-256. Raises StorageUnavailable or TaskStopped."""
        return self._wait_for_storage(lambda: storage().put(key, source))

    def is_stored(self, key: str) -> bool:
        """Return whether a file is stored under a key. Raises StorageUnavailable or TaskStopped."""
        return self._wait_for_storage(lambda: storage().has(key))

    def path(self, name: str) -> Path:
        """Return the path that a file of this name has in the folder."""
        return self.folder / name

    def report_progress(self, fraction: float) -> None:
        """Report the share of the work that is done, 0 to 1. Raises TaskStopped when the task must stop."""
        self.fraction = max(self.fraction, min(1.0, fraction))
        self.check()

    def make_progress_callback(self, total: int) -> Callable[[int], None]:
        """Return a callback that reports a count of `total` steps as progress. It raises TaskStopped."""
        return lambda count: self.report_progress(count / max(1, total))

    def check(self) -> None:
        """Raise TaskStopped when the task must stop."""
        if self._stop.is_set():
            raise TaskStopped

    def stop(self) -> None:
        """Make the stage stop at its next check; called from the heartbeat's thread."""
        self._stop.set()

    @contextmanager
    def calling(self, provider: Provider, request: object) -> Iterator[ProviderCallLedger]:
        """Yield the ledger for a provider's work on a request; TaskStopped is raised before or after it."""
        self.check()
        with self._recorder.calling(provider, request) as ledger:
            yield ledger
        self.check()

    def drop_answers(self) -> None:
        """Drop the stored answers of the task's provider calls, once the product is recorded."""
        self._recorder.drop_answers()

    def _wait_for_storage(self, operation: Callable[[], Result]) -> Result:
        """Repeat an operation while storage is unavailable, so that finished work is not lost."""
        return call_until(
            operation,
            seconds=STORAGE_WAIT_LEASES * settings().lease_seconds,
            on=(StorageUnavailable,),
            event="storage.unavailable",
            sleep=self._pause,
            pause_seconds=STORAGE_PAUSE_SECONDS,
            longest_pause_seconds=STORAGE_PAUSE_SECONDS,
        )

    def _pause(self, seconds: float) -> None:
        self._stop.wait(seconds)
        self.check()
