"""Projects: created, read and updated by their owners."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.core.paging import Page
from app.modules.auth.models import User
from app.modules.project.errors import ProjectBusy, ProjectNotFound, UnknownChoice
from app.modules.project.models import Project
from app.modules.project.repository import ProjectRepository, has_status, has_title_part
from app.modules.project.schemas import ProjectCreate, ProjectUpdate
from app.modules.project.state import ProjectStatus
from app.story import language
from app.vocabulary.frame import STYLES

STORY_FIELDS = {"story_text", "story_format"}


class ProjectService:
    """Decides who may see and change which project."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.projects = ProjectRepository(session)

    def create(self, request: ProjectCreate, user: User) -> Project:
        """Store a new project; its language is found from the story unless it is given."""
        return self.projects.add(Project(user_id=user.id, **self.fields_of(request)))

    @staticmethod
    def fields_of(request: ProjectCreate) -> dict[str, Any]:
        """Return a project's columns as a request describes them. Raises UnknownChoice."""
        _check_style(request.style)
        found = request.language or language.detect(request.story_text)
        return {**request.model_dump(), "language": found}

    def get(self, project_id: int, user: User) -> Project:
        """Find a project of this user. Raises ProjectNotFound."""
        project = self.projects.get_owned(project_id, user)
        if project is None:
            raise ProjectNotFound
        return project

    def find_locked(self, project_id: int) -> Project | None:
        """Find a project, read anew, with its row locked; the caller has checked that it may change it."""
        return self.projects.get_locked(project_id)

    def get_locked(self, project_id: int, user: User) -> Project:
        """Find a project of this user, with its row locked. Raises ProjectNotFound."""
        project = self.projects.get_owned_locked(project_id, user)
        if project is None:
            raise ProjectNotFound
        return project

    def find_newest(self, user: User) -> Project | None:
        """Find the project that a user has created last."""
        return self.projects.get_newest(user)

    def delete(self, project: Project) -> None:
        """Delete a project with its rows."""
        self.projects.delete(project)

    def get_idle(self, project_id: int, user: User) -> Project:
        """Find a project to change, locked. Raises ProjectNotFound or ProjectBusy."""
        project = self.get_locked(project_id, user)
        if project.is_busy:
            raise ProjectBusy
        return project

    def list_owned(
        self, user: User, status: ProjectStatus | None, title_part: str | None, page: Page
    ) -> tuple[Sequence[Project], int]:
        """List a page of this user's projects, with one row beyond it, and how many there are."""
        filters = [has_status(status)] if status else []
        if title_part:
            filters.append(has_title_part(title_part))
        return self.projects.list_owned(user, filters, page), self.projects.count_owned(user, filters)

    def update(self, project_id: int, request: ProjectUpdate, user: User) -> Project:
        """Update what is given; a new story makes the project a draft again."""
        project = self.get_idle(project_id, user)
        changes = request.model_dump(exclude_unset=True)
        if "style" in changes:
            _check_style(changes["style"])
        if any(changes.get(name, getattr(project, name)) != getattr(project, name) for name in STORY_FIELDS):
            project.status = ProjectStatus.DRAFT
        for name, value in changes.items():
            setattr(project, name, value)
        self.session.flush()
        return project


def _check_style(style: str) -> None:
    if style not in STYLES:
        raise UnknownChoice(f"There is no style “{style}”; choose one of {', '.join(STYLES)}.")
