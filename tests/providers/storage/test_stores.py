"""The contract of file storages, which both adapters meet."""

from hashlib import sha256
from pathlib import Path

import pytest

from app.providers.storage.base import StorageProvider, StoredFile


def test_a_stored_file_comes_back_as_it_was(store: StorageProvider, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"a panel")

    stored = store.put("users/1/panel.png", source)
    fetched = store.fetch("users/1/panel.png", tmp_path / "fetched")

    assert stored == StoredFile("users/1/panel.png", 7, sha256(b"a panel").hexdigest())
    assert fetched.read_bytes() == b"a panel"


def test_a_film_uploaded_in_parts_comes_back_as_it_was(store: StorageProvider, tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(bytes(range(256)) * (40 << 12))

    stored = store.put("users/1/film.mp4", source)
    fetched = store.fetch("users/1/film.mp4", tmp_path / "fetched")

    assert stored.size_bytes == store.size("users/1/film.mp4") == 40 << 20
    assert sha256(fetched.read_bytes()).hexdigest() == stored.sha256


def test_a_missing_key_is_named(store: StorageProvider, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="nothing"):
        store.fetch("users/1/nothing", tmp_path / "fetched")
    with pytest.raises(KeyError, match="nothing"):
        store.size("users/1/nothing")
    assert not store.has("users/1/nothing")


def test_a_deleted_file_is_gone_and_may_be_deleted_again(store: StorageProvider, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"a take")
    store.put("users/1/take.wav", source)

    store.delete("users/1/take.wav")
    store.delete("users/1/take.wav")

    assert not store.has("users/1/take.wav")


def test_a_store_that_answers_passes_its_check(store: StorageProvider) -> None:
    store.check()
