"""What the worker's main process may be at while a child is forked."""

import os
import threading

import pytest

from app import celery_worker

PATIENCE = 10.0


def test_no_child_is_forked_while_the_worker_writes_that_it_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    writes, may_end = threading.Event(), threading.Event()
    monkeypatch.setattr(celery_worker, "record_heartbeat", lambda *_: writes.set() or may_end.wait(PATIENCE))
    showing = threading.Thread(target=celery_worker.show, args=("emails",))
    forking = threading.Thread(target=_fork)

    showing.start()
    assert writes.wait(PATIENCE)
    forking.start()
    forking.join(0.2)
    is_held_up = forking.is_alive()
    may_end.set()
    showing.join(PATIENCE)
    forking.join(PATIENCE)

    assert is_held_up
    assert not forking.is_alive()


def _fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
