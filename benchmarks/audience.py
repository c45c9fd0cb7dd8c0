"""A hundred users watch their films being made, on a machine whose cores are all busy.

Each user owns a job, and twenty jobs run at any time with the local providers. API, dispatcher, workers
and the simulated users share the cores. When twenty films are finished the other jobs are cancelled, so
that each event stream has an end. Each user sends a read request every two to five seconds, and follows
the events of the job over a connection that is closed every few seconds.

The durations of reads are measured from when all users are connected. They are compared with the durations
afterwards, with the same rows and no running job, when one user sends requests almost without a pause.
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
from benchmarks.findings import Finding, at_least, at_most, note
from benchmarks.people import Results, create_owner, simulate_users
from benchmarks.studio import free_port, list_errors, measure_foreign_load, own_folder, run_studio

USERS, USERS_PER_SECOND, RUNNING_JOBS, FILMS = 100, 10, 20, 20
SLOWDOWN_LIMIT, TIMEOUT_SECONDS, IDLE_SECONDS = 10.0, 150, 12
NOTABLE_FOREIGN_LOAD = 0.05
# A task notices its cancellation within two seconds.
CANCEL_SECONDS = 3
READS = ("GET /jobs/{id}", "GET /jobs", "GET /projects")


def measure_audience(console: Console) -> list[Finding]:
    """Simulate a hundred users, then one on an idle studio, and return the findings of both."""
    with (
        own_folder(MAX_RUNNING_JOBS=str(RUNNING_JOBS)),
        run_studio(os.cpu_count() or 1, free_port()) as address,
    ):
        users = in_transaction(lambda session: [create_owner(session, number) for number in range(USERS)])
        with (
            measure_foreign_load() as foreign_load,
            console.status("") as status,
            simulate_users("Watcher", users, address, TIMEOUT_SECONDS + 60, USERS_PER_SECOND) as loaded,
        ):
            films = _wait_for_films(status.update)
            _cancel_active_jobs()
            status.update("the other jobs are cancelled, and the users leave")
        with console.status("one user sends requests, and no job runs"):
            time.sleep(CANCEL_SECONDS)
            with simulate_users("Visitor", users[:1], address, IDLE_SECONDS, 1) as idle:
                pass
        pairs = zip(users, loaded["streams"], strict=True)
        complete = sum(_is_complete(user["job"], stream) for user, stream in pairs)
        slowdowns = [_compare_reads(name, loaded, idle) for name in READS]
        is_notable = foreign_load() > NOTABLE_FOREIGN_LOAD
        remark = "they share the cores with the studio, and make it slower" if is_notable else ""
        return [
            *_check_health(films, loaded, complete),
            *slowdowns,
            note("share of the cores used by other programs", foreign_load(), remark),
        ]


def _wait_for_films(report: Callable[[str], object]) -> int:
    """Wait until enough films are finished, or for TIMEOUT_SECONDS; return the number of finished films."""
    end = time.monotonic() + TIMEOUT_SECONDS
    while True:
        with reading() as session:
            rows = session.execute(select(Job.status, func.count()).group_by(Job.status))
            counts: dict[str, int] = {status: count for status, count in rows}
        finished = counts.get(JobStatus.COMPLETED, 0)
        running = sum(counts.get(name, 0) for name in ADMITTED)
        report(f"{USERS} users watch: {finished} of {FILMS} films finished, {running} jobs run")
        if finished >= FILMS or time.monotonic() > end:
            return finished
        time.sleep(0.5)


def _cancel_active_jobs() -> None:
    with reading() as session:
        jobs = session.execute(select(Job.id, Job.user_id).where(Job.status.in_(ACTIVE))).all()
    for job_id, user_id in jobs:
        in_transaction(partial(_cancel, job_id, user_id))


def _cancel(job_id: int, user_id: int, session: Session) -> None:
    if session.get_one(Job, job_id).is_active:
        JobService(session).cancel(job_id, session.get_one(User, user_id))


def _is_complete(job_id: int, stream: Results) -> bool:
    """Return whether a stream delivered every event of its job once and in order, with one end."""
    with reading() as session:
        count = session.get_one(Job, job_id).event_seq
    return bool(stream["is_over"]) and stream["ends"] == 1 and stream["ids"] == list(range(1, count + 1))


def _check_health(films: int, loaded: Results, complete: int) -> list[Finding]:
    failures, errors = loaded["failures"], list_errors()
    events = sum(len(stream["ids"]) for stream in loaded["streams"])
    connections = USERS + sum(stream["breaks"] for stream in loaded["streams"])
    return [
        at_least(FILMS, f"films finished, {RUNNING_JOBS} jobs at a time", films),
        at_most(0, "requests that failed", len(failures), "; ".join(failures[:2])),
        at_most(0, "errors in the logs", len(errors), "; ".join(errors[:2])[:200]),
        at_least(USERS, "complete streams", complete, f"{events} events over {connections} connections"),
    ]


def _compare_reads(name: str, loaded: Results, idle: Results) -> Finding:
    busy_ms, idle_ms = (quantiles(results["reads"][name], n=20)[18] for results in (loaded, idle))
    counts = f"{len(loaded['reads'][name])} and {len(idle['reads'][name])} reads"
    remark = f"{busy_ms:.0f} ms, {idle_ms:.1f} ms idle; {counts}"
    return at_most(SLOWDOWN_LIMIT, f"{name}: p95 against idle", busy_ms / idle_ms, remark)
