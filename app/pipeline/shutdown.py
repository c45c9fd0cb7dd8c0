"""The end of a worker that was asked to stop: soon after its last task, even if a child process hangs."""

import mmap
import os
import threading
import time

import psutil
import structlog
from celery.signals import task_postrun, task_prerun

IDLE_SECONDS = 15.0
"""How long a worker that was asked to stop may go on without a running task."""
_POLL_SECONDS = 0.5
_SLOTS = 4096
# One byte for each child process, by its id: 1 while it runs a task. The children share the memory.
_running = mmap.mmap(-1, _SLOTS)
log = structlog.get_logger()


@task_prerun.connect
def _note_start(**_: object) -> None:
    _running[os.getpid() % _SLOTS] = 1


@task_postrun.connect
def _note_end(**_: object) -> None:
    _running[os.getpid() % _SLOTS] = 0


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
        if any(child.is_running() and _running[child.pid % _SLOTS] for child in children):
            idle_since = time.monotonic()
    log.warning("worker.killed", reason="a child process did not end")
    for child in children:
        if child.is_running():
            child.kill()
    os._exit(0)
