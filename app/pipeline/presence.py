"""Who is at work: processes that show themselves in the database, and the lease of the one dispatcher."""

import os
import socket
from datetime import datetime

from sqlalchemy import String, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.core.clock import db_now
from app.core.database import Base, Moment, affected, in_transaction, reading
from app.modules.task.models import Worker

LEADER = "dispatcher"


class Lease(Base):
    """Something that one process at a time may do."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    holder: Mapped[str] = mapped_column(String(200))
    until: Mapped[datetime] = mapped_column(Moment)


def process_name() -> str:
    """Name this process, unlike any other on any host."""
    return f"{socket.gethostname()}:{os.getpid()}"


def hold(name: str, holder: str, seconds: float) -> bool:
    """Take or keep a lease; False while another holds it."""

    def take(session: Session) -> bool:
        taken = affected(
            session,
            update(Lease)
            .where(Lease.name == name, (Lease.holder == holder) | (Lease.until < db_now()))
            .values(holder=holder, until=db_now(seconds)),
        )
        if taken:
            return True
        if session.get(Lease, name) is None:
            session.add(Lease(name=name, holder=holder, until=db_now(seconds)))
            session.flush()
            return True
        return False

    try:
        return in_transaction(take)
    except IntegrityError:
        return False


def last_held(name: str) -> datetime | None:
    """Tell until when a lease was last taken; None if nobody ever did."""
    with reading() as session:
        lease = session.get(Lease, name)
        return lease.until if lease else None


def let_go(name: str, holder: str) -> None:
    """Give a lease back early, so that another may take it at once."""
    in_transaction(
        lambda session: affected(
            session,
            update(Lease).where(Lease.name == name, Lease.holder == holder).values(until=db_now()),
        )
    )


def show(name: str, queues: str) -> None:
    """Say that a worker process is alive."""

    def note(session: Session) -> None:
        if not affected(session, update(Worker).where(Worker.name == name).values(seen_at=db_now())):
            session.add(Worker(name=name, queues=queues))

    in_transaction(note)
