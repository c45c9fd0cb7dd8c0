"""Artifacts that several data folders on one disk share: hard links to files, found by a recipe's digest.

`recipes/` has a small JSON file for each artifact, `objects/` each content once, under its SHA-256. All files
appear by a rename, so that any number of processes may read and add, and be killed. A file of `objects/` with
a single link is in use by no data folder.
"""

import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import structlog

from app.core.config import settings
from app.modules.asset.models import Artifact
from app.providers.registry import storage
from app.providers.storage.local import LocalStorage

log = structlog.get_logger()
NameKey = Callable[[int, str, str], str]


@dataclass(frozen=True, slots=True)
class SharedArtifact:
    """What the row of an artifact says of its file, without owner and key."""

    digest: str
    suffix: str
    content_type: str
    size_bytes: int
    sha256: str
    meta: dict[str, Any]


def find(owner_id: int, digest: str, name_key: NameKey) -> dict[str, Artifact]:
    """Return new artifacts of a recipe by name, whose files are linked to keys of this data folder.

    {} when the folder of shared artifacts lacks one of them, or none is configured. `name_key` returns the
    key for an owner, a digest and a suffix.
    """
    store = SharedStore.open()
    if store is None:
        return {}
    try:
        main = store.read(digest)
        extras = {name: store.read(one) for name, one in main.meta.get("extras", {}).items()}
        return {
            name: store.link(one, owner_id, name_key(owner_id, one.digest, one.suffix))
            for name, one in {"": main, **extras}.items()
        }
    except (OSError, ValueError, TypeError) as error:
        log.debug("artifact.unfound", digest=digest, reason=type(error).__name__)
        return {}


def share(artifacts: Iterable[Artifact]) -> None:
    """Add artifacts of this data folder to those that are shared, if that is configured."""
    store = SharedStore.open()
    if store is None:
        return
    for artifact in artifacts:
        try:
            store.add(artifact)
        except OSError as error:
            log.warning("artifact.unshared", digest=artifact.digest, reason=error.strerror)


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """Yield a temporary path beside a file, which replaces the file at the end."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = target.with_name(f".{secrets.token_hex(6)}")
    try:
        yield draft
        draft.replace(target)
    finally:
        # A rename to another link of the same file does nothing, and leaves the draft.
        draft.unlink(missing_ok=True)


class SharedStore:
    """The folder of shared artifacts, beside a local storage on the same disk."""

    def __init__(self, folder: Path, files: LocalStorage) -> None:
        self.folder, self.files = folder, files

    @classmethod
    def open(cls) -> "SharedStore | None":
        """Return the configured folder; None without one, and with a bucket."""
        folder, files = settings().shared_artifacts, storage()
        return cls(Path(folder), files) if folder and isinstance(files, LocalStorage) else None

    def read(self, digest: str) -> SharedArtifact:
        """Return a shared artifact. Raises OSError when missing, ValueError or TypeError when broken."""
        return SharedArtifact(**json.loads(self._recipe(digest).read_text()))

    def link(self, shared: SharedArtifact, owner_id: int, key: str) -> Artifact:
        """Link a shared file to a storage key, and return its artifact. Raises OSError or ValueError."""
        content = self._object(shared.sha256)
        if content.stat().st_size != shared.size_bytes:
            raise ValueError(f"{content} was changed")
        self.files.link(content, key)
        return Artifact(
            owner_id=owner_id,
            digest=shared.digest,
            storage_key=key,
            content_type=shared.content_type,
            size_bytes=shared.size_bytes,
            sha256=shared.sha256,
            meta=shared.meta,
        )

    def add(self, artifact: Artifact) -> None:
        """Share an artifact unless it is shared already. Raises OSError."""
        content, recipe = self._object(artifact.sha256), self._recipe(artifact.digest)
        if content.exists() and recipe.exists():
            return
        if not content.exists():
            with _draft_of(content) as draft:
                draft.hardlink_to(self.files.path(artifact.storage_key))
        names = ("digest", "content_type", "size_bytes", "sha256", "meta")
        facts = {name: getattr(artifact, name) for name in names}
        shared = SharedArtifact(suffix=Path(artifact.storage_key).suffix, **facts)
        with _draft_of(recipe) as draft:
            draft.write_text(json.dumps(asdict(shared)))

    def _recipe(self, digest: str) -> Path:
        return self.folder / "recipes" / digest[:2] / f"{digest}.json"

    def _object(self, sha256: str) -> Path:
        return self.folder / "objects" / sha256[:2] / sha256


def remove_unused(folder: Path) -> None:
    """Remove the shared artifacts that no data folder uses any more."""
    for recipe in folder.glob("recipes/*/*.json"):
        with suppress(OSError, ValueError, KeyError):
            sha256 = str(json.loads(recipe.read_text())["sha256"])
            if _is_unused(folder / "objects" / sha256[:2] / sha256):
                recipe.unlink()
    for content in folder.glob("objects/*/*"):
        if _is_unused(content):
            content.unlink(missing_ok=True)


def _is_unused(content: Path) -> bool:
    try:
        return content.stat().st_nlink == 1
    except FileNotFoundError:
        return True
