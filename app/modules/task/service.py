"""Tasks: created, published and cancelled here, and run by the pipeline."""

import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.tasks import LOWEST_PRIORITY, enqueue
from app.modules.asset.service import AssetService
from app.modules.task.errors import RenderNotFound
from app.modules.task.models import Task
from app.modules.task.repository import TaskRepository
from app.modules.task.state import StageName, TaskStatus

RENDERING = (StageName.DRAW, StageName.PORTRAIT)
RUN_TASK = "pipeline.run_task"


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """The scene, the shot and the character to which a task outside a job belongs, as far as it has them."""

    scene_id: int | None = None
    shot_id: int | None = None
    character_id: int | None = None


class TaskService:
    """Creates, publishes and cancels tasks."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.tasks = TaskRepository(session)

    def create_for_project(
        self,
        project_id: int,
        stage: StageName,
        place: TaskPlace = TaskPlace(),
        **params: object,
    ) -> Task:
        """Create a task outside a job, due at once, and publish it; the caller holds the project's lock.

        An equal task that is not claimed yet is returned instead. The more open tasks the owner has, the
        lower is the priority of the new one.
        """
        for due in self.tasks.list_due_for_project(project_id, stage, place.scene_id):
            if due.params == params and TaskPlace(due.scene_id, due.shot_id, due.character_id) == place:
                return due
        priority = self.tasks.count_open_of_owner(project_id, LOWEST_PRIORITY)
        subject = f"project:{project_id}/{stage}/{place.scene_id or ''}/{secrets.token_hex(6)}"
        task = Task(
            project_id=project_id,
            **asdict(place),
            stage=stage,
            queue=stage.queue,
            subject=subject,
            params=params,
        )
        return self.publish(self.tasks.add(task), priority)

    def create_for_job(
        self,
        project_id: int,
        job_id: int,
        stage: StageName,
        name: str = "film",
        *,
        is_ready: bool = True,
        **params: object,
    ) -> Task:
        """Create a task of a job; unless it is ready, it needs one other task.

        With `job_stage` in its parameters it is counted in another stage of the job than its own.
        """
        return self.tasks.add(
            Task(
                project_id=project_id,
                job_id=job_id,
                stage=stage,
                queue=stage.queue,
                subject=f"job:{job_id}/{stage}/{name}",
                params=params,
                status=TaskStatus.READY if is_ready else TaskStatus.WAITING,
                needs_left=0 if is_ready else 1,
            )
        )

    def get_render(self, task_id: int, project_id: int) -> Task:
        """Return a task outside a job that draws a still or a portrait. Raises RenderNotFound."""
        task = self.tasks.get_of_project(task_id, project_id)
        if task is None or task.stage not in RENDERING:
            raise RenderNotFound
        return task

    def publish(self, task: Task, priority: int = 0) -> Task:
        """Publish a task's message after the commit; priority 0 is consumed first."""
        task.published_at = db_now()
        enqueue(self.session, RUN_TASK, task.id, task.queue, priority)
        return task

    def cancel_of_job(self, job_id: int, *, keep_running: bool = False) -> list[Task]:
        """Cancel a job's open tasks; return those of them that were submitted to a provider.

        With `keep_running` running tasks may finish, and their products are stored.
        """
        which = Task.job_id == job_id
        return self._cancel(which & (Task.status != TaskStatus.RUNNING) if keep_running else which)

    def cancel_of_project(self, project_id: int) -> list[Task]:
        """Cancel all open tasks of a project; return those of them that were submitted to a provider."""
        return self._cancel(Task.project_id == project_id)

    def has_made_for_job(self, job_id: int, artifact_id: int) -> bool:
        """Return whether a task of a job has this artifact as its product."""
        return self.tasks.has_made_for_job(job_id, artifact_id)

    def remove_unused_artifacts(self, artifact_ids: Collection[int]) -> int:
        """Delete those artifacts to which no asset and no open task refers; return how many were deleted."""
        assets, needed = AssetService(self.session), self.tasks.list_needed_artifact_ids(artifact_ids)
        unused = [artifact for artifact in assets.list_unlinked(artifact_ids) if artifact.id not in needed]
        if unused:
            self.tasks.clear_artifacts([artifact.id for artifact in unused])
            assets.delete_artifacts(unused)
        return len(unused)

    def _cancel(self, which: ColumnElement[bool]) -> list[Task]:
        submitted = self.tasks.list_submitted(which)
        self.tasks.cancel(which)
        return submitted
