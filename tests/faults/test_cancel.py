"""Cancellation in each status of a job: no call to a provider is made afterwards."""

import pytest

from tests.faults.film import PANELS, Film
from tests.faults.ground import pause_processes
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack

HELD = {
    "validating": "moderations",
    "generating_images": PANELS,
}


def test_a_pending_film_is_cancelled(film: Film, stack: Stack, matrix: Matrix) -> None:
    with pause_processes(stack.hosts["text"]):
        film.start()
        film.cancel()

    matrix.rows["cancelled while pending"] = film.check_end("cancelled")
    assert film.calls == []


@pytest.mark.parametrize("status", HELD)
def test_a_film_is_cancelled_while_a_call_is_in_flight(
    film: Film, stack: Stack, matrix: Matrix, status: str
) -> None:
    call = film.hold(HELD[status])
    film.start()
    call.wait()
    film.wait_for(status)

    film.cancel()
    called = len(film.calls)
    call.opened.set()

    matrix.rows[f"cancelled while {status}"] = film.check_end("cancelled")
    assert len(film.calls) <= called + 1, "at most what was under way when it was cancelled"


def test_a_queued_film_is_cancelled(stack: Stack, matrix: Matrix) -> None:
    films = [Film(stack) for _ in range(3)]
    panels = [film.hold(PANELS) for film in films[:2]]
    for film, panel in zip(films, panels, strict=False):
        film.start()
        panel.wait()
    films[2].start()
    films[2].wait_for("queued")

    films[2].cancel()
    for panel in panels:
        panel.opened.set()

    matrix.rows["cancelled while queued"] = films[2].check_end("cancelled")
    for film in films[:2]:
        film.check_end()


def test_a_film_is_cancelled_while_its_story_is_cut(stack: Stack, matrix: Matrix) -> None:
    film = Film(stack, scenes=0)
    call = film.hold("responses")
    film.start()
    call.wait()

    film.cancel()
    call.opened.set()

    matrix.rows["cancelled while processing"] = film.check_end("cancelled")
    assert not any(call.path.endswith(PANELS) for call in film.calls)


@pytest.mark.parametrize("status", ["generating_video", "generating_audio", "composing"])
def test_a_film_is_cancelled_at_its_transition_to(
    film: Film, stack: Stack, matrix: Matrix, status: str
) -> None:
    film.start()
    film.wait_for(status)

    came_in_time = film.cancel()

    matrix.rows[f"cancelled at {status}"] = film.check_end("cancelled" if came_in_time else "completed")
