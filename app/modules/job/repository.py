"""The queries of jobs; those for an owner contain the ownership."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.core.paging import Page
from app.modules.auth.models import User
from app.modules.job.models import Job, JobEvent, JobTransition
from app.modules.job.state import ADMITTED, JobStatus


class JobRepository:
    """Finds and stores jobs."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, job_id: int) -> Job | None:
        return self.session.get(Job, job_id)

    def get_locked(self, job_id: int) -> Job | None:
        """Return a job, read anew with its row locked until the transaction ends."""
        return self.session.scalar(
            select(Job)
            .where(Job.id == job_id)
            .with_for_update(of=Job)
            .execution_options(populate_existing=True)
        )

    def get_owned(self, job_id: int, user: User) -> Job | None:
        return self.session.scalar(self._owned(user).where(Job.id == job_id))

    def get_active(self, project_id: int) -> Job | None:
        return self.session.scalar(select(Job).where(Job.active_project_id == project_id))

    def list_owned(
        self, user: User, project_id: int | None, status: JobStatus | None, page: Page
    ) -> list[Job]:
        rows = self._owned(user).where(*self._filters(project_id, status))
        if page.cursor is not None:
            rows = rows.where(Job.id < page.cursor)
        return list(self.session.scalars(rows.order_by(Job.id.desc()).limit(page.limit + 1)))

    def count_owned(self, user: User, project_id: int | None, status: JobStatus | None) -> int:
        filters = self._filters(project_id, status)
        counted = select(func.count()).select_from(Job).where(Job.user_id == user.id, *filters)
        return self.session.scalar(counted) or 0

    def add(self, job: Job) -> Job:
        self.session.add(job)
        self.session.flush()
        return job

    def list_transitions(self, job_id: int) -> list[JobTransition]:
        statement = select(JobTransition).where(JobTransition.job_id == job_id)
        return list(self.session.scalars(statement.order_by(JobTransition.id)))

    def list_events(self, job_id: int, after: int, limit: int = 500) -> list[JobEvent]:
        statement = select(JobEvent).where(JobEvent.job_id == job_id, JobEvent.seq > after)
        return list(self.session.scalars(statement.order_by(JobEvent.seq).limit(limit)))

    def get_newest_events(self, job_ids: Sequence[int]) -> dict[int, int]:
        """Return the number of each job's newest event, by job id."""
        statement = select(Job.id, Job.event_seq).where(Job.id.in_(job_ids))
        return {job_id: number for job_id, number in self.session.execute(statement)}

    def list_queued(self) -> list[tuple[int, int]]:
        """Return the jobs that wait for admission as (job id, user id), oldest first."""
        is_queued = (Job.status == JobStatus.QUEUED) & Job.is_external.is_(False)
        statement = select(Job.id, Job.user_id).where(is_queued).order_by(Job.id)
        return [(job_id, user_id) for job_id, user_id in self.session.execute(statement)]

    def count_unvalidated(self, user_id: int, most: int) -> int:
        """Count a user's jobs that are not validated yet, up to `most`."""
        waiting = (JobStatus.PENDING, JobStatus.VALIDATING)
        found = select(Job.id).where(Job.status.in_(waiting), Job.user_id == user_id).limit(most)
        return self.session.scalar(select(func.count()).select_from(found.subquery())) or 0

    def count_admitted(self) -> dict[int, int]:
        """Count the admitted jobs by user id, without those of external workers."""
        statement = (
            select(Job.user_id, func.count())
            .where(Job.status.in_(ADMITTED), Job.is_external.is_(False))
            .group_by(Job.user_id)
        )
        return {user_id: count for user_id, count in self.session.execute(statement)}

    @staticmethod
    def _owned(user: User) -> Select[Job]:
        return select(Job).where(Job.user_id == user.id)

    @staticmethod
    def _filters(project_id: int | None, status: JobStatus | None) -> list[ColumnElement[bool]]:
        of_project = [] if project_id is None else [Job.project_id == project_id]
        return of_project if status is None else [*of_project, Job.status == status]
