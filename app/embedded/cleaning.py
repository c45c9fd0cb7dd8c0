"""`studio clean`: frees what no story uses."""

import os
import shutil
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from app import models  # noqa: F401 - relationships need every table
from app.core import database, migrations
from app.core.config import settings
from app.embedded import film, folders
from app.embedded.studio import LOCK
from app.modules.asset.models import Artifact, Asset
from app.modules.job.models import Job
from app.modules.job.state import JobStatus
from app.modules.task.models import Task
from app.pipeline import shared_artifacts
from app.providers.storage.local import LocalStorage


def clean(data: Path) -> tuple[int, int]:
    """Remove what no story uses; return the numbers of removed folders and of freed bytes.

    A story whose file is gone uses nothing; any other one uses the files of its newest and of its last
    completed film. The folder of a film that is being made is left alone.
    """
    before, removed = _measure(data / folders.FILMS), 0
    for folder in folders.list_folders(data):
        lock = FileLock(folder / LOCK)
        try:
            with lock.acquire(blocking=False):
                if _is_gone(folder):
                    shutil.rmtree(folder)
                    removed += 1
                else:
                    _clean_story(folder)
        except Timeout:
            continue
    shared_artifacts.remove_unused(folders.shared_artifacts(data))
    return removed, before - _measure(data / folders.FILMS)


def _is_gone(folder: Path) -> bool:
    source = folders.read_record(folder).get("source")
    return source is None or not Path(source).exists()


def _clean_story(folder: Path) -> None:
    os.environ["STUDIO_DATA"] = str(folder)
    settings.cache_clear()
    database.reset_engine()
    if not (folder / "studio.db").exists() or not migrations.is_current():
        return
    keys = database.in_transaction(_remove_unused)
    storage = LocalStorage(folder / "files")
    for key in keys:
        storage.delete(key)


def _remove_unused(session: Session) -> list[str]:
    """Delete the rows of artifacts that the story does not use, and return the keys of their files."""
    user = film.find_local_user(session)
    newest = film.find_newest_job(session, user) if user else None
    if newest is None:
        return []
    completed = select(Job.id).where(Job.status == JobStatus.COMPLETED).order_by(Job.id.desc()).limit(1)
    jobs = {newest.id, *session.scalars(completed)}
    is_used = or_(
        Artifact.id.in_(select(Task.artifact_id).where(Task.job_id.in_(jobs))),
        Artifact.id.in_(select(Asset.artifact_id).where(Asset.job_id.in_(jobs))),
    )
    used = list(session.scalars(select(Artifact).where(is_used)))
    extras = {digest for one in used for digest in one.meta.get("extras", {}).values()}
    is_needed = Artifact.id.in_([one.id for one in used]) | Artifact.digest.in_(extras)
    unused = list(session.scalars(select(Artifact).where(~is_needed)))
    ids = [one.id for one in unused]
    session.execute(update(Task).where(Task.artifact_id.in_(ids)).values(artifact_id=None))
    session.execute(delete(Asset).where(Asset.artifact_id.in_(ids)))
    session.execute(delete(Artifact).where(Artifact.id.in_(ids)))
    return [one.storage_key for one in unused]


def _measure(folder: Path) -> int:
    """Return the bytes of all files of a folder, each counted once however many links it has."""
    sizes = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found = path.stat()
            sizes[found.st_ino] = found.st_size
    return sum(sizes.values())
