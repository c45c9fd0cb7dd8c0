"""Faults of Redis: restarts, lost data, lost connections, hanging. No message holds state."""

import shutil

import pytest

from tests.faults.film import PANELS, Film
from tests.faults.ground import pause_processes
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def restart(stack: Stack) -> None:
    stack.ground.redis.stop()
    stack.ground.start_redis()


def kill_and_erase(stack: Stack) -> None:
    stack.ground.redis.kill()
    shutil.rmtree(stack.ground.redis_data / "appendonlydir")
    stack.ground.start_redis()


def flush(stack: Stack) -> None:
    stack.ground.messages.flushall()


def disconnect_clients(stack: Stack) -> None:
    stack.ground.messages.client_kill_filter(_type="normal")


def hang(stack: Stack) -> None:
    with pause_processes(stack.ground.redis):
        pass_time(3 * LEASE)


FAULTS = {
    "Redis restarted": restart,
    "Redis killed, nothing kept": kill_and_erase,
    "Redis flushed": flush,
    "Redis drops all connections": disconnect_clients,
    "Redis hung for three leases": hang,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_film_survives_when(film: Film, stack: Stack, matrix: Matrix, fault: str) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    FAULTS[fault](stack)
    panel.opened.set()

    matrix.rows[fault] = film.check_end()
