"""Jobs of a given number of scenes and shots, started without the API, awaited until all clips are made."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.core.retry import call_until
from app.modules.auth.models import User
from app.modules.auth.service import AuthService
from app.modules.job.errors import InvalidJobTransition
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.schemas import ProjectCreate
from app.modules.project.service import ProjectService
from app.modules.scene.drafts import scene_from
from app.modules.scene.repository import SceneRepository
from app.story.scene import SceneDraft
from app.story.segmentation import complete
from app.story.shot import ShotDraft

INSTANT = {
    "IMAGE_PROVIDER": "benchmarks.instant:Images",
    "SPEECH_PROVIDER": "benchmarks.instant:Voices",
    "VIDEO_PROVIDER": "benchmarks.instant:Video",
}
"""Settings with instant providers.

Their results cannot be composed, so such a job is cancelled at the end.
"""

_DRAFT = complete("A dog sat by the sea and waited for the boat.", {}, None, "en")
POLL_SECONDS, TIMEOUT_SECONDS = 0.02, 600


def create_user(session: Session, name: str) -> User:
    """Create an account without a password."""
    return AuthService(session).create_user(name, f"{name.lower()}@example.org", None)


def start(session: Session, user: User, scenes: int, title: str = "A dog", shots: int = 1) -> int:
    """Start a job on a new project that has scenes of so many shots already; return the job's id."""
    request = ProjectCreate.model_validate({"title": title, "story_text": "A dog sat.", "language": "en"})
    project = ProjectService(session).create(request, user)
    drafts = (_draft_scene(f"{title}, {index}", shots) for index in range(scenes))
    rows = [scene_from(draft, project.id, index) for index, draft in enumerate(drafts)]
    SceneRepository(session).add_all(rows)
    # Of instant takes no track can be mixed.
    return JobService(session).start(project.id, JobConfig(audio=False), user).id


def _draft_scene(title: str, shots: int) -> SceneDraft:
    """Return a scene whose shots have texts of their own, so that no result is found in the cache."""
    texts = [f"{title}, {number}. {_DRAFT.description} " for number in range(shots)]
    return replace(
        _DRAFT,
        description="".join(texts),
        narration="".join(texts),
        shots=tuple(ShotDraft(text, "wide", action=text) for text in texts),
    )


def run(user: User, scenes: int, title: str, shots: int = 1) -> tuple[int, float]:
    """Run a job until all its clips are made; return its id and the seconds that it took."""
    begin = time.monotonic()
    job_id = in_transaction(lambda session: start(session, user, scenes, title, shots))
    wait_until(lambda: _has_all_clips(job_id))
    seconds = time.monotonic() - begin
    # Its composition may have failed already, because the clips are empty.
    with suppress(InvalidJobTransition):
        in_transaction(lambda session: JobService(session).cancel(job_id, user))
    return job_id, seconds


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until a condition is true. Raises TimeoutError after TIMEOUT_SECONDS."""

    def check() -> None:
        if not condition():
            raise TimeoutError(f"The condition was false for {TIMEOUT_SECONDS} seconds.")

    call_until(
        check,
        on=(TimeoutError,),
        event=None,
        seconds=TIMEOUT_SECONDS,
        pause_seconds=POLL_SECONDS,
        longest_pause_seconds=POLL_SECONDS,
    )


def _has_all_clips(job_id: int) -> bool:
    with reading() as session:
        job = session.get_one(Job, job_id)
        has_all_clips = job.get_stage(JobStatus.GENERATING_VIDEO).is_complete
        if not has_all_clips and not job.is_active:
            raise RuntimeError(f"The job failed: {job.error_message}")
        return has_all_clips
