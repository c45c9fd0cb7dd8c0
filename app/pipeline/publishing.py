"""The publishing of due tasks: a window limits how many of a job's are under way, so that jobs take turns."""

from collections.abc import Sequence

from sqlalchemy import func, select, union_all, update
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import count_affected
from app.core.tasks import enqueue
from app.modules.job.models import Job
from app.modules.job.state import ADMITTED
from app.modules.task.models import Task, TaskNeed
from app.modules.task.service import RUN_TASK
from app.modules.task.state import CLAIMABLE, TaskStatus


def publish_next(session: Session, job_id: int) -> None:
    """Publish a job's next due tasks, as many as its window (`JOB_WINDOW`) has room for.

    The more of the owner's tasks are under way, the lower is their priority, so that the tasks of an owner
    with few do not wait behind those of an owner with many.
    """
    under_way = _count_under_way(session, job_id)
    room, priority = settings().job_window - under_way.get(job_id, 0), sum(under_way.values())
    for status in CLAIMABLE:
        if room <= 0:
            return
        due = session.execute(
            select(Task.id, Task.queue)
            # With one status at a time the index returns the rows in order, and the database sorts nothing.
            .where(
                Task.job_id == job_id,
                Task.status == status,
                Task.published_at.is_(None),
                Task.due_at <= db_now(),
            )
            .order_by(Task.id)
            .limit(room)
        ).all()
        publish(session, [(task_id, queue) for task_id, queue in due], priority)
        room, priority = room - len(due), priority + len(due)


def publish(session: Session, tasks: Sequence[tuple[int, str]], priority: int = 0) -> None:
    """Publish tasks of one owner, given as (id, queue), after the commit; each has a lower priority."""
    if not tasks:
        return
    ids = [task_id for task_id, _ in tasks]
    count_affected(session, update(Task).where(Task.id.in_(ids)).values(published_at=db_now()))
    for number, (task_id, queue) in enumerate(tasks, priority):
        enqueue(session, RUN_TASK, task_id, queue, number)


def release_dependents(session: Session, task: Task) -> None:
    """Count a done task off the needs of its dependents, and make those without further needs ready."""
    waiting = list(
        session.scalars(
            select(Task)
            .join(TaskNeed, TaskNeed.task_id == Task.id)
            .where(TaskNeed.needed_id == task.id, Task.status == TaskStatus.WAITING)
            .with_for_update()
        )
    )
    for dependent in waiting:
        dependent.needs_left -= 1
        if dependent.needs_left <= 0:
            dependent.status = TaskStatus.READY
            dependent.due_at = db_now()


def _count_under_way(session: Session, job_id: int) -> dict[int, int]:
    """Count the running and published tasks of each admitted job of the same owner, and of this one."""
    owner = select(Job.user_id).where(Job.id == job_id).scalar_subquery()
    admitted = list(session.scalars(select(Job.id).where(Job.status.in_(ADMITTED), Job.user_id == owner)))
    running = Task.status == TaskStatus.RUNNING
    published = Task.status.in_(CLAIMABLE) & Task.published_at.is_not(None)
    of_jobs = Task.job_id.in_({job_id, *admitted})
    found = union_all(
        *(select(Task.job_id).where(of_jobs, which) for which in (running, published))
    ).subquery()
    counts = session.execute(select(found.c.job_id, func.count()).group_by(found.c.job_id))
    return {job: count for job, count in counts}
