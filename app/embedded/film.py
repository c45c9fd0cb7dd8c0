"""`studio film`: one story, one film, without a server."""

import hashlib
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.errors import CommandFailed
from app.embedded import studio
from app.modules.asset.repository import AssetRepository
from app.modules.auth.models import User
from app.modules.auth.repository import AuthRepository
from app.modules.auth.service import AuthService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig, JobRead
from app.modules.job.service import JobService
from app.modules.job.state import TERMINAL, JobStatus
from app.modules.project.models import Project
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.modules.scene.repository import SceneRepository
from app.providers.registry import storage

LOCAL_EMAIL = "local@studio.invalid"
LOOK_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class FilmWish:
    """What somebody at the command line wants."""

    project: ProjectCreate
    config: JobConfig
    workers: int


INTERRUPTED = "Stopped. What is made already is kept: run the same command again to go on."


def folder_of(story: str) -> str:
    """Name the folder in which a story's films are made, by the story's whole path."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", Path(story).stem).strip("-")[:40] or "story"
    return f"{words}-{hashlib.sha256(story.encode()).hexdigest()[:10]}"


def make(wish: FilmWish, show: Callable[[JobRead], None], stop: threading.Event) -> JobRead:
    """Make the film with real workers, showing the job as it goes on. Raises CommandFailed.

    What an earlier run has made already, also one that was interrupted, is not made again.
    """
    studio.prepare()
    with (settings().data / "workers.log").open("ab") as output:
        supervisor = studio.open_supervisor(output)
        try:
            studio.start_messages(supervisor)
            studio.start_workers(supervisor, wish.workers)
            job_id = in_transaction(lambda session: _start(session, wish))
            return _follow(job_id, show, stop)
        finally:
            studio.stop(supervisor)


def _start(session: Session, wish: FilmWish) -> int:
    user = _local_user(session)
    jobs = JobService(session)
    project = jobs.projects.projects.get_newest(user)
    if project is None:
        project = jobs.projects.create(wish.project, user)
    else:
        _clear(session, jobs, project, user)
        _apply(session, wish.project, project)
    return jobs.start(project.id, wish.config, user).id


def _local_user(session: Session) -> User:
    known = AuthRepository(session).get_user_by_email(LOCAL_EMAIL)
    return known or AuthService(session).create_user("Local user", LOCAL_EMAIL, None)


def _clear(session: Session, jobs: JobService, project: Project, user: User) -> None:
    """End what an interrupted run has left."""
    active = jobs.jobs.get_active(project.id)
    if active is not None:
        jobs.cancel(active.id, user)
        session.flush()


def _apply(session: Session, wanted: ProjectCreate, project: Project) -> None:
    """Give the project the story as it is now; it is cut anew, and only what changed is made anew."""
    fresh = ProjectService.fields_of(wanted)
    for name, value in fresh.items():
        setattr(project, name, value)
    SceneRepository(session).delete_of(project.id)
    session.flush()


def _follow(job_id: int, show: Callable[[JobRead], None], stop: threading.Event) -> JobRead:
    while True:
        with reading() as session:
            jobs = JobService(session)
            job = jobs.read(session.get_one(Job, job_id))
        show(job)
        if job.status in TERMINAL:
            break
        if stop.wait(LOOK_SECONDS):
            raise CommandFailed(INTERRUPTED)
    if job.status != JobStatus.COMPLETED:
        raise CommandFailed(job.error_message or "The job was cancelled.")
    return job


def export(job: JobRead, out: Path) -> None:
    """Copy the film out of storage; the target is there whole or not at all."""
    with reading() as session:
        key = session.get_one(Job, job.id).film_key or ""
    draft = out.with_name(f".{out.name}.{int(time.time())}")
    try:
        storage().fetch(key, draft)
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)


def export_parts(job: JobRead, folder: Path) -> None:
    """Copy everything that the film was made of, and lay out its boards as pages and a contact sheet."""
    from app.embedded.boards import write_boards  # The raster libraries are wanted here alone.

    folder.mkdir(parents=True, exist_ok=True)
    with reading() as session:
        assets = AssetRepository(session).list_of_job(job.id)
        scenes = SceneRepository(session).list_of(job.project_id)
        title = session.get_one(Project, job.project_id).title
    for asset in assets:
        if asset.type != "film":
            storage().fetch(asset.storage_key, folder / asset.filename)
    write_boards(scenes, title, job, assets, folder)
