"""Opening and closing tasks; running them is the pipeline's."""

import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import affected
from app.core.tasks import enqueue
from app.modules.task.models import Task
from app.modules.task.state import OPEN, TaskStatus

RUN_TASK = "pipeline.run_task"
QUEUES = {
    "moderate": "segmentation",
    "segment": "segmentation",
    "plan": "segmentation",
    "draw": "images",
    "portrait": "images",
    "animate": "video",
    "narrate": "audio",
    "compose": "compose",
}


class TaskService:
    """Opens tasks and cancels them."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def open_for_project(
        self, project_id: int, stage: str, scene_id: int | None = None, **params: Any
    ) -> Task:
        """Open a task outside any job, due at once, and ring for it."""
        subject = f"project:{project_id}/{stage}/{scene_id or ''}/{secrets.token_hex(6)}"
        task = Task(
            project_id=project_id,
            scene_id=scene_id,
            stage=stage,
            queue=QUEUES[stage],
            subject=subject,
            params=params,
        )
        return self.ring(self._added(task))

    def open_for_job(
        self, project_id: int, job_id: int, stage: str, name: str = "film", rank: int = 0
    ) -> Task:
        """Open a task of a job, due at once, and ring for it."""
        return self.ring(self.add_for_job(project_id, job_id, stage, name, is_ready=True), rank)

    def add_for_job(self, project_id: int, job_id: int, stage: str, name: str, *, is_ready: bool) -> Task:
        """Store a task of a job, waiting for one other unless it is ready."""
        return self._added(
            Task(
                project_id=project_id,
                job_id=job_id,
                stage=stage,
                queue=QUEUES[stage],
                subject=f"job:{job_id}/{stage}/{name}",
                status=TaskStatus.READY if is_ready else TaskStatus.WAITING,
                needs_left=0 if is_ready else 1,
            )
        )

    def ring(self, task: Task, rank: int = 0) -> Task:
        """Ring for a task when the transaction commits."""
        task.rung_at = db_now()
        enqueue(self.session, RUN_TASK, task.id, task.queue, rank)
        return task

    def cancel_of_job(self, job_id: int, *, keep_running: bool = False) -> list[Task]:
        """Cancel a job's open tasks and bump their fences; gives those that a vendor is still at work on.

        With `keep_running` those at work may finish, and what they make is kept.
        """
        which = Task.job_id == job_id
        return self._cancel(which & (Task.status != TaskStatus.RUNNING) if keep_running else which)

    def cancel_of_project(self, project_id: int) -> list[Task]:
        """Cancel all open tasks of a project."""
        return self._cancel(Task.project_id == project_id)

    def _cancel(self, which: Any) -> list[Task]:
        at_vendors = list(
            self.session.scalars(
                select(Task).where(which, Task.status.in_(OPEN), Task.provider_job_id.is_not(None))
            )
        )
        affected(
            self.session,
            update(Task)
            .where(which, Task.status.in_(OPEN))
            .values(status=TaskStatus.CANCELLED, fence=Task.fence + 1, lease_until=None),
        )
        return at_vendors

    def has_open(self, project_id: int, stages: Iterable[str]) -> bool:
        """Tell whether a project has open tasks of these stages."""
        statement = select(Task.id).where(
            Task.project_id == project_id, Task.stage.in_(list(stages)), Task.status.in_(OPEN)
        )
        return self.session.scalar(statement.limit(1)) is not None

    def _added(self, task: Task) -> Task:
        self.session.add(task)
        self.session.flush()
        return task
