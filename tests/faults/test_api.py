"""Faults of the API and of the whole machine: killed, suspended, or restarted under load."""

import threading

from sqlalchemy import select

from app.modules.job.models import Job
from tests.faults.film import PANELS, Film
from tests.faults.ground import pause_processes
from tests.faults.matrix import Matrix
from tests.faults.stack import Stack
from tests.faults.times import LEASE
from tests.processes import pass_time, wait_until


def test_a_job_whose_message_was_never_published_is_found(film: Film, stack: Stack, matrix: Matrix) -> None:
    stored = select(Job.id).where(Job.project_id == film.project_id)
    with pause_processes(stack.ground.redis):
        asking = threading.Thread(target=film.request_job, daemon=True)
        asking.start()
        wait_until(lambda: stack.rows(stored), "the job's row")
        stack.hosts["api"].kill()
        stack.ground.redis.kill()
    asking.join()
    stack.ground.start_redis()
    stack.start()
    film.follow(stack.rows(stored)[0].id)

    matrix.rows["API killed between commit and publishing"] = film.check_end()


def test_a_film_outlives_its_api(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["api"].kill()
    panel.opened.set()
    stack.start()

    matrix.rows["API killed"] = film.check_end()


def test_a_suspended_machine_loses_no_work(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    with pause_processes(*stack.hosts.values(), *stack.ground.servers):
        panel.opened.set()
        pass_time(3 * LEASE)

    matrix.rows["everything asleep for three leases"] = film.check_end()


def test_everything_is_restarted_in_turn_under_load(stack: Stack, matrix: Matrix) -> None:
    films = [Film(stack) for _ in range(3)]
    for film in films:
        film.start()
    films[0].wait_for_running("animate")

    stack.restart("media", "dispatcher", "text", "compose", "api")

    for number, film in enumerate(films, 1):
        matrix.rows[f"rolling restart under load, film {number} of 3"] = film.check_end()
