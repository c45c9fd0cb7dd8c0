"""Faults of vendors: rate limits, errors, no answer, invalid answers, and orders that are never completed."""

import pytest
from sqlalchemy import select, update

from app.core.clock import db_now
from app.modules.job.models import Job
from app.modules.task.models import Task
from tests.faults.film import PANELS, Film
from tests.faults.matrix import Matrix
from tests.faults.stack import WORKERS, Stack
from tests.processes import wait_until
from tests.vendors.answers import error
from tests.vendors.openai_server import Fault

LIMITED = error("Slow down.", "rate_limit_exceeded", "requests")
FAULTS = {
    "vendor: 429 with Retry-After": (Fault(PANELS, "status", 429, {"retry-after": "1"}, LIMITED), 0),
    "vendor: 500": (Fault(PANELS, "status", 500, body=error("Oops.", "server_error")), 0),
    "vendor: 503": (Fault(PANELS, "status", 503, body=error("Oops.", "server_error")), 0),
    "vendor: connection reset": (Fault(PANELS, "reset"), 1),
    "vendor: no answer in time": (Fault(PANELS, "silent"), 1),
    "vendor: half a body": (Fault(PANELS, "truncated"), 1),
    "vendor: malformed JSON": (Fault(PANELS, "answer", body=b"{no json"), 1),
}
NEVER = 1_000_000
SLOW = {"VIDEO_PROVIDER": "tests.vendors.video_adapter:SlowVendor"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_film_survives(film: Film, stack: Stack, matrix: Matrix, name: str) -> None:
    fault, paid_twice = FAULTS[name]
    stack.vendor.faults.append(fault)

    film.start()

    matrix.rows[name] = film.check_end(paid_twice=paid_twice)
    assert not stack.vendor.faults


def test_an_order_is_never_placed_twice(film: Film, stack: Stack, matrix: Matrix) -> None:
    stack.animator.looks_needed = NEVER
    with stack.reconfigure("text", "media", **SLOW):
        orders = len(stack.animator.orders)
        film.start()
        placed = select(Task.id).where(Task.job_id == film.job_id, Task.provider_job_id.is_not(None))
        wait_until(lambda: len(stack.rows(placed)) == len(film.shot_ids), "all orders to be recorded")
        for name in WORKERS:
            stack.hosts[name].kill()
        for name in WORKERS:
            stack.hosts[name].start(**SLOW)
        stack.animator.looks_needed = 1
        matrix.rows["workers killed while a vendor animates"] = film.check_end()
        assert len(stack.animator.orders) == orders + len(film.shot_ids)


def test_a_vendor_that_never_ends_fails_the_film_at_its_deadline(
    film: Film, stack: Stack, matrix: Matrix
) -> None:
    stack.animator.looks_needed = NEVER
    with stack.reconfigure("text", "media", **SLOW):
        orders = set(stack.animator.orders)
        film.start()
        wait_until(lambda: len(stack.animator.orders) == len(orders) + len(film.shot_ids), "all orders")
        with stack.engine.connect() as connection:
            connection.execute(update(Job).where(Job.id == film.job_id).values(deadline_at=db_now(1)))
        matrix.rows["vendor: processing without end"] = film.check_end("failed", "job.deadline")
        ours = [order for name, order in stack.animator.orders.items() if name not in orders]
        wait_until(
            lambda: all(order["status"] == "cancelled" for order in ours), "the orders to be cancelled"
        )
