"""Assets: read and deleted by their owners. Files are removed once nothing refers to them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core import outbox
from app.core.clock import db_now
from app.modules.asset.errors import AssetNotFound, AssetNotReady
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.repository import AssetRepository
from app.modules.asset.schemas import DownloadUrl
from app.modules.auth.models import User
from app.modules.character.models import Character
from app.modules.character.service import CharacterService
from app.modules.scene.service import SceneService
from app.providers.registry import storage
from app.providers.storage.base import UPLOAD_SECONDS, get_address_seconds

REMOVE_FILES_TASK = "asset.remove_files"
# The task module is above this one and knows which artifacts open tasks need, so its task is sent by name.
REMOVE_UNUSED_ARTIFACTS_TASK = "task.remove_unused_artifacts"
QUEUE = "segmentation"
STILL_TYPES = ("background", "board")
CHARACTER_TYPES = ("character", "reference")
"""The types of pictures that show a character."""
STALE_SECONDS = UPLOAD_SECONDS + 3600
BATCH = 100


@dataclass(frozen=True, slots=True)
class AssetPlace:
    """The project, job, scene, shot and character to which an asset belongs."""

    project_id: int
    job_id: int | None = None
    scene_id: int | None = None
    character_id: int | None = None
    shot_id: int | None = None


class AssetService:
    """Finds and deletes the assets of users, and links artifacts to projects."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.assets = AssetRepository(session)

    def get(self, asset_id: int, user: User) -> Asset:
        """Return an asset of this user. Raises AssetNotFound."""
        asset = self.assets.get_owned(asset_id, user)
        if asset is None:
            raise AssetNotFound
        return asset

    def find_owned(self, asset_id: int, user: User) -> Asset | None:
        """Return an asset of this user; None if there is none."""
        return self.assets.get_owned(asset_id, user)

    def get_download(self, asset_id: int, user: User) -> DownloadUrl:
        """Return a signed address that saves the file. Raises AssetNotFound or AssetNotReady."""
        asset = self.get(asset_id, user)
        if asset.status != "ready":
            raise AssetNotReady
        return sign_download(asset)

    def delete(self, asset: Asset) -> None:
        """Delete an asset, and its file unless something else refers to it."""
        self._clear_stills([asset])
        self.assets.delete(asset)
        self._remove_uploaded([asset])
        self._release_artifacts([asset])

    def link(
        self, artifact: Artifact, place: AssetPlace, asset_type: str, filename: str, **meta: object
    ) -> Asset:
        """Store and return a project's link to an artifact; `meta` is added to the artifact's."""
        return self.assets.add(
            Asset(
                project_id=place.project_id,
                job_id=place.job_id,
                scene_id=place.scene_id,
                character_id=place.character_id,
                shot_id=place.shot_id,
                artifact_id=artifact.id,
                type=asset_type,
                storage_key=artifact.storage_key,
                filename=filename,
                content_type=artifact.content_type,
                size_bytes=artifact.size_bytes,
                sha256=artifact.sha256,
                meta={**artifact.meta, **meta},
            )
        )

    def delete_of_project(self, project_id: int) -> None:
        """Delete all of a project's assets, and the files that nothing else refers to."""
        assets = self.assets.list_of_project(project_id)
        for asset in assets:
            self.session.delete(asset)
        self.session.flush()
        self._remove_uploaded(assets)
        self._release_artifacts(assets)

    def get_artifact(self, owner_id: int, digest: str) -> Artifact | None:
        """Return an owner's artifact of this digest; None if there is none."""
        return self.assets.get_artifact_by_digest(owner_id, digest)

    def get_artifacts(self, owner_id: int, digests: Collection[str]) -> dict[str, Artifact]:
        """Return those of an owner's artifacts that have these digests, by digest."""
        return {row.digest: row for row in self.assets.list_artifacts_by_digest(owner_id, digests)}

    def get_upload_of_scene(self, scene_id: int, asset_type: str) -> Asset | None:
        """Return the newest ready upload of a type for a scene; None if there is none."""
        return self.assets.get_upload_of_scene(scene_id, asset_type)

    def get_uploaded_still(self, project_id: int, storage_key: str) -> Asset | None:
        """Return the upload that is a shot's still; None for a still that was drawn."""
        return self.assets.get_uploaded(project_id, STILL_TYPES, storage_key)

    def get_uploaded_stills(self, project_id: int) -> dict[str, Asset]:
        """Return all ready uploads of stills by their storage keys, in one query."""
        uploads = self.assets.list_uploads_of_scenes(project_id)
        return {asset.storage_key: asset for asset in uploads if asset.type in STILL_TYPES}

    def get_picture_of_character(self, character: Character) -> Asset | None:
        """Return a character's reference, or the upload that is its portrait; None if it has neither."""
        if character.reference_asset_id is not None:
            return self.assets.get_of_project(character.reference_asset_id, character.project_id)
        if character.portrait_key is None:
            return None
        return self.assets.get_uploaded(character.project_id, ["character"], character.portrait_key)

    def get_uploads_of_scenes(self, project_id: int) -> dict[tuple[int | None, str], Asset]:
        """Return the newest ready upload of each scene and type, by both, in one query."""
        return {(row.scene_id, row.type): row for row in self.assets.list_uploads_of_scenes(project_id)}

    def list_of_job(self, job_id: int, asset_type: str | None = None) -> list[Asset]:
        """List the assets of a job, of one type or of all, oldest first."""
        assets = self.assets.list_of_job(job_id)
        return [asset for asset in assets if asset_type in {None, asset.type}]

    def list_of_project(self, project_id: int, asset_type: str) -> list[Asset]:
        """List a project's assets of one type, oldest first."""
        return [asset for asset in self.assets.list_of_project(project_id) if asset.type == asset_type]

    def list_unlinked_before(self, moment: db_now, limit: int) -> list[Artifact]:
        """List artifacts updated before a moment to which no asset links, oldest first."""
        return self.assets.list_unlinked_before(moment, limit)

    def list_unlinked(self, artifact_ids: Collection[int]) -> list[Artifact]:
        """List those of the artifacts to which no asset links."""
        return self.assets.list_unlinked(artifact_ids)

    def delete_artifacts(self, artifacts: Collection[Artifact]) -> None:
        """Delete artifacts that nothing refers to; their files are removed after the commit."""
        self.assets.delete_artifacts([artifact.id for artifact in artifacts])
        self.remove_files([artifact.storage_key for artifact in artifacts])

    def delete_of_owner(self, user_id: int) -> None:
        """Delete all artifacts of a user whose projects are deleted, before the user is."""
        self.session.flush()
        artifacts = self.assets.list_of_owner(user_id)
        self.delete_artifacts(artifacts)

    def remove_files(self, storage_keys: Sequence[str], delay_seconds: float = 0) -> None:
        """Remove files from storage after the commit, or so many seconds after it."""
        for start in range(0, len(storage_keys), BATCH):
            keys = {"keys": list(storage_keys[start : start + BATCH])}
            outbox.post(self.session, REMOVE_FILES_TASK, QUEUE, keys, delay_seconds)

    def remove_unreferenced_files(self, storage_keys: Iterable[str]) -> None:
        """Remove those of the files, after the commit, to which no artifact refers."""
        keys = list(storage_keys)
        known = self.assets.list_known_keys(keys)
        self.remove_files([key for key in keys if key not in known])

    def remove_incoming(self, storage_keys: Sequence[str]) -> None:
        """Remove uploaded files after the commit, and again once their forms have expired."""
        self.remove_files(storage_keys)
        self.remove_files(storage_keys, UPLOAD_SECONDS + 60)

    def _remove_uploaded(self, assets: Sequence[Asset]) -> None:
        uploaded = [asset for asset in assets if asset.artifact_id is None]
        self.remove_files([asset.storage_key for asset in uploaded if asset.status == "ready"])
        self.remove_incoming([asset.storage_key for asset in uploaded if asset.status == "pending"])

    def _release_artifacts(self, assets: Iterable[Asset]) -> None:
        """Remove the artifacts of deleted assets, after the commit, unless something else refers to them."""
        ids = sorted({asset.artifact_id for asset in assets if asset.artifact_id})
        for start in range(0, len(ids), BATCH):
            payload = {"artifact_ids": ids[start : start + BATCH]}
            outbox.post(self.session, REMOVE_UNUSED_ARTIFACTS_TASK, QUEUE, payload)

    def _clear_stills(self, assets: Iterable[Asset]) -> None:
        for asset in assets:
            if asset.scene_id is not None:
                self._clear_still(asset, asset.scene_id)
            if asset.type in CHARACTER_TYPES:
                characters = CharacterService(self.session)
                characters.remove_picture(asset.project_id, asset.storage_key, asset.id)

    def _clear_still(self, asset: Asset, scene_id: int) -> None:
        """Show a deleted asset no longer; a shot whose still was uploaded shows its drawn one again."""
        scenes = SceneService(self.session)
        shown = scenes.remove_still(scene_id, asset.storage_key)
        for shot_id in shown if asset.artifact_id is None else ():
            drawn = self.assets.get_drawn_still(asset.project_id, shot_id)
            if drawn is not None:
                scenes.show_still(scene_id, drawn.storage_key, shot_id)


def remove_stale_uploads(session: Session) -> int:
    """Delete at most a batch of uploads that were not completed in time; return how many were deleted."""
    stale = AssetRepository(session).list_pending(older_than=STALE_SECONDS, limit=BATCH)
    for asset in stale:
        session.delete(asset)
    session.flush()
    AssetService(session).remove_files([asset.storage_key for asset in stale])
    return len(stale)


def sign_download(asset: Asset) -> DownloadUrl:
    """Return a signed address at which a browser saves an asset under its filename."""
    return DownloadUrl(
        download_url=storage().url(asset.storage_key, asset.filename),
        expires_in=get_address_seconds(),
        filename=asset.filename,
        size_bytes=asset.size_bytes,
        sha256=asset.sha256 or "",
    )
