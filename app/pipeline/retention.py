"""What is thrown away when nobody needs it any more: in small batches, by the dispatcher."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from app.core.audit import AuditEvent
from app.core.clock import db_now
from app.core.config import settings
from app.core.database import affected, in_transaction
from app.core.idempotency import KEPT_SECONDS, IdempotencyKey
from app.core.outbox import OutboxRow
from app.modules.asset.service import AssetService, remove_stale_uploads
from app.modules.auth.models import PasswordReset, UserSession
from app.modules.job.models import Job, JobEvent
from app.modules.job.state import TERMINAL
from app.modules.task.calls import CallBook
from app.modules.task.models import ProviderCall, Worker

DAY_SECONDS = 86_400.0
BATCH = 200


def clear() -> int:
    """Remove a batch of everything that is past its time; gives how many rows."""
    return sum(in_transaction(sweep) for sweep in SWEEPS)


def _events(session: Session) -> int:
    """Remove events of jobs that ended long ago, some jobs at a time."""
    limit = db_now(-settings().retain_events_days * DAY_SECONDS)
    has_events = select(JobEvent.seq).where(JobEvent.job_id == Job.id).exists()
    ended = select(Job.id).where(Job.status.in_(TERMINAL), Job.completed_at < limit, has_events)
    ids = list(session.scalars(ended.order_by(Job.id).limit(10)))
    return affected(session, delete(JobEvent).where(JobEvent.job_id.in_(ids))) if ids else 0


def _unused_files(session: Session) -> int:
    """Remove made files that no project uses; what an open task waits for stays."""
    limit = db_now(-settings().retain_unused_files_days * DAY_SECONDS)
    assets = AssetService(session)
    old = assets.assets.list_forgotten(limit, BATCH)
    return assets.remove_unused(artifact.id for artifact in old)


def _answers(session: Session) -> int:
    """Let go of vendors' answers to tasks that never came to an end; what was spent stays in the book."""
    limit = db_now(-settings().retain_unused_files_days * DAY_SECONDS)
    keys = CallBook(session).forget_answers(ProviderCall.ended_at < limit)
    AssetService(session).remove_files(keys)
    return len(keys)


def _sessions(session: Session) -> int:
    limit = db_now(-settings().retain_sessions_days * DAY_SECONDS)
    return _rows(session, UserSession, UserSession.expires_at < limit)


def _reset_requests(session: Session) -> int:
    return _rows(session, PasswordReset, PasswordReset.created_at < db_now(-DAY_SECONDS))


def _keys(session: Session) -> int:
    return _rows(session, IdempotencyKey, IdempotencyKey.created_at < db_now(-KEPT_SECONDS))


def _sent(session: Session) -> int:
    limit = db_now(-settings().retain_events_days * DAY_SECONDS)
    return _rows(session, OutboxRow, (OutboxRow.status != "waiting") & (OutboxRow.updated_at < limit))


def _audit(session: Session) -> int:
    limit = db_now(-settings().retain_audit_days * DAY_SECONDS)
    return _rows(session, AuditEvent, AuditEvent.at < limit)


def _workers(session: Session) -> int:
    return affected(session, delete(Worker).where(Worker.seen_at < db_now(-DAY_SECONDS)))


def _rows(session: Session, table: Any, which: ColumnElement[bool]) -> int:
    ids = list(session.scalars(select(table.id).where(which).limit(BATCH)))
    return affected(session, delete(table).where(table.id.in_(ids))) if ids else 0


SWEEPS: tuple[Callable[[Session], int], ...] = (
    _events,
    _unused_files,
    _answers,
    _sessions,
    _reset_requests,
    _keys,
    _sent,
    _audit,
    _workers,
    remove_stale_uploads,
)
