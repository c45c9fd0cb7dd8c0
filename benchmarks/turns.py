"""The delay of a user's film while another user has a thousand jobs queued.

Ann queues a thousand jobs at once, of which two may run. Bob starts a film at once, and another one when
Ann's tasks occupy all workers. Pictures, takes and clips are pauses of a quarter of a second that need no
processor, so that only the order of tasks matters.

Between the time when a task of Bob's is due and its start, each slot of its workers may start at most one
task of Ann's. This is computed from the rows: a task started when it was recorded, minus its run time.
Measured by the clock, Bob's first film may take one task longer than alone. The second may take two tasks
longer: it finds the slots occupied twice, because no task is interrupted, and a clip is not due before its
picture is made.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.console import Console
from rich.status import Status
from sqlalchemy import func, select

from app.core.database import in_transaction, reading
from app.embedded.studio import WORKERS
from app.modules.auth.models import User
from app.modules.job.models import Job
from app.modules.task.models import Task
from app.modules.task.state import TaskStatus
from benchmarks import jobs
from benchmarks.findings import Finding, at_most
from benchmarks.studio import own_folder, run_studio

QUEUED, LONG_JOBS, LONG_SCENES, SCENES = 1000, 2, 200, 6
PAUSE_SECONDS, MEDIA_CHILDREN = 0.25, 4


@dataclass(frozen=True, slots=True)
class Span:
    """When a finished task was due and when it started, for which user, and on which worker."""

    user_id: int
    job_id: int | None
    stage: str
    worker: str
    due_at: datetime
    started_at: datetime
    seconds: float


def measure_turns(console: Console) -> list[Finding]:
    """Make Bob's films alone and behind Ann's jobs, and return the delays."""
    with (
        own_folder(INSTANT_PAUSE_SECONDS=str(PAUSE_SECONDS), **jobs.INSTANT),
        run_studio(MEDIA_CHILDREN),
        console.status("") as status,
    ):
        ann = in_transaction(lambda session: jobs.create_user(session, "Ann"))
        bob = in_transaction(lambda session: jobs.create_user(session, "Bob"))
        first, _ = _make_film(bob, "to warm up", status)
        _, alone = _make_film(bob, "alone", status)
        status.update(f"Ann queues {QUEUED} jobs")
        in_transaction(
            lambda session: [jobs.start(session, ann, _count_scenes(n), f"{n}") for n in range(QUEUED)]
        )
        at_once = _make_film(bob, f"behind {QUEUED} jobs", status)
        status.update("Ann's first jobs start")
        jobs.wait_until(lambda: _count_running(ann) >= MEDIA_CHILDREN)
        later = _make_film(bob, "with all workers busy", status)
        spans = [span for span in _list_spans() if span.job_id != first]
    longest, findings = max(span.seconds for span in spans), list[Finding]()
    for when, (job_id, seconds), links in (("at once", at_once, 1), ("with all workers busy", later, 2)):
        remark = f"{seconds:.2f} s, {alone:.2f} s alone"
        name = f"seconds longer behind {QUEUED} jobs, {when}"
        findings.append(at_most(links * longest, name, seconds - alone, remark))
        overtaken, stage = _find_most_overtaken(job_id, spans)
        findings.append(
            at_most(1, f"Ann's tasks started first, per slot, {when}", overtaken, f"by `{stage}`")
        )
    return findings


def _make_film(bob: User, how: str, status: Status) -> tuple[int, float]:
    status.update(f"Bob makes a film {how}")
    return jobs.run(bob, SCENES, how)


def _count_scenes(number: int) -> int:
    """Return the scenes of Ann's n-th job; the first ones are so long that they run all the time."""
    return LONG_SCENES if number < LONG_JOBS else 1


def _count_running(user: User) -> int:
    running = Task.status == TaskStatus.RUNNING, Task.queue.in_(WORKERS["media"].split(","))
    of_user = select(func.count()).join_from(Task, Job, Job.id == Task.job_id).where(Job.user_id == user.id)
    with reading() as session:
        return session.scalar(of_user.where(*running)) or 0


def _list_spans() -> Iterator[Span]:
    workers = {queue: name for name, queues in WORKERS.items() for queue in queues.split(",")}
    done = select(Task, Job.user_id).join(Job, Job.id == Task.job_id).where(Task.status == TaskStatus.DONE)
    with reading() as session:
        for task, user_id in session.execute(done):
            seconds = task.run_seconds or 0.0
            started_at = task.updated_at - timedelta(seconds=seconds)
            yield Span(
                user_id, task.job_id, task.stage, workers[task.queue], task.due_at, started_at, seconds
            )


def _find_most_overtaken(job_id: int, spans: Sequence[Span]) -> tuple[float, str]:
    """Return how many of another user's tasks overtook a task of a job, per slot, at most; and its stage."""
    ours = [span for span in spans if span.job_id == job_id]
    theirs = [span for span in spans if span.user_id != ours[0].user_id]
    return max((_count_overtaking(span, theirs), span.stage) for span in ours)


def _count_overtaking(span: Span, others: Sequence[Span]) -> float:
    slots = MEDIA_CHILDREN if span.worker == "media" else 1
    starts = [other.started_at for other in others if other.worker == span.worker]
    return sum(span.due_at < started_at < span.started_at for started_at in starts) / slots
