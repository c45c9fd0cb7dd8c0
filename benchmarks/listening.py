"""Ten thousand seconds of idle event streams hold no database connection.

Two hundred users listen to jobs that do not change: an external worker has taken each job and makes no
progress. The API measures every use of a connection (`studio_db_connection_seconds` of `/metrics`), so the
result does not depend on the moment of observation. The metric is read when all streams are open, and
again when they are closed, when a connection held by a stream would have been counted with its whole
length. What remains are the short queries for new events: together they may use a quarter of one
connection, and none may take a second.
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
from benchmarks.people import Person, create_owner, simulate_users
from benchmarks.studio import free_port, own_folder, run_studio

LISTENERS, USERS_PER_SECOND, CONNECT_SECONDS, SECONDS = 200, 50, 10, 62
STREAM_SECONDS, MAX_CONNECTIONS = 10_000, 0.25
METRIC = "studio_db_connection_seconds"


def measure_idle_streams(console: Console) -> list[Finding]:
    """Keep streams open on jobs that do not change, and return their use of database connections."""
    with own_folder(), run_studio(1, free_port()) as address:
        users = in_transaction(lambda session: [_create_waiting(session, n) for n in range(LISTENERS)])
        with (
            console.status(f"{LISTENERS} users listen for {SECONDS} seconds to jobs that do not change"),
            simulate_users("Listener", users, address, SECONDS, USERS_PER_SECOND) as results,
        ):
            time.sleep(CONNECT_SECONDS)
            before = _read_connections(address)
        after = _read_connections(address)
    uses, held, short = (end - start for start, end in zip(before, after, strict=True))
    # The time to connect is subtracted from each stream, so the sum is rather too small.
    listened = sum(max(0.0, stream["seconds"] - CONNECT_SECONDS) for stream in results["streams"])
    remark = f"{held:.1f} s in {uses:.0f} uses"
    return [
        at_least(STREAM_SECONDS, "seconds of idle streams", listened, f"{LISTENERS} at once"),
        at_most(0, "requests that failed", len(results["failures"]), "; ".join(results["failures"][:2])),
        at_most(MAX_CONNECTIONS, "connections used by all of them", held * LISTENERS / listened, remark),
        at_most(0, "connections used for longer than a second", uses - short),
    ]


def _create_waiting(session: Session, number: int) -> Person:
    """Create a user whose job an external worker has taken."""
    person = create_owner(session, number)
    admin = AuthService(session).create_user("Admin", f"admin{number}@example.org", None, role="admin")
    JobReports(session).change_status(person["job"], JobStatusChange(status=JobStatus.VALIDATING), admin)
    return person


def _read_connections(address: str) -> list[float]:
    """Return the number of uses of connections, their seconds, and the number of uses up to a second."""
    text = httpx2.get(f"{address}/metrics").raise_for_status().text
    samples = dict(line.rsplit(" ", 1) for line in text.splitlines() if line.startswith(METRIC))
    return [float(samples[METRIC + suffix]) for suffix in ("_count", "_sum", '_bucket{le="1.0"}')]
