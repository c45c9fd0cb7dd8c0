"""What only somebody who knows jobs may decide of a project: its status and its end."""

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.errors import InvalidProjectTransition, ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.state import OWNER_MOVES, ProjectStatus
from app.modules.scene.repository import SceneRepository
from app.modules.task.calls import CallBook
from app.modules.task.models import ProviderCall


class ProjectLifecycle:
    """Moves projects between statuses and removes them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobService(session)

    def change_status(self, project_id: int, status: ProjectStatus, user: User) -> Project:
        """Move a project as its owner wants, where its scenes and film allow it."""
        project = self._get_locked(project_id, user)
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
        """Remove a project with its jobs, scenes and files."""
        project = self._get_locked(project_id, user)
        active = self.jobs.jobs.get_active(project.id)
        if active is not None:
            job = self.jobs.jobs.get_locked(active.id)
            if job is not None and job.is_active:
                reason = "The project was deleted"
                self.jobs.end(job, JobStatus.CANCELLED, actor=f"user:{user.id}", reason=reason)
        self.jobs.tasks.cancel_of_project(project.id)
        self.jobs.assets.delete_of_project(project.id)
        self._forget_answers(project.id)
        self.jobs.projects.projects.delete(project)

    def _forget_answers(self, project_id: int) -> None:
        """Let go of what vendors answered; what was spent stays in the book."""
        keys = CallBook(self.session).forget_answers(ProviderCall.project_id == project_id)
        self.jobs.assets.remove_files(keys)

    def _get_locked(self, project_id: int, user: User) -> Project:
        project = self.jobs.projects.projects.get_owned_locked(project_id, user)
        if project is None:
            raise ProjectNotFound
        return project

    def _is_possible(self, project: Project, status: ProjectStatus) -> bool:
        if status == ProjectStatus.SEGMENTED:
            return SceneRepository(self.session).count_of(project.id) > 0
        return status != ProjectStatus.COMPLETED or project.video_key is not None
