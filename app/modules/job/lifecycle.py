"""The life of a job: every change of its status is made here, under the lock of its row."""

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
"""The status that follows once all tasks of a stage are done."""


class JobLifecycle:
    """Moves jobs from status to status, and their projects with them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.jobs = JobRepository(session)
        self.projects = ProjectService(session)
        self.scenes = SceneService(session)
        self.tasks = TaskService(session)

    def open(self, job: Job, project: Project, actor: str) -> None:
        """Begin a new, stored job: its project is busy, and its first task is published."""
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
        """Move a pending job on, as its first task is claimed."""
        job = self.jobs.get_locked(job_id)
        if job is not None and job.status == JobStatus.PENDING:
            job.move_to(JobStatus.VALIDATING)
            self.session.flush()

    def admit(self, job: Job) -> None:
        """Start the work of a queued, locked job: its story is segmented if need be, then planned."""
        job.deadline_at = db_now(settings().job_deadline_seconds)
        job.move_to(JobStatus.PROCESSING)
        has_scenes = self.scenes.has_scenes(job.project_id)
        names = [(StageName.PLAN, "film")] if has_scenes else _SEGMENTATION_TASKS
        chain = [
            self.tasks.create_for_job(job.project_id, job.id, stage, name, is_ready=not position)
            for position, (stage, name) in enumerate(names)
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
            else:
                job.move_to(following)

    def report(self, job: Job, status: JobStatus, actor: str) -> None:
        """Move a locked job as an external worker reports; from then on the pipeline leaves it alone.

        Its deadline counts from the first report, if it was not admitted before.
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
        """Move a locked job to a terminal status, and its project with it; `error` is (code, sentence)."""
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
"""The tasks of a job whose project has no scenes; what was segmented is checked before it is planned."""
