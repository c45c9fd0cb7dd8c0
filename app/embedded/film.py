"""`studio film`: makes a film of one story without a server."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.errors import CommandFailed
from app.core.paging import Page
from app.embedded import studio
from app.modules.auth.models import User
from app.modules.auth.service import AuthService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig, JobRead
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL, JobStatus
from app.modules.project.models import Project
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.modules.scene.service import SceneService
from app.providers.registry import storage

LOCAL_EMAIL = "local@studio.invalid"
POLL_SECONDS = 0.15
INTERRUPTED = "Stopped. Finished parts are kept: run the same command again to continue."


@dataclass(frozen=True, slots=True)
class FilmRequest:
    """The film that a command is to make, and the number of media workers."""

    project: ProjectCreate
    config: JobConfig
    workers: int


def make(request: FilmRequest, show: Callable[[JobRead], None], stop: threading.Event) -> JobRead:
    """Make the film with worker processes and return its completed job; call `show` with the job meanwhile.

    The results of earlier runs, also of interrupted ones, are used again. Raises CommandFailed when the job
    does not complete, or when `stop` is set.
    """
    studio.prepare()
    with (settings().data / "workers.log").open("ab") as output:
        supervisor = studio.open_supervisor(output)
        try:
            studio.start_redis(supervisor)
            studio.start_workers(supervisor, request.workers)
            job_id = in_transaction(lambda session: _start_job(session, request))
            return _wait_for_job(job_id, show, stop)
        finally:
            studio.stop(supervisor)


def _start_job(session: Session, request: FilmRequest) -> int:
    user = _get_local_user(session)
    projects, jobs = ProjectService(session), JobService(session)
    project = projects.find_newest(user)
    if project is None:
        project = projects.create(request.project, user)
    else:
        _cancel_active_job(session, project, user)
        _update_project(session, request.project, project)
    return jobs.start(project.id, request.config, user).id


def _get_local_user(session: Session) -> User:
    accounts = AuthService(session)
    return accounts.get_by_email(LOCAL_EMAIL) or accounts.create_user("Local user", LOCAL_EMAIL, None)


def _cancel_active_job(session: Session, project: Project, user: User) -> None:
    """Cancel the job that an interrupted run has left."""
    jobs = JobService(session)
    active = jobs.find_active(project.id)
    if active is not None:
        jobs.cancel(active.id, user)
        session.flush()


def _update_project(session: Session, request: ProjectCreate, project: Project) -> None:
    """Write the request to the project and delete its scenes; unchanged ones are found in the cache again."""
    for name, value in ProjectService.fields_of(request).items():
        setattr(project, name, value)
    SceneService(session).delete_of_project(project.id)
    session.flush()


def find_local_user(session: Session) -> User | None:
    """Return the user who owns all films; None before the first one."""
    return AuthService(session).get_by_email(LOCAL_EMAIL)


def find_newest_job(session: Session, user: User) -> Job | None:
    """Return the job that was started last; None before the first one."""
    project = ProjectService(session).find_newest(user)
    if project is None:
        return None
    jobs, _ = JobService(session).list_owned(user, project.id, None, Page(limit=1))
    return jobs[0] if jobs else None


def _wait_for_job(job_id: int, show: Callable[[JobRead], None], stop: threading.Event) -> JobRead:
    while True:
        with reading() as session:
            jobs = JobService(session)
            job = jobs.read(session.get_one(Job, job_id))
        show(job)
        if job.status in TERMINAL:
            break
        if stop.wait(POLL_SECONDS):
            raise CommandFailed(INTERRUPTED)
    if job.status != JobStatus.COMPLETED:
        raise CommandFailed(job.error_message or "The job was cancelled.")
    return job


def export(job: JobRead, out: Path) -> None:
    """Copy the job's film from storage to a file, which appears complete or not at all."""
    with reading() as session:
        key = session.get_one(Job, job.id).film_key or ""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        storage().fetch(key, draft)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
