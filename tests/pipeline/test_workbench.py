"""What a stage works with."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.config import settings
from app.pipeline.workbench import TaskStopped, Workbench
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable


class NoCalls:
    """Nobody is called."""


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workbench]:
    """A bench beside a store whose place is taken by something else."""
    monkeypatch.setenv("STUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("S3_BUCKET_NAME", "")
    monkeypatch.setenv("LEASE_SECONDS", "1")
    settings.cache_clear()
    storage.cache_clear()
    (tmp_path / "files").write_text("in the way")
    (tmp_path / "panel.png").write_bytes(b"a panel")
    yield Workbench(tmp_path, NoCalls())  # type: ignore[arg-type]
    monkeypatch.undo()
    settings.cache_clear()
    storage.cache_clear()


def test_a_finished_file_waits_for_a_store_that_is_away(bench: Workbench) -> None:
    mending = threading.Timer(0.2, (bench.folder / "files").unlink)
    mending.start()

    stored = bench.store("users/1/panel.png", bench.folder / "panel.png")

    assert stored.size_bytes == storage().size("users/1/panel.png") == 7


def test_nobody_waits_for_what_is_no_longer_wanted(bench: Workbench) -> None:
    bench.stop()

    with pytest.raises(TaskStopped):
        bench.store("users/1/panel.png", bench.folder / "panel.png")


def test_a_store_that_stays_away_ends_the_patience(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEASE_SECONDS", "0.01")
    settings.cache_clear()

    with pytest.raises(StorageUnavailable, match="could not be stored"):
        bench.store("users/1/panel.png", bench.folder / "panel.png")
