"""The worker's heartbeat and the forks of its child processes exclude each other."""

import os
import threading

import pytest

from app import celery_worker

TIMEOUT_SECONDS = 10.0


def test_no_child_is_forked_while_the_worker_writes_its_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    writes, may_end = threading.Event(), threading.Event()

    def write(*_: object) -> None:
        writes.set()
        may_end.wait(TIMEOUT_SECONDS)

    monkeypatch.setattr(celery_worker, "record_heartbeat", write)
    beating = threading.Thread(target=celery_worker.send_heartbeat, args=("emails",))
    forking = threading.Thread(target=_fork)

    beating.start()
    assert writes.wait(TIMEOUT_SECONDS)
    forking.start()
    forking.join(0.2)
    is_waiting = forking.is_alive()
    may_end.set()
    beating.join(TIMEOUT_SECONDS)
    forking.join(TIMEOUT_SECONDS)

    assert is_waiting
    assert not forking.is_alive()


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
