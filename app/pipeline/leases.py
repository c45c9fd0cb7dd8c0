"""Leases on roles that one process at a time may have, such as that of the leading dispatcher."""

import os
import socket
from datetime import datetime

from sqlalchemy import String, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, count_affected, in_transaction, reading

DISPATCHER_LEASE = "dispatcher"


class Lease(Base):
    """A role that one process has until a moment of the database's clock."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(200))
    until: Mapped[datetime] = mapped_column(Moment)


def get_process_name() -> str:
    """Return a name that only this process has: `host:pid`."""
    return f"{socket.gethostname()}:{os.getpid()}"


def acquire_lease(name: str, holder: str, seconds: float) -> bool:
    """Take or extend a lease; return False while another process holds it."""

    def acquire(session: Session) -> bool:
        has_row = count_affected(
            session,
            update(Lease)
            .where(Lease.name == name, (Lease.holder == holder) | (Lease.until < db_now()))
            .values(holder=holder, until=db_now(seconds)),
        )
        if has_row:
            return True
        if session.get(Lease, name) is None:
            session.add(Lease(name=name, holder=holder, until=db_now(seconds)))
            session.flush()
            return True
        return False

    try:
        return in_transaction(acquire)
    except IntegrityError:
        return False


def get_lease_end(name: str) -> datetime | None:
    """Return the end of a lease in UTC, also when it is past; None if the lease was never taken."""
    with reading() as session:
        lease = session.get(Lease, name)
        return lease.until if lease else None


def release_lease(name: str, holder: str) -> None:
    """End a lease now, if this process holds it, so that another process may take it at once."""
    in_transaction(
        lambda session: count_affected(
            session,
            update(Lease).where(Lease.name == name, Lease.holder == holder).values(until=db_now()),
        )
    )
