"""Retention: the dispatcher removes expired rows and files in small batches."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.core.audit import AuditEvent
from app.core.clock import db_now
from app.core.config import settings
from app.core.database import count_affected, in_transaction
from app.core.idempotency import RETENTION_SECONDS, IdempotencyKey
from app.core.outbox import OutboxRow
from app.modules.asset.service import AssetService, remove_stale_uploads
from app.modules.auth.models import PasswordReset, UserSession
from app.modules.billing.service import BillingService
from app.modules.job.models import Job, JobEvent
from app.modules.job.state import TERMINAL
from app.modules.task.models import Worker
from app.modules.task.service import TaskService

DAY_SECONDS = 86_400.0
BATCH = 200


def remove_expired() -> int:
    """Remove a batch of each kind of expired rows; return how many were removed, or answers dropped."""
    return sum(in_transaction(remove) for remove in REMOVALS)


def _remove_events(session: Session) -> int:
    """Remove the events of at most ten jobs that ended more than `RETAIN_EVENTS_DAYS` ago."""
    limit = db_now(-settings().retain_events_days * DAY_SECONDS)
    has_events = select(JobEvent.seq).where(JobEvent.job_id == Job.id).exists()
    ended = select(Job.id).where(Job.status.in_(TERMINAL), Job.completed_at < limit, has_events)
    ids = list(session.scalars(ended.order_by(Job.id).limit(10)))
    return count_affected(session, delete(JobEvent).where(JobEvent.job_id.in_(ids))) if ids else 0


def _remove_unused_artifacts(session: Session) -> int:
    """Remove artifacts to which no asset links and no open task refers."""
    limit = db_now(-settings().retain_unused_files_days * DAY_SECONDS)
    unlinked = AssetService(session).list_unlinked_before(limit, BATCH)
    return TaskService(session).remove_unused_artifacts([artifact.id for artifact in unlinked])


def _drop_answers(session: Session) -> int:
    """Drop the stored answers of calls whose task never ended; the calls and their costs stay stored."""
    limit = db_now(-settings().retain_unused_files_days * DAY_SECONDS)
    keys = BillingService(session).drop_answers_before(limit)
    AssetService(session).remove_files(keys)
    return len(keys)


def _remove_sessions(session: Session) -> int:
    limit = db_now(-settings().retain_sessions_days * DAY_SECONDS)
    return _remove_rows(session, UserSession.id, UserSession.expires_at < limit)


def _remove_reset_requests(session: Session) -> int:
    return _remove_rows(session, PasswordReset.id, PasswordReset.created_at < db_now(-DAY_SECONDS))


def _remove_idempotency_keys(session: Session) -> int:
    return _remove_rows(session, IdempotencyKey.id, IdempotencyKey.created_at < db_now(-RETENTION_SECONDS))


def _remove_sent_messages(session: Session) -> int:
    limit = db_now(-settings().retain_events_days * DAY_SECONDS)
    return _remove_rows(
        session, OutboxRow.id, (OutboxRow.status != "waiting") & (OutboxRow.updated_at < limit)
    )


def _remove_audit_events(session: Session) -> int:
    limit = db_now(-settings().retain_audit_days * DAY_SECONDS)
    return _remove_rows(session, AuditEvent.id, AuditEvent.at < limit)


def _remove_workers(session: Session) -> int:
    return count_affected(session, delete(Worker).where(Worker.seen_at < db_now(-DAY_SECONDS)))


def _remove_rows(session: Session, key: InstrumentedAttribute[int], which: ColumnElement[bool]) -> int:
    ids = list(session.scalars(select(key).where(which).limit(BATCH)))
    return count_affected(session, delete(key.class_).where(key.in_(ids))) if ids else 0


REMOVALS: tuple[Callable[[Session], int], ...] = (
    _remove_events,
    _remove_unused_artifacts,
    _drop_answers,
    _remove_sessions,
    _remove_reset_requests,
    _remove_idempotency_keys,
    _remove_sent_messages,
    _remove_audit_events,
    _remove_workers,
    remove_stale_uploads,
)
