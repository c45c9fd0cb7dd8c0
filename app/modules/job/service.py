"""Jobs: started, read, cancelled and retried by their owners."""

from collections.abc import Mapping, Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core.paging import Page
from app.modules.asset.models import Asset
from app.modules.asset.schemas import DownloadUrl
from app.modules.asset.service import AssetService, sign_download
from app.modules.auth.models import User
from app.modules.billing.service import BillingService
from app.modules.character.service import CharacterService
from app.modules.job import admission, progress
from app.modules.job.errors import (
    ConfigNotOffered,
    InvalidJobTransition,
    JobActive,
    JobNotCompleted,
    JobNotFound,
)
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.models import Job, JobEvent, JobTransition
from app.modules.job.repository import JobRepository
from app.modules.job.schemas import JobConfig, JobRead
from app.modules.job.state import RETRYABLE, TRANSITIONS, JobStatus
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.providers.registry import speech_provider

# So many are named where one is not found.
_MOST_NAMES = 20


class JobService:
    """Starts, finds, cancels and retries jobs for their owners, and finds jobs for the pipeline."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobRepository(session)
        self.lifecycle = JobLifecycle(session)
        self.projects = ProjectService(session)
        self.assets = AssetService(session)

    def start(
        self,
        project_id: int,
        config: JobConfig,
        user: User,
        retry_of: int | None = None,
        cost_usd: float | None = None,
    ) -> Job:
        """Start and return a job; `cost_usd` is its estimated cost, None where that is not known.

        Raises ProjectNotFound, ProjectBusy, JobActive while the project has an active job, and
        ConfigNotOffered.
        """
        project = self.projects.get_locked(project_id, user)
        self._refuse_second(project.id)
        project = self.projects.get_idle(project_id, user)
        self._check_config(config, project, user)
        job = Job(
            project_id=project.id,
            active_project_id=project.id,
            user_id=user.id,
            config=config.model_dump(),
            estimated_cost_usd=cost_usd,
            retry_of=retry_of,
        )
        try:
            self.jobs.add(job)
        except IntegrityError as error:
            raise JobActive from error
        self.lifecycle.open(job, project, actor=f"user:{user.id}")
        return job

    def get(self, job_id: int, user: User) -> Job:
        """Return a job of this user. Raises JobNotFound."""
        job = self.jobs.get_owned(job_id, user)
        if job is None:
            raise JobNotFound
        return job

    def get_for_reader(self, job_id: int, user: User) -> Job:
        """Return a job that this user may read: an admin reads any. Raises JobNotFound."""
        return self.get_of_any_user(job_id) if user.role == "admin" else self.get(job_id, user)

    def get_of_any_user(self, job_id: int) -> Job:
        """Return a job of any user. Raises JobNotFound."""
        job = self.jobs.get(job_id)
        if job is None:
            raise JobNotFound
        return job

    def find_locked(self, job_id: int) -> Job | None:
        """Return a job of any user, read anew with its row locked; None if there is none."""
        return self.jobs.get_locked(job_id)

    def get_locked(self, job_id: int) -> Job:
        """Return a job of any user, read anew with its row locked. Raises JobNotFound."""
        job = self.find_locked(job_id)
        if job is None:
            raise JobNotFound
        return job

    def find_active(self, project_id: int) -> Job | None:
        """Return a project's active job with its row locked; None if it has none."""
        active = self.jobs.get_active(project_id)
        job = self.find_locked(active.id) if active else None
        return job if job is not None and job.is_active else None

    def read(self, job: Job) -> JobRead:
        """Return a job as its owner sees it."""
        return self.read_all([job])[0]

    def read_all(self, jobs: Sequence[Job]) -> list[JobRead]:
        """Return jobs as their owners see them; queue and costs are looked up once for all of them."""
        positions: dict[int, int] = {}
        if any(job.status == JobStatus.QUEUED for job in jobs):
            ordered = admission.order_queue(self.jobs.list_queued(), self.jobs.count_admitted())
            positions = {job_id: position for position, job_id in enumerate(ordered, 1)}
        costs = BillingService(self.session).get_costs_of_jobs([job.id for job in jobs])
        return [progress.read_job(job, positions.get(job.id), costs.get(job.id, 0.0)) for job in jobs]

    def list_owned(
        self, user: User, project_id: int | None, status: JobStatus | None, page: Page
    ) -> tuple[Sequence[Job], int]:
        """Return a page of this user's jobs with one more row, and the number of all."""
        jobs = self.jobs.list_owned(user, project_id, status, page)
        return jobs, self.jobs.count_owned(user, project_id, status)

    def list_history(self, job_id: int, user: User) -> Sequence[JobTransition]:
        """List a job's changes of status, oldest first. Raises JobNotFound."""
        return self.jobs.list_transitions(self.get(job_id, user).id)

    def list_assets(self, job_id: int, user: User) -> Sequence[Asset]:
        """List the assets that a job has made, oldest first. Raises JobNotFound."""
        return self.assets.list_of_job(self.get(job_id, user).id)

    def list_events(self, job_id: int, user: User, after: int) -> tuple[Job, Sequence[JobEvent]]:
        """Return a job, and its events after a number, which are read after it. Raises JobNotFound."""
        job = self.get(job_id, user)
        return job, self.jobs.list_events(job.id, after)

    def get_newest_events(self, job_ids: Sequence[int]) -> dict[int, int]:
        """Return the number of each job's newest event, by job id."""
        return self.jobs.get_newest_events(job_ids)

    def list_queued(self) -> list[tuple[int, int]]:
        """List queued jobs as (job id, user id), oldest first."""
        return self.jobs.list_queued()

    def count_admitted(self) -> Mapping[int, int]:
        """Count the admitted jobs by user id, without those of external workers."""
        return self.jobs.count_admitted()

    def get_download(self, job_id: int, user: User) -> DownloadUrl:
        """Return a signed address at which the film is saved. Raises JobNotFound or JobNotCompleted."""
        film = self.find_film(job_id, user)
        if film is None or self.get(job_id, user).status != JobStatus.COMPLETED:
            raise JobNotCompleted
        return sign_download(film)

    def cancel(self, job_id: int, user: User) -> Job:
        """Cancel a job of this user: no provider call starts afterwards, and no later result is recorded.

        Raises JobNotFound, and InvalidJobTransition for a job that has completed or failed.
        """
        job = self.get_locked(self.get(job_id, user).id)
        if job.status != JobStatus.CANCELLED:
            actor, reason = f"user:{user.id}", "Cancelled by its owner"
            self.lifecycle.end(job, JobStatus.CANCELLED, actor=actor, reason=reason)
        return job

    def find_film(self, job_id: int, user: User) -> Asset | None:
        """Return a job's film; None if it has none. Raises JobNotFound."""
        films = self.assets.list_of_job(self.get(job_id, user).id, "film")
        return films[-1] if films else None

    def retry(
        self, job_id: int, user: User, cost_usd: float | None = None, *, is_film_lost: bool = False
    ) -> Job:
        """Start a new job with the config of an ended one; what is still stored is not made again.

        A completed job is retried only when `is_film_lost`. Raises JobNotFound, InvalidJobTransition, and as
        `start` does.
        """
        job = self.get(job_id, user)
        if job.status not in RETRYABLE and not (is_film_lost and job.status == JobStatus.COMPLETED):
            raise InvalidJobTransition(job.status, JobStatus.PENDING, TRANSITIONS[job.status])
        config = JobConfig.model_validate(job.config)
        return self.start(job.project_id, config, user, retry_of=job.id, cost_usd=cost_usd)

    def _refuse_second(self, project_id: int) -> None:
        active = self.jobs.get_active(project_id)
        if active is not None:
            raise JobActive(job_id=active.id)

    def _check_config(self, config: JobConfig, project: Project, user: User) -> None:
        self._check_voices(config, project)
        if isinstance(config.music, int):
            asset = self.assets.find_owned(config.music, user)
            found = (asset.type, asset.status, asset.project_id) if asset else None
            if found != ("music", "ready", project.id):
                raise ConfigNotOffered(f"Asset {config.music} is not music of this project.")

    def _check_voices(self, config: JobConfig, project: Project) -> None:
        offered = {voice.id for voice in speech_provider().voices()}
        for voice in (config.voice, *config.voices.values()):
            if voice is not None and voice not in offered:
                raise ConfigNotOffered(f"There is no voice “{voice}”; GET /jobs/options lists them.")
        cast = CharacterService(self.session).get_cast(project.id)
        # Before its segmentation a project has no cast, and any name may yet be found in its story.
        unknown = [name for name in config.voices if cast.characters and cast.find(name) is None]
        if unknown:
            known = ", ".join(character.name for character in cast.characters[:_MOST_NAMES])
            raise ConfigNotOffered(f"There is no character “{unknown[0]}”; there are {known}.")
