"""A studio of a benchmark's own: real processes in a temporary folder, with a database that we share."""

import contextlib
import os
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import psutil

from app.core.config import settings
from app.embedded import studio
from app.embedded.command import EMBEDDED, use_embedded_redis

Result = TypeVar("Result")
HOST = "127.0.0.1"
STORY = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_folder(**changes: str) -> Iterator[Path]:
    """Keep everything in a temporary folder, under these settings; once a process: it opens one database."""
    quiet = {"LOG_LEVEL": "WARNING", "LOG_FORMAT": "json"}
    throttles = {"LOGIN_THROTTLE_LIMIT": "100000", "IP_THROTTLE_LIMIT": "100000"}
    with tempfile.TemporaryDirectory(prefix="studio-benchmark-", ignore_cleanup_errors=True) as name:
        os.environ.update(EMBEDDED, REDIS_URL="", STUDIO_DATA=name, **quiet, **throttles)
        os.environ.update(changes)
        settings.cache_clear()
        use_embedded_redis()
        studio.prepare()
        yield Path(name)


@contextmanager
def running(artists: int, port: int | None = None) -> Iterator[str]:
    """Run what `studio up` runs, the API where there is a port for it; gives the API's address."""
    with log().open("ab") as output:
        supervisor = studio.open_supervisor(output)
        try:
            studio.start_messages(supervisor)
            if port is not None:
                studio.start_api(supervisor, HOST, port)
            studio.start_workers(supervisor, artists)
            if port is not None:
                studio.wait_for_api(HOST, port, threading.Event())
            yield f"http://{HOST}:{port}"
        finally:
            studio.stop(supervisor)


def alone(work: Callable[..., Result], *arguments: Any) -> Result:
    """Do something in a process of its own, which can have a studio of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


@contextmanager
def strangers() -> Iterator[Callable[[], float]]:
    """Tell afterwards what share of the machine's processors programs took that are none of ours."""
    begin, (all_before, ours_before) = time.monotonic(), _busy_seconds()
    share = 0.0
    yield lambda: share
    all_after, ours_after = _busy_seconds()
    capacity = (time.monotonic() - begin) * (os.cpu_count() or 1)
    share = max(0.0, (all_after - all_before) - (ours_after - ours_before)) / capacity


def _busy_seconds() -> tuple[float, float]:
    """Give the processor seconds of all programs, and of this process with its children, dead or alive."""
    everything, ours = psutil.cpu_times(), 0.0
    for process in (psutil.Process(), *psutil.Process().children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            ours += times.user + times.system + times.children_user + times.children_system
    return everything.user + everything.nice + everything.system, ours


def log() -> Path:
    """Say where the processes write their logs."""
    return settings().data / "log.txt"


def errors_logged() -> list[str]:
    """List what the processes logged as errors, and what they died of."""
    lines = log().read_text(errors="replace").splitlines()
    marks = ('"level": "error"', '"level": "critical"')
    return [line for line in lines if any(m in line for m in marks) or line.startswith("Traceback")]
