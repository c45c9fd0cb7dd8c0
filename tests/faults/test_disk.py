"""The disk of a worker is full. A limit on the size of files simulates it, which not every system has."""

from tests.faults.film import TAKES, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time, wait_until

FULL_BYTES = 48_000


def test_a_film_survives_a_full_disk(film: Film, stack: Stack, matrix: Matrix) -> None:
    take = film.hold(TAKES, 1)
    film.start()
    take.wait()

    with stack.full_disk("media", FULL_BYTES):
        take.opened.set()
        wait_until(
            lambda: FULL_BYTES in stack.sizes_left_behind(), "a file that could not be written to its end"
        )
        pass_time(LEASE)

    matrix.rows["worker's disk full for a lease"] = film.check_end()
