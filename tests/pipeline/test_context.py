"""The stage context while storage is unavailable."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.config import settings
from app.modules.task.models import Task
from app.pipeline.claim import Claim
from app.pipeline.context import StageContext, TaskStopped
from app.pipeline.ledger import ProviderCallRecorder
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable

pytestmark = pytest.mark.services


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StageContext]:
    """A context whose storage is unavailable, because a file is in the place of its folder."""
    monkeypatch.setenv("STUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("S3_BUCKET_NAME", "")
    monkeypatch.setenv("LEASE_SECONDS", "1")
    settings.cache_clear()
    storage.cache_clear()
    (tmp_path / "files").write_text("not a folder")
    (tmp_path / "panel.png").write_bytes(b"a panel")
    claim = Claim(task_id=1, job_id=None, fence=1)
    yield StageContext(tmp_path, ProviderCallRecorder(claim, Task(id=1, fence=1), tmp_path))
    monkeypatch.undo()
    settings.cache_clear()
    storage.cache_clear()


def test_a_file_is_stored_once_storage_is_available_again(context: StageContext) -> None:
    threading.Timer(0.2, (context.folder / "files").unlink).start()

    stored = context.store("users/1/panel.png", context.folder / "panel.png")

    assert stored.size_bytes == storage().size("users/1/panel.png") == 7


def test_a_stopped_task_does_not_wait_for_storage(context: StageContext) -> None:
    context.stop()

    with pytest.raises(TaskStopped):
        context.store("users/1/panel.png", context.folder / "panel.png")


def test_waiting_for_storage_ends_with_an_error(
    context: StageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEASE_SECONDS", "0.01")
    settings.cache_clear()

    with pytest.raises(StorageUnavailable, match="could not be stored"):
        context.store("users/1/panel.png", context.folder / "panel.png")
