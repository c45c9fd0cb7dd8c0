"""The processes of a studio on one machine: Redis, API, dispatcher, and workers for all queues."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import structlog
from filelock import FileLock, Timeout
from sqlalchemy import update

from app.core import migrations
from app.core.config import ConfigurationError, settings
from app.core.database import count_affected, in_transaction
from app.core.retry import call_until
from app.embedded import valkey
from app.embedded.supervisor import Child, Supervisor, module, program
from app.modules.task.models import Task
from app.modules.task.state import TaskStatus
from app.pipeline.leftovers import remove_leftovers

log = structlog.get_logger()
POLL_SECONDS = 0.1
LOCK = "studio.lock"
WORKERS = {
    "text": "emails,segmentation",
    "media": "images,video,audio",
    "compose": "compose",
}
"""The worker processes and the queues that each consumes; only `media` runs several tasks at once."""


@contextmanager
def lock_folder(data: Path, on_wait: Callable[[], object] | None = None) -> Iterator[None]:
    """Lock a data folder, so that only one studio uses it.

    While another process holds the lock, call `on_wait` and wait; without it raise ConfigurationError.
    """
    lock = FileLock(data / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if on_wait is None:
            raise ConfigurationError(
                f"Another studio uses {data}; stop it, or choose another folder with --data."
            ) from None
        on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def environment(**changes: str) -> Mapping[str, str]:
    """Return the environment of child processes: that of this one, with its data folder and `changes`."""
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **one_thread, "STUDIO_DATA": str(settings().data), **changes}


def prepare() -> None:
    """Upgrade the configured database, and release the tasks that a killed studio was running."""
    if migrations.upgrade():
        log.debug("database.upgraded", revision=migrations.head())
    if settings().has_embedded_database:
        release_running_tasks()


def release_running_tasks() -> int:
    """Make all running tasks ready again, and return their number.

    An embedded database has no workers while its studio starts, so their leases need not be awaited.
    """
    return in_transaction(
        lambda session: count_affected(
            session,
            update(Task)
            .where(Task.status == TaskStatus.RUNNING)
            .values(status=TaskStatus.READY, fence=Task.fence + 1, lease_until=None, published_at=None),
        )
    )


def start_redis(supervisor: Supervisor) -> None:
    """Start the embedded Redis unless another one is configured."""
    if settings().redis == valkey.address(settings().data):
        supervisor.start(Child("valkey", program(*valkey.arguments(settings().data))))
        valkey.wait_until_ready(settings().redis)


def stop(supervisor: Supervisor) -> None:
    """Stop all processes, and remove the temporary folders."""
    supervisor.stop()
    remove_leftovers()
    shutil.rmtree(valkey.socket_path(settings().data).parent, ignore_errors=True)


def start_workers(supervisor: Supervisor, media_children: int) -> None:
    """Start dispatcher and workers; `media_children` pictures, clips and takes are made at once."""
    supervisor.start(Child("dispatcher", module("app.cli", "dispatcher")))
    for name, queues in WORKERS.items():
        children = media_children if name == "media" else 1
        options = ["-Q", queues, "-c", str(children), "-n", f"{name}-{os.getpid()}@%h"]
        quiet = ["--loglevel", "warning"]
        supervisor.start(Child(name, module("app.celery_worker", "--quiet", "worker", *options, *quiet)))


def start_api(supervisor: Supervisor, host: str, port: int) -> None:
    """Start the API."""
    options = [
        "--host",
        host,
        "--port",
        str(port),
        "--no-access-log",
        "--no-proxy-headers",
        "--timeout-graceful-shutdown",
        "5",
    ]
    supervisor.start(Child("api", module("uvicorn", "app.main:app", *options)))


def wait_for_api(host: str, port: int, stop: threading.Event) -> None:
    """Wait, without a limit of time, until the API accepts connections or `stop` is set."""
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not listened on

    def connect() -> None:
        if not stop.is_set():
            socket.create_connection((target, port), timeout=1).close()

    call_until(
        connect,
        on=(OSError,),
        event=None,
        sleep=stop.wait,
        pause_seconds=POLL_SECONDS,
        longest_pause_seconds=POLL_SECONDS,
    )


def open_supervisor(output: IO[bytes] | None = None, **changes: str) -> Supervisor:
    """Return a supervisor whose child processes get this process's settings."""
    return Supervisor(environment(**changes), output)
