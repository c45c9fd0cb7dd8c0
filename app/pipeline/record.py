"""Recording the outcome of a task: one transaction, which changes nothing unless the claim still holds."""

import random
import time
from collections.abc import Set

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected
from app.modules.asset.models import Artifact
from app.modules.asset.service import AssetService
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene
from app.modules.task.models import ProviderBlock, Task
from app.modules.task.state import StageName, TaskStatus
from app.pipeline.claim import Claim, find_claimed
from app.pipeline.graph import job_stage_of
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
    """Writes the outcome of one claimed task, inside the caller's transaction."""

    def __init__(self, session: Session, claim: Claim) -> None:
        self.session, self.claim = session, claim
        self.job = JobService(session).find_locked(claim.job_id) if claim.job_id else None
        self._claimed = find_claimed(session, claim)

    @property
    def task(self) -> Task:
        """The claimed task. Raises LookupError when the claim does not hold."""
        if self._claimed is None:
            raise LookupError("The claim does not hold any more.")
        return self._claimed

    def record(self, stage: AnyStage, outcome: Outcome) -> None:
        """Write an outcome; without a valid claim only the files that were made are removed."""
        if self._claimed is None:
            self._remove_unreferenced(outcome)
            return
        match outcome:
            case Completed():
                self._complete(stage, outcome)
                self._remove_unreferenced(outcome)
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
        """Take the task from a worker that vanished: due again, or failed when that happens each time."""
        if self._claimed is None:
            return
        self.task.lost_count += 1
        self.task.fence += 1
        if self.task.lost_count > MAX_LOST:
            self._fail("worker.lost", "The worker broke off each time this was tried.")
            return
        self._settle(self._open_status(), due_in=0)
        if self.job is None:
            publish(self.session, [(self.task.id, self.task.queue)])
        else:
            publish_next(self.session, self.job.id)

    def _complete(self, stage: AnyStage, outcome: Completed) -> None:
        """Store artifacts and result, mark the task done and move its job on."""
        task = self.task
        files = {name: self._adopt(made, outcome.lost_keys) for name, made in outcome.files.items()}
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

    def _defer(self, outcome: Deferred) -> None:
        until = db_now(outcome.seconds)
        block = update(ProviderBlock).where(ProviderBlock.provider == outcome.provider).values(until=until)
        if not affected(self.session, block):
            self.session.add(ProviderBlock(provider=outcome.provider, until=until))
        self._settle(self._open_status(), due_in=outcome.seconds)
        self._log_delay(f"{outcome.provider} asks us to wait {outcome.seconds:.0f} seconds")

    def _schedule_retry(self, outcome: Interrupted) -> None:
        """Use up an attempt: due again after a while, or failed when it was the last."""
        self.task.attempts += 1
        if self.task.attempts >= settings().stage_attempts:
            self._fail(outcome.code, outcome.sentence)
            return
        self._settle(self._open_status(), due_in=backoff_seconds(self.task.attempts))
        self._log_delay(f"Trying again: {outcome.sentence}")

    def _refuse(self, stage: AnyStage, outcome: Refused) -> None:
        stage.save_refusal(self.session, self.task, outcome.error)
        if self.job is not None and self.job.is_active:
            self.job.error_details = outcome.details
        self._fail(outcome.code, str(outcome.error))

    def _fail(self, code: str, sentence: str) -> None:
        """Fail the task, and its job with it; running siblings may finish, and what they make is stored."""
        self._settle(TaskStatus.FAILED)
        self.task.error_code, self.task.error_message = code, sentence
        if self.job is not None and self.job.is_active:
            error = (code, self._name_place() + sentence)
            JobLifecycle(self.session).end(self.job, JobStatus.FAILED, reason=error[1], error=error)
        elif self.job is None and self.task.stage == StageName.SEGMENT:
            self._restore_project(code, sentence)

    def _adopt(self, artifact: Artifact, lost_keys: Set[str]) -> Artifact:
        """Store an artifact's row, or return the row of a worker that was faster with the same digest.

        A row whose file is lost refers to the new file from now on.
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
        """Have new files removed that are not stored as artifacts: another worker was faster."""
        if isinstance(outcome, Completed) and not outcome.is_cached:
            keys = [made.storage_key for made in outcome.files.values()]
            AssetService(self.session).remove_unreferenced_files(keys)

    def _settle(self, status: TaskStatus, due_in: float | None = None) -> None:
        """End the claim with a status; `due_in` are the seconds until the task may be claimed again."""
        task = self.task
        if self.job is not None and task.progress:
            stage = self.job.stage(job_stage_of(task))
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
        stage = job.stage(job_stage_of(task))
        stage.done += 1
        stage.cached += is_cached
        job.update_progress()
        counts = {"done": stage.done, "total": stage.total, "cached": stage.cached}
        job.emit("progress", stage=stage.stage, scene_id=task.scene_id, **counts)

    def _log_delay(self, message: str) -> None:
        log.info("task.delayed", task_id=self.claim.task_id, reason=message)
        if self.job is not None and self.job.is_active:
            self.job.emit("log", message=self._name_place() + message)

    def _name_place(self) -> str:
        task = self.task
        index = self.session.scalar(select(Scene.scene_index).where(Scene.id == task.scene_id))
        return f"Scene {index + 1}, {task.stage}: " if index is not None else f"{task.stage.capitalize()}: "

    def _restore_project(self, code: str, sentence: str) -> None:
        project = ProjectService(self.session).find_locked(self.task.project_id)
        if project is not None and project.status == ProjectStatus.SEGMENTING:
            project.status = project.status_before or ProjectStatus.DRAFT
            project.status_before = None
            project.error_code, project.error_message = code, sentence


def backoff_seconds(attempt: int) -> float:
    """Return the seconds before an attempt is repeated: exponential with full jitter."""
    most = min(settings().backoff_max_seconds, settings().backoff_base_seconds * 2 ** max(0, attempt - 1))
    return random.uniform(0.1 * most, most)  # noqa: S311 - it spreads load and keeps no secret
