"""Celery: the application, its rules, and how a message leaves after its transaction."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import structlog
from celery import Celery
from kombu import Connection, Queue
from kombu.exceptions import OperationalError
from sqlalchemy.orm import Session

from app.core.config import settings
from app.core.redis import broker_address

LOWEST_PRIORITY = 9
_queues: list[str] = []
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Message:
    """A doorbell: the name of some work, the row it is about, the queue it goes to, and its priority there.

    The lowest priority is heard first. It says how much of the same owner's was rung for before.
    """

    task: str
    row_id: int
    queue: str
    priority: int = 0


celery = Celery("studio", set_as_current=True)


def configure() -> Celery:
    """Apply the settings; done by every process that sends or receives, not on import."""
    limit = settings().task_seconds
    celery.conf.update(
        broker_url=broker_address(),
        task_queues=[Queue(name) for name in declared_queues()],
        task_create_missing_queues=False,
        task_default_queue="emails",
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        task_acks_late=False,
        task_publish_retry=False,
        task_time_limit=limit + 60,
        task_soft_time_limit=limit,
        worker_prefetch_multiplier=1,
        worker_disable_prefetch=True,
        worker_enable_remote_control=settings().remote_control,
        worker_send_task_events=settings().remote_control,
        worker_soft_shutdown_timeout=20,
        worker_max_tasks_per_child=500,
        worker_max_memory_per_child=1_500_000,
        worker_hijack_root_logger=False,
        # Concerns late acknowledgement alone, which nothing here uses; off, it warns at each lost connection.
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
    """Ring for a row when the session's unit of work has committed, or not at all."""
    session.info.setdefault("messages", []).append(
        Message(task, row_id, queue, min(priority, LOWEST_PRIORITY))
    )


def declare_queues(*names: str) -> None:
    _queues.extend(name for name in names if name not in _queues)


def declared_queues() -> tuple[str, ...]:
    return tuple(_queues)


declare_queues("emails")


class Publisher:
    """Publishes without retries and without ever holding up its caller for long.

    After a failure it is silent for a second: the dispatcher rings again for whatever was missed.
    """

    def __init__(self) -> None:
        self._silent_until = 0.0

    def publish(self, messages: Sequence[Message]) -> None:
        if not messages or time.monotonic() < self._silent_until:
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
        except (OperationalError, OSError) as error:
            self._silent_until = time.monotonic() + 1
            _connection.cache_clear()
            log.warning("doorbell.failed", reason=str(error))


@lru_cache
def _connection() -> Connection:
    configure()
    short = dict(celery.conf.broker_transport_options) | {"socket_timeout": 1, "socket_connect_timeout": 1}
    return celery.connection_for_write(transport_options=short)


publisher = Publisher()


def send(messages: Sequence[Message]) -> None:
    """Send committed messages at once, best effort."""
    publisher.publish(messages)


def forget_connection() -> None:
    """Drop the connection that a forked child inherited."""
    _connection.cache_clear()
