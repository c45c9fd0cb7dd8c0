"""Reports of external workers, which change a job's status instead of the pipeline."""

from sqlalchemy.orm import Session

from app.modules.asset.service import AssetService
from app.modules.auth.models import User
from app.modules.job.errors import FilmMissing, InvalidJobTransition, OnlyAdminsMoveJobs
from app.modules.job.models import Job
from app.modules.job.schemas import JobRead, JobStatusChange
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL, TRANSITIONS, JobStatus


class JobReports:
    """Changes the statuses of jobs as external workers report."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobService(session)
        self.assets = AssetService(session)

    def change_status(self, job_id: int, change: JobStatusChange, user: User) -> JobRead:
        """Change a job's status as an external worker reports (admins only), or cancel a job of this user.

        Raises JobNotFound, OnlyAdminsMoveJobs, InvalidJobTransition and FilmMissing.
        """
        if user.role != "admin":
            self.jobs.get(job_id, user)
            if change.status != JobStatus.CANCELLED:
                raise OnlyAdminsMoveJobs
            return self.jobs.read(self.jobs.cancel(job_id, user))
        job = self.jobs.get_locked(job_id)
        if change.status not in TRANSITIONS[job.status]:
            raise InvalidJobTransition(job.status, change.status, TRANSITIONS[job.status])
        self._move(job, change, f"admin:{user.id}")
        return self.jobs.read(job)

    def _move(self, job: Job, change: JobStatusChange, actor: str) -> None:
        lifecycle = self.jobs.lifecycle
        if change.progress is not None:
            job.progress = max(job.progress, min(change.progress, 99))
        if change.status == JobStatus.COMPLETED:
            self._set_film(job)
        if change.status in TERMINAL:
            sentence = change.error_message or ""
            has_failed = change.status == JobStatus.FAILED
            error = (
                ("job.failed_externally", sentence or "The external worker gave no reason.")
                if has_failed
                else None
            )
            lifecycle.end(job, change.status, actor=actor, reason=sentence, error=error)
        else:
            lifecycle.report(job, change.status, actor)
        self.session.flush()

    def _set_film(self, job: Job) -> None:
        """Set the job's film to the newest upload of type `film`. Raises FilmMissing."""
        films = self.assets.list_of_project(job.project_id, "film")
        ready = [film for film in films if film.status == "ready" and film.job_id in {None, job.id}]
        if not ready:
            raise FilmMissing
        film = ready[-1]
        film.job_id, job.film_key = job.id, film.storage_key
        facts = {name: film.meta.get(name, 0) for name in ("duration_sec", "width", "height")}
        job.film = {**facts, "size_bytes": film.size_bytes, "sha256": film.sha256}
