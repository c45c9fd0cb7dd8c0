"""Ringing for tasks that are due: at most a window of each job's tasks at once, so that jobs take turns."""

from collections.abc import Sequence

from sqlalchemy import func, select, union_all, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected
from app.core.tasks import enqueue
from app.modules.job.models import Job
from app.modules.job.state import ADMITTED
from app.modules.task.models import Task
from app.modules.task.service import RUN_TASK
from app.modules.task.state import CLAIMABLE, TaskStatus


def ring_next(session: Session, job_id: int) -> None:
    """Ring for a job's next due tasks, as many as its window has room for.

    The more of its owner's is under way, the later they are heard: who has little to do does not wait behind
    somebody who has much.
    """
    under_way = _under_way(session, job_id)
    room, rank = settings().job_window - under_way.get(job_id, 0), sum(under_way.values())
    for status in CLAIMABLE:
        if room <= 0:
            return
        due = session.execute(
            select(Task.id, Task.queue)
            # One status at a time, so that the index gives the rows in order and nothing is sorted.
            .where(
                Task.job_id == job_id,
                Task.status == status,
                Task.rung_at.is_(None),
                Task.due_at <= db_now(),
            )
            .order_by(Task.id)
            .limit(room)
        ).all()
        ring(session, [(task_id, queue) for task_id, queue in due], rank)
        room, rank = room - len(due), rank + len(due)


def ring(session: Session, tasks: Sequence[tuple[int, str]], rank: int = 0) -> None:
    """Ring for these tasks of one owner, given as (id, queue), when the transaction commits."""
    if not tasks:
        return
    ids = [task_id for task_id, _ in tasks]
    affected(session, update(Task).where(Task.id.in_(ids)).values(rung_at=db_now()))
    for number, (task_id, queue) in enumerate(tasks, rank):
        enqueue(session, RUN_TASK, task_id, queue, number)


def _under_way(session: Session, job_id: int) -> dict[int, int]:
    """Count what runs or was rung for, of each job in work of the same owner; few, however large they are."""
    owner = select(Job.user_id).where(Job.id == job_id).scalar_subquery()
    in_work = list(session.scalars(select(Job.id).where(Job.status.in_(ADMITTED), Job.user_id == owner)))
    running = Task.status == TaskStatus.RUNNING
    rung = Task.status.in_(CLAIMABLE) & Task.rung_at.is_not(None)
    of_jobs = Task.job_id.in_({job_id, *in_work})
    found = union_all(*(select(Task.job_id).where(of_jobs, which) for which in (running, rung))).subquery()
    counts = session.execute(select(found.c.job_id, func.count()).group_by(found.c.job_id))
    return {job: count for job, count in counts}
