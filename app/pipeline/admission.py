"""Admission of queued jobs to free slots, by one process at a time."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import in_transaction
from app.modules.job.admission import choose_admitted
from app.modules.job.lifecycle import JobLifecycle
from app.modules.job.service import JobService
from app.modules.job.state import JobStatus
from app.pipeline.leases import Lease, get_process_name

ADMISSION_LEASE = "admission"


def admit_jobs() -> int:
    """Admit the queued jobs for which there is a slot; return how many were admitted."""
    return in_transaction(_admit)


def _admit(session: Session) -> int:
    jobs, lifecycle = JobService(session), JobLifecycle(session)
    if not jobs.list_queued():
        return 0
    _lock_admission(session)
    count = 0
    for job_id in choose_admitted(jobs.list_queued(), jobs.count_admitted()):
        job = jobs.find_locked(job_id)
        if job is not None and job.status == JobStatus.QUEUED and not job.is_external:
            lifecycle.admit(job)
            count += 1
    return count


def _lock_admission(session: Session) -> None:
    """Lock the admission lease until the transaction ends; its row is created on first use."""
    if session.scalar(select(Lease).where(Lease.name == ADMISSION_LEASE).with_for_update()) is None:
        session.add(Lease(name=ADMISSION_LEASE, holder=get_process_name(), until=db_now()))
        session.flush()
