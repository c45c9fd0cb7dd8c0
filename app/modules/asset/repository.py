"""The queries of artifacts and assets."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.modules.asset.models import Artifact, Asset
from app.modules.auth.models import User
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.modules.task.state import OPEN


class AssetRepository:
    """Finds and keeps files."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_owned(self, asset_id: int, user: User) -> Asset | None:
        return self.session.scalar(
            select(Asset).join(Project).where(Asset.id == asset_id, Project.user_id == user.id)
        )

    def get_locked(self, asset_id: int) -> Asset | None:
        return self.session.scalar(
            select(Asset)
            .where(Asset.id == asset_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    def get_own_of_scene(self, scene_id: int, asset_type: str) -> Asset | None:
        """The newest file of a type that was uploaded for a scene, not made."""
        return self.session.scalar(
            select(Asset)
            .where(
                Asset.scene_id == scene_id,
                Asset.type == asset_type,
                Asset.status == "ready",
                Asset.artifact_id.is_(None),
            )
            .order_by(Asset.id.desc())
            .limit(1)
        )

    def list_pending(self, older_than: float, limit: int) -> list[Asset]:
        """Uploads that nobody has completed, begun that many seconds ago or earlier."""
        statement = select(Asset).where(Asset.status == "pending", Asset.created_at < db_now(-older_than))
        return list(self.session.scalars(statement.limit(limit)))

    def list_of_job(self, job_id: int) -> list[Asset]:
        return list(self.session.scalars(select(Asset).where(Asset.job_id == job_id).order_by(Asset.id)))

    def list_of_project(self, project_id: int) -> list[Asset]:
        return list(
            self.session.scalars(select(Asset).where(Asset.project_id == project_id).order_by(Asset.id))
        )

    def add(self, asset: Asset) -> Asset:
        self.session.add(asset)
        self.session.flush()
        return asset

    def delete(self, asset: Asset) -> None:
        self.session.delete(asset)
        self.session.flush()

    def get_artifact(self, artifact_id: int | None) -> Artifact | None:
        return self.session.get(Artifact, artifact_id) if artifact_id else None

    def get_made(self, owner_id: int, digest: str) -> Artifact | None:
        return self.session.scalar(
            select(Artifact).where(Artifact.owner_id == owner_id, Artifact.digest == digest)
        )

    def list_known_keys(self, storage_keys: Sequence[str]) -> set[str]:
        """Those of the keys under which an artifact is stored."""
        known = select(Artifact.storage_key).where(Artifact.storage_key.in_(storage_keys))
        return set(self.session.scalars(known)) if storage_keys else set()

    def list_of_owner(self, owner_id: int) -> list[Artifact]:
        return list(self.session.scalars(select(Artifact).where(Artifact.owner_id == owner_id)))

    def list_unused(self, artifact_ids: Iterable[int]) -> list[Artifact]:
        """Those of the artifacts that no asset and no open task refers to."""
        ids = list(artifact_ids)
        if not ids:
            return []
        linked = select(Asset.artifact_id).where(Asset.artifact_id == Artifact.id).exists()
        awaited = select(Task.id).where(Task.artifact_id == Artifact.id, Task.status.in_(OPEN)).exists()
        return list(self.session.scalars(select(Artifact).where(Artifact.id.in_(ids), ~linked, ~awaited)))

    def list_forgotten(self, before: ColumnElement[Any], limit: int) -> list[Artifact]:
        """Artifacts made before a time to which no asset links."""
        linked = select(Asset.artifact_id).where(Asset.artifact_id == Artifact.id).exists()
        forgotten = select(Artifact).where(Artifact.updated_at < before, ~linked)
        return list(self.session.scalars(forgotten.order_by(Artifact.updated_at).limit(limit)))

    def delete_artifacts(self, artifact_ids: Iterable[int]) -> None:
        self.session.execute(delete(Artifact).where(Artifact.id.in_(list(artifact_ids))))
