"""Messages come twice, at once, or long after their time; and a dozen scenes are done in one moment."""

from concurrent.futures import ThreadPoolExecutor

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.processes import until

SCENES, TIMES_RUNG = 12, 8


def test_doubled_and_late_messages_do_nothing(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with ThreadPoolExecutor(4) as ringers:
        list(ringers.map(lambda _: stack.ring(film.job_id, 2), range(4)))
    panel.opened.set()
    film.wait_for("composing")
    stack.ring(film.job_id, TIMES_RUNG)
    film.wait_for("completed")
    stack.ring(film.job_id, TIMES_RUNG)
    until(lambda: not stack.unread(), "the last message to be taken")

    matrix.rows["every message doubled, concurrent and late"] = film.must_end()


def test_a_dozen_scenes_that_are_done_at_once_leave_nothing_stuck(stack: Stack, matrix: Matrix) -> None:
    film = Film(stack, SCENES, audio=False)
    panels = [film.hold(PANELS, number) for number in range(1, SCENES + 1)]

    with stack.more_artists(SCENES):
        film.start()
        for panel in panels:
            panel.wait()
        for panel in panels:
            panel.opened.set()
        matrix.rows[f"{SCENES} scenes done at once"] = film.must_end()
