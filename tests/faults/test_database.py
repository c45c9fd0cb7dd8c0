"""The database blocks all writes for a while."""

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def test_a_film_survives_a_hung_database(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with stack.ground.hung_database():
        panel.opened.set()
        pass_time(2 * LEASE)

    matrix.rows["database hung for two leases"] = film.check_end()
