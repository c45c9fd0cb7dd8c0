"""What a task can be."""

from enum import StrEnum


class TaskStatus(StrEnum):
    """Where a task stands."""

    WAITING = "waiting"
    READY = "ready"
    RUNNING = "running"
    POLLING = "polling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (TaskStatus.WAITING, TaskStatus.READY, TaskStatus.RUNNING, TaskStatus.POLLING)
CLAIMABLE = (TaskStatus.READY, TaskStatus.POLLING)
