"""Uploads: a signed form for one file, and the inspection of the file before it may be used.

A file is uploaded to one key, and copied to another one once it has passed the inspection: with the form,
which stays valid for a while, the inspected file can't be replaced.
"""

import re
import secrets
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.errors import Unavailable
from app.modules.asset.errors import AssetNotFound, AssetRejected, UploadNotOffered
from app.modules.asset.inspection import FORMATS, FileUnfit, Format, get_format, inspect_file
from app.modules.asset.models import Asset
from app.modules.asset.repository import AssetRepository
from app.modules.asset.schemas import Upload, UploadRequest, UploadStarted
from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.project.errors import ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.models import Scene
from app.modules.scene.service import SceneService
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable, StoredFile, UploadRule

ADMIN_TYPES = {"film", "clip"}
SCENE_TYPES = {"background", "character", "narration"}
_SCENE_FILENAME = re.compile(r"scene[-_ ]?0*(\d{1,4})(?:[-_ ]+(.+))?", re.IGNORECASE)


class UploadService:
    """Starts uploads, and accepts the files that have passed the inspection."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.assets = AssetRepository(session)

    def start(self, request: UploadRequest, user: User) -> UploadStarted:
        """Create a pending asset and sign a form for its file.

        Raises ProjectNotFound, SceneNotFound, or UploadNotOffered.
        """
        project = self._find_project(request, user)
        wanted = _choose_format(request, user)
        scene = self._find_scene(request, project)
        key = f"users/{project.user_id}/incoming/{secrets.token_hex(16)}{wanted.suffix}"
        asset = self.assets.add(
            Asset(
                project_id=project.id,
                scene_id=scene.id if scene else None,
                type=request.type,
                status="pending",
                storage_key=key,
                filename=Path(request.filename.replace("\\", "/")).name or f"upload{wanted.suffix}",
                content_type=wanted.content_type,
                size_bytes=request.size_bytes,
                meta={"character": name} if scene and (name := _find_character(request, scene)) else {},
            )
        )
        form = storage().upload_form(UploadRule(key, request.content_type, request.size_bytes))
        return UploadStarted(asset_id=asset.id, upload=Upload.model_validate(form))

    def get(self, asset_id: int, user: User) -> Asset:
        """Return an asset of this user, or for an admin any upload of a type that admins upload.

        Raises AssetNotFound.
        """
        asset = self.assets.get_owned(asset_id, user)
        if asset is None and user.role == "admin":
            found = self.session.get(Asset, asset_id)
            asset = found if found and found.type in ADMIN_TYPES and found.artifact_id is None else None
        if asset is None:
            raise AssetNotFound
        return asset

    def accept(self, asset_id: int, user: User, stored: StoredFile, facts: dict[str, Any]) -> Asset:
        """Make an asset ready with the file that was inspected, and show it on its scene.

        `facts` are added to the asset's meta. Raises AssetNotFound, and ProjectBusy when its scene can't be
        changed.
        """
        asset = self.assets.get_locked(self.get(asset_id, user).id)
        if asset is None:
            raise AssetNotFound
        if asset.status == "ready":
            AssetService(self.session).remove_files([stored.key])
            return asset
        if asset.scene_id is not None:
            self._show_on_scene(asset, stored.key, user)
        AssetService(self.session).remove_incoming([asset.storage_key])
        asset.status, asset.storage_key = "ready", stored.key
        asset.size_bytes, asset.sha256 = stored.size_bytes, stored.sha256
        asset.meta = {**asset.meta, **facts}
        self.session.flush()
        return asset

    def _find_project(self, request: UploadRequest, user: User) -> Project:
        if user.role == "admin" and request.type in ADMIN_TYPES:
            project = self.session.get(Project, request.project_id)
            if project is None:
                raise ProjectNotFound
            return project
        return ProjectService(self.session).get(request.project_id, user)

    def _find_scene(self, request: UploadRequest, project: Project) -> Scene | None:
        if request.type not in SCENE_TYPES:
            return None
        scenes = SceneService(self.session)
        if request.scene_id is not None:
            return scenes.get(request.scene_id, project.id)
        named = _SCENE_FILENAME.match(request.filename)
        return scenes.find_at(project.id, int(named[1]) - 1) if named else None

    def _show_on_scene(self, asset: Asset, key: str, user: User) -> None:
        ProjectService(self.session).get_idle(asset.project_id, user)
        scene = self.session.get(Scene, asset.scene_id)
        if scene is None:
            return
        if asset.type == "background":
            scene.background_key = key
        if name := asset.meta.get("character"):
            scene.character_keys = {**scene.character_keys, name: key}


def complete(asset_id: int, user: User) -> Asset:
    """Inspect an uploaded file and make its asset ready, with no connection held during the inspection.

    Raises AssetNotFound, AssetRejected, Unavailable, or ProjectBusy.
    """
    with reading() as session:
        asset = UploadService(session).get(asset_id, user)
    if asset.status == "ready":
        return asset
    try:
        stored, facts = _inspect_and_store(asset)
    except FileUnfit as unfit:
        storage().delete(asset.storage_key)
        raise AssetRejected(str(unfit)) from unfit
    except StorageUnavailable as away:
        raise Unavailable(str(away)) from away
    try:
        return in_transaction(lambda writing: UploadService(writing).accept(asset_id, user, stored, facts))
    except Exception:
        storage().delete(stored.key)
        raise


def _inspect_and_store(asset: Asset) -> tuple[StoredFile, dict[str, Any]]:
    """Fetch the file, inspect it, and store the inspected copy; return it and its facts. Raises FileUnfit."""
    expected = get_format(asset.type, asset.content_type)
    if expected is None:
        raise FileUnfit(f"{asset.content_type} can't be used as {asset.type}.")
    try:
        size = storage().size(asset.storage_key)
    except KeyError:
        raise FileUnfit("Nothing was uploaded yet.") from None
    if size != asset.size_bytes:
        raise FileUnfit(f"The file has {size:,} bytes; {asset.size_bytes:,} were announced.")
    with tempfile.TemporaryDirectory(prefix="upload-", dir=settings().data) as folder:
        path = storage().fetch(asset.storage_key, Path(folder) / f"upload{expected.suffix}")
        facts = inspect_file(path, expected)
        key = asset.storage_key.replace("/incoming/", "/uploads/").replace(".", f"-{secrets.token_hex(4)}.")
        return storage().put(key, path), facts


def _choose_format(request: UploadRequest, user: User) -> Format:
    """Return the format of the announced file. Raises UploadNotOffered."""
    if request.type in ADMIN_TYPES and user.role != "admin":
        raise UploadNotOffered(f"Only admins upload assets of type “{request.type}”.")
    wanted = get_format(request.type, request.content_type)
    if wanted is None:
        known = ", ".join(one.content_type for one in FORMATS[request.type])
        raise UploadNotOffered(f"A {request.type} can't be {request.content_type}; it can be {known}.")
    if request.size_bytes > wanted.max_bytes:
        raise UploadNotOffered(f"A {request.type} may have at most {wanted.max_bytes:,} bytes.")
    return wanted


def _find_character(request: UploadRequest, scene: Scene) -> str | None:
    """Return the character that a portrait shows, named in `scene-3-Mara.png`, or the scene's only one."""
    if request.type != "character":
        return None
    stem = Path(request.filename).stem
    named = _SCENE_FILENAME.match(stem)
    wanted = ((named[2] if named else stem) or "").strip().casefold()
    found = [name for name in scene.characters if name.casefold() == wanted]
    return found[0] if found else scene.characters[0] if len(scene.characters) == 1 else None
