"""The dispatcher: each second it repairs the state that lost messages, workers and machines have left.

It needs only the database. Several may run; a lease decides which one is the leader.
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
from app.core.tasks import Message, publisher
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.job.state import ACTIVE, JobStatus
from app.modules.project.models import Project
from app.modules.task.models import Task
from app.modules.task.state import CLAIMABLE, TaskStatus
from app.pipeline import leases, retention
from app.pipeline.admission import admit_jobs
from app.pipeline.claim import Claim
from app.pipeline.leftovers import remove_leftovers
from app.pipeline.publishing import publish, publish_next
from app.pipeline.record import Recorder

log = structlog.get_logger()
BATCH = 100
LEADER_LEASE_SECONDS = 5.0
RETENTION_SECONDS = 60.0
# A Redis that has lost this key has lost all messages.
MARKER_KEY = f"{redis.KEY_PREFIX}published"


class Dispatcher:
    """Repairs the state of all jobs: `tick` does so once, `run` until it is told to stop."""

    def __init__(self) -> None:
        self.name = leases.get_process_name()
        self._last_tick: datetime | None = None
        self._grace_until: datetime | None = None
        self._last_retention = time.monotonic()

    def run(self, stop: threading.Event) -> None:
        """Tick until `stop` is set, also while the database is unavailable; then release the lease."""
        while not stop.is_set():
            try:
                self.tick_if_leader()
            except DBAPIError as error:
                log.warning("dispatcher.waiting", reason=type(error.orig).__name__)
            stop.wait(settings().tick_seconds)
        leases.release_lease(leases.DISPATCHER_LEASE, self.name)

    def tick_if_leader(self) -> None:
        """Tick if this process is or becomes the leader; a new leader knows when the last one ticked."""
        if self._last_tick is None:
            self._last_tick = leases.get_lease_end(leases.DISPATCHER_LEASE)
        if leases.acquire_lease(leases.DISPATCHER_LEASE, self.name, LEADER_LEASE_SECONDS):
            self.tick()

    def tick(self) -> None:
        """Expire leases, publish, admit jobs, fail overdue ones, send the outbox and remove expired rows."""
        if self._may_expire_leases():
            self.expire_leases()
        self.publish_due()
        self.publish_again()
        admit_jobs()
        self.fail_overdue_jobs()
        publisher.publish(_list_due_outbox())
        if time.monotonic() - self._last_retention > RETENTION_SECONDS:
            self._last_retention = time.monotonic()
            retention.remove_expired()
            remove_leftovers()

    def expire_leases(self) -> None:
        """Release tasks whose lease has expired or that have run for longer than `TASK_SECONDS`."""
        is_late = (Task.lease_until < db_now()) | (Task.run_deadline_at < db_now())
        late = select(Task.id, Task.job_id, Task.fence).where(Task.status == TaskStatus.RUNNING, is_late)
        with reading() as session:
            claims = [Claim(*row) for row in session.execute(late.limit(BATCH))]
        for claim in claims:
            log.warning("task.lost", task_id=claim.task_id, job_id=claim.job_id)
            in_transaction(partial(_record_lost, claim))

    def publish_due(self) -> None:
        """Publish tasks that have become due: retries, polls, and those for which a job's window has room."""
        is_due = Task.status.in_(CLAIMABLE) & Task.published_at.is_(None) & (Task.due_at <= db_now())
        jobs = select(Task.job_id).where(is_due, Task.job_id.is_not(None)).distinct()
        with reading() as session:
            job_ids = [job_id for job_id in session.scalars(jobs.limit(BATCH)) if job_id is not None]
        for job_id in job_ids:
            in_transaction(partial(_publish_next, job_id))
        _publish_matching(is_due & Task.job_id.is_(None))

    def publish_again(self) -> None:
        """Publish tasks again whose message was sent long ago, or, once Redis was emptied, at any time."""
        pause = 0.0 if _was_redis_emptied() else settings().republish_seconds
        was_published = Task.status.in_(CLAIMABLE) & (Task.published_at <= db_now(-pause))
        _publish_matching(was_published & (Task.due_at <= db_now()))

    def fail_overdue_jobs(self) -> None:
        """Fail jobs that are past their deadline."""
        late = select(Job.id).where(Job.status.in_(ACTIVE), Job.deadline_at < db_now())
        with reading() as session:
            job_ids = list(session.scalars(late.limit(BATCH)))
        for job_id in job_ids:
            in_transaction(partial(_fail_overdue, job_id))

    def _may_expire_leases(self) -> bool:
        """Return whether an expired lease proves that its worker is lost.

        After a long pause (the database was unavailable, the machine asleep) workers could not extend
        their leases either: for the length of one lease none is expired.
        """
        with reading() as session:
            now: datetime = session.scalar(select(db_now()))  # type: ignore[assignment]  # never NULL
        lease = timedelta(seconds=settings().lease_seconds)
        if self._last_tick is not None and now - self._last_tick > lease / 2:
            self._grace_until = now + lease
        self._last_tick = now
        return self._grace_until is None or now >= self._grace_until


def _was_redis_emptied() -> bool:
    try:
        return bool(redis.client().set(MARKER_KEY, "1", nx=True))
    except redis.RedisError:
        return False


def _list_due_outbox() -> list[Message]:
    with reading() as session:
        return outbox.list_due(session)


def _publish_matching(which: ColumnElement[bool]) -> None:
    with reading() as session:
        owned = select(Project.user_id, Task.id, Task.queue).join(Project, Project.id == Task.project_id)
        tasks: dict[int, list[tuple[int, str]]] = {}
        for owner, task_id, queue in session.execute(owned.where(which).limit(BATCH)):
            tasks.setdefault(owner, []).append((task_id, queue))
    if tasks:
        in_transaction(partial(_publish_all, tasks))


def _record_lost(claim: Claim, session: Session) -> None:
    Recorder(session, claim).record_lost()


def _publish_next(job_id: int, session: Session) -> None:
    publish_next(session, job_id)


def _publish_all(tasks: Mapping[int, list[tuple[int, str]]], session: Session) -> None:
    for of_one_owner in tasks.values():
        publish(session, of_one_owner)


def _fail_overdue(job_id: int, session: Session) -> None:
    job = JobService(session).find_locked(job_id)
    if job is not None and job.is_active:
        error = ("job.deadline", "The film was not finished in time.")
        JobLifecycle(session).end(job, JobStatus.FAILED, reason=error[1], error=error)
