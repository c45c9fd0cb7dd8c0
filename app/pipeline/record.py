"""The recording of a task's outcome, in one transaction that has no effect when the claim no longer holds."""

import random
import time
from collections.abc import Set

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import count_affected
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene, Shot
from app.modules.task.models import ProviderBlock, Task
from app.modules.task.state import StageName, TaskStatus
from app.pipeline.claim import Claim, find_claimed
from app.pipeline.graph import get_job_stage
from app.pipeline.outcome import (
    Completed,
    Deferred,
    Failed,
    Interrupted,
    Outcome,
    Refused,
    Released,
)
from app.pipeline.publishing import publish, publish_next, release_dependents
from app.pipeline.stage import AnyStage, Submitted

log = structlog.get_logger()
MAX_LOST = 3


class Recorder:
    """Stores the outcome of one claimed task in the caller's transaction, with job and task locked."""

    def __init__(self, session: Session, claim: Claim) -> None:
        self.session, self.claim = session, claim
        self.job = JobService(session).find_locked(claim.job_id) if claim.job_id else None
        self._claimed = find_claimed(session, claim)

    @property
    def task(self) -> Task:
        """The claimed task. Raises LookupError when the claim no longer holds."""
        if self._claimed is None:
            raise LookupError("The claim no longer holds.")
        return self._claimed

    def record(self, stage: AnyStage, outcome: Outcome) -> None:
        """Store an outcome; when the claim no longer holds, only have its new files removed."""
        if self._claimed is None:
            self._remove_unreferenced(outcome)
            return
        match outcome:
            case Completed():
                self._complete(stage, outcome)
                self._remove_unreferenced(outcome)
            case Submitted() | Deferred() | Released() | Interrupted() if self._is_overdue():
                self._fail("task.deadline", "This was not finished in time.")
            case Submitted():
                self.task.provider_job_id = outcome.handle
                self._settle(TaskStatus.POLLING, due_in=outcome.poll_after_seconds)
            case Deferred():
                self._defer(outcome)
            case Released():
                self._settle(self._open_status(), due_in=outcome.seconds)
            case Interrupted():
                self._schedule_retry(outcome)
            case Refused():
                self._refuse(stage, outcome)
            case Failed():
                self._fail(outcome.code, outcome.sentence)

    def record_lost(self) -> None:
        """Take the task from a lost worker: it is due again, or fails after more than three losses."""
        if self._claimed is None:
            return
        self.task.lost_count += 1
        self.task.fence += 1
        if self.task.lost_count > MAX_LOST:
            self._fail("worker.lost", "The worker was lost each time this was tried.")
            return
        self._settle(self._open_status(), due_in=0)
        if self.job is None:
            publish(self.session, [(self.task.id, self.task.queue)])
        else:
            publish_next(self.session, self.job.id)

    def _complete(self, stage: AnyStage, outcome: Completed) -> None:
        """Store artifacts and result, mark the task done, and advance its job."""
        task = self.task
        files = {name: self._store_artifact(one, outcome.lost_keys) for name, one in outcome.files.items()}
        if "" in files:
            task.artifact_id = files[""].id
        stage.save(self.session, task, outcome.product, files)
        task.run_seconds = time.monotonic() - self.claim.started_at
        self._settle(TaskStatus.DONE)
        task.cached = outcome.is_cached
        release_dependents(self.session, task)
        if self.job is not None and self.job.is_active:
            self._count(is_cached=outcome.is_cached)
            JobLifecycle(self.session).advance(self.job)
            self.session.flush()
            publish_next(self.session, self.job.id)

    def _is_overdue(self) -> bool:
        """Return whether a task outside a job has taken longer than a job may; a job has its own deadline."""
        if self.job is not None:
            return False
        is_late = Task.created_at < db_now(-settings().job_deadline_seconds)
        return bool(self.session.scalar(select(is_late).where(Task.id == self.task.id)))

    def _defer(self, outcome: Deferred) -> None:
        until = db_now(outcome.seconds)
        block = update(ProviderBlock).where(ProviderBlock.provider == outcome.provider).values(until=until)
        if not count_affected(self.session, block):
            self.session.add(ProviderBlock(provider=outcome.provider, until=until))
        self._settle(self._open_status(), due_in=outcome.seconds)
        self._log_delay(f"{outcome.provider} asks us to wait {outcome.seconds:.0f} seconds")

    def _schedule_retry(self, outcome: Interrupted) -> None:
        """Use up an attempt: the task is due again after a pause, or fails when it was the last attempt."""
        self.task.attempts += 1
        if self.task.attempts >= settings().stage_attempts:
            self._fail(outcome.code, outcome.sentence)
            return
        self._settle(self._open_status(), due_in=compute_backoff_seconds(self.task.attempts))
        self._log_delay(f"Retrying: {outcome.sentence}")

    def _refuse(self, stage: AnyStage, outcome: Refused) -> None:
        stage.save_refusal(self.session, self.task, outcome.error)
        if self.job is not None and self.job.is_active:
            self.job.error_details = outcome.details
        self._fail(outcome.code, str(outcome.error))

    def _fail(self, code: str, sentence: str) -> None:
        """Fail the task and its job; the job's running tasks may finish, and their products are stored."""
        self._settle(TaskStatus.FAILED)
        self.task.error_code, self.task.error_message = code, sentence
        if self.job is not None and self.job.is_active:
            error = (code, self._name_place() + sentence)
            JobLifecycle(self.session).end(self.job, JobStatus.FAILED, reason=error[1], error=error)
        elif self.job is None and self.task.stage == StageName.SEGMENT:
            self._restore_project(code, sentence)

    def _store_artifact(self, artifact: Artifact, lost_keys: Set[str]) -> Artifact:
        """Store an artifact and return its row, or return the row that another worker stored before.

        A row whose file is lost is changed to refer to the new file.
        """
        assets = AssetService(self.session)
        known = assets.get_artifact(artifact.owner_id, artifact.digest)
        if known is None:
            try:
                with self.session.begin_nested():
                    self.session.add(artifact)
                return artifact
            except IntegrityError:
                known = assets.get_artifact(artifact.owner_id, artifact.digest)
        if known is None:
            raise LookupError("The artifact vanished while it was recorded.")
        if known.storage_key in lost_keys:
            known.replace_file(artifact)
        return known

    def _remove_unreferenced(self, outcome: Outcome) -> None:
        """Have those of the new files removed that no artifact refers to."""
        if isinstance(outcome, Completed) and not outcome.is_cached:
            keys = [made.storage_key for made in outcome.files.values()]
            AssetService(self.session).remove_unreferenced_files(keys)

    def _settle(self, status: TaskStatus, due_in: float | None = None) -> None:
        """End the claim with a status; in `due_in` seconds the task may be claimed again, if it is given."""
        task = self.task
        if self.job is not None and task.progress:
            stage = self.job.get_stage(get_job_stage(task))
            stage.fraction = max(0.0, stage.fraction - task.progress)
        task.status, task.progress = status, 0.0
        task.lease_until = task.run_deadline_at = None
        if due_in is not None:
            task.published_at = None
            task.due_at = db_now(due_in)
        self.session.flush()

    def _open_status(self) -> TaskStatus:
        return TaskStatus.POLLING if self.task.provider_job_id else TaskStatus.READY

    def _count(self, *, is_cached: bool) -> None:
        job, task = self.job, self.task
        if job is None:
            return
        stage = job.get_stage(get_job_stage(task))
        stage.done += 1
        stage.cached += is_cached
        job.update_progress()
        counts = {"done": stage.done, "total": stage.total, "cached": stage.cached}
        place = {"scene_id": task.scene_id, "shot_id": task.shot_id}
        job.emit("progress", stage=stage.stage, **place, **counts)

    def _log_delay(self, message: str) -> None:
        log.info("task.delayed", task_id=self.claim.task_id, reason=message)
        if self.job is not None and self.job.is_active:
            self.job.emit("log", message=self._name_place() + message)

    def _name_place(self) -> str:
        task = self.task
        if task.character_id is not None:
            return f"{task.params['character']}, {task.stage}: "
        shot = self.session.get(Shot, task.shot_id) if task.shot_id is not None else None
        if shot is not None:
            return f"Scene {shot.scene.scene_index + 1}, shot {shot.number}, {task.stage}: "
        index = self.session.scalar(select(Scene.scene_index).where(Scene.id == task.scene_id))
        return f"Scene {index + 1}, {task.stage}: " if index is not None else f"{task.stage.capitalize()}: "

    def _restore_project(self, code: str, sentence: str) -> None:
        project = ProjectService(self.session).find_locked(self.task.project_id)
        if project is not None and project.status == ProjectStatus.SEGMENTING:
            project.status = project.status_before or ProjectStatus.DRAFT
            project.status_before = None
            project.error_code, project.error_message = code, sentence


def compute_backoff_seconds(attempt: int) -> float:
    """Return the seconds to wait after a failed attempt, counted from 1: exponential with jitter."""
    most = min(settings().backoff_max_seconds, settings().backoff_base_seconds * 2 ** max(0, attempt - 1))
    return random.uniform(0.1 * most, most)  # noqa: S311 - it spreads load, and is no secret
