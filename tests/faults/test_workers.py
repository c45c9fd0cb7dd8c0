"""Faults of workers: killed, without a dispatcher, with a wrong clock, or stopped."""

import pytest
from sqlalchemy import select

from app.modules.task.models import Task
from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import WORKERS, Stack
from tests.faults.times import LEASE
from tests.processes import pass_time

# Celery's workers send each other a heartbeat every two seconds, unless that is switched off.
CELERY_HEARTBEAT_SECONDS = 2.5


def test_a_killed_child_loses_no_more_than_its_call(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.child_of(panel.call).kill()
    panel.opened.set()

    matrix.rows["child killed"] = film.check_end(paid_twice=1)


def test_a_killed_worker_loses_no_more_than_its_calls(film: Film, stack: Stack, matrix: Matrix) -> None:
    panels = [film.hold(PANELS, 1), film.hold(PANELS, 2)]
    film.start()
    for panel in panels:
        panel.wait()

    stack.hosts["media"].kill()
    for panel in panels:
        panel.opened.set()
    stack.start()

    matrix.rows["whole worker killed"] = film.check_end(paid_twice=2)


def test_a_film_continues_when_all_workers_were_killed_and_started_much_later(
    film: Film, stack: Stack, matrix: Matrix
) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    for name in WORKERS:
        stack.hosts[name].kill()
    panel.opened.set()
    pass_time(2 * LEASE)
    stack.start()

    matrix.rows["all workers killed, started two leases later"] = film.check_end(paid_twice=2)


@pytest.mark.parametrize(("stage", "worker"), [("animate", "media"), ("compose", "compose")])
def test_a_task_whose_encoder_was_killed_is_run_again(
    film: Film, stack: Stack, matrix: Matrix, stage: str, worker: str
) -> None:
    film.start()

    film.kill_in(stage, stack.hosts[worker])

    matrix.rows[f"encoder killed in {stage}"] = film.check_end(paid_twice=1)
    lost = select(Task.id).where(Task.job_id == film.job_id, Task.stage == stage, Task.lost_count > 0)
    assert stack.rows(lost)


def test_a_film_is_finished_without_a_dispatcher(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["dispatcher"].kill()
    panel.opened.set()

    matrix.rows["dispatcher killed"] = film.check_end()


def test_a_task_lost_without_a_dispatcher_is_run_later(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["dispatcher"].kill()
    stack.child_of(panel.call).kill()
    panel.opened.set()
    pass_time(1.5 * LEASE)
    stack.start()

    matrix.rows["dispatcher killed, and then a child"] = film.check_end(paid_twice=1)


def test_a_scene_that_kills_its_worker_each_time_fails(film: Film, stack: Stack, matrix: Matrix) -> None:
    deadly = f"{film.name} had wave 2"
    panels = [film.hold(PANELS, number, deadly) for number in range(1, 5)]
    film.start()

    for panel in panels:
        panel.wait()
        stack.child_of(panel.call).kill()
        panel.opened.set()

    matrix.rows["a scene kills its worker each time"] = film.check_end("failed", "worker.lost", paid_twice=3)
    message = stack.read(f"/jobs/{film.job_id}")["error_message"]
    assert "Scene 2" in message


def test_clocks_an_hour_wrong_do_no_harm(film: Film, stack: Stack, matrix: Matrix) -> None:
    with (
        stack.reconfigure("media", CLOCK_OFFSET_SECONDS="3600"),
        stack.reconfigure("text", "compose", CLOCK_OFFSET_SECONDS="-3600"),
    ):
        film.start()
        row = film.check_end()

    matrix.rows["workers' clocks an hour wrong"] = row


def test_a_worker_that_is_stopped_finishes_its_task_first(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["media"].ask_to_stop()
    panel.opened.set()
    stack.hosts["media"].stop()
    stack.start()

    matrix.rows["worker stopped by SIGTERM"] = film.check_end()


def test_a_worker_whose_child_hangs_can_be_stopped(film: Film, stack: Stack, matrix: Matrix) -> None:
    stack.hosts["media"].children[0].suspend()

    stack.hosts["media"].stop()
    stack.start()
    film.start()

    matrix.rows["worker stopped by SIGTERM with a hanging child"] = film.check_end()


def test_a_worker_can_be_stopped_while_redis_is_away(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.ground.redis.kill()
    panel.opened.set()
    pass_time(CELERY_HEARTBEAT_SECONDS)
    stack.hosts["text"].stop()
    stack.hosts["media"].stop()
    stack.ground.start_redis()
    stack.start()

    matrix.rows["workers stopped by SIGTERM while Redis was away"] = film.check_end()
