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
from app.core import logging, tasks
from app.core.config import ConfigurationError, settings
from app.core.database import engine, forget_connections
from app.pipeline.context import remove_abandoned_folders
from app.pipeline.leases import get_process_name
from app.pipeline.liveness import record_heartbeat

SHOW_SECONDS = 10.0
# Workers know of each other by the database. What they would tell each other through Redis holds them up,
# deaf to every request to stop, for as long as Redis is away.
SILENT = ("--without-gossip", "--without-mingle", "--without-heartbeat")
_stop = threading.Event()
# A child takes the place of another after some hundred tasks, at any time. What SQLite had locked when it was
# forked would stay locked for it for ever.
_nothing_is_open = threading.Lock()
os.register_at_fork(
    before=_nothing_is_open.acquire,
    after_in_parent=_nothing_is_open.release,
    after_in_child=_nothing_is_open.release,
)


@worker_process_init.connect
def _begin_child(**_: object) -> None:
    """Forget what a forked child inherited, and leave the cores to its siblings."""
    forget_connections()
    tasks.forget_connection()
    remove_abandoned_folders()
    if "cv2" in sys.modules:
        sys.modules["cv2"].setNumThreads(1)


@worker_ready.connect
def _show_ourselves(sender: Any, **_: object) -> None:
    """Begin only when the children are forked: none may inherit a connection that a thread is using."""
    queues = ",".join(sorted(sender.app.amqp.queues.consume_from))
    threading.Thread(target=_keep_showing, args=(queues,), daemon=True, name="presence").start()


@worker_shutting_down.connect
def _stop_showing(**_: object) -> None:
    _stop.set()


def _keep_showing(queues: str) -> None:
    while not _stop.is_set():
        show(queues)
        _stop.wait(SHOW_SECONDS)


def show(queues: str) -> None:
    """Say that we are alive, and leave nothing open that a child could inherit."""
    with _nothing_is_open:
        # The next look will show us, when the database answers again.
        with contextlib.suppress(SQLAlchemyError):
            record_heartbeat(get_process_name(), queues)
        engine().dispose()


def main() -> None:
    """Hand over to Celery's own command line, with all of its options."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # In a container root is all there is; what the warning fears, pickled messages, is not accepted here.
    warnings.filterwarnings("ignore", message="You're running the worker with superuser privileges")
    try:
        logging.set_up()
        celery = tasks.configure()
    except ConfigurationError as error:
        sys.exit(str(error))
    is_silent = "worker" in sys.argv and not settings().remote_control
    celery.start([*sys.argv[1:], *(SILENT if is_silent else ())])


if __name__ == "__main__":
    main()
