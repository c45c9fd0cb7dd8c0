"""The dispatcher: each second it mends whatever a lost message, worker or machine has left behind.

It needs the database alone. Two may run; a lease picks the one that leads.
"""

import threading
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.core import outbox, redis
from app.core.clock import db_now
from app.core.config import settings
from app.core.database import in_transaction, reading
from app.core.tasks import Message, bell
from app.modules.job.models import Job
from app.modules.job.repository import JobRepository
from app.modules.job.service import JobService
from app.modules.job.state import ACTIVE, JobStatus
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.modules.task.state import CLAIMABLE, TaskStatus
from app.pipeline import presence, retention
from app.pipeline.advance import admit
from app.pipeline.claim import Claim
from app.pipeline.doorbell import ring, ring_next
from app.pipeline.record import Recorder

log = structlog.get_logger()
BATCH = 100
LEAD_SECONDS = 5.0
CLEAR_SECONDS = 60.0
MARKER = f"{redis.KEY_PREFIX}rung"


class Dispatcher:
    """Looks after all jobs; `tick` is one look, `run` looks until it is told to stop."""

    def __init__(self) -> None:
        self.name = presence.process_name()
        self._last_tick: datetime | None = None
        self._lenient_until: datetime | None = None
        self._cleared_at = time.monotonic()

    def run(self, stop: threading.Event) -> None:
        """Tick until `stop` is set; a database that is away is waited for."""
        while not stop.is_set():
            try:
                if self._leads():
                    self.tick()
            except DBAPIError as error:
                log.warning("dispatcher.waiting", reason=type(error.orig).__name__)
            stop.wait(settings().tick_seconds)
        presence.let_go(presence.LEADER, self.name)

    def _leads(self) -> bool:
        """Take or keep the lead; a new leader goes on where the last one stopped looking."""
        if self._last_tick is None:
            self._last_tick = presence.last_held(presence.LEADER)
        return presence.hold(presence.LEADER, self.name, LEAD_SECONDS)

    def tick(self) -> None:
        """Mend everything once."""
        if self._may_expire():
            self.expire_leases()
        self.ring_due()
        self.ring_forgotten()
        admit()
        self.end_overdue()
        bell.ring(self._outbox())
        if time.monotonic() - self._cleared_at > CLEAR_SECONDS:
            self._cleared_at = time.monotonic()
            retention.clear()

    def expire_leases(self) -> None:
        """Take tasks from workers that have vanished, or that have been at one for far too long."""
        is_late = (Task.lease_until < db_now()) | (Task.run_deadline_at < db_now())
        late = select(Task.id, Task.job_id, Task.fence).where(Task.status == TaskStatus.RUNNING, is_late)
        with reading() as session:
            claims = [Claim(*row) for row in session.execute(late.limit(BATCH))]
        for claim in claims:
            log.warning("task.lost", task_id=claim.task_id, job_id=claim.job_id)
            in_transaction(partial(_lose, claim))

    def ring_due(self) -> None:
        """Ring for tasks whose time has come: retries, polls, and what a job's window has room for."""
        is_due = Task.status.in_(CLAIMABLE) & Task.rung_at.is_(None) & (Task.due_at <= db_now())
        jobs = select(Task.job_id).where(is_due, Task.job_id.is_not(None)).distinct()
        with reading() as session:
            job_ids = [job_id for job_id in session.scalars(jobs.limit(BATCH)) if job_id is not None]
        for job_id in job_ids:
            in_transaction(partial(_ring_next, job_id))
        self._ring(is_due & Task.job_id.is_(None))

    def ring_forgotten(self) -> None:
        """Ring again for tasks rung long ago and never claimed, at once when Redis was emptied."""
        pause = 0.0 if self._redis_was_emptied() else settings().ring_again_seconds
        was_rung = Task.status.in_(CLAIMABLE) & (Task.rung_at <= db_now(-pause))
        self._ring(was_rung & (Task.due_at <= db_now()))

    def end_overdue(self) -> None:
        """Fail jobs that are past their deadline."""
        late = select(Job.id).where(Job.status.in_(ACTIVE), Job.deadline_at < db_now())
        with reading() as session:
            job_ids = list(session.scalars(late.limit(BATCH)))
        for job_id in job_ids:
            in_transaction(partial(_overdue, job_id))

    def _may_expire(self) -> bool:
        """Tell whether leases can be judged.

        After a long pause (the database was away, the machine asleep) workers could not extend their
        leases either: for one whole lease nothing is taken from them.
        """
        with reading() as session:
            now: datetime = session.scalar(select(db_now()))  # type: ignore[assignment]  # never NULL
        lease = timedelta(seconds=settings().lease_seconds)
        if self._last_tick is not None and now - self._last_tick > lease / 2:
            self._lenient_until = now + lease
        self._last_tick = now
        return self._lenient_until is None or now >= self._lenient_until

    @staticmethod
    def _redis_was_emptied() -> bool:
        try:
            return bool(redis.client().set(MARKER, "1", nx=True))
        except redis.RedisError:
            return False

    @staticmethod
    def _outbox() -> list[Message]:
        with reading() as session:
            return outbox.due(session)

    @staticmethod
    def _ring(which: ColumnElement[bool]) -> None:
        with reading() as session:
            owned = select(Project.user_id, Task.id, Task.queue).join(Project, Project.id == Task.project_id)
            tasks: dict[int, list[tuple[int, str]]] = {}
            for owner, task_id, queue in session.execute(owned.where(which).limit(BATCH)):
                tasks.setdefault(owner, []).append((task_id, queue))
        if tasks:
            in_transaction(partial(_ring_all, tasks))


def _lose(claim: Claim, session: Session) -> None:
    Recorder(session, claim).lost()


def _ring_next(job_id: int, session: Session) -> None:
    ring_next(session, job_id)


def _ring_all(tasks: Mapping[int, list[tuple[int, str]]], session: Session) -> None:
    for of_one_owner in tasks.values():
        ring(session, of_one_owner)


def _overdue(job_id: int, session: Session) -> None:
    job = JobRepository(session).get_locked(job_id)
    if job is not None and job.is_active:
        error = ("job.deadline", "The film was not finished in time.")
        JobService(session).end(job, JobStatus.FAILED, reason=error[1], error=error)
