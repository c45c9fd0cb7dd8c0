"""Does a worker of this host still show itself? `python -m app.pipeline.pulse` ends with 0 if so."""

import socket
import sys

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.clock import db_now
from app.core.database import reading
from app.modules.task.models import Worker

SILENT_SECONDS = 45.0


def beats(session: Session, host: str) -> bool:
    """Tell whether a process of a host has shown itself lately."""
    lately = Worker.seen_at > db_now(-SILENT_SECONDS)
    of_host = Worker.name.startswith(f"{host}:", autoescape=True)
    return bool(session.scalar(select(func.count(Worker.name)).where(lately, of_host)))


def main() -> None:
    """Look for this host."""
    with reading() as session:
        sys.exit(0 if beats(session, socket.gethostname()) else 1)


if __name__ == "__main__":
    main()
