"""Projects: created, read and updated by their owners."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.core.paging import Page
from app.modules.auth.models import User
from app.modules.project.errors import ProjectBusy, ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.repository import ProjectRepository, has_status, has_title_part
from app.modules.project.schemas import ProjectCreate, ProjectUpdate
from app.modules.project.state import ProjectStatus
from app.story import language

STORY_FIELDS = {"story_text", "story_format"}


class ProjectService:
    """Creates, finds, updates and deletes the projects of users."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.projects = ProjectRepository(session)

    def create(self, request: ProjectCreate, user: User) -> Project:
        """Store a new project; its language is detected in the story unless it is given."""
        return self.projects.add(Project(user_id=user.id, **self.fields_of(request)))

    @staticmethod
    def fields_of(request: ProjectCreate) -> dict[str, Any]:
        """Return a project's columns as a request describes them."""
        code = request.language or language.detect(request.story_text)
        return {**request.model_dump(), "language": code}

    def get(self, project_id: int, user: User) -> Project:
        """Return a project of this user. Raises ProjectNotFound."""
        project = self.projects.get_owned(project_id, user)
        if project is None:
            raise ProjectNotFound
        return project

    def find_locked(self, project_id: int) -> Project | None:
        """Return any user's project, read anew with its row locked; None if there is none."""
        return self.projects.get_locked(project_id)

    def get_locked(self, project_id: int, user: User) -> Project:
        """Return a project of this user with its row locked. Raises ProjectNotFound."""
        project = self.projects.get_owned_locked(project_id, user)
        if project is None:
            raise ProjectNotFound
        return project

    def find_newest(self, user: User) -> Project | None:
        """Return the project that a user has created last; None if there is none."""
        return self.projects.get_newest(user)

    def delete(self, project: Project) -> None:
        """Delete a project with its rows."""
        self.projects.delete(project)

    def get_idle(self, project_id: int, user: User) -> Project:
        """Return a locked project of this user that may be changed. Raises ProjectNotFound or ProjectBusy."""
        project = self.get_locked(project_id, user)
        if project.is_busy:
            raise ProjectBusy
        return project

    def list_owned(
        self, user: User, status: ProjectStatus | None, title_part: str | None, page: Page
    ) -> tuple[Sequence[Project], int]:
        """Return a page of this user's projects with one more row, and the number of all."""
        filters = [has_status(status)] if status else []
        if title_part:
            filters.append(has_title_part(title_part))
        return self.projects.list_owned(user, filters, page), self.projects.count_owned(user, filters)

    def update(self, project_id: int, request: ProjectUpdate, user: User) -> Project:
        """Update the fields that are given; a new story makes the project a draft again.

        Raises ProjectNotFound or ProjectBusy.
        """
        project = self.get_idle(project_id, user)
        changes = request.model_dump(exclude_unset=True)
        if any(changes.get(name, getattr(project, name)) != getattr(project, name) for name in STORY_FIELDS):
            project.status = ProjectStatus.DRAFT
        for name, value in changes.items():
            setattr(project, name, value)
        self.session.flush()
        return project
