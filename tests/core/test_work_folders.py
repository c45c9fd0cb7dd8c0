"""Temporary folders and drafts of killed processes are removed; those in use stay."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.core.config import settings
from app.core.database import engine
from app.core.work_folders import create_work_folder, remove_abandoned_folders
from app.pipeline.dispatcher import RETENTION_SECONDS, Dispatcher
from app.pipeline.leftovers import remove_leftovers
from app.providers.registry import storage
from tests.outbox import Outbox

FOLDER = """
from app.core.work_folders import create_work_folder
with create_work_folder("upload-1") as folder:
    print(folder, flush=True)
    input()
"""
DRAFT = """
from app.providers.registry import storage
with storage().open_draft() as draft:
    print(draft.name, flush=True)
    input()
"""


@pytest.fixture(autouse=True)
def data(schema: None, configure: Callable[..., None], tmp_path: Path) -> Iterator[Path]:
    """An empty data folder; the database stays that of all tests."""
    engine()
    configure(STUDIO_DATA=str(tmp_path), S3_BUCKET_NAME="")
    storage.cache_clear()
    yield tmp_path
    storage.cache_clear()


@contextmanager
def run_process(code: str) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    """Yield a path that another process has made, and the process, which holds it until it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield Path(process.stdout.readline().strip()), process
        process.kill()


@pytest.mark.parametrize("code", [FOLDER, DRAFT], ids=["folder", "draft"])
def test_what_a_killed_process_left_is_removed(code: str) -> None:
    with run_process(code) as (left, process):
        process.kill()
        process.wait()

        removed = remove_leftovers()

    assert (removed, left.exists()) == (1, False)


@pytest.mark.parametrize("code", [FOLDER, DRAFT], ids=["folder", "draft"])
def test_what_a_running_process_uses_stays(code: str) -> None:
    with run_process(code) as (used, _):
        removed = remove_leftovers()

        assert (removed, used.exists()) == (0, True)


def test_a_folder_without_a_process_is_removed_whatever_its_name(data: Path) -> None:
    (data / "work" / "1-17-left-by-the-first-process-of-a-container").mkdir(parents=True)

    assert remove_abandoned_folders() == 1


def test_a_folder_is_removed_when_its_work_ends() -> None:
    with create_work_folder("task-7") as folder:
        (folder / "clip.mp4").write_bytes(b"a clip")
        remove_abandoned_folders()
        assert folder.exists()

    assert not folder.exists()
    assert list((settings().data / "work").iterdir()) == []


def test_a_folder_that_cannot_be_read_stops_nothing(data: Path) -> None:
    (data / "files").write_text("not a folder")

    assert remove_leftovers() == 0


def test_the_dispatcher_removes_what_killed_processes_left(outbox: Outbox, data: Path) -> None:
    left = data / "work" / "upload-1-left"
    left.mkdir(parents=True)
    dispatcher = Dispatcher()
    dispatcher._last_retention -= RETENTION_SECONDS

    dispatcher.tick()

    assert not left.exists()
