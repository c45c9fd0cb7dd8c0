"""The end of a stall: a worker that could take a message, but takes none, helps itself.

Its process lives and its heartbeat goes on, whatever hangs in it: its connection to Redis, its event loop, or
a child process that never began the task it was given. No supervisor sees that.
"""

import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import psutil
import structlog

from app.core.config import settings
from app.core.tasks import count_waiting
from app.pipeline.activity import get_last_start, get_seconds, kill, list_busy

POLL_SECONDS = 1.0
MAX_PATIENCE_SECONDS = 15.0
"""How long messages may wait for a worker with a free child process before it connects to Redis anew."""
GRACE_SECONDS = 120.0
"""How much longer than Celery's limit a task may run: Celery forgets its limits with a lost connection."""
log = structlog.get_logger()


class StallWatch:
    """Ends the stalls of this worker, whose children run up to `size` tasks at a time.

    `connect` makes it connect to Redis anew, which costs nothing. If that does not help, the process starts
    itself again: after twice the time if it runs no task, and after six times if it runs one, which is then
    repeated. No child process is forked while `fork_lock` is held.
    """

    def __init__(
        self,
        queues: Sequence[str],
        size: int,
        connect: Callable[[], object],
        fork_lock: AbstractContextManager[object],
    ) -> None:
        self._queues, self._size, self._connect, self._fork_lock = queues, size, connect, fork_lock
        self._patience = min(MAX_PATIENCE_SECONDS, 2.5 * settings().lease_seconds)
        self._seconds, self._seen_start = 0.0, 0.0

    def run(self, stop: threading.Event) -> None:
        """Check once a second until `stop` is set."""
        while not stop.wait(POLL_SECONDS):
            with self._fork_lock:
                children = psutil.Process().children()
                self._kill_overdue(children)
                self._check(len(list_busy(children)), stop)

    def _check(self, busy: int, stop: threading.Event) -> None:
        before, self._seen_start = self._seen_start, get_last_start()
        if self._seen_start > before or busy >= self._size or not count_waiting(self._queues):
            self._seconds = 0.0
            return
        # The checks are counted: while the whole process was paused, no time has passed for it.
        before, self._seconds = self._seconds, self._seconds + POLL_SECONDS
        if self._seconds > self._patience * (6 if busy else 2) and not stop.is_set():
            log.error("worker.restarted", reason="it took no message", seconds=self._seconds)
            restart()
        elif before <= self._patience < self._seconds:
            log.error("worker.reconnected", reason="it took no message", seconds=self._seconds)
            self._connect()

    @staticmethod
    def _kill_overdue(children: Sequence[psutil.Process]) -> None:
        limit = settings().task_seconds + GRACE_SECONDS
        overdue = [child for child in list_busy(children) if get_seconds(child) > limit]
        if overdue:
            log.error("worker.child_killed", reason="its task took too long", count=len(overdue))
            kill(overdue)


def restart() -> None:
    """Replace this process by a new one of the same command and id; its children are killed."""
    children = psutil.Process().children(recursive=True)
    kill(children)
    psutil.wait_procs(children, timeout=5)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - it is this very command
