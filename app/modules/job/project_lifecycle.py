"""Changes of a project that depend on its jobs: its status, and its deletion."""

from sqlalchemy.orm import Session

from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.billing.service import BillingService
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.errors import InvalidProjectTransition
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.project.state import OWNER_MOVES, ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.service import TaskService


class ProjectLifecycle:
    """Changes the statuses of projects for their owners, and deletes projects."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.projects = ProjectService(session)

    def change_status(self, project_id: int, status: ProjectStatus, user: User) -> Project:
        """Change a project's status for its owner. Raises ProjectNotFound and InvalidProjectTransition."""
        project = self.projects.get_locked(project_id, user)
        allowed = [move for move in OWNER_MOVES[project.status] if self._is_possible(project, move)]
        if status not in allowed:
            raise InvalidProjectTransition(
                f"A {project.status} project can't be made {status}.",
                allowed=[str(move) for move in allowed],
            )
        project.status = status
        self.session.flush()
        return project

    def delete(self, project_id: int, user: User) -> None:
        """Delete a project with its jobs, scenes and files. Raises ProjectNotFound."""
        project = self.projects.get_locked(project_id, user)
        job = JobService(self.session).find_active(project.id)
        if job is not None:
            actor, reason = f"user:{user.id}", "The project was deleted"
            JobLifecycle(self.session).end(job, JobStatus.CANCELLED, actor=actor, reason=reason)
        TaskService(self.session).cancel_of_project(project.id)
        assets = AssetService(self.session)
        assets.delete_of_project(project.id)
        # What was spent stays stored, so that a budget can't be emptied by deleting projects.
        assets.remove_files(BillingService(self.session).drop_answers_of_project(project.id))
        self.projects.delete(project)

    def _is_possible(self, project: Project, status: ProjectStatus) -> bool:
        if status == ProjectStatus.SEGMENTED:
            return SceneService(self.session).has_scenes(project.id)
        return status != ProjectStatus.COMPLETED or project.video_key is not None
