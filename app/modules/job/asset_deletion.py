"""The deletion of assets that no active job uses."""

from sqlalchemy.orm import Session

from app.modules.asset.models import Asset
from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.project.errors import ProjectBusy
from app.modules.task.service import TaskService


class AssetDeletion:
    """Deletes assets that no active job has made or needs."""

    def __init__(self, session: Session) -> None:
        self.assets = AssetService(session)
        self.jobs = JobService(session)
        self.tasks = TaskService(session)

    def delete(self, asset_id: int, user: User) -> None:
        """Delete an asset of this user, and its file unless something else refers to it.

        Raises AssetNotFound, and ProjectBusy while an active job uses it.
        """
        asset = self.assets.get(asset_id, user)
        job = self.jobs.find_active(asset.project_id)
        if job is not None and self._is_used(asset, job):
            raise ProjectBusy
        self.assets.delete(asset)

    def _is_used(self, asset: Asset, job: Job) -> bool:
        """Return whether a locked job has made an asset, or needs it: an upload of a scene, or the music.

        The link of an earlier job to an artifact that this job found in the cache is used too.
        """
        if asset.job_id == job.id or asset.id == job.config["music"]:
            return True
        if asset.artifact_id is None:
            return asset.scene_id is not None
        return self.tasks.has_made_for_job(job.id, asset.artifact_id)
