"""Jobs of all users and the state of all queues, for operators; read from the database."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.core import audit
from app.core.clock import db_now
from app.core.config import settings
from app.core.outbox import OutboxRow
from app.core.tasks import declared_queues
from app.modules.admin.errors import JobEnded
from app.modules.admin.schemas import QueueRead
from app.modules.auth.models import User
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.job.state import ADMITTED, JobStatus
from app.modules.task.models import Task, Worker
from app.modules.task.service import TaskService
from app.modules.task.state import CLAIMABLE, TaskStatus

STUCK_LEASES = 3.0
LIVE_SECONDS = 60.0


class WorkService:
    """Lists jobs and queues, cancels jobs, and publishes their due tasks again."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobService(session)

    def list_jobs(
        self, filters: Sequence[ColumnElement[bool]], page: int, limit: int
    ) -> tuple[list[Job], int]:
        """Return a page of the jobs of all users, newest first, and their number."""
        total = self.session.scalar(select(func.count()).select_from(Job).where(*filters)) or 0
        rows = select(Job).where(*filters).order_by(Job.id.desc()).limit(limit).offset((page - 1) * limit)
        return list(self.session.scalars(rows)), total

    def get(self, job_id: int) -> Job:
        """Return a job of any user. Raises JobNotFound."""
        return self.jobs.get_of_any_user(job_id)

    def cancel(self, job_id: int, actor: User) -> Job:
        """Cancel a job of any user; cancelling it again changes nothing. Raises JobNotFound."""
        job = self.jobs.get_locked(job_id)
        if job.status != JobStatus.CANCELLED:
            self.jobs.lifecycle.end(
                job, JobStatus.CANCELLED, actor=f"admin:{actor.id}", reason="Cancelled by an admin"
            )
            audit.record(self.session, "admin.job_cancelled", actor.id, f"job:{job.id}")
        return job

    def requeue(self, job_id: int, actor: User) -> Job:
        """Publish an active job's due tasks again. Raises JobNotFound, or JobEnded for an ended job."""
        job = self.jobs.get_locked(job_id)
        if not job.is_active:
            raise JobEnded
        tasks = TaskService(self.session)
        due = select(Task).where(Task.job_id == job.id, Task.status.in_(CLAIMABLE), Task.due_at <= db_now())
        for task in self.session.scalars(due.order_by(Task.id).limit(settings().job_window)):
            tasks.publish(task)
        audit.record(self.session, "admin.job_requeued", actor.id, f"job:{job.id}")
        return job

    def list_queues(self) -> list[QueueRead]:
        """Return the state of every queue."""
        waiting = self._count_due(Task, Task.status.in_(CLAIMABLE))
        mails = self._count_due(OutboxRow, OutboxRow.status == "waiting")
        running = self._count_running()
        live = select(Worker.queues).where(Worker.seen_at > db_now(-LIVE_SECONDS))
        workers = [queues.split(",") for queues in self.session.scalars(live)]
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

    def _count_due(
        self, table: type[Task] | type[OutboxRow], which: ColumnElement[bool]
    ) -> dict[str, tuple[int, float]]:
        """Return the number of due rows of each queue, and the age of the oldest in seconds."""
        now = self.session.scalar(select(db_now()))
        statement = select(table.queue, func.count(), func.min(table.due_at))
        rows = self.session.execute(statement.where(which, table.due_at <= db_now()).group_by(table.queue))
        return {
            queue: (count, max(0.0, (now - oldest).total_seconds()) if now and oldest else 0.0)
            for queue, count, oldest in rows
        }

    def _count_running(self) -> dict[str, int]:
        is_running = Task.status == TaskStatus.RUNNING
        rows = self.session.execute(select(Task.queue, func.count()).where(is_running).group_by(Task.queue))
        return {queue: count for queue, count in rows}


def is_stuck() -> ColumnElement[bool]:
    """Return the condition for stuck jobs: admitted, unchanged for three leases, without a running task."""
    has_running = select(Task.id).where(Task.job_id == Job.id, Task.status == TaskStatus.RUNNING).exists()
    is_unchanged = Job.updated_at < db_now(-STUCK_LEASES * settings().lease_seconds)
    return Job.status.in_(ADMITTED) & is_unchanged & ~has_running & Job.is_external.is_(False)
