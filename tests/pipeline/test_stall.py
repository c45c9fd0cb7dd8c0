"""A worker that could take a message, but takes none."""

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import pytest

from app.core import redis
from app.core.tasks import Message, count_waiting, publisher
from app.pipeline.stall import StallWatch

TIMEOUT_SECONDS = 10.0
QUEUE = "emails"


@pytest.fixture
def waiting_message(configure: Callable[..., None], redis_server: None) -> Iterator[None]:
    """A message in the broker's queue that no worker takes, and a short lease."""
    configure(LEASE_SECONDS="0.4")
    redis.client().flushall()
    publisher.publish([Message("test.task", 1, QUEUE)])
    yield
    redis.client().flushall()


def test_a_worker_that_takes_no_message_connects_to_redis_anew(waiting_message: None) -> None:
    stop = threading.Event()
    watch = StallWatch([QUEUE], size=1, connect=stop.set, fork_lock=nullcontext())

    watching = threading.Thread(target=watch.run, args=(stop,), daemon=True)
    watching.start()

    assert stop.wait(TIMEOUT_SECONDS)
    watching.join(TIMEOUT_SECONDS)


def test_waiting_messages_are_counted(waiting_message: None) -> None:
    publisher.publish([Message("test.task", 2, QUEUE, priority=9)])

    assert count_waiting([QUEUE, "images"]) == 2
