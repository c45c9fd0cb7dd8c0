"""The API dies at a bad moment, everything falls asleep, or everything is upgraded at full work."""

import threading

from sqlalchemy import select

from app.modules.job.models import Job
from tests.faults.film import PANELS, Film
from tests.faults.ground import paused
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time, until


def test_a_job_whose_doorbell_never_rang_is_found(film: Film, stack: Stack, matrix: Matrix) -> None:
    stored = select(Job.id).where(Job.project_id == film.project_id)
    with paused(stack.ground.redis):
        asking = threading.Thread(target=film.ask, daemon=True)
        asking.start()
        until(lambda: stack.rows(stored), "the job's row")
        stack.hosts["api"].kill()
        stack.ground.redis.kill()
    asking.join()
    stack.ground.start_redis()
    stack.start()
    film.follow(stack.rows(stored)[0].id)

    matrix.rows["API killed between commit and doorbell"] = film.must_end()


def test_a_film_outlives_its_api(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["api"].kill()
    panel.opened.set()
    stack.start()

    matrix.rows["API killed"] = film.must_end()


def test_a_machine_that_slept_loses_no_work(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with paused(*stack.hosts.values(), *stack.ground.servers):
        panel.opened.set()
        pass_time(3 * LEASE)

    matrix.rows["everything asleep for three leases"] = film.must_end()


def test_everything_is_restarted_in_turn_under_load(stack: Stack, matrix: Matrix) -> None:
    films = [Film(stack) for _ in range(3)]
    for film in films:
        film.start()
    films[0].wait_for_running("animate")

    stack.restart("artist", "dispatcher", "clerk", "editor", "api")

    for number, film in enumerate(films, 1):
        matrix.rows[f"rolling restart under load, film {number} of 3"] = film.must_end()
