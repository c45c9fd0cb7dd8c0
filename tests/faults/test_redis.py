"""Redis is stopped, loses everything, hangs, or drops its connections: messages are only doorbells."""

import shutil

import pytest

from tests.faults.film import PANELS, Film
from tests.faults.ground import paused
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def restarted(stack: Stack) -> None:
    stack.ground.redis.stop()
    stack.ground.start_redis()


def killed_with_all_it_knew(stack: Stack) -> None:
    stack.ground.redis.kill()
    shutil.rmtree(stack.ground.redis_data / "appendonlydir")
    stack.ground.start_redis()


def flushed(stack: Stack) -> None:
    stack.ground.messages.flushall()


def disconnected(stack: Stack) -> None:
    stack.ground.messages.client_kill_filter(_type="normal")


def hung(stack: Stack) -> None:
    with paused(stack.ground.redis):
        pass_time(3 * LEASE)


HURTS = {
    "Redis restarted": restarted,
    "Redis killed, nothing kept": killed_with_all_it_knew,
    "Redis flushed": flushed,
    "Redis drops all connections": disconnected,
    "Redis hung for three leases": hung,
}


@pytest.mark.parametrize("hurt", HURTS)
def test_a_film_survives_when(film: Film, stack: Stack, matrix: Matrix, hurt: str) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    HURTS[hurt](stack)
    panel.opened.set()

    matrix.rows[hurt] = film.must_end()
