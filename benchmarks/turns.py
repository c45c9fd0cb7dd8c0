"""What a film costs its owner when somebody else has a thousand jobs queued.

Ann queues a thousand jobs at once, of which two may be in work; Bob starts a film at once, and another when
Ann's tasks keep all workers busy. Pictures, takes and clips are pauses of a quarter of a second that need no
processor, so that the order of work shows and nothing else.

From the moment when a task of Bob's is due until it begins, each slot of its workers may begin one task of
Ann's at most. That is read from the rows: a task began when it was recorded, less the seconds that it ran. By
the clock Bob's first film may take one task longer than alone. The second may take two: it finds the slots
occupied twice, for no task is broken off, and a clip is not due before its picture is there.
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
from benchmarks.studio import own_folder, running

QUEUED, LONG, LONG_SCENES, SCENES = 1000, 2, 200, 6
PAUSE_SECONDS, ARTISTS = 0.25, 4


@dataclass(frozen=True, slots=True)
class Span:
    """When a finished task was due and when it began, for whom, and by which worker it was done."""

    user_id: int
    job_id: int | None
    stage: str
    worker: str
    due_at: datetime
    began_at: datetime
    seconds: float


def behind_a_thousand(console: Console) -> list[Finding]:
    """Let Bob make films alone and behind Ann's thousand; gives what the thousand cost him."""
    with (
        own_folder(INSTANT_PAUSE_SECONDS=str(PAUSE_SECONDS), **jobs.INSTANT),
        running(ARTISTS),
        console.status("") as status,
    ):
        ann, bob = in_transaction(lambda session: (jobs.invite(session, "Ann"), jobs.invite(session, "Bob")))
        first, _ = _filmed(bob, "to warm up", status)
        _, alone = _filmed(bob, "alone", status)
        status.update(f"Ann queues {QUEUED} jobs")
        in_transaction(lambda session: [jobs.start(session, ann, _scenes(n), f"{n}") for n in range(QUEUED)])
        at_once = _filmed(bob, f"behind {QUEUED} jobs", status)
        status.update("Ann's first jobs go to work")
        jobs.wait_until(lambda: _count_running(ann) >= ARTISTS)
        later = _filmed(bob, "with all workers busy", status)
        spans = [span for span in _spans() if span.job_id != first]
    longest, findings = max(span.seconds for span in spans), list[Finding]()
    for when, (job_id, seconds), links in (("at once", at_once, 1), ("with all workers busy", later, 2)):
        told = f"{seconds:.2f} s, {alone:.2f} s alone"
        name = f"seconds longer behind {QUEUED} jobs, {when}"
        findings.append(at_most(links * longest, name, seconds - alone, told))
        overtaken, stage = _most_overtaken(job_id, spans)
        findings.append(at_most(1, f"Ann's tasks begun first, a slot, {when}", overtaken, f"by `{stage}`"))
    return findings


def _filmed(bob: User, how: str, status: Status) -> tuple[int, float]:
    status.update(f"Bob makes a film {how}")
    return jobs.filmed(bob, SCENES, how)


def _scenes(number: int) -> int:
    """Ann's first jobs are so long that they are in work all the time."""
    return LONG_SCENES if number < LONG else 1


def _count_running(user: User) -> int:
    running = Task.status == TaskStatus.RUNNING, Task.queue.in_(WORKERS["artist"].split(","))
    of_user = select(func.count()).join_from(Task, Job, Job.id == Task.job_id).where(Job.user_id == user.id)
    with reading() as session:
        return session.scalar(of_user.where(*running)) or 0


def _spans() -> Iterator[Span]:
    workers = {queue: name for name, queues in WORKERS.items() for queue in queues.split(",")}
    done = select(Task, Job.user_id).join(Job, Job.id == Task.job_id).where(Task.status == TaskStatus.DONE)
    with reading() as session:
        for task, user_id in session.execute(done):
            seconds = task.run_seconds or 0.0
            began_at = task.updated_at - timedelta(seconds=seconds)
            yield Span(user_id, task.job_id, task.stage, workers[task.queue], task.due_at, began_at, seconds)


def _most_overtaken(job_id: int, spans: Sequence[Span]) -> tuple[float, str]:
    """Count another's tasks that began while one of a job was due, for each slot; gives the most, where."""
    ours = [span for span in spans if span.job_id == job_id]
    theirs = [span for span in spans if span.user_id != ours[0].user_id]
    return max((_overtaken(span, theirs), span.stage) for span in ours)


def _overtaken(span: Span, others: Sequence[Span]) -> float:
    slots = ARTISTS if span.worker == "artist" else 1
    rivals = [other.began_at for other in others if other.worker == span.worker]
    return sum(span.due_at < began_at < span.began_at for began_at in rivals) / slots
