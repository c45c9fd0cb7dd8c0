"""The queries of projects; ownership is part of each."""

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.core.paging import Page
from app.core.search import contains_part
from app.modules.auth.models import User
from app.modules.project.models import Project


class ProjectRepository:
    """Finds and stores projects."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, project_id: int) -> Project | None:
        return self.session.get(Project, project_id)

    def get_owned(self, project_id: int, user: User) -> Project | None:
        return self.session.scalar(self._owned(user).where(Project.id == project_id))

    def get_newest(self, user: User) -> Project | None:
        return self.session.scalar(self._owned(user).order_by(Project.id.desc()).limit(1))

    def get_locked(self, project_id: int) -> Project | None:
        return self.session.scalar(
            select(Project)
            .where(Project.id == project_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )

    def get_owned_locked(self, project_id: int, user: User) -> Project | None:
        return self.session.scalar(self._owned(user).where(Project.id == project_id).with_for_update())

    def list_owned(self, user: User, filters: list[ColumnElement[bool]], page: Page) -> list[Project]:
        rows = self._owned(user).where(*filters)
        if page.cursor is not None:
            rows = rows.where(Project.id < page.cursor)
        return list(self.session.scalars(rows.order_by(Project.id.desc()).limit(page.limit + 1)))

    def count_owned(self, user: User, filters: list[ColumnElement[bool]]) -> int:
        statement = select(func.count()).select_from(Project).where(Project.user_id == user.id, *filters)
        return self.session.scalar(statement) or 0

    def add(self, project: Project) -> Project:
        self.session.add(project)
        self.session.flush()
        return project

    def delete(self, project: Project) -> None:
        self.session.delete(project)

    @staticmethod
    def _owned(user: User) -> Select[Project]:
        return select(Project).where(Project.user_id == user.id)


def has_status(status: str) -> ColumnElement[bool]:
    """Return the condition for projects of one status."""
    return Project.status == status


def has_title_part(part: str) -> ColumnElement[bool]:
    """Return the condition for projects whose title contains a literal part, in upper or lower case."""
    return contains_part(Project.title, part)
