"""The claim of a task, by one compare-and-set update, so that a message delivered twice does nothing."""

import time
from dataclasses import dataclass, field

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import count_affected, in_transaction
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.models import Job
from app.modules.job.state import TERMINAL
from app.modules.task.models import Task
from app.modules.task.state import CLAIMABLE, StageName, TaskStatus


@dataclass(frozen=True, slots=True)
class Claim:
    """A worker's right to one task until its lease ends; the next claim of the task has a higher fence.

    `started_at` is a monotonic time in seconds of this process.
    """

    task_id: int
    job_id: int | None
    fence: int
    started_at: float = field(default_factory=time.monotonic, compare=False)


def claim_task(task_id: int) -> tuple[Claim, Task] | None:
    """Claim a due task and return it; None when it is not due, is claimed already, or its job has ended."""
    return in_transaction(lambda session: _claim(session, task_id))


def _claim(session: Session, task_id: int) -> tuple[Claim, Task] | None:
    task = session.get(Task, task_id)
    if task is None or task.status not in CLAIMABLE:
        return None
    if task.stage == StageName.MODERATE and task.job_id is not None:
        JobLifecycle(session).start_validating(task.job_id)
    is_wanted = Task.job_id.is_(None) | ~exists().where(Job.id == Task.job_id, Job.status.in_(TERMINAL))
    claimed = count_affected(
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
    if not claimed:
        return None
    session.refresh(task)
    return Claim(task.id, task.job_id, task.fence), task


def find_claimed(session: Session, claim: Claim) -> Task | None:
    """Return the claimed task with its row locked; None when the claim no longer holds.

    The caller locks the job's row first.
    """
    return session.scalar(
        select(Task)
        .where(Task.id == claim.task_id, Task.fence == claim.fence, Task.status == TaskStatus.RUNNING)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
