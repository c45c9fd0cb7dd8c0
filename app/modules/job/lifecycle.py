"""The lifecycle of a job: every change of its status is made here, with its row locked."""

from itertools import pairwise

from sqlalchemy.orm import Session

from app.core import outbox
from app.core.clock import db_now
from app.core.config import settings
from app.core.tasks import LOWEST_PRIORITY
from app.modules.job.models import Job
from app.modules.job.repository import JobRepository
from app.modules.job.state import JobStatus
from app.modules.project.models import Project
from app.modules.project.service import ProjectService
from app.modules.project.state import ProjectStatus
from app.modules.scene.service import SceneService
from app.modules.task.models import TaskNeed
from app.modules.task.service import TaskService
from app.modules.task.state import JobStageName, Queue, StageName

CANCEL_AT_VENDOR_TASK = "pipeline.cancel_at_vendor"
NEXT = {
    JobStatus.VALIDATING: JobStatus.QUEUED,
    JobStatus.PROCESSING: JobStatus.GENERATING_IMAGES,
    JobStatus.GENERATING_IMAGES: JobStatus.GENERATING_VIDEO,
    JobStatus.GENERATING_VIDEO: JobStatus.GENERATING_AUDIO,
    JobStatus.GENERATING_AUDIO: JobStatus.COMPOSING,
    JobStatus.COMPOSING: JobStatus.COMPLETED,
}
"""The next status, once all tasks of the present one are done."""


class JobLifecycle:
    """Changes the statuses of jobs and of their projects."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobRepository(session)
        self.projects = ProjectService(session)
        self.scenes = SceneService(session)
        self.tasks = TaskService(session)

    def open(self, job: Job, project: Project, actor: str) -> None:
        """Start a new job that was stored: mark its project as generating and publish its first task."""
        project.status_before, project.status = project.status, ProjectStatus.GENERATING
        project.error_code = project.error_message = None
        for name in job.stage_names:
            job.get_stage(name)
        job.get_stage(JobStageName.VALIDATING).total = 1
        job.record_transition(None, actor)
        job.emit("status", from_status=None)
        waiting_before = self.jobs.count_unvalidated(job.user_id, LOWEST_PRIORITY + 1) - 1
        task = self.tasks.create_for_job(project.id, job.id, StageName.MODERATE, "story")
        self.tasks.publish(task, priority=waiting_before)
        self.session.flush()

    def start_validating(self, job_id: int) -> None:
        """Move a pending job to validating, because its first task is claimed.

        Its validation has a deadline. As a queued job it has none again until it is admitted.
        """
        job = self.jobs.get_locked(job_id)
        if job is not None and job.status == JobStatus.PENDING:
            job.deadline_at = db_now(settings().job_deadline_seconds)
            job.move_to(JobStatus.VALIDATING)
            self.session.flush()

    def admit(self, job: Job) -> None:
        """Start processing a queued, locked job: segment the story if it has no scenes, then plan."""
        job.deadline_at = db_now(settings().job_deadline_seconds)
        job.move_to(JobStatus.PROCESSING)
        has_scenes = self.scenes.has_scenes(job.project_id)
        planned = [(StageName.PLAN, "film")] if has_scenes else _SEGMENTATION_TASKS
        chain = [
            self.tasks.create_for_job(
                job.project_id,
                job.id,
                stage,
                name,
                is_ready=position == 0,
                job_stage=JobStageName.PROCESSING,
            )
            for position, (stage, name) in enumerate(planned)
        ]
        for needed, task in pairwise(chain):
            self.session.add(TaskNeed(needed_id=needed.id, task_id=task.id))
        job.get_stage(JobStageName.PROCESSING).total = len(chain)
        self.tasks.publish(chain[0])
        self.session.flush()

    def advance(self, job: Job) -> None:
        """Move a locked job through every status whose tasks are done."""
        while job.status in NEXT and job.get_stage(job.status).is_complete:
            following = NEXT[JobStatus(job.status)]
            if following == JobStatus.GENERATING_AUDIO and not job.config["audio"]:
                following = JobStatus.COMPOSING
            if following == JobStatus.COMPLETED:
                self.end(job, following, reason="The film is ready")
                continue
            if following == JobStatus.QUEUED:
                job.deadline_at = None
            job.move_to(following)

    def report(self, job: Job, status: JobStatus, actor: str) -> None:
        """Move a locked job as an external worker reports; from then on the pipeline does not change it.

        Its deadline counts from the first report, unless it was admitted before. Raises
        InvalidJobTransition.
        """
        job.is_external = True
        if job.deadline_at is None:
            job.deadline_at = db_now(settings().job_deadline_seconds)
        self.tasks.cancel_of_job(job.id)
        job.move_to(status, actor)

    def end(
        self,
        job: Job,
        status: JobStatus,
        *,
        actor: str = "system",
        reason: str = "",
        error: tuple[str, str] | None = None,
    ) -> None:
        """Move a locked job to a terminal status and release its project; `error` is (code, sentence).

        Open tasks are cancelled; after a failure running ones may finish. Raises InvalidJobTransition.
        """
        if error is not None:
            job.error_code, job.error_message = error
        job.move_to(status, actor, reason)
        if status != JobStatus.COMPLETED:
            for task in self.tasks.cancel_of_job(job.id, keep_running=status == JobStatus.FAILED):
                payload = {"stage": task.stage, "handle": task.provider_job_id}
                outbox.post(self.session, CANCEL_AT_VENDOR_TASK, Queue.SEGMENTATION, payload)
        project = self.projects.find_locked(job.project_id)
        if project is not None:
            self._release_project(project, job)

    def _release_project(self, project: Project, job: Job) -> None:
        if job.status == JobStatus.COMPLETED:
            project.status, project.video_key = ProjectStatus.COMPLETED, job.film_key
        elif job.status == JobStatus.FAILED:
            project.status = ProjectStatus.FAILED
            project.error_code, project.error_message = job.error_code, job.error_message
        else:
            has_scenes = self.scenes.has_scenes(project.id)
            project.status = ProjectStatus.SEGMENTED if has_scenes else ProjectStatus.DRAFT
        project.status_before = None


_SEGMENTATION_TASKS = [
    (StageName.SEGMENT, "scenes"),
    (StageName.MODERATE, "scenes"),
    (StageName.PLAN, "scenes"),
]
"""The tasks of a job whose project has no scenes; the new scenes are moderated before they are planned."""
