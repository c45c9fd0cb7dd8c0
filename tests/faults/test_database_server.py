"""Faults of the database server: finished work is kept until the server can write it."""

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def test_a_restarted_database_loses_nothing(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.ground.database_server.stop()
    stack.ground.start_database()
    panel.opened.set()

    matrix.rows["database restarted"] = film.check_end()


def test_a_long_outage_of_the_database_costs_no_work(film: Film, stack: Stack, matrix: Matrix) -> None:
    panels = [film.hold(PANELS, 1), film.hold(PANELS, 2)]
    film.start()
    for panel in panels:
        panel.wait()

    stack.ground.database_server.kill()
    panels[0].opened.set()
    pass_time(2.5 * LEASE)
    stack.ground.start_database()
    panels[1].opened.set()

    matrix.rows["database killed, away for longer than a lease"] = film.check_end()
