"""Everything on one machine: message server, API, dispatcher and workers for all queues."""

import contextlib
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout
from sqlalchemy import update

from app.core import migrations
from app.core.config import ConfigurationError, settings
from app.core.database import affected, in_transaction
from app.embedded import valkey
from app.embedded.supervisor import Child, Supervisor, module, program
from app.modules.task.models import Task
from app.modules.task.state import TaskStatus
from app.pipeline.context import remove_abandoned_folders

LOOK_SECONDS = 0.1
WORKERS = {
    "clerk": "emails,segmentation",
    "artist": "images,video,audio",
    "editor": "compose",
}
"""The worker processes and the queues each one serves; only the artist works on several things at once."""


@contextmanager
def occupied(data: Path, on_wait: Callable[[], object] | None = None) -> Iterator[None]:
    """Hold a data folder for ourselves.

    While another holds it, wait after telling so by `on_wait`; without that raise ConfigurationError.
    """
    lock = FileLock(data / "studio.lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if on_wait is None:
            raise ConfigurationError(
                f"A studio is running on {data} already; stop it, or choose another folder with --data."
            ) from None
        on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def environment(**changes: str) -> Mapping[str, str]:
    """Give the environment of the children, ours with what was decided at the start."""
    one_thread = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **one_thread, "STUDIO_DATA": str(settings().data), **changes}


def prepare() -> None:
    """Bring the embedded database up to date, and hand back what a killed studio had in work."""
    migrations.upgrade_embedded()
    if settings().has_embedded_database:
        hand_back_running()


def hand_back_running() -> int:
    """Make tasks due again whose workers are gone: nobody else works on an embedded database."""
    return in_transaction(
        lambda session: affected(
            session,
            update(Task)
            .where(Task.status == TaskStatus.RUNNING)
            .values(status=TaskStatus.READY, fence=Task.fence + 1, lease_until=None, published_at=None),
        )
    )


def start_messages(supervisor: Supervisor) -> None:
    """Start the embedded message server unless one is configured."""
    if settings().redis == valkey.address(settings().data):
        supervisor.start(Child("valkey", program(*valkey.arguments(settings().data))))
        valkey.wait_until_ready(settings().redis)


def stop(supervisor: Supervisor) -> None:
    """Stop everything, and leave nothing behind in the system's temporary folder."""
    supervisor.stop()
    remove_abandoned_folders()
    shutil.rmtree(valkey.socket_path(settings().data).parent, ignore_errors=True)


def start_workers(supervisor: Supervisor, artists: int) -> None:
    """Start dispatcher and workers; `artists` is how many pictures, clips and takes are made at once."""
    supervisor.start(Child("dispatcher", module("app.cli", "dispatcher")))
    for name, queues in WORKERS.items():
        children = artists if name == "artist" else 1
        options = ["-Q", queues, "-c", str(children), "-n", f"{name}-{os.getpid()}@%h"]
        quiet = ["--loglevel", "warning"]
        supervisor.start(Child(name, module("app.celery_worker", "--quiet", "worker", *options, *quiet)))


def start_api(supervisor: Supervisor, host: str, port: int) -> None:
    """Start the HTTP side."""
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
    """Wait until the API accepts connections, or somebody wants to stop."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared, not listened on
    while not stop.wait(LOOK_SECONDS):
        with contextlib.suppress(OSError), socket.create_connection((reached, port), timeout=1):
            return


def open_supervisor(output: IO[bytes] | None = None, **changes: str) -> Supervisor:
    """Make a supervisor whose children see our settings."""
    return Supervisor(environment(**changes), output)
