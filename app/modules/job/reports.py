"""Reports of external workers: a job is moved by their word, not by ours."""

from sqlalchemy.orm import Session

from app.modules.auth.models import User
from app.modules.job.errors import FilmMissing, InvalidJobTransition, JobNotFound, OnlyAdminsMoveJobs
from app.modules.job.models import Job
from app.modules.job.schemas import JobStatusChange
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL, TRANSITIONS, JobStatus


class JobReports:
    """Decides whose word moves a job, and what becomes of it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobService(session)

    def change_status(self, job_id: int, change: JobStatusChange, user: User) -> Job:
        """Take an external worker's word for a job's status, or cancel one's own."""
        if user.role != "admin":
            self.jobs.get(job_id, user)
            if change.status != JobStatus.CANCELLED:
                raise OnlyAdminsMoveJobs
            return self.jobs.cancel(job_id, user)
        job = self.jobs.jobs.get_locked(job_id)
        if job is None:
            raise JobNotFound
        if change.status not in TRANSITIONS[job.status]:
            raise InvalidJobTransition(job.status, change.status, TRANSITIONS[job.status])
        self._move_externally(job, change, f"admin:{user.id}")
        return job

    def _move_externally(self, job: Job, change: JobStatusChange, actor: str) -> None:
        if change.progress is not None:
            job.progress = max(job.progress, min(change.progress, 99))
        if change.status == JobStatus.COMPLETED:
            self._adopt_film(job)
        if change.status in TERMINAL:
            failed = change.status == JobStatus.FAILED
            sentence = change.error_message or ""
            error = ("job.failed_externally", sentence or "The worker gave up.") if failed else None
            self.jobs.end(job, change.status, actor=actor, reason=sentence, error=error)
        else:
            job.is_external = True
            self.jobs.tasks.cancel_of_job(job.id)
            job.move_to(change.status, actor)
        self.session.flush()

    def _adopt_film(self, job: Job) -> None:
        films = [a for a in self.jobs.assets.assets.list_of_project(job.project_id) if a.type == "film"]
        ready = [a for a in films if a.status == "ready" and a.job_id in {None, job.id}]
        if not ready:
            raise FilmMissing
        film = ready[-1]
        film.job_id, job.film_key = job.id, film.storage_key
        facts = {name: film.meta.get(name, 0) for name in ("duration_sec", "width", "height")}
        job.film = {**facts, "size_bytes": film.size_bytes, "sha256": film.sha256}
