"""The queries of artifacts and assets."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

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

    def list_of_job(self, job_id: int) -> list[Asset]:
        return list(self.session.scalars(select(Asset).where(Asset.job_id == job_id).order_by(Asset.id)))

    def list_of_project(self, project_id: int) -> list[Asset]:
        return list(self.session.scalars(select(Asset).where(Asset.project_id == project_id)))

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

    def list_unused(self, artifact_ids: Iterable[int]) -> list[Artifact]:
        """Those of the artifacts that no asset and no open task refers to."""
        linked = select(Asset.artifact_id).where(Asset.artifact_id == Artifact.id).exists()
        awaited = select(Task.id).where(Task.artifact_id == Artifact.id, Task.status.in_(OPEN)).exists()
        return list(
            self.session.scalars(
                select(Artifact).where(Artifact.id.in_(list(artifact_ids)), ~linked, ~awaited)
            )
        )

    def delete_artifacts(self, artifact_ids: Iterable[int]) -> None:
        self.session.execute(delete(Artifact).where(Artifact.id.in_(list(artifact_ids))))
