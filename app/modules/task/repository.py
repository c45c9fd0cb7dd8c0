"""The queries of tasks; those of the pipeline's own are beside its code."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from app.core.database import count_affected
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.modules.task.state import OPEN, StageName, TaskStatus


class TaskRepository:
    """Finds and stores tasks."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, task: Task) -> Task:
        self.session.add(task)
        self.session.flush()
        return task

    def get_of_project(self, task_id: int, project_id: int) -> Task | None:
        """Return a task of a project outside a job."""
        statement = select(Task).where(Task.id == task_id, Task.project_id == project_id)
        return self.session.scalar(statement.where(Task.job_id.is_(None)))

    def list_due_for_project(self, project_id: int, stage: StageName, scene_id: int | None) -> list[Task]:
        """Return the tasks of a project outside a job that are not claimed yet."""
        statement = select(Task).where(
            Task.project_id == project_id,
            Task.job_id.is_(None),
            Task.stage == stage,
            Task.scene_id.is_(None) if scene_id is None else Task.scene_id == scene_id,
            Task.status == TaskStatus.READY,
        )
        return list(self.session.scalars(statement))

    def count_open_of_owner(self, project_id: int, most: int) -> int:
        """Count the open tasks outside a job of a project's owner, up to `most`."""
        owner = select(Project.user_id).where(Project.id == project_id).scalar_subquery()
        found = (
            select(Task.id)
            .join(Project, Project.id == Task.project_id)
            .where(Project.user_id == owner, Task.job_id.is_(None), Task.status.in_(OPEN))
            .limit(most)
        )
        return self.session.scalar(select(func.count()).select_from(found.subquery())) or 0

    def list_submitted(self, which: ColumnElement[bool]) -> list[Task]:
        """Return those of the open tasks that were submitted to a provider."""
        statement = select(Task).where(which, Task.status.in_(OPEN), Task.provider_job_id.is_not(None))
        return list(self.session.scalars(statement))

    def cancel(self, which: ColumnElement[bool]) -> None:
        """Cancel open tasks and increment their fences, so that running workers can't record anything."""
        cancelled = {"status": TaskStatus.CANCELLED, "fence": Task.fence + 1, "lease_until": None}
        count_affected(self.session, update(Task).where(which, Task.status.in_(OPEN)).values(**cancelled))

    def list_needed_artifact_ids(self, artifact_ids: Collection[int]) -> set[int]:
        """Return the ids of those artifacts that an open task refers to."""
        statement = select(Task.artifact_id).where(Task.artifact_id.in_(artifact_ids), Task.status.in_(OPEN))
        return {artifact_id for artifact_id in self.session.scalars(statement) if artifact_id is not None}

    def has_made_for_job(self, job_id: int, artifact_id: int) -> bool:
        statement = select(Task.id).where(Task.job_id == job_id, Task.artifact_id == artifact_id)
        return self.session.scalar(statement.limit(1)) is not None

    def clear_artifacts(self, artifact_ids: Collection[int]) -> None:
        count_affected(
            self.session, update(Task).where(Task.artifact_id.in_(artifact_ids)).values(artifact_id=None)
        )
