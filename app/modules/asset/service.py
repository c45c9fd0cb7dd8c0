"""Assets: read and removed by their owners; their files follow when nothing needs them any more."""

from collections.abc import Iterable, Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.core import outbox
from app.core.config import settings
from app.modules.asset.errors import AssetNotFound, AssetNotReady
from app.modules.asset.models import Artifact, Asset
from app.modules.asset.repository import AssetRepository
from app.modules.asset.schemas import DownloadUrl
from app.modules.auth.models import User
from app.modules.scene.models import Scene
from app.modules.task.models import Task
from app.providers.registry import storage
from app.providers.storage.base import UPLOAD_SECONDS

REMOVE_FILES_TASK = "asset.remove_files"
STALE_SECONDS = UPLOAD_SECONDS + 3600
BATCH = 100


class AssetService:
    """Decides who may see and remove which file, and links made files to projects."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.assets = AssetRepository(session)

    def get(self, asset_id: int, user: User) -> Asset:
        """Find an asset of this user. Raises AssetNotFound."""
        asset = self.assets.get_owned(asset_id, user)
        if asset is None:
            raise AssetNotFound
        return asset

    def get_download(self, asset_id: int, user: User) -> DownloadUrl:
        """Sign an address that saves the file."""
        asset = self.get(asset_id, user)
        if asset.status != "ready":
            raise AssetNotReady
        return download_of(asset)

    def delete(self, asset_id: int, user: User) -> None:
        """Remove an asset, and its file unless something else still needs it."""
        asset = self.get(asset_id, user)
        self._forget_stills([asset])
        self.assets.delete(asset)
        self._remove_uploaded([asset])
        self.remove_unused([asset.artifact_id] if asset.artifact_id else [])

    def link(self, artifact: Artifact, task: Task, asset_type: str, filename: str, **meta: object) -> Asset:
        """Give a project a link to a made file."""
        return self.assets.add(
            Asset(
                project_id=task.project_id,
                job_id=task.job_id,
                scene_id=task.scene_id,
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
        """Remove all of a project's assets and the files that nothing else needs."""
        assets = self.assets.list_of_project(project_id)
        for asset in assets:
            self.session.delete(asset)
        self.session.flush()
        self._remove_uploaded(assets)
        self.session.execute(update(Task).where(Task.project_id == project_id).values(artifact_id=None))
        self.remove_unused({asset.artifact_id for asset in assets if asset.artifact_id})

    def remove_unused(self, artifact_ids: Iterable[int]) -> int:
        """Remove those artifacts that nothing refers to; their files go after the commit."""
        unused = self.assets.list_unused(artifact_ids)
        if not unused:
            return 0
        ids = [artifact.id for artifact in unused]
        self.session.execute(update(Task).where(Task.artifact_id.in_(ids)).values(artifact_id=None))
        self.assets.delete_artifacts(ids)
        self.remove_files([artifact.storage_key for artifact in unused])
        return len(unused)

    def delete_of_owner(self, user_id: int) -> None:
        """Remove what is left of a user's files when their projects are gone, before the user goes."""
        self.session.flush()
        artifacts = self.assets.list_of_owner(user_id)
        self.remove_files([artifact.storage_key for artifact in artifacts])
        self.assets.delete_artifacts([artifact.id for artifact in artifacts])

    def remove_files(self, storage_keys: Sequence[str], delay_seconds: float = 0) -> None:
        """Have files removed from storage after the commit, or some time later."""
        for start in range(0, len(storage_keys), BATCH):
            keys = {"keys": list(storage_keys[start : start + BATCH])}
            outbox.post(self.session, REMOVE_FILES_TASK, "segmentation", keys, delay_seconds)

    def remove_unknown(self, storage_keys: Iterable[str]) -> None:
        """Have those files removed that no artifact has come to be."""
        keys = list(storage_keys)
        kept = self.assets.list_known_keys(keys)
        self.remove_files([key for key in keys if key not in kept])

    def remove_incoming(self, storage_keys: Sequence[str]) -> None:
        """Remove what was uploaded, and once more when its form can't be used any longer."""
        self.remove_files(storage_keys)
        self.remove_files(storage_keys, UPLOAD_SECONDS + 60)

    def _remove_uploaded(self, assets: Sequence[Asset]) -> None:
        uploaded = [asset for asset in assets if asset.artifact_id is None]
        self.remove_files([asset.storage_key for asset in uploaded if asset.status == "ready"])
        self.remove_incoming([asset.storage_key for asset in uploaded if asset.status == "pending"])

    def _forget_stills(self, assets: Iterable[Asset]) -> None:
        for asset in assets:
            scene = self.session.get(Scene, asset.scene_id) if asset.scene_id else None
            if scene is None:
                continue
            if scene.background_key == asset.storage_key:
                scene.background_key = None
            scene.character_keys = {
                name: key for name, key in scene.character_keys.items() if key != asset.storage_key
            }


def remove_stale_uploads(session: Session) -> int:
    """Remove uploads that were begun long ago and never completed; gives how many, at most a batch."""
    stale = AssetRepository(session).list_pending(older_than=STALE_SECONDS, limit=BATCH)
    for asset in stale:
        session.delete(asset)
    session.flush()
    AssetService(session).remove_files([asset.storage_key for asset in stale])
    return len(stale)


def download_of(asset: Asset) -> DownloadUrl:
    """Sign an address that saves an asset under its name."""
    return DownloadUrl(
        download_url=storage().url(asset.storage_key, asset.filename),
        expires_in=settings().s3_presigned_url_expiration,
        filename=asset.filename,
        size_bytes=asset.size_bytes,
        sha256=asset.sha256 or "",
    )
