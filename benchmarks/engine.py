"""Tasks a second of a job whose providers return at once, against empty Celery tasks on the same workers.

Run with `python -m benchmarks.engine`. A job of 400 scenes may cost at most 2.2 times one of 200.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

_data = tempfile.mkdtemp(prefix="studio-engine-")
os.environ.update(
    STUDIO_DATA=_data,
    DATABASE_URL="",
    DB_HOST="",
    REDIS_HOST="",
    LOG_LEVEL="ERROR",
    IMAGE_PROVIDER="benchmarks.instant:Images",
    SPEECH_PROVIDER="benchmarks.instant:Voices",
    VIDEO_PROVIDER="benchmarks.instant:Video",
)

from app.core.database import in_transaction, reading
from app.core.tasks import celery
from app.embedded import studio
from app.embedded.command import use_embedded_redis
from app.modules.auth.models import User
from app.modules.auth.service import AuthService
from app.modules.job.models import Job
from app.modules.job.schemas import JobConfig
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.modules.project.schemas import ProjectCreate
from app.modules.scene.repository import SceneRepository
from app.modules.scene.service import scene_from
from app.story.segmentation import complete

GROWTH_LIMIT = 2.2
CELERY_LIMIT = 800.0
EMPTY = 2000
WORKERS = 2


def _empty_tasks() -> float:
    """Send empty tasks through the workers; gives how many a second."""
    channel: Any = celery.connection_for_write().default_channel
    begin = time.monotonic()
    with celery.connection_for_write() as connection, celery.amqp.Producer(connection) as producer:
        for _ in range(EMPTY):
            celery.send_task("celery.backend_cleanup", queue="images", producer=producer)
    while channel.client.llen("images"):
        time.sleep(0.01)
    return EMPTY / (time.monotonic() - begin)


def _job(user: User, scenes: int) -> float:
    """Run a job of so many scenes up to its composition; gives the wall seconds."""
    draft = complete("A dog sat by the sea and waited for the boat.", {}, None, "en")

    def start(session: object) -> int:
        jobs = JobService(session)  # type: ignore[arg-type]  # in_transaction gives a Session
        request = ProjectCreate.model_validate({"title": f"{scenes} scenes", "story_text": "A dog sat."})
        project = jobs.projects.create(request, user)
        rows = [scene_from(draft, project.id, index) for index in range(scenes)]
        for index, row in enumerate(rows):
            row.description = row.narration = f"{scenes}, {index}. {draft.description}"
        SceneRepository(jobs.session).add_all(rows)
        return jobs.start(project.id, JobConfig(), user).id

    begin = time.monotonic()
    job_id = in_transaction(start)
    while True:
        with reading() as session:
            job = session.get_one(Job, job_id)
            if job.stage(JobStatus.GENERATING_VIDEO).is_complete:
                break
            if not job.is_active:
                raise SystemExit(f"The job failed: {job.error_message}")
        time.sleep(0.02)
    seconds = time.monotonic() - begin
    in_transaction(lambda session: JobService(session).cancel(job_id, user))
    return seconds


def main() -> int:
    """Print rates and ratios; the exit status tells whether growth is linear enough."""
    use_embedded_redis()
    studio.prepare()
    with (Path(_data) / "log.txt").open("ab") as log:
        supervisor = studio.open_supervisor(log)
        try:
            studio.start_messages(supervisor)
            studio.start_workers(supervisor, WORKERS)
            user = in_transaction(lambda s: AuthService(s).create_user("Bench", "bench@example.org", None))
            _job(user, 5)
            empty = _empty_tasks()
            small, large = _job(user, 200), _job(user, 400)
        finally:
            studio.stop(supervisor)
    for scenes, seconds in ((200, small), (400, large)):
        print(f"{scenes} scenes: {3 * scenes} tasks in {seconds:.1f} s, {3 * scenes / seconds:.0f} tasks/s")
    print(f"empty Celery tasks: {empty:.0f}/s here, {CELERY_LIMIT:.0f}/s is the named limit")
    print(f"engine against it: {600 / small / CELERY_LIMIT:.2f}")
    print(f"400 scenes cost {large / small:.2f} times 200 (at most {GROWTH_LIMIT})")
    return 0 if large / small <= GROWTH_LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
