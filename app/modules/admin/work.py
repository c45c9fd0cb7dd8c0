"""All users' jobs and all queues, as operators see them: from the database's own rows."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.core import audit
from app.core.clock import db_now
from app.core.config import settings
from app.core.outbox import OutboxRow
from app.core.tasks import declared_queues
from app.modules.admin.errors import JobOver
from app.modules.admin.schemas import QueueRead
from app.modules.auth.models import User
from app.modules.job.errors import JobNotFound
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.job.state import ADMITTED, JobStatus
from app.modules.task.models import Task, Worker
from app.modules.task.service import TaskService
from app.modules.task.state import CLAIMABLE, TaskStatus

STUCK_LEASES = 3.0
SEEN_SECONDS = 60.0


class WorkService:
    """Shows work and gives it a push."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobService(session)

    def list_jobs(
        self, filters: Sequence[ColumnElement[bool]], page: int, limit: int
    ) -> tuple[list[Job], int]:
        """List jobs of all users, newest first, with how many there are."""
        total = self.session.scalar(select(func.count()).select_from(Job).where(*filters)) or 0
        rows = select(Job).where(*filters).order_by(Job.id.desc()).limit(limit).offset((page - 1) * limit)
        return list(self.session.scalars(rows)), total

    def get(self, job_id: int) -> Job:
        """Find anybody's job. Raises JobNotFound."""
        job = self.jobs.jobs.get(job_id)
        if job is None:
            raise JobNotFound
        return job

    def cancel(self, job_id: int, actor: User) -> Job:
        """Stop anybody's job; cancelling again changes nothing."""
        job = self._get_locked(job_id)
        if job.status != JobStatus.CANCELLED:
            self.jobs.lifecycle.end(
                job, JobStatus.CANCELLED, actor=f"admin:{actor.id}", reason="Cancelled by an admin"
            )
            audit.record(self.session, "admin.job_cancelled", actor.id, f"job:{job.id}")
        return job

    def requeue(self, job_id: int, actor: User) -> Job:
        """Ring an active job's due tasks again. Raises JobOver for one that has ended."""
        job = self._get_locked(job_id)
        if not job.is_active:
            raise JobOver
        due = select(Task).where(Task.job_id == job.id, Task.status.in_(CLAIMABLE), Task.due_at <= db_now())
        for task in self.session.scalars(due.order_by(Task.id).limit(settings().job_window)):
            TaskService(self.session).publish(task)
        audit.record(self.session, "admin.job_requeued", actor.id, f"job:{job.id}")
        return job

    def list_queues(self) -> list[QueueRead]:
        """List every queue with what waits in it."""
        waiting = self._waiting(Task, Task.status.in_(CLAIMABLE))
        mails = self._waiting(OutboxRow, OutboxRow.status == "waiting")
        running = self._running()
        seen = select(Worker.queues).where(Worker.seen_at > db_now(-SEEN_SECONDS))
        workers = [queues.split(",") for queues in self.session.scalars(seen)]
        return [
            QueueRead(
                name=name,
                depth=waiting.get(name, (0, 0.0))[0] + mails.get(name, (0, 0.0))[0],
                oldest_seconds=max(waiting.get(name, (0, 0.0))[1], mails.get(name, (0, 0.0))[1]),
                running=running.get(name, 0),
                workers=sum(name in queues for queues in workers),
            )
            for name in declared_queues()
        ]

    def _waiting(
        self, table: type[Task] | type[OutboxRow], which: ColumnElement[bool]
    ) -> dict[str, tuple[int, float]]:
        now = self.session.scalar(select(db_now()))
        statement = select(table.queue, func.count(), func.min(table.due_at))
        rows = self.session.execute(statement.where(which, table.due_at <= db_now()).group_by(table.queue))
        return {
            queue: (count, max(0.0, (now - oldest).total_seconds()) if now and oldest else 0.0)
            for queue, count, oldest in rows
        }

    def _running(self) -> dict[str, int]:
        is_running = Task.status == TaskStatus.RUNNING
        rows = self.session.execute(select(Task.queue, func.count()).where(is_running).group_by(Task.queue))
        return {queue: count for queue, count in rows}

    def _get_locked(self, job_id: int) -> Job:
        job = self.jobs.jobs.get_locked(job_id)
        if job is None:
            raise JobNotFound
        return job


def is_stuck() -> ColumnElement[bool]:
    """Match admitted jobs in which nothing has changed for some leases and nothing runs."""
    runs = select(Task.id).where(Task.job_id == Job.id, Task.status == TaskStatus.RUNNING).exists()
    silent = Job.updated_at < db_now(-STUCK_LEASES * settings().lease_seconds)
    return Job.status.in_(ADMITTED) & silent & ~runs & Job.is_external.is_(False)
