"""Tasks per second of a job whose providers return at once, against empty Celery tasks on the same workers.

Run with `python -m benchmarks.engine`. A job of 400 scenes may take at most 2.2 times as long as one of 200,
and one of 2,000 shots 5.5 times as long as one of 400.
"""

import sys
import time
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from app.core.database import in_transaction
from app.core.tasks import celery
from benchmarks import jobs
from benchmarks.findings import Finding, at_least, at_most, note, show
from benchmarks.studio import own_folder, run_in_process, run_studio

GROWTH_LIMIT, SHOT_GROWTH_LIMIT = 2.2, 5.5
SHOTS_PER_SCENE, FEW_SCENES, MANY_SCENES = 40, 10, 50
CELERY_LIMIT = 800.0
EMPTY = 1000
TASKS_PER_SCENE, SCENES, WARM_UP_SCENES = 2, 200, 40
# SQLite has one writer at a time: with more workers instant tasks gain little, but they must not become
# slower.
SPEEDUP_LIMITS = {1: 1.0, 2: 0.95, 4: 0.9}


def _measure_empty_tasks() -> float:
    """Send empty tasks to the workers; return how many they run per second."""
    channel: Any = celery.connection_for_write().default_channel
    begin = time.monotonic()
    with celery.connection_for_write() as connection, celery.amqp.Producer(connection) as producer:
        for _ in range(EMPTY):
            celery.send_task("celery.backend_cleanup", queue="images", producer=producer)
    while channel.client.llen("images"):
        time.sleep(0.01)
    return EMPTY / (time.monotonic() - begin)


def measure_rates(workers: int, sizes: Sequence[int]) -> tuple[float, list[float]]:
    """Return empty tasks per second, and tasks per second of jobs of so many scenes.

    Call it once in a process, which opens only one database.
    """
    with own_folder(**jobs.INSTANT), run_studio(workers):
        user = in_transaction(lambda session: jobs.create_user(session, "Ada"))
        jobs.run(user, WARM_UP_SCENES, "to warm up")
        empty = _measure_empty_tasks()
        durations = [jobs.run(user, scenes, f"{scenes} scenes")[1] for scenes in sizes]
    pairs = zip(sizes, durations, strict=True)
    return empty, [TASKS_PER_SCENE * scenes / seconds for scenes, seconds in pairs]


def measure_shots() -> tuple[float, float]:
    """Return the seconds of a job of 400 shots, and of one of 2,000."""
    with own_folder(**jobs.INSTANT), run_studio(2):
        user = in_transaction(lambda session: jobs.create_user(session, "Ada"))
        jobs.run(user, WARM_UP_SCENES, "to warm up")
        few, many = (
            jobs.run(user, scenes, f"{scenes} long scenes", SHOTS_PER_SCENE)[1]
            for scenes in (FEW_SCENES, MANY_SCENES)
        )
    return few, many


def measure_scaling(console: Console) -> list[Finding]:
    """Return the rates of one, two and four workers, against one worker and against their empty tasks."""
    findings, first = list[Finding](), 0.0
    for workers, least in SPEEDUP_LIMITS.items():
        with console.status(f"{workers} workers run a job of {SCENES} scenes"):
            empty, (rate,) = run_in_process(measure_rates, workers, [SCENES])
        first = first or rate
        remark = f"{rate:.0f} tasks/s, {rate / empty:.2f} of {empty:.0f} empty ones"
        findings.append(at_least(least, f"engine with {workers} workers against one", rate / first, remark))
    return findings


def main() -> int:
    """Print rates and ratios; return 0 if the growth is within its limit."""
    empty, (small, large) = measure_rates(2, (200, 400))
    growth = 2 * small / large
    few, many = run_in_process(measure_shots)
    findings = [
        note("tasks/s of a job of 200 scenes", small, f"{small / empty:.2f} of {empty:.0f} empty ones"),
        note(
            "tasks/s of a job of 400 scenes", large, f"Celery's limit is about {CELERY_LIMIT:.0f} empty ones"
        ),
        at_most(GROWTH_LIMIT, "400 scenes against 200", growth),
        at_most(
            SHOT_GROWTH_LIMIT, "2,000 shots against 400", many / few, f"{many:.0f} s against {few:.0f} s"
        ),
    ]
    return 0 if show(findings) else 1


if __name__ == "__main__":
    sys.exit(main())
