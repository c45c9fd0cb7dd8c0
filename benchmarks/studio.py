"""A studio for a benchmark: real processes in a temporary folder, whose database the benchmark reads."""

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
from app.embedded.command import use_embedded_redis
from app.embedded.film_command import EMBEDDED_SETTINGS

Result = TypeVar("Result")
HOST = "127.0.0.1"
STORY = Path(__file__).parent.parent / "examples" / "the-bell-under-the-harbour.txt"


def free_port() -> int:
    """Return a TCP port that is not in use."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_folder(**changes: str) -> Iterator[Path]:
    """Use a temporary data folder and these settings within the context; yield the folder.

    Call it once in a process, which opens only one database.
    """
    quiet = {"LOG_LEVEL": "WARNING", "LOG_FORMAT": "json"}
    throttles = {"LOGIN_THROTTLE_LIMIT": "100000", "IP_THROTTLE_LIMIT": "100000"}
    with tempfile.TemporaryDirectory(prefix="studio-benchmark-", ignore_cleanup_errors=True) as name:
        os.environ.update(EMBEDDED_SETTINGS, REDIS_URL="", STUDIO_DATA=name, **quiet, **throttles)
        os.environ.update(changes)
        settings.cache_clear()
        use_embedded_redis()
        studio.prepare()
        yield Path(name)


@contextmanager
def run_studio(media_children: int, port: int | None = None) -> Iterator[str]:
    """Run the processes of `studio up`, the API only with a port; yield the API's address."""
    with log_path().open("ab") as output:
        supervisor = studio.open_supervisor(output)
        try:
            studio.start_redis(supervisor)
            if port is not None:
                studio.start_api(supervisor, HOST, port)
            studio.start_workers(supervisor, media_children)
            if port is not None:
                studio.wait_for_api(HOST, port, threading.Event())
            yield f"http://{HOST}:{port}"
        finally:
            studio.stop(supervisor)


def run_in_process(work: Callable[..., Result], *arguments: Any) -> Result:
    """Call a function in a new process, which can run a studio of its own, and return its result."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


@contextmanager
def measure_foreign_load() -> Iterator[Callable[[], float]]:
    """Yield a function that returns, after the context, the share of the cores that other programs used."""
    begin, (all_before, ours_before) = time.monotonic(), _busy_seconds()
    share = 0.0
    yield lambda: share
    all_after, ours_after = _busy_seconds()
    capacity = (time.monotonic() - begin) * (os.cpu_count() or 1)
    share = max(0.0, (all_after - all_before) - (ours_after - ours_before)) / capacity


def _busy_seconds() -> tuple[float, float]:
    """Return the processor seconds of all programs, and of this process with its children, ended ones too."""
    everything, ours = psutil.cpu_times(), 0.0
    for process in (psutil.Process(), *psutil.Process().children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            ours += times.user + times.system + times.children_user + times.children_system
    return everything.user + everything.nice + everything.system, ours


def log_path() -> Path:
    """Return the file to which the processes write their logs."""
    return settings().data / "log.txt"


def list_errors() -> list[str]:
    """Return the errors and tracebacks in the logs of the processes."""
    lines = log_path().read_text(errors="replace").splitlines()
    marks = ('"level": "error"', '"level": "critical"')
    return [line for line in lines if any(m in line for m in marks) or line.startswith("Traceback")]
