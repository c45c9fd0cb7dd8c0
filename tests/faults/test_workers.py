"""Workers are killed, lose their dispatcher, live in another hour, or are told to stop."""

import pytest
from sqlalchemy import select

from app.modules.task.models import Task
from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import WORKERS, Stack
from tests.faults.times import LEASE
from tests.processes import pass_time

# Celery's workers send each other a heartbeat every other second, if they are let.
UNTIL_CELERY_SPEAKS = 2.5


def test_a_killed_child_loses_no_more_than_its_call(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.child_of(panel.call).kill()
    panel.opened.set()

    matrix.rows["child killed"] = film.must_end(paid_twice=1)


def test_a_killed_worker_loses_no_more_than_its_calls(film: Film, stack: Stack, matrix: Matrix) -> None:
    panels = [film.hold(PANELS, 1), film.hold(PANELS, 2)]
    film.start()
    for panel in panels:
        panel.wait()

    stack.hosts["artist"].kill()
    for panel in panels:
        panel.opened.set()
    stack.start()

    matrix.rows["whole worker killed"] = film.must_end(paid_twice=2)


def test_all_workers_killed_and_started_much_later_go_on(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    for name in WORKERS:
        stack.hosts[name].kill()
    panel.opened.set()
    pass_time(2 * LEASE)
    stack.start()

    matrix.rows["all workers killed, started two leases later"] = film.must_end(paid_twice=2)


@pytest.mark.parametrize(("stage", "worker"), [("animate", "artist"), ("compose", "editor")])
def test_what_a_killed_encoder_had_begun_is_made_again(
    film: Film, stack: Stack, matrix: Matrix, stage: str, worker: str
) -> None:
    film.start()

    film.kill_in(stage, stack.hosts[worker])

    matrix.rows[f"encoder killed in {stage}"] = film.must_end(paid_twice=1)
    lost = select(Task.id).where(Task.job_id == film.job_id, Task.stage == stage, Task.lost_count > 0)
    assert stack.rows(lost)


def test_without_a_dispatcher_work_goes_on(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["dispatcher"].kill()
    panel.opened.set()

    matrix.rows["dispatcher killed"] = film.must_end()


def test_what_is_lost_without_a_dispatcher_is_found_later(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["dispatcher"].kill()
    stack.child_of(panel.call).kill()
    panel.opened.set()
    pass_time(1.5 * LEASE)
    stack.start()

    matrix.rows["dispatcher killed, and then a child"] = film.must_end(paid_twice=1)


def test_a_scene_that_kills_its_worker_each_time_fails(film: Film, stack: Stack, matrix: Matrix) -> None:
    deadly = f"{film.name} had wave 2"
    panels = [film.hold(PANELS, number, deadly) for number in range(1, 5)]
    film.start()

    for panel in panels:
        panel.wait()
        stack.child_of(panel.call).kill()
        panel.opened.set()

    matrix.rows["a scene kills its worker each time"] = film.must_end("failed", "worker.lost", paid_twice=3)
    message = stack.read(f"/jobs/{film.job_id}")["error_message"]
    assert "Scene 2" in message


def test_clocks_an_hour_wrong_do_no_harm(film: Film, stack: Stack, matrix: Matrix) -> None:
    with (
        stack.configured("artist", CLOCK_OFFSET_SECONDS="3600"),
        stack.configured("clerk", "editor", CLOCK_OFFSET_SECONDS="-3600"),
    ):
        film.start()
        row = film.must_end()

    matrix.rows["workers' clocks an hour wrong"] = row


def test_a_worker_told_to_stop_finishes_first(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.hosts["artist"].ask_to_stop()
    panel.opened.set()
    stack.hosts["artist"].stop()
    stack.start()

    matrix.rows["worker stopped by SIGTERM"] = film.must_end()


def test_a_worker_can_be_stopped_while_redis_is_away(film: Film, stack: Stack, matrix: Matrix) -> None:
    panel = film.hold(PANELS, 2)
    film.start()
    panel.wait()

    stack.ground.redis.kill()
    panel.opened.set()
    pass_time(UNTIL_CELERY_SPEAKS)
    stack.hosts["clerk"].stop()
    stack.hosts["artist"].stop()
    stack.ground.start_redis()
    stack.start()

    matrix.rows["workers stopped by SIGTERM while Redis was away"] = film.must_end()
