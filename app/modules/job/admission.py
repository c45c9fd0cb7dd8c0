"""The order of admission: jobs of the user with the fewest running jobs first, then the oldest job."""

from collections.abc import Iterator, Mapping, Sequence

from app.core.config import settings


def order_queue(queued: Sequence[tuple[int, int]], running: Mapping[int, int]) -> list[int]:
    """Return the ids of queued jobs in the order in which they will be admitted.

    `queued` are (job id, user id), oldest first; `running` counts the running jobs by user id.
    """
    counts = dict(running)
    waiting: dict[int, list[int]] = {}
    for job_id, user_id in queued:
        waiting.setdefault(user_id, []).append(job_id)
    turns = {user_id: iter(jobs) for user_id, jobs in waiting.items()}
    firsts = {user_id: next(jobs) for user_id, jobs in turns.items()}
    ordered: list[int] = []
    while firsts:
        user_id = min(firsts, key=lambda user: (counts.get(user, 0), firsts[user]))
        ordered.append(firsts[user_id])
        counts[user_id] = counts.get(user_id, 0) + 1
        following = next(turns[user_id], None)
        if following is None:
            del firsts[user_id]
        else:
            firsts[user_id] = following
    return ordered


def choose_admitted(queued: Sequence[tuple[int, int]], running: Mapping[int, int]) -> Iterator[int]:
    """Yield the ids of the queued jobs for which there is a slot, in order; arguments as in `order_queue`."""
    counts, users = dict(running), dict(queued)
    total = sum(counts.values())
    for job_id in order_queue(queued, running):
        user_id = users[job_id]
        if total >= settings().max_running_jobs:
            return
        if counts.get(user_id, 0) >= settings().max_running_jobs_per_user:
            continue
        counts[user_id] = counts.get(user_id, 0) + 1
        total += 1
        yield job_id
