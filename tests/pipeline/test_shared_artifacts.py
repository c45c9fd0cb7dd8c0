"""Artifacts that data folders share by hard links."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.modules.asset.models import Artifact
from app.pipeline import shared_artifacts
from app.pipeline.shared_artifacts import SharedStore
from app.providers import registry
from app.providers.storage.local import LocalStorage

DIGEST, EXTRA = "a" * 64, "b" * 64


def name_key(owner_id: int, digest: str, suffix: str) -> str:
    return f"users/{owner_id}/{digest}{suffix}"


@pytest.fixture
def use(tmp_path: Path, configure: Callable[..., None]) -> Callable[[str], LocalStorage]:
    """A function that makes one of several data folders, which share their artifacts, the present one."""

    def change(name: str) -> LocalStorage:
        configure(
            STUDIO_DATA=str(tmp_path / name), SHARED_ARTIFACTS=str(tmp_path / "shared"), S3_BUCKET_NAME=""
        )
        registry.storage.cache_clear()
        return LocalStorage(tmp_path / name / "files")

    return change


@pytest.fixture(autouse=True)
def forget_storage() -> Iterator[None]:
    """Let the next test read the settings of the storage again."""
    yield
    registry.storage.cache_clear()


def store(files: LocalStorage, tmp_path: Path, digest: str, **meta: object) -> Artifact:
    """Store and share an artifact, whose content is its digest."""
    source = tmp_path / "source.png"
    source.write_text(digest)
    stored = files.put(f"users/1/{digest}.png", source)
    artifact = Artifact(
        owner_id=1, digest=digest, storage_key=stored.key, content_type="image/png", meta=meta
    )
    artifact.size_bytes, artifact.sha256 = stored.size_bytes, stored.sha256
    shared_artifacts.share([artifact])
    return artifact


def test_an_artifact_is_found_in_another_folder_with_its_further_files(tmp_path: Path, use) -> None:
    first = use("first")
    store(first, tmp_path, EXTRA)
    main = store(first, tmp_path, DIGEST, frames=3, extras={"srt": EXTRA})

    second = use("second")
    found = shared_artifacts.find(7, DIGEST, name_key)

    assert found.keys() == {"", "srt"}
    assert (found[""].owner_id, found[""].sha256, found[""].meta) == (7, main.sha256, main.meta)
    assert second.path(found["srt"].storage_key).read_text() == EXTRA
    assert second.path(found[""].storage_key).samefile(first.path(main.storage_key))


def test_a_missing_further_file_or_a_broken_record_is_as_if_nothing_was_shared(tmp_path: Path, use) -> None:
    files = use("first")
    store(files, tmp_path, DIGEST, extras={"srt": EXTRA})
    store(files, tmp_path, "c" * 64)
    (recipe,) = (tmp_path / "shared").glob("recipes/cc/*.json")
    recipe.write_text(recipe.read_text()[:20])

    assert shared_artifacts.find(1, DIGEST, name_key) == {}
    assert shared_artifacts.find(1, "c" * 64, name_key) == {}


def test_a_file_of_another_length_is_not_used(tmp_path: Path, use) -> None:
    artifact = store(use("first"), tmp_path, DIGEST)
    (content,) = (tmp_path / "shared").glob(f"objects/*/{artifact.sha256}")
    content.unlink()
    content.write_text("cut off")

    use("second")

    assert shared_artifacts.find(1, DIGEST, name_key) == {}


def test_only_what_no_folder_uses_is_removed(tmp_path: Path, use) -> None:
    files = use("first")
    store(files, tmp_path, DIGEST)
    gone = store(files, tmp_path, EXTRA)
    files.delete(gone.storage_key)

    shared_artifacts.remove_unused(tmp_path / "shared")

    use("second")
    assert shared_artifacts.find(1, DIGEST, name_key).keys() == {""}
    assert shared_artifacts.find(1, EXTRA, name_key) == {}
    assert len(list((tmp_path / "shared").glob("objects/*/*"))) == 1


def test_without_the_setting_nothing_is_shared(tmp_path: Path, use, configure: Callable[..., None]) -> None:
    files = use("first")
    configure(SHARED_ARTIFACTS="")

    store(files, tmp_path, DIGEST)

    assert SharedStore.open() is None
    assert shared_artifacts.find(1, DIGEST, name_key) == {}
    assert not (tmp_path / "shared").exists()
