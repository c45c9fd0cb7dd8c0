"""The queries of jobs and queues of all users, for operators."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.outbox import OutboxRow
from app.modules.job.models import Job
from app.modules.job.state import ADMITTED, JobStatus
from app.modules.task.models import Task, Worker
from app.modules.task.state import CLAIMABLE, TaskStatus

STUCK_LEASES = 3.0
LIVE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class JobFilters:
    """What jobs are listed: those with all values that are given, and only stuck ones if `stuck` is set."""

    project_id: int | None = None
    user_id: int | None = None
    status: JobStatus | None = None
    stuck: bool = False

    def list_conditions(self) -> list[ColumnElement[bool]]:
        """Return the conditions of a query for these jobs."""
        columns = {Job.project_id: self.project_id, Job.user_id: self.user_id, Job.status: self.status}
        given = [column == value for column, value in columns.items() if value is not None]
        return [*given, _is_stuck()] if self.stuck else given


class WorkRepository:
    """The queries of all jobs, and of the tasks, mails and workers of queues."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def list_jobs(self, filters: JobFilters, page: int, limit: int) -> tuple[list[Job], int]:
        which = filters.list_conditions()
        total = self.session.scalar(select(func.count()).select_from(Job).where(*which)) or 0
        rows = select(Job).where(*which).order_by(Job.id.desc()).limit(limit).offset((page - 1) * limit)
        return list(self.session.scalars(rows)), total

    def list_due_tasks(self, job_id: int, limit: int) -> Sequence[Task]:
        due = select(Task).where(Task.job_id == job_id, Task.status.in_(CLAIMABLE), Task.due_at <= db_now())
        return self.session.scalars(due.order_by(Task.id).limit(limit)).all()

    def count_due_tasks(self) -> dict[str, tuple[int, float]]:
        """Return the number of due tasks of each queue, and the age of the oldest in seconds."""
        return self._count_due(Task, Task.status.in_(CLAIMABLE))

    def count_due_mails(self) -> dict[str, tuple[int, float]]:
        """Return the number of due outbox rows of each queue, and the age of the oldest in seconds."""
        return self._count_due(OutboxRow, OutboxRow.status == "waiting")

    def count_running(self) -> dict[str, int]:
        """Return the number of running tasks of each queue."""
        is_running = Task.status == TaskStatus.RUNNING
        rows = self.session.execute(select(Task.queue, func.count()).where(is_running).group_by(Task.queue))
        return {queue: count for queue, count in rows}

    def list_worker_queues(self) -> list[list[str]]:
        """Return the queues that each live worker consumes."""
        live = select(Worker.queues).where(Worker.seen_at > db_now(-LIVE_SECONDS))
        return [queues.split(",") for queues in self.session.scalars(live)]

    def _count_due(
        self, table: type[Task] | type[OutboxRow], which: ColumnElement[bool]
    ) -> dict[str, tuple[int, float]]:
        now = self.session.scalar(select(db_now()))
        statement = select(table.queue, func.count(), func.min(table.due_at))
        rows = self.session.execute(statement.where(which, table.due_at <= db_now()).group_by(table.queue))
        return {
            queue: (count, max(0.0, (now - oldest).total_seconds()) if now and oldest else 0.0)
            for queue, count, oldest in rows
        }


def _is_stuck() -> ColumnElement[bool]:
    """Return the condition for stuck jobs: admitted, unchanged for three leases, without a running task."""
    has_running = select(Task.id).where(Task.job_id == Job.id, Task.status == TaskStatus.RUNNING).exists()
    is_unchanged = Job.updated_at < db_now(-STUCK_LEASES * settings().lease_seconds)
    return Job.status.in_(ADMITTED) & is_unchanged & ~has_running & Job.is_external.is_(False)
