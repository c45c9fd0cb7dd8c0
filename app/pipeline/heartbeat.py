"""The heartbeat of a running task: it extends the task's lease and stores its progress."""

import threading

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import settings
from app.core.database import in_transaction
from app.modules.job.service import JobService
from app.pipeline.claim import Claim, find_claimed
from app.pipeline.context import StageContext
from app.pipeline.graph import get_job_stage

log = structlog.get_logger()
MAX_BEAT_SECONDS = 1.5
MIN_PROGRESS_STEP = 0.02


class Heartbeat:
    """Extends the lease from a thread while the stage works.

    When the claim no longer holds, the stage is stopped. It is not stopped when the database is unavailable:
    no other worker can claim the task then either.
    """

    def __init__(self, claim: Claim, context: StageContext) -> None:
        self._claim, self._context = claim, context
        self._is_over = threading.Event()
        self._reported = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True, name="heartbeat")

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        pause = min(MAX_BEAT_SECONDS, settings().lease_seconds / 4)
        while not self._is_over.wait(pause):
            try:
                if not in_transaction(self._extend):
                    self._context.stop()
                    return
            except SQLAlchemyError as error:
                log.warning("heartbeat.failed", reason=type(error).__name__)

    def _extend(self, session: Session) -> bool:
        """Extend the lease and store new progress; return whether the claim still holds."""
        fraction, job = self._context.fraction, None
        if self._claim.job_id is not None and fraction - self._reported >= MIN_PROGRESS_STEP:
            job = JobService(session).find_locked(self._claim.job_id)
        task = find_claimed(session, self._claim)
        if task is None:
            return False
        task.lease_until = db_now(settings().lease_seconds)
        if job is not None and job.is_active:
            stage = job.get_stage(get_job_stage(task))
            stage.fraction += fraction - task.progress
            task.progress = self._reported = fraction
            before = job.progress
            job.update_progress()
            if job.progress != before:
                job.emit("progress", stage=stage.stage, done=stage.done, total=stage.total)
        return True
