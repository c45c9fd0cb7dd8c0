"""The storage of files is unavailable for a while."""

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def test_a_film_survives_an_outage_of_the_storage(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with stack.ground.absent_storage():
        panel.opened.set()
        pass_time(2 * LEASE)

    matrix.rows["storage away for two leases"] = film.check_end()
