"""Jobs: started, watched, cancelled and retried by their owners."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.core import outbox
from app.core.paging import Page
from app.core.tasks import LAST_RANK
from app.modules.asset.models import Asset
from app.modules.asset.schemas import DownloadUrl
from app.modules.asset.service import AssetService, download_of
from app.modules.auth.models import User
from app.modules.job import admission, progress
from app.modules.job.errors import (
    ConfigNotOffered,
    InvalidJobTransition,
    JobActive,
    JobNotCompleted,
    JobNotFound,
)
from app.modules.job.models import Job, JobEvent, JobTransition
from app.modules.job.repository import JobRepository
from app.modules.job.schemas import JobConfig, JobRead
from app.modules.job.state import STAGES, TRANSITIONS, JobStatus
from app.modules.project.errors import ProjectNotFound
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.calls import CallBook
from app.modules.task.service import TaskService
from app.providers.registry import speech_provider

CANCEL_AT_VENDOR_TASK = "pipeline.cancel_at_vendor"


class JobService:
    """Decides what may become of a job."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobRepository(session)
        self.projects = ProjectService(session)
        self.assets = AssetService(session)
        self.tasks = TaskService(session)

    def start(
        self,
        project_id: int,
        config: JobConfig,
        user: User,
        retry_of: int | None = None,
        cost_usd: float | None = None,
    ) -> Job:
        """Start turning a project into a film that is estimated to cost so much, None if nobody knows.

        Raises JobActive while another job is at work on it.
        """
        project = self.projects.projects.get_owned_locked(project_id, user)
        if project is None:
            raise ProjectNotFound
        self._refuse_second(project.id)
        project = self.projects.get_idle(project_id, user)
        self._check_offered(config, project, user)
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
        self._open(job, project, actor=f"user:{user.id}")
        return job

    def get(self, job_id: int, user: User) -> Job:
        """Find a job of this user. Raises JobNotFound."""
        job = self.jobs.get_owned(job_id, user)
        if job is None:
            raise JobNotFound
        return job

    def read(self, job: Job) -> JobRead:
        """Show a job with its place in the queue."""
        return self.read_all([job])[0]

    def read_all(self, jobs: Sequence[Job]) -> list[JobRead]:
        """Show jobs with their places in the queue and their costs, looked up once for all of them."""
        places: dict[int, int] = {}
        if any(job.status == JobStatus.QUEUED for job in jobs):
            ordered = admission.order(self.jobs.list_queued(), self.jobs.count_running())
            places = {job_id: place for place, job_id in enumerate(ordered, 1)}
        costs = CallBook(self.session).costs_of_jobs([job.id for job in jobs])
        return [progress.shown(job, places.get(job.id), costs.get(job.id, 0.0)) for job in jobs]

    def list_owned(
        self, user: User, project_id: int | None, status: JobStatus | None, page: Page
    ) -> tuple[Sequence[Job], int]:
        """List a page of this user's jobs, one row more than asked, and how many there are."""
        jobs = self.jobs.list_owned(user, project_id, status, page)
        return jobs, self.jobs.count_owned(user, project_id, status)

    def list_history(self, job_id: int, user: User) -> Sequence[JobTransition]:
        """List a job's changes of status, oldest first."""
        return self.jobs.list_transitions(self.get(job_id, user).id)

    def list_assets(self, job_id: int, user: User) -> Sequence[Asset]:
        """List what a job made."""
        return self.assets.assets.list_of_job(self.get(job_id, user).id)

    def list_events(self, job_id: int, user: User, after: int) -> tuple[Job, Sequence[JobEvent]]:
        """List a job's events after a number, with the job as it was before they were read."""
        job = self.get(job_id, user)
        return job, self.jobs.list_events(job.id, after)

    def get_download(self, job_id: int, user: User) -> DownloadUrl:
        """Sign an address that saves the film."""
        job = self.get(job_id, user)
        films = [a for a in self.assets.assets.list_of_job(job.id) if a.type == "film"]
        if job.status != JobStatus.COMPLETED or not films:
            raise JobNotCompleted
        return download_of(films[-1])

    def cancel(self, job_id: int, user: User) -> Job:
        """Stop a job: no provider call starts afterwards, and no later result changes it."""
        job = self._get_locked(job_id, user)
        if job.status != JobStatus.CANCELLED:
            self.end(job, JobStatus.CANCELLED, actor=f"user:{user.id}", reason="Cancelled by its owner")
        return job

    def retry(self, job_id: int, user: User, cost_usd: float | None = None) -> Job:
        """Start a new job like a failed or cancelled one; what is made already is not made again."""
        job = self.get(job_id, user)
        if job.status not in {JobStatus.FAILED, JobStatus.CANCELLED}:
            raise InvalidJobTransition(job.status, JobStatus.PENDING, TRANSITIONS[job.status])
        config = JobConfig.model_validate(job.config)
        return self.start(job.project_id, config, user, retry_of=job.id, cost_usd=cost_usd)

    def end(
        self,
        job: Job,
        status: JobStatus,
        *,
        actor: str = "system",
        reason: str = "",
        error: tuple[str, str] | None = None,
    ) -> None:
        """Bring a locked job to its end, and its project with it; `error` is (code, sentence)."""
        if error is not None:
            job.error_code, job.error_message = error
        job.move_to(status, actor, reason)
        if status != JobStatus.COMPLETED:
            for task in self.tasks.cancel_of_job(job.id, keep_running=status == JobStatus.FAILED):
                payload = {"stage": task.stage, "handle": task.provider_job_id}
                outbox.post(self.session, CANCEL_AT_VENDOR_TASK, "segmentation", payload)
        project = self.projects.projects.get_locked(job.project_id)
        if project is not None:
            self._give_back(project, job)

    def _open(self, job: Job, project: Project, actor: str) -> None:
        project.status_before, project.status = project.status, ProjectStatus.GENERATING
        project.error_code = project.error_message = None
        for name in STAGES:
            if name != JobStatus.GENERATING_AUDIO or job.config["audio"]:
                job.stage(name)
        job.stage(JobStatus.VALIDATING).total = 1
        self.session.add(JobTransition(job_id=job.id, from_status=None, to_status=job.status, actor=actor))
        job.emit("status", from_status=None)
        before = self.jobs.count_begun(job.user_id, LAST_RANK + 1) - 1
        self.tasks.open_for_job(project.id, job.id, "moderate", "story", rank=before)
        self.session.flush()

    def _refuse_second(self, project_id: int) -> None:
        active = self.jobs.get_active(project_id)
        if active is not None:
            raise JobActive(job_id=active.id)

    def _check_offered(self, config: JobConfig, project: Project, user: User) -> None:
        voices = {voice.id for voice in speech_provider().voices()}
        if config.voice is not None and config.voice not in voices:
            raise ConfigNotOffered(f"There is no voice “{config.voice}”; GET /jobs/options lists them.")
        if isinstance(config.music, int):
            asset = self.assets.assets.get_owned(config.music, user)
            found = (asset.type, asset.status, asset.project_id) if asset else None
            if found != ("music", "ready", project.id):
                raise ConfigNotOffered(f"Asset {config.music} is no music of this project.")

    def _get_locked(self, job_id: int, user: User) -> Job:
        job = self.jobs.get_locked(self.get(job_id, user).id)
        if job is None:
            raise JobNotFound
        return job

    def _give_back(self, project: Project, job: Job) -> None:
        if job.status == JobStatus.COMPLETED:
            project.status, project.video_key = ProjectStatus.COMPLETED, job.film_key
        elif job.status == JobStatus.FAILED:
            project.status = ProjectStatus.FAILED
            project.error_code, project.error_message = job.error_code, job.error_message
        else:
            has_scenes = SceneService(self.session).scenes.count_of(project.id) > 0
            project.status = ProjectStatus.SEGMENTED if has_scenes else ProjectStatus.DRAFT
        project.status_before = None
