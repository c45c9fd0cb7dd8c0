"""The queries of tasks outside the pipeline."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.core.database import affected
from app.modules.task.models import Task
from app.modules.task.state import OPEN, TaskStatus


class TaskRepository:
    """Finds and stores tasks."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, task: Task) -> Task:
        self.session.add(task)
        self.session.flush()
        return task

    def list_submitted(self, which: ColumnElement[bool]) -> list[Task]:
        """Those of the open tasks that a provider is at work on."""
        statement = select(Task).where(which, Task.status.in_(OPEN), Task.provider_job_id.is_not(None))
        return list(self.session.scalars(statement))

    def cancel(self, which: ColumnElement[bool]) -> None:
        """Cancel open tasks and raise their fences, so that running workers can't record anything."""
        cancelled = {"status": TaskStatus.CANCELLED, "fence": Task.fence + 1, "lease_until": None}
        affected(self.session, update(Task).where(which, Task.status.in_(OPEN)).values(**cancelled))

    def list_needed_artifact_ids(self, artifact_ids: Collection[int]) -> set[int]:
        """Those of the artifacts that an open task refers to."""
        statement = select(Task.artifact_id).where(Task.artifact_id.in_(artifact_ids), Task.status.in_(OPEN))
        return {artifact_id for artifact_id in self.session.scalars(statement) if artifact_id is not None}

    def clear_artifacts(self, artifact_ids: Collection[int]) -> None:
        affected(
            self.session, update(Task).where(Task.artifact_id.in_(artifact_ids)).values(artifact_id=None)
        )
