"""Messages that are duplicated, concurrent or late; and a dozen scenes that finish at the same time."""

from concurrent.futures import ThreadPoolExecutor

from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.processes import wait_until

SCENES, TIMES_PUBLISHED = 12, 8


def test_duplicate_and_late_messages_do_nothing(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with ThreadPoolExecutor(4) as publishers:
        list(publishers.map(lambda _: stack.publish(film.job_id, 2), range(4)))
    panel.opened.set()
    film.wait_for("composing")
    stack.publish(film.job_id, TIMES_PUBLISHED)
    film.wait_for("completed")
    stack.publish(film.job_id, TIMES_PUBLISHED)
    wait_until(lambda: not stack.count_messages(), "the last message to be consumed")

    matrix.rows["every message doubled, concurrent and late"] = film.check_end()


def test_a_dozen_scenes_that_finish_at_once_leave_no_task_stuck(stack: Stack, matrix: Matrix) -> None:
    film = Film(stack, SCENES, audio=False)
    panels = [film.hold(PANELS, number) for number in range(1, SCENES + 1)]

    with stack.more_media_workers(SCENES):
        film.start()
        for panel in panels:
            panel.wait()
        for panel in panels:
            panel.opened.set()
        matrix.rows[f"{SCENES} scenes done at once"] = film.check_end()
