"""Stalls: a worker whose process lives and takes no message. It must help itself, without a supervisor."""

from tests.faults.film import Film
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack


def test_a_worker_whose_only_child_hangs_starts_itself_again(
    film: Film, stack: Stack, matrix: Matrix
) -> None:
    text = stack.hosts["text"]
    before = text.family
    before[1].suspend()

    film.start()
    matrix.rows["the only child of a worker hangs"] = film.check_end()

    assert text.family[0].pid == before[0].pid
    assert not before[1].is_running()
