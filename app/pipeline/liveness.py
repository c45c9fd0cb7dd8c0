"""The heartbeats of worker processes.

`python -m app.pipeline.liveness` is a container's health check: it exits with 0 if a worker of this host has
sent a heartbeat lately, else with 1.
"""

import socket
import sys

from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.config import ConfigurationError
from app.core.database import count_affected, describe_error, in_transaction, reading
from app.modules.task.models import Worker

MAX_SILENCE_SECONDS = 45.0


def record_heartbeat(name: str, queues: str) -> None:
    """Record that a worker process is alive; `queues` are those it serves, comma-separated."""

    def record(session: Session) -> None:
        if not count_affected(session, update(Worker).where(Worker.name == name).values(seen_at=db_now())):
            session.add(Worker(name=name, queues=queues))

    in_transaction(record)


def has_live_worker(session: Session, host: str) -> bool:
    """Return whether a worker process of a host has sent a heartbeat in the last 45 seconds."""
    is_recent = Worker.seen_at > db_now(-MAX_SILENCE_SECONDS)
    is_of_host = Worker.name.startswith(f"{host}:", autoescape=True)
    return bool(session.scalar(select(func.count(Worker.name)).where(is_recent, is_of_host)))


def main() -> None:
    """Check this host and exit."""
    try:
        with reading() as session:
            sys.exit(0 if has_live_worker(session, socket.gethostname()) else 1)
    except ConfigurationError as error:
        sys.exit(f"studio: {error}")
    except SQLAlchemyError as error:
        sys.exit(f"studio: The database cannot be used: {describe_error(error)}.")


if __name__ == "__main__":
    main()
