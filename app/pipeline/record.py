"""Recording what came of a task: one transaction that counts only if the claim still holds."""

import random
import time
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any

import structlog
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected
from app.modules.asset.models import Artifact
from app.modules.asset.repository import AssetRepository
from app.modules.asset.service import AssetService
from app.modules.job.repository import JobRepository
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.repository import ProjectRepository
from app.modules.project.state import ProjectStatus
from app.modules.scene.models import Scene
from app.modules.task.models import ProviderBlock, Task
from app.modules.task.state import TaskStatus
from app.pipeline.advance import advance, release_dependents
from app.pipeline.claim import Claim, is_ours
from app.pipeline.doorbell import ring, ring_next
from app.pipeline.graph import counts_in
from app.pipeline.stage import Product, Stage, Submitted

log = structlog.get_logger()
MAX_LOST = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A stage's product with its files: rows to be, or rows that were there already.

    `lost` names what was made of the same recipe before and has vanished from storage.
    """

    product: Product
    files: Mapping[str, Artifact] = field(default_factory=dict)
    is_cached: bool = False
    lost: Set[str] = frozenset()


class Recorder:
    """Writes the outcome of one claimed task; every method is one transaction's work."""

    def __init__(self, session: Session, claim: Claim) -> None:
        self.session, self.claim = session, claim
        self.job = JobRepository(session).get_locked(claim.job_id) if claim.job_id else None
        self.task = is_ours(session, claim)

    def done(self, stage: Stage[Any], made: Made) -> None:
        """Mark the task done and move its job on; files that came too late are removed after the commit."""
        if self.task is not None:
            self._done(self.task, stage, made)
        if not made.is_cached:
            AssetService(self.session).remove_unknown(file.storage_key for file in made.files.values())

    def _done(self, task: Task, stage: Stage[Any], made: Made) -> None:
        files = {name: self._adopted(artifact, made.lost) for name, artifact in made.files.items()}
        if "" in files:
            task.artifact_id = files[""].id
        stage.keep(self.session, task, made.product, files)
        task.run_seconds = time.monotonic() - self.claim.began
        self._settle(TaskStatus.DONE)
        task.cached = made.is_cached
        release_dependents(self.session, task)
        if self.job is not None and self.job.is_active:
            self._count(made.is_cached)
            advance(self.session, self.job)
            self.session.flush()
            ring_next(self.session, self.job.id)

    def submitted(self, submitted: Submitted) -> None:
        """Set the task aside until it is time to look after it."""
        if self.task is not None:
            self.task.provider_job_id = submitted.handle
            self._settle(TaskStatus.POLLING, due_in=submitted.look_again_seconds)

    def put_off(self, provider: str, seconds: float) -> None:
        """Wait as long as a provider asked for, and everybody else with us; no attempt is used up."""
        if self.task is None:
            return
        until = db_now(seconds)
        block = update(ProviderBlock).where(ProviderBlock.provider == provider).values(until=until)
        if not affected(self.session, block):
            self.session.add(ProviderBlock(provider=provider, until=until))
        self._settle(self._waiting(), due_in=seconds)
        self._log(f"{provider} asks us to wait {seconds:.0f} seconds")

    def hold_back(self, seconds: float) -> None:
        """Give the task back untouched, to be claimed again later."""
        if self.task is not None:
            self._settle(self._waiting(), due_in=seconds)

    def try_again(self, code: str, sentence: str) -> None:
        """Use up an attempt: due again after a while, or failed when it was the last."""
        if self.task is None:
            return
        self.task.attempts += 1
        if self.task.attempts >= settings().stage_attempts:
            self.failed(code, sentence)
            return
        self._settle(self._waiting(), due_in=backoff(self.task.attempts))
        self._log(f"Trying again: {sentence}")

    def lost(self) -> None:
        """Take the task from a worker that vanished: due again, or failed when it vanishes each time."""
        if self.task is None:
            return
        self.task.lost_count += 1
        self.task.fence += 1
        if self.task.lost_count > MAX_LOST:
            self.failed("worker.lost", "The worker broke off each time this was tried.")
            return
        self._settle(self._waiting(), due_in=0)
        if self.job is None:
            ring(self.session, [(self.task.id, self.task.queue)])
        else:
            ring_next(self.session, self.job.id)

    def refused(self, stage: Stage[Any], refusal: Exception) -> None:
        """Fail the task for good, and keep what the stage has to say of the reason."""
        if self.task is None:
            return
        stage.keep_refusal(self.session, self.task, refusal)
        if self.job is not None and self.job.is_active:
            self.job.error_details = getattr(refusal, "details", None)
        self.failed(getattr(refusal, "code", "story.invalid"), str(refusal))

    def failed(self, code: str, sentence: str) -> None:
        """Fail the task, and its job with it; running siblings may finish and are kept."""
        if self.task is None:
            return
        self._settle(TaskStatus.FAILED)
        self.task.error_code, self.task.error_message = code, sentence
        if self.job is not None and self.job.is_active:
            error = (code, self._place() + sentence)
            JobService(self.session).end(self.job, JobStatus.FAILED, reason=error[1], error=error)
        elif self.job is None and self.task.stage == "segment":
            self._give_back(code, sentence)

    def _adopted(self, artifact: Artifact, lost: Set[str]) -> Artifact:
        """Store an artifact's row, or take the row of whoever was faster with the same thing.

        A row whose file is lost describes the new one from now on.
        """
        assets = AssetRepository(self.session)
        known = assets.get_made(artifact.owner_id, artifact.digest)
        if known is None:
            try:
                with self.session.begin_nested():
                    self.session.add(artifact)
                return artifact
            except IntegrityError:
                known = assets.get_made(artifact.owner_id, artifact.digest)
        if known is None:
            raise LookupError("The artifact vanished while it was recorded.")
        if known.storage_key in lost:
            known.describe_as(artifact)
        return known

    def _settle(self, status: TaskStatus, due_in: float | None = None) -> None:
        task = self._ours()
        if self.job is not None and task.progress:
            stage = self.job.stage(counts_in(task))
            stage.fraction = max(0.0, stage.fraction - task.progress)
        task.status, task.progress = status, 0.0
        task.lease_until = task.run_deadline_at = None
        if due_in is not None:
            task.rung_at = None
            task.due_at = db_now(due_in)
        self.session.flush()

    def _waiting(self) -> TaskStatus:
        return TaskStatus.POLLING if self._ours().provider_job_id else TaskStatus.READY

    def _ours(self) -> Task:
        if self.task is None:
            raise LookupError("The claim does not hold any more.")
        return self.task

    def _count(self, is_cached: bool) -> None:
        job, task = self.job, self._ours()
        if job is None:
            return
        stage = job.stage(counts_in(task))
        stage.done += 1
        stage.cached += is_cached
        job.measure()
        counts = {"done": stage.done, "total": stage.total, "cached": stage.cached}
        job.emit("progress", stage=stage.stage, scene_id=task.scene_id, **counts)

    def _log(self, message: str) -> None:
        log.info("task.delayed", task_id=self.claim.task_id, reason=message)
        if self.job is not None and self.job.is_active:
            self.job.emit("log", message=self._place() + message)

    def _place(self) -> str:
        task = self._ours()
        index = self.session.scalar(select(Scene.scene_index).where(Scene.id == task.scene_id))
        return f"Scene {index + 1}, {task.stage}: " if index is not None else f"{task.stage.capitalize()}: "

    def _give_back(self, code: str, sentence: str) -> None:
        project = ProjectRepository(self.session).get_locked(self._ours().project_id)
        if project is not None and project.status == ProjectStatus.SEGMENTING:
            project.status = project.status_before or ProjectStatus.DRAFT
            project.status_before = None
            project.error_code, project.error_message = code, sentence


def backoff(attempt: int) -> float:
    """Give the seconds before an attempt is repeated: exponential, with full jitter."""
    most = min(settings().backoff_max_seconds, settings().backoff_base_seconds * 2 ** max(0, attempt - 1))
    return random.uniform(0.1 * most, most)  # noqa: S311 - spreads load, keeps no secret
