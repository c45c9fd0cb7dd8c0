"""The pool of inspections: one of each asset, and users in turn."""

import threading
from collections.abc import Callable

import pytest

from app.modules.asset.errors import InspectionBusy, InspectionInterrupted
from app.modules.asset.inspection_pool import (
    INSPECTIONS_AT_ONCE,
    MOST_OF_ALL,
    MOST_OF_ONE_USER,
    InspectionPool,
)
from app.modules.asset.models import Asset

ADA, BOB, EVE = 1, 2, 3


class Work:
    """Inspections that wait for an event, and record their order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.may_end = threading.Event()

    def make(self, name: str) -> Callable[[], Asset]:
        def run() -> Asset:
            assert self.may_end.wait(60)
            self.done.append(name)
            return Asset()

        return run


@pytest.fixture
def work() -> Work:
    """Inspections that have not ended."""
    return Work()


def test_an_asset_that_is_submitted_again_is_inspected_once(work: Work) -> None:
    pool = InspectionPool()

    outcomes = [pool.submit(1, ADA, work.make("one")) for _ in range(3)]
    work.may_end.set()

    assert len({outcome.result(60) for outcome in outcomes}) == 1
    assert work.done == ["one"]


def test_a_user_with_many_files_does_not_delay_another_one(work: Work) -> None:
    pool = InspectionPool()
    many = [pool.submit(number, ADA, work.make(f"ada {number}")) for number in range(10)]

    outcome = pool.submit(99, BOB, work.make("bob"))
    work.may_end.set()
    for one in (outcome, *many):
        one.result(60)

    assert work.done.index("bob") <= INSPECTIONS_AT_ONCE + 1


def test_more_inspections_than_may_wait_are_refused(work: Work) -> None:
    pool = InspectionPool()
    waiting = [pool.submit(number, ADA, work.make("ada")) for number in range(MOST_OF_ONE_USER)]

    with pytest.raises(InspectionBusy):
        pool.submit(MOST_OF_ONE_USER, ADA, work.make("ada"))
    waiting += [pool.submit(number, BOB, work.make("bob")) for number in range(MOST_OF_ONE_USER, MOST_OF_ALL)]
    with pytest.raises(InspectionBusy):
        pool.submit(MOST_OF_ALL, EVE, work.make("eve"))

    work.may_end.set()
    assert [one.result(60) for one in waiting]


def test_a_stopped_pool_interrupts_what_waits_and_can_be_used_again(work: Work) -> None:
    pool = InspectionPool()
    outcomes = [pool.submit(number, ADA, work.make("ada")) for number in range(INSPECTIONS_AT_ONCE + 1)]

    pool.stop()
    work.may_end.set()

    assert isinstance(outcomes[-1].exception(60), InspectionInterrupted)
    assert pool.submit(0, BOB, work.make("bob")).result(60)
