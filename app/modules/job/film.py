"""Whether the film of a completed job is still stored."""

from app.core.database import reading
from app.core.errors import Unavailable
from app.modules.auth.models import User
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.providers.registry import storage
from app.providers.storage.base import StorageUnavailable


def is_film_lost(job_id: int, user: User) -> bool:
    """Return whether a job is completed and its film is not in storage; no connection is held meanwhile.

    Raises JobNotFound, and Unavailable while the storage does not answer.
    """
    with reading() as session:
        jobs = JobService(session)
        if jobs.get(job_id, user).status != JobStatus.COMPLETED:
            return False
        film = jobs.find_film(job_id, user)
    try:
        return film is None or not storage().has(film.storage_key)
    except StorageUnavailable as away:
        raise Unavailable(str(away)) from away
