"""Ten thousand seconds of event streams in which nothing happens hold no database connection.

Two hundred people listen to jobs that do not move: an external worker has taken each and does not go on. The
API counts every use of a connection with its length (`studio_db_connection_seconds` of `/metrics`), so that
nothing depends on when one looks. It is read when all streams are open, and again when they are closed: what
a stream held would be counted by then, for as long as the stream was open. What is left are looks for news.
All of them together may use a quarter of one connection, and none may use one for a second.
"""

import time

import httpx2
from rich.console import Console
from sqlalchemy.orm import Session

from app.core.database import in_transaction
from app.modules.auth.service import AuthService
from app.modules.job.reports import JobReports
from app.modules.job.schemas import JobStatusChange
from app.modules.job.state import JobStatus
from benchmarks.findings import Finding, at_least, at_most
from benchmarks.people import Person, crowd, owner
from benchmarks.studio import free_port, own_folder, running

LISTENERS, A_SECOND, ARRIVED_SECONDS, SECONDS = 200, 50, 10, 62
WANTED_SECONDS, MOST_CONNECTIONS = 10_000, 0.25
METRIC = "studio_db_connection_seconds"


def idle_streams(console: Console) -> list[Finding]:
    """Hold streams open on jobs that do not move; gives what they held of the database."""
    with own_folder(), running(1, free_port()) as address:
        people = in_transaction(lambda session: [_waiting(session, number) for number in range(LISTENERS)])
        with (
            console.status(f"{LISTENERS} people listen for {SECONDS} seconds to jobs that do not move"),
            crowd("Listener", people, address, SECONDS, A_SECOND) as seen,
        ):
            time.sleep(ARRIVED_SECONDS)
            before = _connections(address)
        after = _connections(address)
    uses, held, short = (end - start for start, end in zip(before, after, strict=True))
    # Counted from when the first came, so that it is less, if anything.
    listened = sum(max(0.0, stream["seconds"] - ARRIVED_SECONDS) for stream in seen["streams"])
    remark = f"{held:.1f} s in {uses:.0f} uses"
    return [
        at_least(WANTED_SECONDS, "seconds of idle streams", listened, f"{LISTENERS} at once"),
        at_most(0, "requests that failed", len(seen["failures"]), "; ".join(seen["failures"][:2])),
        at_most(MOST_CONNECTIONS, "connections in use by all of them", held * LISTENERS / listened, remark),
        at_most(0, "connections used for longer than a second", uses - short),
    ]


def _waiting(session: Session, number: int) -> Person:
    """Invite somebody whose job an external worker has taken."""
    person = owner(session, number)
    admin = AuthService(session).create_user("Admin", f"admin{number}@example.org", None, role="admin")
    JobReports(session).change_status(person["job"], JobStatusChange(status=JobStatus.VALIDATING), admin)
    return person


def _connections(address: str) -> list[float]:
    """Read how often connections were used, for how many seconds in all, and how often for a short while."""
    text = httpx2.get(f"{address}/metrics").raise_for_status().text
    found = dict(line.rsplit(" ", 1) for line in text.splitlines() if line.startswith(METRIC))
    return [float(found[METRIC + what]) for what in ("_count", "_sum", '_bucket{le="1.0"}')]
