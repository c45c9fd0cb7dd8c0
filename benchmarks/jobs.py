"""Jobs of so many scenes, started past the API, and followed up to their composition."""

import time
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.modules.auth.models import User
from app.modules.auth.service import AuthService
from app.modules.job.errors import InvalidJobTransition
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.schemas import ProjectCreate
from app.modules.scene.repository import SceneRepository
from app.modules.scene.service import scene_from
from app.story.segmentation import complete

INSTANT = {
    "IMAGE_PROVIDER": "benchmarks.instant:Images",
    "SPEECH_PROVIDER": "benchmarks.instant:Voices",
    "VIDEO_PROVIDER": "benchmarks.instant:Video",
}
"""Settings under which nothing is really made. What they give can't be composed: such a job is cancelled."""

_DRAFT = complete("A dog sat by the sea and waited for the boat.", {}, None, "en")
LOOK_SECONDS, PATIENCE_SECONDS = 0.02, 180


def invite(session: Session, name: str) -> User:
    """Open an account that nobody can log in to."""
    return AuthService(session).create_user(name, f"{name.lower()}@example.org", None)


def start(session: Session, user: User, scenes: int, title: str = "A dog") -> int:
    """Start a job on a project of its own, which is cut already; gives the job's id."""
    jobs = JobService(session)
    request = ProjectCreate.model_validate({"title": title, "story_text": "A dog sat.", "language": "en"})
    project = jobs.projects.create(request, user)
    rows = [scene_from(_DRAFT, project.id, index) for index in range(scenes)]
    for index, row in enumerate(rows):
        # Nothing is found to be made already: each scene has words of its own.
        row.description = row.narration = f"{title}, {index}. {_DRAFT.description}"
    SceneRepository(session).add_all(rows)
    return jobs.start(project.id, JobConfig(), user).id


def filmed(user: User, scenes: int, title: str) -> tuple[int, float]:
    """Run a job until all its clips are there; gives its id and the seconds that it took."""
    begin = time.monotonic()
    job_id = in_transaction(lambda session: start(session, user, scenes, title))
    wait_until(lambda: _is_filmed(job_id))
    seconds = time.monotonic() - begin
    # Its composition may have failed already: there is nothing to compose.
    with suppress(InvalidJobTransition):
        in_transaction(lambda session: JobService(session).cancel(job_id, user))
    return job_id, seconds


def wait_until(is_so: Callable[[], bool]) -> None:
    """Look again and again; raises TimeoutError when patience ends."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"Nothing came of it within {PATIENCE_SECONDS} seconds.")
        time.sleep(LOOK_SECONDS)


def _is_filmed(job_id: int) -> bool:
    with reading() as session:
        job = session.get_one(Job, job_id)
        is_filmed = job.get_stage(JobStatus.GENERATING_VIDEO).is_complete
        if not is_filmed and not job.is_active:
            raise RuntimeError(f"The job failed: {job.error_message}")
        return is_filmed
