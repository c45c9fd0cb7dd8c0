"""A hundred people watch their films being made, on a machine that has no core to spare.

Each owns a job; twenty jobs are in work all the time, made by the local providers, so that API, dispatcher,
workers and the people themselves share the cores as they would. When twenty films are made the rest is
cancelled, so that each stream has an end. Each person polls or lists every two to five seconds, and follows
the events of their job over a line that breaks every few seconds.

What reads take counts from when all have come. It is compared with what they take afterwards, with the same
rows and nothing in work, when one person asks almost without a pause: the least that they cost here.
"""

import os
import time
from collections.abc import Callable
from functools import partial
from statistics import quantiles

from rich.console import Console
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.database import in_transaction, reading
from app.modules.auth.models import User
from app.modules.job.models import Job
from app.modules.job.service import JobService
from app.modules.job.state import ACTIVE, ADMITTED, JobStatus
from benchmarks.findings import Finding, at_least, at_most, told
from benchmarks.people import Seen, crowd, owner
from benchmarks.studio import errors_logged, free_port, own_folder, running, strangers

PEOPLE, A_SECOND, IN_WORK, FILMS = 100, 10, 20, 20
SLOWER, PATIENCE_SECONDS, IDLE_SECONDS = 10.0, 150, 12
BUSY = 0.05
# A cancelled task notices within two seconds.
STOPPED_SECONDS = 3
READS = ("GET /jobs/{id}", "GET /jobs", "GET /projects")


def watched(console: Console) -> list[Finding]:
    """Let a hundred people watch, then one; gives what both saw."""
    with own_folder(MAX_RUNNING_JOBS=str(IN_WORK)), running(os.cpu_count() or 1, free_port()) as address:
        people = in_transaction(lambda session: [owner(session, number) for number in range(PEOPLE)])
        with (
            strangers() as others,
            console.status("") as status,
            crowd("Watcher", people, address, PATIENCE_SECONDS + 60, A_SECOND) as loaded,
        ):
            films = _wait_for_films(status.update)
            _cancel_the_rest()
            status.update("the rest is cancelled, and all go home")
        with console.status("one person asks, and nothing is in work"):
            time.sleep(STOPPED_SECONDS)
            with crowd("Visitor", people[:1], address, IDLE_SECONDS, 1) as idle:
                pass
        pairs = zip(people, loaded["streams"], strict=True)
        whole = sum(_is_whole(person["job"], stream) for person, stream in pairs)
        slowness = [_slowness(name, loaded, idle) for name in READS]
        remark = "they share the cores with the studio, and make it slower" if others() > BUSY else ""
        return [
            *_health(films, loaded, whole),
            *slowness,
            told("of the cores to strangers", others(), remark),
        ]


def _wait_for_films(tell: Callable[[str], object]) -> int:
    """Wait until enough films are made, or patience ends; gives how many are."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        with reading() as session:
            rows = session.execute(select(Job.status, func.count()).group_by(Job.status))
            counts: dict[str, int] = {status: count for status, count in rows}
        made, at_work = counts.get(JobStatus.COMPLETED, 0), sum(counts.get(name, 0) for name in ADMITTED)
        tell(f"{PEOPLE} people watch: {made} of {FILMS} films made, {at_work} in work")
        if made >= FILMS or time.monotonic() > end:
            return made
        time.sleep(0.5)


def _cancel_the_rest() -> None:
    with reading() as session:
        jobs = session.execute(select(Job.id, Job.user_id).where(Job.status.in_(ACTIVE))).all()
    for job_id, user_id in jobs:
        in_transaction(partial(_cancel, job_id, user_id))


def _cancel(job_id: int, user_id: int, session: Session) -> None:
    if session.get_one(Job, job_id).is_active:
        JobService(session).cancel(job_id, session.get_one(User, user_id))


def _is_whole(job_id: int, stream: Seen) -> bool:
    """Tell whether a stream brought every event of its job once and in order, one end, and then no more."""
    with reading() as session:
        count = session.get_one(Job, job_id).event_seq
    return bool(stream["is_over"]) and stream["ends"] == 1 and stream["ids"] == list(range(1, count + 1))


def _health(films: int, loaded: Seen, whole: int) -> list[Finding]:
    failures, errors = loaded["failures"], errors_logged()
    events = sum(len(stream["ids"]) for stream in loaded["streams"])
    connections = PEOPLE + sum(stream["breaks"] for stream in loaded["streams"])
    return [
        at_least(FILMS, f"films made, {IN_WORK} in work at a time", films),
        at_most(0, "requests that failed", len(failures), "; ".join(failures[:2])),
        at_most(0, "errors in the logs", len(errors), "; ".join(errors[:2])[:200]),
        at_least(PEOPLE, "streams whole", whole, f"{events} events over {connections} connections"),
    ]


def _slowness(name: str, loaded: Seen, idle: Seen) -> Finding:
    busy, calm = (quantiles(seen["reads"][name], n=20)[18] for seen in (loaded, idle))
    counts = f"{len(loaded['reads'][name])} and {len(idle['reads'][name])} reads"
    remark = f"{busy:.0f} ms, {calm:.1f} ms idle; {counts}"
    return at_most(SLOWER, f"{name}: p95 against idle", busy / calm, remark)
