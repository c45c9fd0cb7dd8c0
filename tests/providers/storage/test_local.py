"""Local storage whose disk was removed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.providers.storage.base import StorageUnavailable
from app.providers.storage.local import LocalStorage

KEY = "users/1/panel.png"


@pytest.fixture
def lost(tmp_path: Path) -> LocalStorage:
    """A store with a file in it, and something else in its folder's place."""
    store = LocalStorage(tmp_path / "files")
    (tmp_path / "source").write_bytes(b"a panel")
    store.put(KEY, tmp_path / "source")
    store.root.rename(tmp_path / "elsewhere")
    store.root.write_text("not a folder")
    return store


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.has(KEY),
        lambda store: store.size(KEY),
        lambda store: store.delete(KEY),
        lambda store: store.fetch(KEY, store.root.with_name("fetched")),
        lambda store: store.put(KEY, store.root.with_name("source")),
        lambda store: store.check(),
    ],
    ids=["has", "size", "delete", "fetch", "put", "check"],
)
def test_a_folder_that_cannot_be_read_is_unavailable(
    lost: LocalStorage, ask: Callable[[LocalStorage], object]
) -> None:
    with pytest.raises(StorageUnavailable):
        ask(lost)


def test_files_are_found_again_when_their_disk_is_back(lost: LocalStorage, tmp_path: Path) -> None:
    lost.root.unlink()
    (tmp_path / "elsewhere").rename(lost.root)

    assert lost.has(KEY)
