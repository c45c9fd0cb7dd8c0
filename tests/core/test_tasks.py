"""Queues and messages: what is declared, and what is published when."""

import logging
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.core import redis
from app.core.database import unit_of_work
from app.core.tasks import LOWEST_PRIORITY, Message, configure, enqueue, publisher
from tests.interpreter import run_python
from tests.outbox import Outbox

QUEUES = ["emails", "segmentation", "images", "video", "audio", "compose"]


@pytest.mark.parametrize("module", ["app.models", "app.main", "app.celery_worker", "app.embedded.command"])
def test_every_process_knows_all_queues_in_the_same_order(module: str) -> None:
    code = f"import {module}; from app.core.tasks import declared_queues; print(*declared_queues())"

    output = run_python("-c", code)

    assert output.split() == QUEUES


def test_messages_are_published_after_the_commit_and_never_below_the_lowest_priority(outbox: Outbox) -> None:
    with unit_of_work() as session:
        enqueue(session, "test.task", 1, "emails", priority=100)
        assert not outbox.messages

    assert list(outbox.messages) == [Message("test.task", 1, "emails", LOWEST_PRIORITY)]


def test_messages_of_a_transaction_that_is_rolled_back_are_not_published(outbox: Outbox) -> None:
    def enqueue_and_fail(session: Session) -> None:
        enqueue(session, "test.task", 1, "emails")
        raise KeyError("lost")

    with pytest.raises(KeyError, match="lost"), unit_of_work() as session:
        enqueue_and_fail(session)

    assert not outbox.messages


def test_a_message_whose_acknowledgement_was_lost_does_not_count_against_its_worker(
    redis_server: None,
) -> None:
    celery = configure()
    impatient = celery.conf.broker_transport_options | {"socket_timeout": 0.2}
    publisher.publish([Message("test.task", 1, "emails")])
    with celery.connection_for_read(transport_options=impatient) as connection:
        channel: Any = connection.default_channel
        channel.basic_qos(0, celery.conf.worker_prefetch_multiplier, False)
        message = channel.basic_get("emails")

        redis.client().client_pause(10_000, all=False)
        message.ack_log_error(logging.getLogger("test"), connection.connection_errors)
        redis.client().client_unpause()

        assert not message.acknowledged
        assert channel.qos.can_consume()
