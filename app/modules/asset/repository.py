"""The queries of artifacts and assets."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import count_affected
from app.modules.asset.models import Artifact, Asset
from app.modules.auth.models import User
from app.modules.project.models import Project


class AssetRepository:
    """Finds and stores artifacts and assets."""

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

    def get_of_project(self, asset_id: int, project_id: int) -> Asset | None:
        return self.session.scalar(
            select(Asset).where(Asset.id == asset_id, Asset.project_id == project_id, Asset.status == "ready")
        )

    def get_uploaded(self, project_id: int, types: Collection[str], storage_key: str) -> Asset | None:
        return self.session.scalar(
            select(Asset).where(
                Asset.project_id == project_id,
                Asset.type.in_(types),
                Asset.storage_key == storage_key,
                Asset.artifact_id.is_(None),
            )
        )

    def get_drawn_still(self, project_id: int, shot_id: int) -> Asset | None:
        """Return the still that was drawn last for a shot."""
        stills = select(Asset).where(Asset.project_id == project_id, Asset.type == "background")
        drawn = stills.where(Asset.shot_id == shot_id, Asset.artifact_id.is_not(None))
        return self.session.scalar(drawn.order_by(Asset.id.desc()).limit(1))

    def move_to_character(self, project_id: int, character_id: int, into: int | None) -> None:
        """Let the assets of one character be those of another one, or of none."""
        of_one = update(Asset).where(Asset.project_id == project_id, Asset.character_id == character_id)
        count_affected(self.session, of_one.values(character_id=into))

    def claim_inspection(self, asset_id: int, seconds: float) -> bool:
        """Claim a pending asset for so many seconds; return whether it was free."""
        is_free = Asset.inspection_until.is_(None) | (Asset.inspection_until < db_now())
        pending = update(Asset).where(Asset.id == asset_id, Asset.status == "pending", is_free)
        return bool(count_affected(self.session, pending.values(inspection_until=db_now(seconds))))

    def end_inspection(self, asset_id: int) -> None:
        count_affected(self.session, update(Asset).where(Asset.id == asset_id).values(inspection_until=None))

    def get_upload_of_scene(self, scene_id: int, asset_type: str) -> Asset | None:
        """Return the newest ready upload of a type for a scene."""
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

    def list_uploads_of_scenes(self, project_id: int) -> list[Asset]:
        """Return all ready uploads for a project's scenes, oldest first."""
        statement = select(Asset).where(
            Asset.project_id == project_id,
            Asset.scene_id.is_not(None),
            Asset.status == "ready",
            Asset.artifact_id.is_(None),
        )
        return list(self.session.scalars(statement.order_by(Asset.id)))

    def list_pending(self, older_than: float, limit: int) -> list[Asset]:
        """Return uploads that were started at least so many seconds ago and not completed."""
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

    def get_artifact_by_digest(self, owner_id: int, digest: str) -> Artifact | None:
        return self.session.scalar(
            select(Artifact).where(Artifact.owner_id == owner_id, Artifact.digest == digest)
        )

    def list_known_keys(self, storage_keys: Sequence[str]) -> set[str]:
        """Return those of the keys to which an artifact refers."""
        known = select(Artifact.storage_key).where(Artifact.storage_key.in_(storage_keys))
        return set(self.session.scalars(known)) if storage_keys else set()

    def list_of_owner(self, owner_id: int) -> list[Artifact]:
        return list(self.session.scalars(select(Artifact).where(Artifact.owner_id == owner_id)))

    def list_artifacts_by_digest(self, owner_id: int, digests: Collection[str]) -> list[Artifact]:
        statement = select(Artifact).where(Artifact.owner_id == owner_id, Artifact.digest.in_(list(digests)))
        return list(self.session.scalars(statement)) if digests else []

    def list_unlinked(self, artifact_ids: Collection[int]) -> list[Artifact]:
        """Return those of the artifacts to which no asset links."""
        statement = select(Artifact).where(Artifact.id.in_(list(artifact_ids)), ~_is_linked())
        return list(self.session.scalars(statement)) if artifact_ids else []

    def list_unlinked_before(self, moment: db_now, limit: int) -> list[Artifact]:
        """Return the artifacts updated before a moment to which no asset links, oldest first."""
        unlinked = select(Artifact).where(Artifact.updated_at < moment, ~_is_linked())
        return list(self.session.scalars(unlinked.order_by(Artifact.updated_at).limit(limit)))

    def delete_artifacts(self, artifact_ids: Iterable[int]) -> None:
        self.session.execute(delete(Artifact).where(Artifact.id.in_(list(artifact_ids))))


def _is_linked() -> ColumnElement[bool]:
    return select(Asset.artifact_id).where(Asset.artifact_id == Artifact.id).exists()
