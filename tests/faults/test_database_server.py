"""The database server is restarted, or away: whoever has work in hand keeps it until it can be written."""

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time


def test_a_restarted_database_loses_nothing(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.ground.database.stop()
    stack.ground.start_database()
    panel.opened.set()

    matrix.rows["database restarted"] = film.must_end()


def test_a_database_that_was_away_for_long_costs_no_work(film: Film, stack: Stack, matrix: Matrix) -> None:
    panels = [film.hold(PANELS, 1), film.hold(PANELS, 2)]
    film.start()
    for panel in panels:
        panel.wait()

    stack.ground.database.kill()
    panels[0].opened.set()
    pass_time(2.5 * LEASE)
    stack.ground.start_database()
    panels[1].opened.set()

    matrix.rows["database killed, away for longer than a lease"] = film.must_end()
