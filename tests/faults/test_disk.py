"""A worker finds its disk full. The limit stands in for the disk, and not every system has such limits."""

from tests.faults.film import TAKES, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time, until

FULL_BYTES = 48_000


def test_a_full_disk_is_waited_for(film: Film, stack: Stack, matrix: Matrix) -> None:
    take = film.hold(TAKES, 1)
    film.start()
    take.wait()

    with stack.full_disk("artist", FULL_BYTES):
        take.opened.set()
        until(lambda: FULL_BYTES in stack.sizes_left_behind(), "a file that could not be written to its end")
        pass_time(LEASE)

    matrix.rows["worker's disk full for a lease"] = film.must_end()
