"""The end of a worker that was asked to stop: soon after its last task, even if a child process hangs."""

import os
import threading
import time

import psutil
import structlog

from app.pipeline.activity import kill, list_busy

IDLE_SECONDS = 15.0
"""How long a worker that was asked to stop may go on without a running task."""
_POLL_SECONDS = 0.5
log = structlog.get_logger()


def ensure_end() -> None:
    """Start a thread that ends this process with its children once they have run no task for 15 seconds.

    Celery waits without a limit for a child that never answers. Nothing is lost by not waiting: a task that
    is not recorded as finished is run again.
    """
    threading.Thread(target=_end_when_idle, daemon=True, name="shutdown").start()


def _end_when_idle() -> None:
    idle_since = time.monotonic()
    children = psutil.Process().children(recursive=True)
    while time.monotonic() - idle_since < IDLE_SECONDS:
        threading.Event().wait(_POLL_SECONDS)
        if list_busy(children):
            idle_since = time.monotonic()
    log.warning("worker.killed", reason="a child process did not end")
    kill(children)
    os._exit(0)
