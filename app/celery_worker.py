"""The Celery entry point: `python -m app.celery_worker worker -Q images,video`."""

import contextlib
import os
import sys
import threading
import warnings
from typing import Any

from celery.signals import worker_process_init, worker_ready, worker_shutting_down
from sqlalchemy.exc import SQLAlchemyError

import app.models
import app.modules.asset.tasks
import app.modules.auth.tasks
import app.modules.task.tasks
import app.pipeline.tasks  # noqa: F401 - relationships need every table, and tasks register themselves
from app.core import logging, migrations, tasks
from app.core.config import ConfigurationError, settings
from app.core.database import engine, forget_connections
from app.pipeline.leases import get_process_name
from app.pipeline.leftovers import remove_leftovers
from app.pipeline.liveness import record_heartbeat
from app.pipeline.shutdown import ensure_end
from app.pipeline.stall import StallWatch

HEARTBEAT_SECONDS = 10.0
# Workers write their heartbeats to the database. Celery's own messages between workers go through Redis:
# while it is unreachable they block a worker, which then does not even stop on a signal.
WITHOUT_CELERY_EVENTS = ("--without-gossip", "--without-mingle", "--without-heartbeat")
_stop = threading.Event()
# A child process may be replaced at any time. A fork must not happen while the heartbeat has a connection
# open: the child would inherit SQLite's locks, and hold them forever.
_fork_lock = threading.Lock()
os.register_at_fork(
    before=_fork_lock.acquire,
    after_in_parent=_fork_lock.release,
    after_in_child=_fork_lock.release,
)


@worker_process_init.connect
def _set_up_child(**_: object) -> None:
    """Drop the connections that a forked child inherited, and limit OpenCV to one thread."""
    forget_connections()
    tasks.forget_connection()
    remove_leftovers()
    if "cv2" in sys.modules:
        sys.modules["cv2"].setNumThreads(1)


@worker_ready.connect
def _start_threads(sender: Any, **_: object) -> None:
    """Start the threads after the children are forked: none may inherit a connection that they use."""
    queues = sorted(sender.app.amqp.queues.consume_from)
    threading.Thread(
        target=_repeat_heartbeat, args=(",".join(queues),), daemon=True, name="heartbeat"
    ).start()
    watch = StallWatch(
        queues,
        sender.pool.num_processes,
        connect=lambda: sender.hub.call_soon(_lose_connection),
        fork_lock=_fork_lock,
    )
    threading.Thread(target=watch.run, args=(_stop,), daemon=True, name="stall").start()


def _lose_connection() -> None:
    """Make Celery's event loop connect to Redis anew."""
    raise ConnectionResetError("The worker took no message.")


@worker_shutting_down.connect
def _prepare_end(**_: object) -> None:
    _stop.set()
    ensure_end()


def _repeat_heartbeat(queues: str) -> None:
    while not _stop.is_set():
        send_heartbeat(queues)
        _stop.wait(HEARTBEAT_SECONDS)


def send_heartbeat(queues: str) -> None:
    """Write this worker's heartbeat, and leave no connection open that a forked child could inherit."""
    with _fork_lock:
        # When the database does not answer, the next heartbeat is soon enough.
        with contextlib.suppress(SQLAlchemyError):
            record_heartbeat(get_process_name(), queues)
        engine().dispose()


def main() -> None:
    """Run Celery's command line, with all of its options."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # A container may run as root. Celery warns of pickled messages, which `accept_content` refuses.
    warnings.filterwarnings("ignore", message="You're running the worker with superuser privileges")
    try:
        logging.configure()
        celery = tasks.configure()
        if "worker" in sys.argv:
            migrations.ensure_current()
            # The children that are forked must not inherit a connection.
            engine().dispose()
    except ConfigurationError as error:
        sys.exit(f"studio: {error}")
    is_quiet = "worker" in sys.argv and not settings().remote_control
    celery.start([*sys.argv[1:], *(WITHOUT_CELERY_EVENTS if is_quiet else ())])


if __name__ == "__main__":
    main()
