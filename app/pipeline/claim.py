"""Claiming a task: one compare-and-set, so that a doubled message does nothing; and keeping the lease."""

import threading
import time
from dataclasses import dataclass, field

import structlog
from sqlalchemy import exists, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected, in_transaction
from app.modules.job.models import Job
from app.modules.job.repository import JobRepository
from app.modules.job.state import TERMINAL, JobStatus
from app.modules.task.models import Task
from app.modules.task.state import CLAIMABLE, TaskStatus
from app.pipeline.graph import counts_in
from app.pipeline.workbench import Workbench

log = structlog.get_logger()
MAX_BEAT_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Claim:
    """A task that is ours until the lease ends; whoever claims it next has a higher fence."""

    task_id: int
    job_id: int | None
    fence: int
    began: float = field(default_factory=time.monotonic, compare=False)


def claim(task_id: int) -> tuple[Claim, Task] | None:
    """Take a due task; None when it isn't due, somebody else has it, or its job is over."""
    return in_transaction(lambda session: _take(session, task_id))


def _take(session: Session, task_id: int) -> tuple[Claim, Task] | None:
    found = session.get(Task, task_id)
    if found is None or found.status not in CLAIMABLE:
        return None
    if found.stage == "moderate" and found.job_id is not None:
        _begin_validating(session, found.job_id)
    is_wanted = Task.job_id.is_(None) | ~exists().where(Job.id == Task.job_id, Job.status.in_(TERMINAL))
    taken = affected(
        session,
        update(Task)
        .where(Task.id == task_id, Task.status.in_(CLAIMABLE), Task.due_at <= db_now(), is_wanted)
        .values(
            status=TaskStatus.RUNNING,
            fence=Task.fence + 1,
            lease_until=db_now(settings().lease_seconds),
            run_deadline_at=db_now(settings().task_seconds),
        ),
    )
    if not taken:
        return None
    session.refresh(found)
    return Claim(found.id, found.job_id, found.fence), found


def _begin_validating(session: Session, job_id: int) -> None:
    job = JobRepository(session).get_locked(job_id)
    if job is not None and job.status == JobStatus.PENDING:
        job.move_to(JobStatus.VALIDATING)
        session.flush()


def is_ours(session: Session, claim: Claim) -> Task | None:
    """Find the claimed task, locked, if the claim still holds; its job must be locked before."""
    return session.scalar(
        select(Task)
        .where(Task.id == claim.task_id, Task.fence == claim.fence, Task.status == TaskStatus.RUNNING)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


class Heartbeat:
    """Extends the lease from a thread while the stage works, and passes its progress on.

    When the claim no longer holds the bench is told to stop. A database that does not answer is no reason
    to stop: nobody else can claim anything then either.
    """

    def __init__(self, claim: Claim, bench: Workbench) -> None:
        self._claim, self._bench = claim, bench
        self._over = threading.Event()
        self._shown = 0.0
        self._thread = threading.Thread(target=self._beat, daemon=True, name="heartbeat")

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        pause = min(MAX_BEAT_SECONDS, settings().lease_seconds / 4)
        while not self._over.wait(pause):
            try:
                if not in_transaction(self._extend):
                    self._bench.stop()
                    return
            except SQLAlchemyError as error:
                log.warning("heartbeat.failed", reason=type(error).__name__)

    def _extend(self, session: Session) -> bool:
        fraction = self._bench.fraction
        job = None
        if self._claim.job_id is not None and fraction - self._shown >= 0.02:
            job = JobRepository(session).get_locked(self._claim.job_id)
        task = is_ours(session, self._claim)
        if task is None:
            return False
        task.lease_until = db_now(settings().lease_seconds)
        if job is not None and job.is_active:
            stage = job.stage(counts_in(task))
            stage.fraction += fraction - task.progress
            task.progress = self._shown = fraction
            before = job.progress
            job.measure()
            if job.progress != before:
                job.emit("progress", stage=stage.stage, done=stage.done, total=stage.total)
        return True
