"""Uploads: a signed form for one file, and the asset that becomes ready once the file has passed inspection.

A file is uploaded to one key, and copied to another one once it has passed the inspection: with the form,
which stays valid for a while, the inspected file can't be replaced.
"""

import re
import secrets
from pathlib import Path

from sqlalchemy.orm import Session

from app.modules.asset.errors import AssetNotFound, UploadNotOffered
from app.modules.asset.formats import FORMATS, Format, get_format
from app.modules.asset.inspection import Facts
from app.modules.asset.models import Asset
from app.modules.asset.repository import AssetRepository
from app.modules.asset.schemas import Upload, UploadRequest, UploadStarted
from app.modules.asset.service import CHARACTER_TYPES, STILL_TYPES, AssetService
from app.modules.auth.models import User
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.project.errors import ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.scene.models import Scene, Shot
from app.modules.scene.service import SceneService
from app.modules.scene.shot_service import ShotService
from app.providers.registry import storage
from app.providers.storage.base import StoredFile, UploadRule

ADMIN_TYPES = {"film", "clip"}
SCENE_TYPES = {"background", "character", "narration"}
# Longer than an inspection may take, with the time to fetch the file and to store its copy.
CLAIM_SECONDS = 300.0
REJECTED = "rejected"
"""The name in a pending asset's meta of the sentence why its file was rejected."""
_SCENE_FILENAME = re.compile(r"scene[-_ ]?0*(\d{1,4})(?:[-_ ]+(.+))?", re.IGNORECASE)


class UploadService:
    """Starts uploads, and accepts the files that have passed the inspection."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.assets = AssetRepository(session)

    def start(self, request: UploadRequest, user: User) -> UploadStarted:
        """Create a pending asset and sign a form for its file.

        Raises ProjectNotFound, SceneNotFound, ShotNotFound, CharacterNotFound, or UploadNotOffered.
        """
        project = self._find_project(request, user)
        wanted = _choose_format(request, user)
        shot = self._find_shot(request, project)
        scene = shot.scene if shot else self._find_scene(request, project)
        character = self._find_character(request, project)
        key = f"users/{project.user_id}/incoming/{secrets.token_hex(16)}{wanted.suffix}"
        asset = self.assets.add(
            Asset(
                project_id=project.id,
                scene_id=scene.id if scene else None,
                shot_id=shot.id if shot else None,
                character_id=character.id if character else None,
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

    def claim(self, asset_id: int) -> bool:
        """Claim a pending asset for an inspection; return whether no other process has claimed it."""
        return self.assets.claim_inspection(asset_id, CLAIM_SECONDS)

    def release(self, asset_id: int) -> None:
        """End the claim of an inspection that had no result."""
        self.assets.end_inspection(asset_id)

    def reject(self, asset_id: int, reason: str) -> None:
        """End the claim of an inspection, and store on its asset why the file was rejected."""
        asset = self.assets.get_locked(asset_id)
        if asset is not None and asset.status == "pending":
            asset.inspection_until, asset.meta = None, {**asset.meta, REJECTED: reason}
            self.session.flush()

    def accept(self, asset_id: int, user: User, stored: StoredFile, facts: Facts) -> Asset:
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
        if asset.character_id is not None:
            self._show_of_character(asset, asset.character_id, stored.key, user)
        elif asset.scene_id is not None:
            self._show_on_scene(asset, asset.scene_id, stored.key, user)
        AssetService(self.session).remove_incoming([asset.storage_key])
        asset.status, asset.storage_key, asset.inspection_until = "ready", stored.key, None
        asset.size_bytes, asset.sha256 = stored.size_bytes, stored.sha256
        asset.meta = {name: value for name, value in asset.meta.items() if name != REJECTED} | facts
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

    def _find_shot(self, request: UploadRequest, project: Project) -> Shot | None:
        if request.type != "board" or request.shot_id is None:
            return None
        return ShotService(self.session).get_in_project(request.shot_id, project.id)

    def _find_character(self, request: UploadRequest, project: Project) -> Character | None:
        if request.type not in CHARACTER_TYPES or request.character_id is None:
            return None
        return CharacterService(self.session).get(request.character_id, project.id)

    def _show_of_character(self, asset: Asset, character_id: int, key: str, user: User) -> None:
        ProjectService(self.session).get_idle(asset.project_id, user)
        characters = CharacterService(self.session)
        if asset.type == "reference":
            characters.set_reference(character_id, asset.id)
        else:
            characters.show_portrait(character_id, key)

    def _show_on_scene(self, asset: Asset, scene_id: int, key: str, user: User) -> None:
        ProjectService(self.session).get_idle(asset.project_id, user)
        scenes = SceneService(self.session)
        if asset.type in STILL_TYPES:
            scenes.show_still(scene_id, key, asset.shot_id)
        if name := asset.meta.get("character"):
            scenes.show_portrait(scene_id, name, key)


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
