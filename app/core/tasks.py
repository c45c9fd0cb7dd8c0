"""Celery: the application, its configuration, and how messages are published after their transaction."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import structlog
from celery import Celery
from kombu import Connection, Queue
from kombu.exceptions import KombuError
from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.redis import RedisError, broker_address

# Celery requires a default queue, although every message here names its own.
DEFAULT_QUEUE = "emails"
LOWEST_PRIORITY = 9
PAUSE_AFTER_FAILURE_SECONDS = 1.0
log = structlog.get_logger()
_queues: list[str] = []


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a worker: the name of a task, the id of its row, the queue, and the priority in it.

    Priority 0 is consumed first, `LOWEST_PRIORITY` last: the more work of an owner is enqueued already, the
    lower the priority of what is added.
    """

    task: str
    row_id: int
    queue: str
    priority: int = 0


def declare_queues(*names: str) -> None:
    """Add queues to those that workers may consume; the module that enqueues to a queue declares it."""
    _queues.extend(name for name in names if name not in _queues)


def declared_queues() -> tuple[str, ...]:
    """Return the declared queues: the default one first, the others in the order of their declaration."""
    return tuple(sorted(_queues, key=lambda name: name != DEFAULT_QUEUE))


celery = Celery("studio", set_as_current=True)


def configure() -> Celery:
    """Apply the settings to the Celery application and return it, in every process that uses the broker."""
    limit = settings().task_seconds
    celery.conf.update(
        broker_url=broker_address(),
        task_queues=[Queue(name) for name in declared_queues()],
        task_create_missing_queues=False,
        task_default_queue=DEFAULT_QUEUE,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        task_acks_late=False,
        task_publish_retry=False,
        task_time_limit=limit + 60,
        task_soft_time_limit=limit,
        # A worker takes a message only when a child process is free. It must not limit the unacknowledged
        # messages as well (0 is no limit): one whose acknowledgement was lost with the connection is counted
        # for ever, and a worker whose limit is used up takes no message until it is restarted.
        worker_disable_prefetch=True,
        worker_prefetch_multiplier=0,
        worker_enable_remote_control=settings().remote_control,
        worker_send_task_events=settings().remote_control,
        worker_soft_shutdown_timeout=20,
        worker_max_tasks_per_child=500,
        worker_max_memory_per_child=1_500_000,
        worker_hijack_root_logger=False,
        # This option affects late acknowledgement alone, which is not used here. Without it Celery logs a
        # warning at each lost connection.
        worker_cancel_long_running_tasks_on_connection_loss=True,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            "visibility_timeout": limit + 3600,
            "unacked_restore_interval": 5,
            "unacked_restore_throttle": 1,
            "socket_timeout": 5,
            "socket_connect_timeout": 3,
            "health_check_interval": 10,
            "global_keyprefix": "studio:",
            "priority_steps": list(range(LOWEST_PRIORITY + 1)),
        },
    )
    return celery


def enqueue(session: Session, task: str, row_id: int, queue: str, priority: int = 0) -> None:
    """Publish a message for a row once the session's unit of work has committed, or not at all."""
    message = Message(task, row_id, queue, min(priority, LOWEST_PRIORITY))
    session.info.setdefault("messages", []).append(message)


class Publisher:
    """Publishes messages, best effort: without retries, and without blocking its caller for long.

    After a failure it discards all messages for a second. The dispatcher publishes lost messages again.
    """

    def __init__(self) -> None:
        self._paused_until = 0.0

    def publish(self, messages: Sequence[Message]) -> None:
        """Send committed messages to the broker; a failure is logged, not raised."""
        if not messages or time.monotonic() < self._paused_until:
            return
        try:
            for message in messages:
                celery.send_task(
                    message.task,
                    args=[message.row_id],
                    queue=message.queue,
                    connection=_connection(),
                    retry=False,
                    priority=message.priority,
                )
        except (KombuError, OSError) as error:
            self._paused_until = time.monotonic() + PAUSE_AFTER_FAILURE_SECONDS
            _connection.cache_clear()
            log.warning("message.unpublished", reason=str(error))


def count_waiting(queues: Iterable[str]) -> int:
    """Return the number of messages in some queues; 0 while the broker does not answer."""
    try:
        declare = _connection().default_channel.queue_declare  # type: ignore[attr-defined]  # untyped
        return sum(declare(queue=queue).message_count for queue in queues)
    except (KombuError, OSError, RedisError):
        _connection.cache_clear()
        return 0


@lru_cache
def _connection() -> Connection:
    configure()
    # Without a limit kombu tries for six seconds to connect again.
    short = {"socket_timeout": 1, "socket_connect_timeout": 1, "max_retries": 0}
    return celery.connection_for_write(transport_options=celery.conf.broker_transport_options | short)


publisher = Publisher()


def forget_connection() -> None:
    """Drop the broker connection that a forked child process inherited."""
    _connection.cache_clear()
