"""What the child processes of a worker are doing, as shared memory of all of them shows it."""

import contextlib
import mmap
import os
import time
from collections.abc import Iterable

import psutil
from celery.signals import task_postrun, task_prerun, worker_process_init

_SLOTS = 4096
# For each child process, by its id: the monotonic time at which its last task began, and 1 while it runs.
_began = memoryview(mmap.mmap(-1, _SLOTS * 8)).cast("d")
_running = mmap.mmap(-1, _SLOTS)


@task_prerun.connect
def _note_start(**_: object) -> None:
    _began[os.getpid() % _SLOTS] = time.monotonic()
    _running[os.getpid() % _SLOTS] = 1


@task_postrun.connect
@worker_process_init.connect
def _note_end(**_: object) -> None:
    _running[os.getpid() % _SLOTS] = 0


def list_busy(children: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Return those of some processes that live and run a task."""
    return [child for child in children if _running[child.pid % _SLOTS] and _is_alive(child)]


def get_seconds(child: psutil.Process) -> float:
    """Return for how many seconds a child process has run its task."""
    return time.monotonic() - _began[child.pid % _SLOTS]


def get_last_start() -> float:
    """Return the monotonic time at which the last task of any child process began; 0 if there was none."""
    return max(_began)


def kill(children: Iterable[psutil.Process]) -> None:
    """Kill processes and everything that they have started."""
    for child in children:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()


def _is_alive(child: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return child.status() != psutil.STATUS_ZOMBIE
    return False
