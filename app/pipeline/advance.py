"""Moving a job on: its status is the first stage, in order, that is not complete."""

from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import in_transaction
from app.modules.job.admission import admitted
from app.modules.job.models import Job
from app.modules.job.repository import JobRepository
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.models import Project
from app.modules.scene.repository import SceneRepository
from app.modules.task.models import Task, TaskNeed
from app.modules.task.service import TaskService
from app.modules.task.state import TaskStatus
from app.pipeline.presence import Lease

ADMISSION = "admission"
NEXT = {
    JobStatus.VALIDATING: JobStatus.QUEUED,
    JobStatus.PROCESSING: JobStatus.GENERATING_IMAGES,
    JobStatus.GENERATING_IMAGES: JobStatus.GENERATING_VIDEO,
    JobStatus.GENERATING_VIDEO: JobStatus.GENERATING_AUDIO,
    JobStatus.GENERATING_AUDIO: JobStatus.COMPOSING,
    JobStatus.COMPOSING: JobStatus.COMPLETED,
}


def advance(session: Session, job: Job) -> None:
    """Move a locked job through every status whose work is complete."""
    while job.status in NEXT and job.stage(job.status).is_complete:
        following = NEXT[JobStatus(job.status)]
        if following == JobStatus.GENERATING_AUDIO and not job.config["audio"]:
            following = JobStatus.COMPOSING
        if following == JobStatus.COMPLETED:
            JobService(session).end(job, following, reason="The film is ready")
        else:
            job.move_to(following)


def admit() -> int:
    """Admit queued jobs for which there is a slot, one process at a time; gives how many."""
    return in_transaction(_admit)


def _admit(session: Session) -> int:
    jobs = JobRepository(session)
    queued = jobs.list_queued()
    if not queued:
        return 0
    if session.scalar(select(Lease).where(Lease.name == ADMISSION).with_for_update()) is None:
        session.add(Lease(name=ADMISSION, holder="everybody", until=db_now()))
        session.flush()
    count = 0
    for job_id in admitted(jobs.list_queued(), jobs.count_running()):
        job = jobs.get_locked(job_id)
        if job is not None and job.status == JobStatus.QUEUED:
            _begin(session, job)
            count += 1
    return count


def _begin(session: Session, job: Job) -> None:
    """Start a job's real work: cut the story if nobody has, then plan."""
    job.deadline_at = db_now(settings().job_deadline_seconds)
    job.move_to(JobStatus.PROCESSING)
    tasks, processing = TaskService(session), job.stage(JobStatus.PROCESSING)
    if SceneRepository(session).count_of(job.project_id):
        processing.total = 1
        tasks.open_for_job(job.project_id, job.id, "plan")
        return
    processing.total = 3
    names = ("segment", "moderate", "plan")
    chain = [
        tasks.add_for_job(job.project_id, job.id, stage, "scenes", is_ready=stage == "segment")
        for stage in names
    ]
    for needed, task in pairwise(chain):
        session.add(TaskNeed(needed_id=needed.id, task_id=task.id))
    tasks.ring(chain[0])
    session.flush()


def release_dependents(session: Session, task: Task) -> None:
    """Make the tasks ready that waited for this one alone."""
    waiting = list(
        session.scalars(
            select(Task)
            .join(TaskNeed, TaskNeed.task_id == Task.id)
            .where(TaskNeed.needed_id == task.id, Task.status == TaskStatus.WAITING)
            .with_for_update()
        )
    )
    for dependent in waiting:
        dependent.needs_left -= 1
        if dependent.needs_left <= 0:
            dependent.status = TaskStatus.READY
            dependent.due_at = db_now()


def project_of(session: Session, task: Task) -> Project:
    """Find the project that a task works for."""
    project = session.get(Project, task.project_id)
    if project is None:
        raise LookupError(f"Task {task.id} has no project any more.")
    return project
