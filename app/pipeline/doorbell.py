"""Ringing for tasks that are due: at most a window of each job's tasks at once, so that jobs take turns."""

from sqlalchemy import func, select, union_all, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected
from app.core.tasks import enqueue
from app.modules.task.models import Task
from app.modules.task.service import RUN_TASK
from app.modules.task.state import CLAIMABLE, TaskStatus


def ring_next(session: Session, job_id: int) -> None:
    """Ring for a job's next due tasks, as many as its window has room for."""
    room = settings().job_window - _under_way(session, job_id)
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
        ring(session, [(task_id, queue) for task_id, queue in due])
        room -= len(due)


def ring(session: Session, tasks: list[tuple[int, str]]) -> None:
    """Ring for these tasks, given as (id, queue), when the transaction commits."""
    if not tasks:
        return
    ids = [task_id for task_id, _ in tasks]
    affected(session, update(Task).where(Task.id.in_(ids)).values(rung_at=db_now()))
    for task_id, queue in tasks:
        enqueue(session, RUN_TASK, task_id, queue)


def _under_way(session: Session, job_id: int) -> int:
    """Count the tasks that run or were rung for; few, however large the job."""
    running = Task.status == TaskStatus.RUNNING
    rung = Task.status.in_(CLAIMABLE) & Task.rung_at.is_not(None)
    statement = union_all(*(select(Task.id).where(Task.job_id == job_id, which) for which in (running, rung)))
    return session.scalar(select(func.count()).select_from(statement.subquery())) or 0
