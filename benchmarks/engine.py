"""Tasks a second of a job whose providers return at once, against empty Celery tasks on the same workers.

Run with `python -m benchmarks.engine`. A job of 400 scenes may cost at most 2.2 times one of 200.
"""

import sys
import time
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from app.core.database import in_transaction
from app.core.tasks import celery
from benchmarks import jobs
from benchmarks.findings import Finding, at_least, at_most, show, told
from benchmarks.studio import alone, own_folder, running

GROWTH_LIMIT = 2.2
CELERY_LIMIT = 800.0
EMPTY = 1000
TASKS_A_SCENE, SCENES, WARM_UP_SCENES = 3, 200, 40
# One file takes one writer at a time: instant tasks gain little by more workers, but they may not lose.
LEAST_GAINS = {1: 1.0, 2: 0.95, 4: 0.9}


def _empty_tasks() -> float:
    """Send empty tasks through the workers; gives how many a second."""
    channel: Any = celery.connection_for_write().default_channel
    begin = time.monotonic()
    with celery.connection_for_write() as connection, celery.amqp.Producer(connection) as producer:
        for _ in range(EMPTY):
            celery.send_task("celery.backend_cleanup", queue="images", producer=producer)
    while channel.client.llen("images"):
        time.sleep(0.01)
    return EMPTY / (time.monotonic() - begin)


def rates(workers: int, sizes: Sequence[int]) -> tuple[float, list[float]]:
    """Give empty tasks a second, and those of jobs of so many scenes; once a process."""
    with own_folder(**jobs.INSTANT), running(workers):
        user = in_transaction(lambda session: jobs.invite(session, "Bench"))
        jobs.filmed(user, WARM_UP_SCENES, "to warm up")
        empty = _empty_tasks()
        spent = [jobs.filmed(user, scenes, f"{scenes} scenes")[1] for scenes in sizes]
    return empty, [TASKS_A_SCENE * scenes / seconds for scenes, seconds in zip(sizes, spent, strict=True)]


def scaling(console: Console) -> list[Finding]:
    """Give the rates of one, two and four workers: against one worker, and against their own empty tasks."""
    findings, first = list[Finding](), 0.0
    for workers, least in LEAST_GAINS.items():
        with console.status(f"{workers} workers work off a job of {SCENES} scenes"):
            empty, (rate,) = alone(rates, workers, [SCENES])
        first = first or rate
        remark = f"{rate:.0f} tasks/s, {rate / empty:.2f} of {empty:.0f} empty ones"
        findings.append(at_least(least, f"engine with {workers} workers against one", rate / first, remark))
    return findings


def main() -> int:
    """Print rates and ratios; the exit status tells whether growth is linear enough."""
    empty, (small, large) = rates(2, (200, 400))
    growth = 2 * small / large
    findings = [
        told("tasks/s of a job of 200 scenes", small, f"{small / empty:.2f} of {empty:.0f} empty ones"),
        told("tasks/s of a job of 400 scenes", large, f"the named limit is {CELERY_LIMIT:.0f} empty ones"),
        at_most(GROWTH_LIMIT, "400 scenes against 200", growth),
    ]
    return 0 if show(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
