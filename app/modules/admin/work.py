"""Jobs of all users and the state of all queues, for operators."""

from sqlalchemy.orm import Session

from app.core import audit
from app.core.config import settings
from app.core.tasks import declared_queues
from app.modules.admin.errors import JobEnded
from app.modules.admin.schemas import QueueRead
from app.modules.admin.work_repository import JobFilters, WorkRepository
from app.modules.auth.models import User
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.task.service import TaskService


class WorkService:
    """Lists jobs and queues, cancels jobs, and publishes their due tasks again."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.work = WorkRepository(session)
        self.jobs = JobService(session)

    def list_jobs(self, filters: JobFilters, page: int, limit: int) -> tuple[list[Job], int]:
        """Return a page of the jobs of all users, newest first, and their number."""
        return self.work.list_jobs(filters, page, limit)

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
        for task in self.work.list_due_tasks(job.id, settings().job_window):
            tasks.publish(task)
        audit.record(self.session, "admin.job_requeued", actor.id, f"job:{job.id}")
        return job

    def list_queues(self) -> list[QueueRead]:
        """Return the state of every queue."""
        tasks, mails = self.work.count_due_tasks(), self.work.count_due_mails()
        running, workers = self.work.count_running(), self.work.list_worker_queues()
        return [
            QueueRead(
                name=name,
                depth=tasks.get(name, (0, 0.0))[0] + mails.get(name, (0, 0.0))[0],
                oldest_seconds=max(tasks.get(name, (0, 0.0))[1], mails.get(name, (0, 0.0))[1]),
                running=running.get(name, 0),
                workers=sum(name in queues for queues in workers),
            )
            for name in declared_queues()
        ]
